//! The tables that the program keeps of a collection, each a CSV that a spreadsheet opens: read back by their heads.
//!
//! They are its own: one that somebody changed otherwise than by its cells is refused, never guessed.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::error::Error;
use crate::french::list;
use crate::printed::{Column, Dialect, PrintedTable};
use crate::table::{self, Kind, Table};
use std::sync::Arc;

/// A table of the program that is no longer as it wrote it.
const NOT_OURS: Code = Code("M197");

/// The rows of a table, each with a text for each of its heads.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Register {
    pub heads: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl Register {
    pub fn with(heads: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Register {
            heads: heads.into_iter().map(Into::into).collect(),
            rows: Vec::new(),
        }
    }

    /// The table of a file; without a row where there is no such file, none where it is not the program’s.
    pub fn read(
        path: &str,
        bytes: Option<&Arc<[u8]>>,
        expected: &[&str],
        diagnostics: &mut Diagnostics,
    ) -> Option<Register> {
        let Some(bytes) = bytes else {
            return Some(Register::with(expected.iter().copied()));
        };
        let path: Arc<str> = path.into();
        // A table without a row is no fault here.
        let mut read = Diagnostics::default();
        let table = table::read(&path, bytes, Kind::Text, None, &mut read);
        let faults: Vec<Diagnostic> = read.sorted().into_iter().cloned().collect();
        let Some(table) = table else {
            diagnostics.extend(faults);
            return None;
        };
        let register = Register::of(&table);
        let missing: Vec<&str> = expected
            .iter()
            .copied()
            .filter(|head| !register.heads.iter().any(|known| known == head))
            .collect();
        if !missing.is_empty() {
            let message = format!(
                "« {path} », que le programme tient, n’a plus ses colonnes : {} manque.",
                list(&missing)
            );
            diagnostics.push(
                Diagnostic::error(NOT_OURS, Place::file(path.clone()), message).help(
                    "Remettez le fichier comme il était (millesime annuler, ou une copie), ou donnez-lui un autre nom : le programme en fera un nouveau.",
                ),
            );
            return None;
        }
        Some(register)
    }

    /// The cells of a table, as its author sees them.
    pub fn of(table: &Table) -> Register {
        let text = |cell: &table::Cell| cell.content.display();
        let heads: Vec<String> = table.header.iter().map(text).collect();
        let rows = table.rows.iter().map(|row| {
            let mut row: Vec<String> = row.iter().map(text).collect();
            row.resize(heads.len(), String::new());
            row
        });
        Register {
            rows: rows.collect(),
            heads,
        }
    }

    /// The text of a row under a head; empty where there is none.
    pub fn text<'r>(&self, row: &'r [String], head: &str) -> &'r str {
        let rank = self.heads.iter().position(|known| known == head);
        rank.and_then(|rank| row.get(rank)).map_or("", String::as_str)
    }

    pub fn bytes(&self) -> Result<Arc<[u8]>, Error> {
        let columns = self.heads.iter().map(|head| Column::text(head, head));
        let rows = self.rows.iter().map(|row| {
            let cells = row.iter().map(|text| text.as_str().into());
            cells.collect::<Vec<crate::printed::Cell>>()
        });
        PrintedTable::new(columns, rows).csv(Dialect::French)
    }
}
