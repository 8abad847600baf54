//! What every line about one year says besides its number: year, perimeter, source, quality, status.

use super::cells::{Refused, year};
use super::columns::{Columns, Expected, Row};
use super::noun::Declaration;
use super::words::word;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::form::absence::is_missing;
use crate::load::Table;
use crate::model::{FactorSource, ObservationStatus, Perimeter, Quality};
use std::collections::BTreeMap;

/// A number of `data/parc/` whose source or date is not said.
const NO_SOURCE: Code = Code("M268");

/// The columns of a declaration.
pub const COLUMNS: [&str; 9] = [
    "annee",
    "perimetre",
    "site",
    "source",
    "version",
    "date",
    "qualite",
    "statut",
    "note",
];

/// What a table holds whose every line is a declaration.
#[derive(Clone, Copy, Debug)]
pub struct Declared {
    /// Its columns before those of a declaration.
    pub own: &'static [&'static str],
    pub needed: &'static [&'static str],
}

/// The nouns of the lines of a table; a line with a fault is left out.
pub fn read_declared<T>(
    table: &Table,
    declared: Declared,
    diagnostics: &mut Diagnostics,
    line: impl Fn(&Row, &mut Diagnostics) -> Result<T, Refused>,
) -> Vec<T> {
    let expected = Expected {
        known: &[declared.own, &COLUMNS],
        needed: declared.needed,
        mapped: &BTreeMap::new(),
    };
    let Some(columns) = Columns::of(table, expected, diagnostics) else {
        return Vec::new();
    };
    let lines = columns.rows().filter_map(|row| line(&row, diagnostics).ok());
    lines.collect()
}

/// The declaration of a line; `subject` begins the sentence that refuses it: `Ce facteur de « serveur »`.
///
/// Every cell is read before the first fault decides.
pub fn declaration(
    row: &Row,
    subject: &str,
    data_year: i32,
    diagnostics: &mut Diagnostics,
) -> Result<Declaration, Refused> {
    let sourced = check_source(row, subject, diagnostics);
    let year = year(row, "annee", diagnostics);
    let perimeter = perimeter(row, diagnostics);
    let origin = origin(row, diagnostics);
    let example = is_example(row, diagnostics);
    sourced?;
    Ok(Declaration {
        year: year?.unwrap_or(data_year),
        perimeter: perimeter?.unwrap_or(Perimeter::Collectivite),
        site: row.text("site"),
        origin: origin?,
        note: row.text("note"),
        example: example?,
        place: row.place("source"),
    })
}

/// Refuses a number of which nobody could say where it comes from.
pub fn check_source(row: &Row, subject: &str, diagnostics: &mut Diagnostics) -> Result<(), Refused> {
    let mut sourced = Ok(());
    for (column, what) in [("source", "de source"), ("date", "de date")] {
        if is_missing(&row.text(column)) {
            sourced = Err(Refused);
            let message = format!("{subject} n’a pas {what} : il est refusé.");
            let help = "Écrivez qui le donne, et quand il a été publié ou lu : les deux sont imprimés à côté de lui.";
            diagnostics.push(Diagnostic::error(NO_SOURCE, row.place(column), message).help(help));
        }
    }
    sourced
}

/// The source of a number and its class: medium where the author says none.
pub fn origin(row: &Row, diagnostics: &mut Diagnostics) -> Result<FactorSource, Refused> {
    Ok(FactorSource {
        quality: quality(row, diagnostics)?.unwrap_or(Quality::Medium),
        source: row.text("source"),
        version: row.text("version"),
        date: row.text("date"),
    })
}

pub fn perimeter(row: &Row, diagnostics: &mut Diagnostics) -> Result<Option<Perimeter>, Refused> {
    let names = |perimeter: Perimeter| (perimeter.key(), perimeter.label());
    word(row, "perimetre", Perimeter::ALL, names, diagnostics)
}

pub fn quality(row: &Row, diagnostics: &mut Diagnostics) -> Result<Option<Quality>, Refused> {
    let names = |quality: Quality| (quality.key(), quality.label());
    word(row, "qualite", Quality::ALL, names, diagnostics)
}

pub fn is_example(row: &Row, diagnostics: &mut Diagnostics) -> Result<bool, Refused> {
    let names = |status: ObservationStatus| (status.key(), status.label());
    let status = word(row, "statut", ObservationStatus::ALL, names, diagnostics)?;
    Ok(status == Some(ObservationStatus::Example))
}
