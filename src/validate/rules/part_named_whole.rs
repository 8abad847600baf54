//! A category that is the whole of the others: « Total » beside « A » and « B » would be added to them.

use super::whole_differs::{Parts, cause, difference};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::french::{Whole, capital, may_be_the_whole_of_others, names_a_whole, names_what_is_included, quoted};
use crate::model::{Indicator, adds_up};
use crate::validate::line::Reading;
use std::collections::BTreeMap;

/// A category whose name, or whose values, are those of the whole.
const PART_NAMED_WHOLE: Code = Code("M243");

/// Years in which a category is the sum of the others before its name is doubted.
const SUMS: usize = 3;
/// Figures that its values must have together, where there are fewer years: 12 is 5 and 7 by chance, 184 237 is no sum by chance.
const FIGURES: usize = 6;

/// A category of a column of disaggregation.
type Category<'a> = (&'a str, &'a str);

/// The rows that one column tells apart, by that column, the year, and the rest of the disaggregation.
type Groups<'a> = BTreeMap<GroupKey<'a>, Vec<Member<'a>>>;
type GroupKey<'a> = (&'a str, i32, Vec<(&'a str, &'a str)>);

/// A row of a group, and what the name of its category says: read once, since each row is held against all the others.
#[derive(Clone, Copy)]
struct Member<'a> {
    reading: &'a Reading<'a>,
    value: &'a str,
    named: Option<Whole>,
}

