//! The header of a table of `data/parc/`: which column holds what, by its own name or by that of `rapport.yaml`.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::french::quoted;
use crate::french::{folded, list, nearest};
use crate::load::{Cell, Table};
use crate::validate::header;
use std::collections::BTreeMap;

/// A table of `data/parc/` lacks a column it cannot be read without.
const MISSING_COLUMN: Code = Code("M260");
/// `rapport.yaml` names a header that the inventory does not have.
const MAPPED_COLUMN_ABSENT: Code = Code("M261");
/// A column of `data/parc/` that nothing reads.
const UNUSED_COLUMN: Code = Code("M262");

/// The columns of a table, by name.
#[derive(Debug)]
pub struct Columns<'a> {
    table: &'a Table,
    found: BTreeMap<&'static str, usize>,
}

/// What a kind of table may hold.
#[derive(Clone, Copy, Debug)]
pub struct Expected<'a> {
    /// Those of its own, then those it shares with other kinds.
    pub known: &'a [&'static [&'static str]],
    pub needed: &'static [&'static str],
    /// Name of a column → its header; where it is not empty, no other column is read.
    pub mapped: &'a BTreeMap<&'static str, String>,
}

/// A line of the table.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    columns: &'a Columns<'a>,
    cells: &'a [Cell],
}

impl<'a> Columns<'a> {
    /// The columns; none, and a fault, where a needed one is absent.
    pub fn of(table: &'a Table, expected: Expected, diagnostics: &mut Diagnostics) -> Option<Self> {
        let known: Vec<&'static str> = expected.known.concat();
        let found = if expected.mapped.is_empty() {
            let known = known.iter().copied();
            known.filter_map(|name| Some((name, index(table, name)?))).collect()
        } else {
            mapped(table, expected.mapped, diagnostics)
        };
        let columns = Columns { table, found };
        if !columns.has_all(expected, diagnostics) {
            return None;
        }
        // Told after what lacks: a table of another kind would bring a warning a column.
        if expected.mapped.is_empty() {
            warn_of_unused(table, &known, diagnostics);
        }
        Some(columns)
    }

    pub fn has(&self, name: &str) -> bool {
        self.found.contains_key(name)
    }

    pub fn rows(&'a self) -> impl Iterator<Item = Row<'a>> {
        self.table.rows.iter().map(|cells| Row { columns: self, cells })
    }

    fn has_all(&self, expected: Expected, diagnostics: &mut Diagnostics) -> bool {
        let missing = expected.needed.iter().filter(|name| !self.has(name));
        let missing: Vec<String> = missing.map(|name| quoted(name)).collect();
        if missing.is_empty() {
            return true;
        }
        let message = format!(
            "La table n’a pas de colonne {}. Elle a {}.",
            list(&missing),
            header::titles(self.table)
        );
        let help = match expected.needed {
            ["type"] => "Renommez la colonne, ou dites son titre dans rapport.yaml (parc: {colonnes: …}) s’il s’agit de l’export d’un outil de gestion de parc.".to_owned(),
            needed => format!("Écrivez un en-tête qui contient : {}.", needed.join(" ; ")),
        };
        diagnostics.push(Diagnostic::error(MISSING_COLUMN, header::place(self.table), message).help(help));
        false
    }
}

impl<'a> Row<'a> {
    /// The cell of a column; none where the table or the line has none.
    pub fn cell(&self, name: &str) -> Option<&'a Cell> {
        self.cells.get(*self.columns.found.get(name)?)
    }

    /// The text of a column; empty where there is none.
    pub fn text(&self, name: &str) -> String {
        let cell = self.cell(name);
        cell.map(|cell| cell.content.display().trim().to_owned())
            .unwrap_or_default()
    }

    /// Where the cell of a column stands, or the line where it has no such cell.
    pub fn place(&self, name: &str) -> Place {
        let cell = self.cell(name).or(self.cells.last());
        cell.map_or_else(|| header::place(self.columns.table), |cell| cell.place.clone())
    }

    pub fn has(&self, name: &str) -> bool {
        self.columns.has(name)
    }
}

fn index(table: &Table, header: &str) -> Option<usize> {
    let wanted = folded(header);
    let mut headers = table.header.iter();
    headers.position(|cell| folded(&cell.content.display()) == wanted)
}

fn mapped(
    table: &Table,
    headers: &BTreeMap<&'static str, String>,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<&'static str, usize> {
    let mut found = BTreeMap::new();
    for (name, header) in headers {
        if let Some(index) = index(table, header) {
            found.insert(*name, index);
            continue;
        }
        let message = format!(
            "La table n’a pas la colonne {}, que rapport.yaml donne pour {}.",
            quoted(header),
            quoted(name)
        );
        let there: Vec<String> = table.header.iter().map(|cell| cell.content.display()).collect();
        let help = match nearest(header, there.iter().map(String::as_str)) {
            Some(meant) => format!("Écrivez {} dans rapport.yaml.", quoted(meant)),
            None => "Corrigez le titre dans rapport.yaml (parc, colonnes), ou retirez cette ligne.".to_owned(),
        };
        diagnostics.push(Diagnostic::error(MAPPED_COLUMN_ABSENT, header::place(table), message).help(help));
    }
    found
}

fn warn_of_unused(table: &Table, known: &[&str], diagnostics: &mut Diagnostics) {
    for cell in &table.header {
        let header = cell.content.display();
        let word = folded(&header);
        if word.is_empty() || known.contains(&word.as_str()) {
            continue;
        }
        let help = header::help_for_unused(&header, known);
        let message = format!(
            "La colonne {} n’est pas utilisée : son nom n’est pas connu.",
            quoted(header.trim())
        );
        diagnostics.push(
            Diagnostic::warning(UNUSED_COLUMN, cell.place.clone(), message)
                .help(help)
                .raw(header),
        );
    }
}
