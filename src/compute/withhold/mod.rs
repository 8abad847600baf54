//! Secondary secrecy: what must not be printed so that a secret cannot be found by a subtraction.
//!
//! A secret part beside the other parts and their whole is known to anyone who subtracts. So a second value of the sum
//! is withheld with it: the smallest of the other parts that is not zero; where there is none, the whole, then a zero. It becomes a
//! secret like the first, before any formula is evaluated, and every room prints what it finds. Another value is
//! withheld by its author, who only has to mark it secret.

mod noun;
mod relations;
mod system;

use super::Breakdown;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::french::{list, plural, quoted, years};
use crate::model::{Indicator, ObservationStatus, Point, Series, Value};
use noun::Known;
use relations::Cells;
use std::collections::{BTreeMap, BTreeSet};

/// A value is withheld, since a secret could be deduced from it.
const WITHHELD: Code = Code("M308");

/// A value that is withheld: of which part, in which year.
type Withheld = (BTreeMap<String, String>, i32);

/// Withholds what gives a secret away; the years in which something was, ascending.
pub fn withhold(
    indicator: &Indicator,
    headline: &mut Series,
    breakdowns: &mut [Breakdown],
    diagnostics: &mut Diagnostics,
) -> BTreeSet<i32> {
    let secret = |series: &Series| -> Vec<i32> {
        let points = series.points.iter().filter(|point| point.value == Value::Secret);
        points.map(|point| point.year).collect()
    };
    let parts = breakdowns.iter().map(|breakdown| &breakdown.series);
    let asked: BTreeSet<i32> = std::iter::once(&*headline).chain(parts).flat_map(secret).collect();
    if asked.is_empty() || breakdowns.is_empty() {
        return BTreeSet::new();
    }
    let contradicted = relations::contradicted(indicator, headline, breakdowns);
    let mut withheld: Vec<Withheld> = Vec::new();
    for year in asked {
        let mut cells = Cells::of(indicator, headline, breakdowns, year, &contradicted);
        while let Some(given_away) = cells.given_away() {
            let Some(chosen) = cells.choice(given_away) else { break };
            cells.known[chosen] = Known::Hidden;
            withheld.push((cells.keys[chosen].clone(), year));
        }
    }
    let places = withheld
        .iter()
        .map(|(key, year)| hide(key, *year, headline, breakdowns));
    let places: Vec<Option<Place>> = places.collect();
    if let Some(first) = places.into_iter().next() {
        diagnostics.push(told(indicator, &withheld, first));
    }
    withheld.into_iter().map(|(_, year)| year).collect()
}

/// Makes a secret of a value; where it stood.
fn hide(
    key: &BTreeMap<String, String>,
    year: i32,
    headline: &mut Series,
    breakdowns: &mut [Breakdown],
) -> Option<Place> {
    let series = match key.is_empty() {
        true => headline,
        false => &mut breakdowns.iter_mut().find(|breakdown| breakdown.key == *key)?.series,
    };
    let point = series.points.iter_mut().find(|point| point.year == year)?;
    withhold_point(point);
    point.places.first().cloned()
}

fn withhold_point(point: &mut Point) {
    point.value = Value::Secret;
    // A note may say the number that is not printed.
    point.note.clear();
    let marks: BTreeSet<ObservationStatus> = point.marks.iter().copied().chain([ObservationStatus::Secret]).collect();
    point.marks = marks.into_iter().collect();
}

fn told(indicator: &Indicator, withheld: &[Withheld], place: Option<Place>) -> Diagnostic {
    let (key, year) = &withheld[0];
    let of = |key: &BTreeMap<String, String>| match key.is_empty() {
        true => "l’ensemble".to_owned(),
        false => {
            let parts: Vec<String> = key.values().map(|part| quoted(part)).collect();
            list(&parts)
        }
    };
    let others: BTreeSet<i32> = withheld[1..].iter().map(|(_, year)| *year).collect();
    let others: Vec<i32> = others.into_iter().collect();
    let more = match withheld.len() - 1 {
        0 => String::new(),
        count => format!(
            " ; {} aussi ({})",
            plural(count, "autre valeur", "autres valeurs"),
            years(&others)
        ),
    };
    let message = format!(
        "{}, {year} : une valeur secrète se déduirait des autres ; {} n’est pas imprimé non plus{more}.",
        quoted(indicator.id.as_str()),
        of(key),
    );
    Diagnostic::warning(WITHHELD, place, message).help(
        "Rien à faire si ce choix convient. Pour retenir une autre valeur, écrivez « secret » dans la colonne « statut » de sa ligne ; pour imprimer toutes les parties connues, retirez la ligne d’ensemble.",
    )
}

#[cfg(test)]
mod tests;
