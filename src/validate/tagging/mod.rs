//! The tagging tables of `data/budget/` become [`TransitionRule`]s: prefixes of accounts, a class by axis, who and when.
//!
//! Cells are typed here and every fault found; which line of a budget each one takes is for `compute`.

mod columns;
mod cells;
#[cfg(test)]
mod tests;

use crate::diagnostic::Diagnostics;
use crate::load::Table;
use crate::model::TransitionRule;
use cells::Refused;
use columns::{Columns, Row};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Every line that gives a class; one with a fault is left out, and the fault says why.
///
/// A line whose axes are all empty waits to be filled in: it says nothing yet.
pub(super) fn rules(tables: &[Table], diagnostics: &mut Diagnostics) -> Vec<TransitionRule> {
    let mut rules = Vec::new();
    for table in tables {
        if let Some(columns) = Columns::of(table, diagnostics) {
            let waiting = |row: &Row| columns.axes().all(|(axis, _)| row.text(axis).is_empty());
            let rows = columns.rows().filter(|row| !waiting(row));
            rules.extend(rows.filter_map(|row| rule(&columns, &row, diagnostics).ok()));
        }
    }
    rules
}

fn rule(columns: &Columns, row: &Row, diagnostics: &mut Diagnostics) -> Result<TransitionRule, Refused> {
    // Every cell is read before the first fault decides: one fault never hides the next.
    let codes = cells::codes(row, diagnostics);
    let mut ratings = BTreeMap::new();
    let mut sound = true;
    for (column, axis) in columns.axes() {
        match cells::rating(row, column, diagnostics) {
            Ok(rating) => ratings.extend(rating.map(|rating| (axis, rating))),
            Err(Refused) => sound = false,
        }
    }
    let author = cells::author(row, diagnostics);
    let date = cells::date(row, diagnostics);
    let example = cells::example(row, diagnostics);
    let norm = row.text("nomenclature").to_uppercase();
    let (nature, function) = codes?;
    let rule = TransitionRule {
        norm: if norm.is_empty() { "M57".to_owned() } else { norm },
        nature,
        function,
        ratings,
        author: Arc::from(author?),
        date: date?,
        example: example?,
        place: row.place("nature"),
    };
    if sound { Ok(rule) } else { Err(Refused) }
}
