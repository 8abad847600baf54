//! A category that is the whole of the others: « Total » beside « A » and « B » would be added to them.

use super::whole_differs::{Parts, difference};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::french::{Whole, capital, names_a_whole, quoted};
use crate::model::Indicator;
use crate::validate::line::Reading;
use std::collections::BTreeMap;

/// A category whose name, or whose values, are those of the whole.
const PART_NAMED_WHOLE: Code = Code("M243");

/// Years in which a category is the sum of the others before its name is doubted.
const SUMS: usize = 3;

/// A category of a column of disaggregation.
type Category<'a> = (&'a str, &'a str);

/// The rows that one column tells apart, by that column, the year, and the rest of the disaggregation.
type Groups<'a> = BTreeMap<GroupKey<'a>, Parts<'a>>;
type GroupKey<'a> = (&'a str, i32, Vec<(&'a str, &'a str)>);

/// Refuses, once a category, what its name says to be a whole; warns of what its values alone say.
pub fn check(indicator: &Indicator, readings: &[&Reading], diagnostics: &mut Diagnostics) {
    let mut groups = Groups::new();
    for &reading in readings {
        for column in reading.observation.breakdown.keys() {
            groups.entry(group_key(reading, column)).or_default().push(reading);
        }
    }
    let mut held: BTreeMap<Category, Vec<(&Reading, &Parts)>> = BTreeMap::new();
    for &reading in readings {
        for (column, value) in &reading.observation.breakdown {
            if let Some(group) = groups.get(&group_key(reading, column)).filter(|group| group.len() > 1) {
                held.entry((column, value)).or_default().push((reading, group));
            }
        }
    }
    diagnostics.extend(
        held.iter()
            .filter_map(|(category, held)| fault(indicator, *category, held)),
    );
}

fn group_key<'a>(reading: &'a Reading, column: &'a str) -> GroupKey<'a> {
    let rest = reading
        .observation
        .breakdown
        .iter()
        .filter(|(other, _)| *other != column);
    let rest = rest.map(|(other, value)| (other.as_str(), value.as_str()));
    (column, reading.observation.year, rest.collect())
}

/// The rows of a group that are of other categories of its column.
fn others<'a>(group: &Parts<'a>, (column, value): Category) -> Parts<'a> {
    let is_other = |row: &&&Reading| {
        row.observation
            .breakdown
            .get(column)
            .is_some_and(|other| other != value)
    };
    group.iter().filter(is_other).copied().collect()
}

fn fault(indicator: &Indicator, category: Category, held: &[(&Reading, &Parts)]) -> Option<Diagnostic> {
    let (first, _) = held.first()?;
    let (column, value) = category;
    // Years in which it is the sum of the others; none as soon as it is not in one of them.
    let mut several = held.iter().filter(|(_, group)| group.len() > 2);
    let summed = several.try_fold(0, |years, (row, group)| {
        match difference(row, &others(group, category)) {
            Some(None) => Some(years + 1),
            Some(Some(_)) => None,
            None => Some(years),
        }
    });
    let summed = summed.unwrap_or(0);
    let (what, sure) = match names_a_whole(value) {
        Some(Whole::Total | Whole::Everything) => ("est un total", true),
        Some(Whole::Of) if summed > 0 => ("est la somme des autres", true),
        None if summed >= SUMS => ("est chaque année la somme des autres", false),
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
