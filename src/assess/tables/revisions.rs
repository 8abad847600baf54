//! The values that an edition published and that are others now: both, their difference, and why.

use crate::assess::{Difference, EditionChange, EditionChanges, Report};
use crate::french;
use crate::model::Anchor;
use crate::printed::{Cell, Column, PrintedTable};
use std::collections::BTreeSet;

/// A value, the change that it is of, its part and its year.
type Revision<'a> = (&'a EditionChange, &'a str, i32, f64, Option<f64>);

impl Report {
    /// The values revised since the last edition; none where none is, or there is no last edition.
    pub fn revisions_table(&self) -> Option<PrintedTable> {
        let table = revised(self.changes.as_ref()?, ["Publiée", "Révisée"]);
        table.unless_empty()
    }
}

/// Every revised value, under these two heads.
pub(super) fn revised(changes: &EditionChanges, heads: [&str; 2]) -> PrintedTable {
    let all: Vec<Revision<'_>> = changes.changes.iter().flat_map(of).collect();
    PrintedTable::each(&all)
        .data("indicateur", |(change, ..)| change.indicator.as_str())
        .text("titre", "Indicateur", |(change, part, ..)| {
            let unit = Some(change.unit.as_str()).filter(|unit| !unit.is_empty());
            let unit = unit.map(|unit| format!("en {unit}"));
            let part = Some(part.replace('=', " : ")).filter(|part| !part.is_empty());
            let under: Vec<String> = part.into_iter().chain(unit).collect();
            let named = Cell::text(&*change.title).naming(Anchor::Indicator(change.indicator.clone()));
            named.over((!under.is_empty()).then(|| under.join(", ")))
        })
        .data("ventilation", |(_, part, ..)| *part)
        .data("unite", |(change, ..)| change.unit.as_str())
        .column(Column::number("annee", "Année"), |(_, _, year, ..)| Cell::whole(*year))
        .number("publiee", heads[0], |(_, _, _, then, now)| {
            Cell::number(*then, decimals(*then, *now))
        })
        .number("revisee", heads[1], |(_, _, _, then, now)| {
            now.map(|value| Cell::number(value, decimals(*then, *now)))
        })
        .number("ecart", "Écart", |(_, _, _, then, now)| {
            let decimals = decimals(*then, *now);
            now.map(|now| Cell::number(now - then, decimals).said(french::signed(now - then, decimals)))
        })
        .text("raison", "Raison", |(change, _, year, ..)| {
            change.reasons.get(year).map(|reason| Cell::text(reason.as_str()))
        })
        .table()
}

fn of(change: &EditionChange) -> Vec<Revision<'_>> {
    let values = change.differences.iter().filter_map(|difference| match difference {
        Difference::Value { part, year, then, now } => Some((change, part.as_str(), *year, *then, *now)),
        _ => None,
    });
    values.collect()
}

fn decimals(then: f64, now: Option<f64>) -> usize {
    let numbers: Vec<f64> = std::iter::once(then).chain(now).collect();
    telling(&numbers)
}

/// The decimals at which numbers are told apart, and one more: every digit of a quotient tells nothing.
pub(super) fn telling(numbers: &[f64]) -> usize {
    if numbers.iter().all(|number| number.fract() == 0.0) {
        return 0;
    }
    let all = french::decimals_for_ticks(numbers);
    let told_apart = |decimals: &usize| {
        let said: BTreeSet<String> = numbers
            .iter()
            .map(|number| french::number(*number, *decimals))
            .collect();
        said.len() == numbers.len()
    };
    (0..all).find(told_apart).map_or(all, |decimals| all.min(decimals + 1))
}

#[cfg(test)]
mod tests {
    use super::telling;

    #[test]
    fn two_numbers_have_the_decimals_that_tell_them_apart_and_one_more() {
        assert_eq!(telling(&[93_500.0, 93_900.0]), 0);
        assert_eq!(telling(&[402.605_91, 403.497_124]), 2);
        assert_eq!(telling(&[4.25, 4.3]), 2);
        assert_eq!(telling(&[3.5]), 1);
    }
}
