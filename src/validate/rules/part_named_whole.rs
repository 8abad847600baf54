//! A category that is the whole of the others: « Total » beside « A » and « B » would be added to them.

use super::whole_differs::{Parts, difference};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::french::{Whole, capital, names_a_whole, quoted};
use crate::model::Indicator;
use crate::validate::line::Reading;
use std::collections::{BTreeMap, BTreeSet};

/// A category whose name, or whose values, are those of the whole.
const PART_NAMED_WHOLE: Code = Code("M243");

/// Years in which a category is the sum of the others before its name is doubted.
const SUMS: usize = 3;

/// A category of a column of disaggregation.
type Category<'a> = (&'a str, &'a str);

/// Refuses, once a category, what its name says to be a whole; warns of what its values alone say.
pub fn check(indicator: &Indicator, readings: &[&Reading], diagnostics: &mut Diagnostics) {
    let categories: BTreeSet<Category> = readings
        .iter()
        .flat_map(|reading| &reading.observation.breakdown)
        .map(|(column, value)| (column.as_str(), value.as_str()))
        .collect();
    for category in categories {
        let rows = readings.iter().copied().filter(|reading| belongs(reading, category));
        let held: Vec<(&Reading, Parts)> = rows
            .map(|row| (row, beside(row, readings, category)))
            .filter(|(_, parts)| !parts.is_empty())
            .collect();
        diagnostics.extend(fault(indicator, category, &held));
    }
}

fn belongs(reading: &Reading, (column, value): Category) -> bool {
    let found = reading.observation.breakdown.get(column);
    found.is_some_and(|found| found == value)
}

/// The rows of the other categories of the column, the rest of the disaggregation and the year being the same.
fn beside<'a>(row: &Reading, readings: &[&'a Reading<'a>], (column, value): Category) -> Parts<'a> {
    let without = |breakdown: &BTreeMap<String, String>| {
        let mut rest = breakdown.clone();
        rest.remove(column);
        rest
    };
    let rest = without(&row.observation.breakdown);
    let beside = readings.iter().copied().filter(|other| {
        let found = other.observation.breakdown.get(column);
        other.observation.year == row.observation.year
            && found.is_some_and(|found| found != value)
            && without(&other.observation.breakdown) == rest
    });
    beside.collect()
}

fn fault(indicator: &Indicator, category: Category, held: &[(&Reading, Parts)]) -> Option<Diagnostic> {
    let (first, _) = held.first()?;
    let (column, value) = category;
    let sums: Vec<bool> = held
        .iter()
        .filter(|(_, parts)| parts.len() > 1)
        .filter_map(|(row, parts)| Some(difference(row, parts)?.is_none()))
        .collect();
    let is_sum = !sums.is_empty() && sums.iter().all(|sums| *sums);
    let (what, sure) = match names_a_whole(value) {
        Some(Whole::Total | Whole::Everything) => ("est un total", true),
        Some(Whole::Of) if is_sum => ("est la somme des autres", true),
        None if is_sum && sums.len() >= SUMS => ("est chaque année la somme des autres", false),
        Some(Whole::Of) | None => return None,
    };
    let message = format!(
        "La catégorie {} ({column}) de l’indicateur {} {what} : elle serait comptée, et dessinée, avec ses propres parties.",
        quoted(value),
        quoted(indicator.id.as_str()),
    );
    let place = first.observation.place.clone();
    let empty = "videz la case : sans ventilation, la ligne est celle de l’ensemble. S’il y en a déjà une pour l’année, supprimez celle-ci";
    Some(
        match sure {
            true => Diagnostic::error(PART_NAMED_WHOLE, place, message).help(format!("{}.", capital(empty))),
            false => Diagnostic::warning(PART_NAMED_WHOLE, place, message)
                .help(format!("Si c’est leur total, {empty} ; sinon, ne changez rien.")),
        }
        .raw(value),
    )
}
