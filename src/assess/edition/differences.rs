//! What an indicator rests on, then and now: title, unit, definition, targets, method, reference, and every value published.

use super::{Difference, Facts};
use crate::load::{PreviousAssessment, PreviousEdition};
use crate::model::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Part of a value that printing and reading it back may lose.
const PRINTED: f64 = 1e-9;

/// What differs, in the order in which it is told. Where the unit does, numbers are not compared.
pub fn differences(now: &Facts<'_>, before: &PreviousAssessment, previous: &PreviousEdition) -> Vec<Difference> {
    let mut found = Vec::new();
    let texts = [
        (before.title.as_deref(), Some(&*now.title)),
        (before.unit.as_deref(), now.unit),
        (before.definition.as_deref(), now.definition),
    ];
    let texts = texts.map(|(then, now)| {
        let (then, now) = then.zip(now)?;
        (!same_text(then, now)).then(|| (then.to_owned(), now.to_owned()))
    });
    let [title, unit, definition] = texts;
    let one_unit = unit.is_none();
    found.extend(title.map(|(then, now)| Difference::Title { then, now }));
    found.extend(unit.map(|(then, now)| Difference::Unit { then, now }));
    found.extend(definition.map(|(then, now)| Difference::Definition { then, now }));
    let methods = before.method.zip(now.method).filter(|(then, now)| then != now);
    if one_unit {
        found.extend(targets(now, before));
        found.extend(methods.map(|(then, now)| Difference::Method { then, now }));
        let reference = reference(now, before);
        let told = match &reference {
            Some(Difference::Reference {
                now: Some((year, _)), ..
            }) => Some(*year),
            _ => None,
        };
        found.extend(reference);
        found.extend(values(now, before, previous, told));
    }
    found
}

/// Spaces and line breaks tell no two texts apart.
fn same_text(left: &str, right: &str) -> bool {
    left.split_whitespace().eq(right.split_whitespace())
}

pub fn same(left: f64, right: f64) -> bool {
    (left - right).abs() <= PRINTED * left.abs().max(right.abs())
}

fn targets(now: &Facts<'_>, before: &PreviousAssessment) -> Vec<Difference> {
    let Some(now) = &now.targets else {
        return Vec::new();
    };
    // An edition that published only the target it looked at says nothing of the others.
    let (then, years): (BTreeMap<i32, f64>, BTreeSet<i32>) = match &before.targets {
        Some(then) => (then.clone(), then.keys().chain(now.keys()).copied().collect()),
        None => (
            before.target.into_iter().collect(),
            before.target.iter().map(|target| target.0).collect(),
        ),
    };
    let differs = |year: &i32| match (then.get(year), now.get(year)) {
        (Some(then), Some(now)) => !same(*then, *now),
        _ => true,
    };
    let different = years.into_iter().filter(differs);
    different
        .map(|year| Difference::Target {
            year,
            then: then.get(&year).copied(),
            now: now.get(&year).copied(),
        })
        .collect()
}

fn reference(facts: &Facts<'_>, before: &PreviousAssessment) -> Option<Difference> {
    let (then, now) = (before.baseline, facts.baseline);
    let hidden = then.is_some_and(|(year, _)| is_secret(facts, "", year));
    let equal = match (then, now) {
        (Some(then), Some(now)) => then.0 == now.0 && same(then.1, now.1),
        _ => then.is_none() && now.is_none(),
    };
    // Where no year is chosen, the first value is the reference: it is compared as a value.
    let chosen = facts.is_chosen || then.is_some() && now.is_some();
    (!equal && !hidden && chosen).then_some(Difference::Reference { then, now })
}

fn is_secret(facts: &Facts<'_>, part: &str, year: i32) -> bool {
    facts.value(part, year) == Some(Value::Secret)
}

/// The values published then that are others now; those of the whole first. `told` is a year of the whole said before.
fn values(
    facts: &Facts<'_>,
    before: &PreviousAssessment,
    previous: &PreviousEdition,
    told: Option<i32>,
) -> Vec<Difference> {
    let published = |part: &str| match &previous.values {
        Some(values) => {
            let of_part = values.get(&(facts.id.clone(), part.to_owned()));
            of_part.cloned().unwrap_or_default()
        }
        None if part.is_empty() => before.last.into_iter().collect(),
        None => BTreeMap::new(),
    };
    let mut found = Vec::new();
    for part in facts.values.keys() {
        for (year, then) in published(part) {
            let value = facts.value(part, year);
            let now = value.and_then(Value::number);
            let differs = now.is_none_or(|now| !same(then, now));
            // What a file of values does not hold may be secret as well as gone.
            let known = facts.is_whole || value.is_some();
            if differs && known && !is_secret(facts, part, year) && !(part.is_empty() && told == Some(year)) {
                let part = part.clone();
                found.push(Difference::Value { part, year, then, now });
            }
        }
    }
    found
}
