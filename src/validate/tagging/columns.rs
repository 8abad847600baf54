//! The header of a tagging table: a line a prefix of accounts, a column an axis.

use super::super::header;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::french::quoted;
use crate::french::{folded, list};
use crate::load::{Cell, Table};
use std::collections::BTreeMap;

/// A tagging table lacks a column it cannot be read without.
const MISSING_COLUMN: Code = Code("M295");
/// A column of a tagging table that nothing reads.
const UNUSED_COLUMN: Code = Code("M296");

/// The columns that are read, as messages name them.
const KNOWN: [&str; 13] = [
    "nomenclature",
    "nature",
    "fonction",
    "axe_1",
    "axe_2",
    "axe_3",
    "axe_4",
    "axe_5",
    "axe_6",
    "auteur",
    "date",
    "statut",
    "note",
];
/// Columns that help whoever fills the table; `millesime cotation --csv` writes them.
const REMINDERS: [&str; 6] = [
    "intitule",
    "intitule_nature",
    "intitule_fonction",
    "montant",
    "exercice",
    "budget",
];
/// Another word for a column.
const ALIASES: [(&str, &str); 2] = [("compte", "nature"), ("service", "auteur")];
/// The first of the axes in `KNOWN`.
const FIRST_AXIS: usize = 3;
const AXES: usize = 6;

/// Where each column of a table stands.
pub(super) struct Columns<'a> {
    table: &'a Table,
    found: BTreeMap<&'static str, usize>,
}

/// A line of the table.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    columns: &'a Columns<'a>,
    cells: &'a [Cell],
}

impl<'a> Columns<'a> {
    /// The columns; none, and a fault, where a needed one is absent.
    pub fn of(table: &'a Table, diagnostics: &mut Diagnostics) -> Option<Self> {
        let mut found = BTreeMap::new();
        for (index, cell) in table.header.iter().enumerate() {
            let header = cell.content.display();
            let named = |name: &&&'static str| plain(name) == plain(&header);
            let alias = ALIASES.iter().find(|(word, _)| named(&word));
            let known = KNOWN.iter().find(named).copied();
            if let Some(name) = known.or(alias.map(|(_, name)| *name)) {
                found.entry(name).or_insert(index);
            } else if !plain(&header).is_empty() && !REMINDERS.iter().any(|name| named(&name)) {
                diagnostics.push(unused(cell, &header));
            }
        }
        let columns = Columns { table, found };
        let missing = columns.missing();
        if missing.is_empty() {
            return Some(columns);
        }
        let message = format!(
            "La table de cotation n’a pas de colonne {}. Elle a {}.",
            list(&missing),
            header::titles(table)
        );
        let help = "Donnez-lui l’en-tête « nature ; fonction ; axe_1 ; axe_6 ; auteur ; date » (un axe par colonne) ; « millesime cotation --csv » en prépare une.";
        diagnostics.push(Diagnostic::error(MISSING_COLUMN, header::place(table), message).help(help));
        None
    }

    pub fn rows(&'a self) -> impl Iterator<Item = Row<'a>> {
        self.table.rows.iter().map(|cells| Row { columns: self, cells })
    }

    /// The axes that have a column, each with its number.
    pub fn axes(&self) -> impl Iterator<Item = (&'static str, u8)> {
        let axes = KNOWN[FIRST_AXIS..FIRST_AXIS + AXES].iter().zip(1_u8..);
        let there = axes.filter(|(name, _)| self.found.contains_key(*name));
        there.map(|(name, number)| (*name, number))
    }

    fn missing(&self) -> Vec<String> {
        let absent = |name: &str| !self.found.contains_key(name);
        let mut missing = Vec::new();
        if absent("nature") && absent("fonction") {
            missing.push("« nature » (ou « fonction »)".to_owned());
        }
        if self.axes().next().is_none() {
            missing.push("« axe_1 »".to_owned());
        }
        missing.extend(
            ["auteur", "date"]
                .iter()
                .filter(|name| absent(name))
                .map(|name| quoted(name)),
        );
        missing
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
        let cell = self.cell(name).or(self.cells.first());
        cell.map_or_else(|| header::place(self.columns.table), |cell| cell.place.clone())
    }
}

/// A header as it is compared: `Axe 1`, `axe_1` and `AXE1` are the same.
fn plain(header: &str) -> String {
    folded(header)
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect()
}

fn unused(cell: &Cell, header: &str) -> Diagnostic {
    let help = header::help_for_unused(header, &KNOWN);
    let message = format!(
        "La colonne {} de la table de cotation n’est pas utilisée : son nom n’est pas connu.",
        quoted(header.trim())
    );
    Diagnostic::warning(UNUSED_COLUMN, cell.place.clone(), message)
        .help(help)
        .raw(header)
}
