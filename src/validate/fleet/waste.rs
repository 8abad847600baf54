//! The weight of the waste equipment of a year, as the collectivité’s slips or its éco-organisme give it.

use super::cells::{Refused, amount, refuse_blank};
use super::columns::{Columns, Expected, Row};
use super::declaration::declaration;
use super::noun::Waste;
use crate::diagnostic::Diagnostics;
use crate::load::Table;
use std::collections::BTreeMap;

const KNOWN: [&str; 10] = [
    "kg",
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

/// The weights of a table.
pub fn read(table: &Table, data_year: i32, diagnostics: &mut Diagnostics) -> Vec<Waste> {
    let expected = Expected {
        known: &KNOWN,
        needed: &["kg", "annee", "source", "date"],
        mapped: &BTreeMap::new(),
    };
    let Some(columns) = Columns::of(table, expected, diagnostics) else {
        return Vec::new();
    };
    let waste = |row: Row| {
        let weight = amount(&row, "kg", diagnostics);
        let weight = weight.and_then(|value| value.ok_or_else(|| refuse_blank(&row, "kg", diagnostics)));
        let declaration = declaration(&row, "Ce poids de déchets", data_year, diagnostics)?;
        Ok(Waste {
            weight: weight?,
            declaration,
        })
    };
    columns.rows().map(waste).filter_map(Result::<_, Refused>::ok).collect()
}
