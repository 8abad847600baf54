//! The rows of a source that a sum would count twice, or take for data: totals, and the notes under a table.
//!
//! Which rows they are is known to `form`; here stands whether a query leaves them out.

use crate::diagnostic::{Diagnostic, Place};
use crate::form::lines::found_apart;
use crate::french::{may_name_a_whole, plural, quoted};
use crate::table::{Cell, Content};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Names of totals that a help writes.
const WRITTEN: usize = 12;

/// The rows that one column tells apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RowsApart {
    pub column: String,
    texts: BTreeSet<String>,
    count: usize,
    first: Diagnostic,
}

/// Keeps a row that stands apart, under the column whose cell says so.
pub(super) fn learn(apart: &mut Vec<RowsApart>, names: &[String], row: &[&str], path: &Arc<str>, line: u32) {
    let filled = row.iter().filter(|value| !value.trim().is_empty()).count();
    if filled > 1 && !row.iter().any(|value| may_name_a_whole(value)) {
        return;
    }
    let cell = |value: &&str| Cell {
        content: match value.trim() {
            "" => Content::Empty,
            text => Content::Text(text.to_owned()),
        },
        place: Place::line(path.clone(), line, 0),
    };
    let cells: Vec<Cell> = row.iter().map(cell).collect();
    let Some(found) = found_apart(&cells) else { return };
    let column = row.iter().position(|value| value.trim() == found.raw);
    let Some(column) = column.and_then(|rank| names.get(rank)) else {
        return;
    };
    let text = found.raw.clone();
    let known = apart.iter_mut().find(|known| known.column == *column);
    match known {
        Some(known) => {
            known.count += 1;
            known.texts.insert(text);
        }
        None => apart.push(RowsApart {
            column: column.clone(),
            texts: BTreeSet::from([text]),
            count: 1,
            first: found,
        }),
    }
}

impl RowsApart {
    /// The fault of these rows where a query adds them to the others; none where it leaves them out.
    pub fn told(&self, sql: &str) -> Option<Diagnostic> {
        let upper = sql.to_uppercase();
        let filter = upper.split_once("WHERE").map_or("", |(_, filter)| filter);
        let named = self.texts.iter().filter(|text| sql.contains(text.as_str())).count();
        let filtered = filter.contains(&self.column.to_uppercase()) && (named == 0 || named == self.texts.len());
        if filtered {
            return None;
        }
        let literal = |text: &String| format!("'{}'", text.replace('\'', "''"));
        let literals: Vec<String> = self.texts.iter().take(WRITTEN).map(literal).collect();
        let column = match self
            .column
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        {
            true => self.column.clone(),
            false => format!("\"{}\"", self.column),
        };
        let condition = match literals.as_slice() {
            [only] => format!("WHERE {column} <> {only}"),
            _ => format!("WHERE {column} NOT IN ({})", literals.join(", ")),
        };
        let mut told = self.first.clone();
        if self.count > 1 {
            told.message = format!(
                "{} {} aussi.",
                told.message,
                plural(self.count - 1, "autre ligne", "autres lignes")
            );
        }
        Some(told.help(format!(
            "Retirez-la du fichier : la requête l’additionnerait aux autres ; ou écartez-la dans la requête : {}.",
            quoted(&condition)
        )))
    }
}