/// Refuses, once a category, what its name says to be a whole; warns of what its values alone say.
pub fn check(indicator: &Indicator, readings: &[&Reading], diagnostics: &mut Diagnostics) {
    let mut groups = Groups::new();
    for &reading in readings {
        for (column, value) in &reading.observation.breakdown {
            let named = names_a_whole(value);
            let group = groups.entry(group_key(reading, column)).or_default();
            group.push(Member { reading, value, named });
        }
    }
    let mut held: BTreeMap<Category, Vec<(&Reading, &[Member])>> = BTreeMap::new();
    for &reading in readings {
        for (column, value) in &reading.observation.breakdown {
            if let Some(group) = groups.get(&group_key(reading, column)).filter(|group| group.len() > 1) {
                held.entry((column, value))
                    .or_default()
                    .push((reading, group.as_slice()));
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

/// The rows of a group that are of other categories, and that are not plainly wholes themselves.
fn others<'a>(group: &[Member<'a>], value: &str) -> Parts<'a> {
    let others = group.iter().filter(|other| other.value != value);
    let parts = others.filter(|other| matches!(other.named, None | Some(Whole::Of)));
    parts.map(|other| other.reading).collect()
}

/// In how many years a test of a row and of the others of its group holds; none as soon as it fails in one.
fn years(held: &[(&Reading, &[Member])], test: impl Fn(&Reading, &[Member]) -> Option<bool>) -> usize {
    let counted = held.iter().try_fold(0, |years, (row, group)| match test(row, group) {
        Some(true) => Some(years + 1),
        Some(false) => None,
        None => Some(years),
    });
    counted.unwrap_or(0)
}

/// Whether a row is the sum of those that stand just above it; none where a number is not known.
fn sums_those_above(row: &Reading, others: &Parts) -> Option<bool> {
    let whole = row.observation.value.number()?;
    let place = &row.observation.place;
    let mut above: Vec<&&Reading> = others
        .iter()
        .filter(|other| other.observation.place.file == place.file && other.observation.place < *place)
        .collect();
    above.sort_by(|left, right| right.observation.place.cmp(&left.observation.place));
    let mut numbers = Vec::new();
    for other in above {
        numbers.push(other.observation.value.number()?);
        if numbers.len() > 1 && adds_up(whole, &numbers) {
            return Some(true);
        }
    }
    Some(false)
}

/// How many figures the numbers of these rows have together, the zeros that end them aside.
fn figures(held: &[(&Reading, &[Member])]) -> usize {
    let numbers = held.iter().filter_map(|(row, _)| row.observation.value.number());
    let figures = |number: f64| {
        let text = number.abs().to_string();
        let digits = text.chars().filter(char::is_ascii_digit).collect::<String>();
        digits.trim_matches('0').len()
    };
    numbers.map(figures).sum()
}

fn fault(indicator: &Indicator, category: Category, held: &[(&Reading, &[Member])]) -> Option<Diagnostic> {
    let (first, group) = held.first()?;
    let (column, value) = category;
    // Each of these looks at whole groups: only where the name leaves it open.
    let beside_parts = || group.iter().any(|other| other.value != value && other.named.is_none());
    let summed = || {
        years(held, |row, group| {
            let others = others(group, value);
            (others.len() > 1).then(|| difference(row, &others).map(|gap| gap.is_none()))?
        })
    };
    let above = || years(held, |row, group| sums_those_above(row, &others(group, value)));
    let (what, gesture) = match names_a_whole(value) {
        Some(Whole::Total | Whole::Everything) => ("est un total", Gesture::Empty),
        Some(Whole::Subtotal) if beside_parts() => ("est un sous-total", Gesture::Remove),
        Some(Whole::Of) if summed() > 0 => ("est la somme des autres", Gesture::Empty),
        Some(Whole::Of) if beside_parts() && above() > 0 => {
            ("est la somme des lignes qui la précèdent", Gesture::Remove)
        }
        Some(Whole::Of) if beside_parts() => ("porte le nom d’un total, sans être la somme des autres", Gesture::Ask),
        None if may_be_the_whole_of_others(value) && summed() > 0 => ("est la somme des autres", Gesture::Empty),
        None if held.len() >= SUMS && summed() >= SUMS => ("est chaque année la somme des autres", Gesture::Ask),
        None if figures(held) >= FIGURES && summed() == held.len() => ("est la somme des autres", Gesture::Ask),
        None if names_what_is_included(value) && beside_parts() => {
            ("se dit comprise dans une autre (« dont »)", Gesture::Included)
        }
        _ => return None,
    };
    let comes_of_it = match gesture {
        Gesture::Included => "elle serait comptée, et dessinée, une seconde fois",
        Gesture::Ask => "si c’en est un total, elle est comptée, et dessinée, avec ses propres parties",
        _ => "elle serait comptée, et dessinée, avec ses propres parties",
    };
    let message = format!(
        "La catégorie {} ({column}) de l’indicateur {} {what} : {comes_of_it}.",
        quoted(value),
        quoted(indicator.id.as_str()),
    );
    let place = first.place_of(value).clone();
    let empty = "videz la case : sans ventilation, la ligne est celle de l’ensemble. S’il y en a déjà une pour l’année, supprimez celle-ci";
    let remove = "supprimez la ligne : les parties qu’elle additionne sont déjà là";
    Some(
        match gesture {
            Gesture::Empty => {
                Diagnostic::error(PART_NAMED_WHOLE, place, message).help(format!("{}.", capital(empty)))
            }
            Gesture::Remove => {
                Diagnostic::error(PART_NAMED_WHOLE, place, message).help(format!("{}.", capital(remove)))
            }
            Gesture::Included => Diagnostic::warning(PART_NAMED_WHOLE, place, message).help(
                "Si une autre ligne la compte déjà, supprimez-la ; si c’est une partie comme les autres, ôtez « dont » de son nom.",
            ),
            Gesture::Ask => Diagnostic::warning(PART_NAMED_WHOLE, place, message).help(format!(
                "Si c’est le total de toutes les autres, {empty}. Si c’est celui de quelques-unes, {remove}. Si c’est une partie, ne changez rien."
            )),
        }
        .spoils(cause(indicator))
        .raw(value),
    )
}

/// What is to be done with the row of a whole.
enum Gesture {
    Empty,
    Remove,
    Included,
    Ask,
}
