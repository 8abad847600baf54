//! What an indicator rests on, then and now: title, unit, definition, targets, reference, and every value published.

use super::Difference;
use crate::assess::Finding;
use crate::load::{PreviousAssessment, PreviousEdition};
use crate::model::{Series, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Part of a value that printing and reading it back may lose.
const PRINTED: f64 = 1e-9;

/// What differs, in the order in which it is told. Where the unit does, numbers are not compared.
pub fn differences(finding: &Finding, before: &PreviousAssessment, previous: &PreviousEdition) -> Vec<Difference> {
    let indicator = &finding.indicator;
    let mut found = Vec::new();
    let texts = [
        (before.title.as_ref(), &indicator.title),
        (before.unit.as_ref(), &indicator.unit),
        (before.definition.as_ref(), &indicator.definition),
    ];
    let texts = texts.map(|(then, now)| {
        then.filter(|then| !same_text(then, now))
            .map(|then| (then.clone(), now.clone()))
    });
    let [title, unit, definition] = texts;
    let one_unit = unit.is_none();
    found.extend(title.map(|(then, now)| Difference::Title { then, now }));
    found.extend(unit.map(|(then, now)| Difference::Unit { then, now }));
    found.extend(definition.map(|(then, now)| Difference::Definition { then, now }));
    if one_unit {
        found.extend(targets(finding, before));
        let reference = reference(finding, before);
        let told = match &reference {
            Some(Difference::Reference {
                now: Some((year, _)), ..
            }) => Some(*year),
            _ => None,
        };
        found.extend(reference);
        found.extend(values(finding, before, previous, told));
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

fn targets(finding: &Finding, before: &PreviousAssessment) -> Vec<Difference> {
    let now: BTreeMap<i32, f64> = finding
        .indicator
        .targets
        .iter()
        .map(|target| (target.year, target.value))
        .collect();
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

fn reference(finding: &Finding, before: &PreviousAssessment) -> Option<Difference> {
    let (then, now) = (before.baseline, finding.assessment.inputs.baseline);
    let hidden = then.is_some_and(|(year, _)| is_secret(&finding.headline, year));
    let equal = match (then, now) {
        (Some(then), Some(now)) => then.0 == now.0 && same(then.1, now.1),
        _ => then.is_none() && now.is_none(),
    };
    // Where no year is chosen, the first value is the reference: it is compared as a value.
    let chosen = finding.indicator.baseline.is_some() || then.is_some() && now.is_some();
    (!equal && !hidden && chosen).then_some(Difference::Reference { then, now })
}

fn is_secret(series: &Series, year: i32) -> bool {
    series.at(year).is_some_and(|point| point.value == Value::Secret)
}

/// The values published then that are others now; those of the whole first. `told` is a year of the whole said before.
fn values(
    finding: &Finding,
    before: &PreviousAssessment,
    previous: &PreviousEdition,
    told: Option<i32>,
) -> Vec<Difference> {
    let id = &finding.indicator.id;
    let published = |part: &str| match &previous.values {
        Some(values) => values.get(&(id.clone(), part.to_owned())).cloned().unwrap_or_default(),
        None if part.is_empty() => before.last.into_iter().collect(),
        None => BTreeMap::new(),
    };
    let parts = finding.breakdowns.iter().map(|part| (part.said(), &part.series));
    let mut found = Vec::new();
    for (part, series) in std::iter::once((String::new(), &finding.headline)).chain(parts) {
        for (year, then) in published(&part) {
            let now = series.at(year).and_then(|point| point.value.number());
            let differs = now.is_none_or(|now| !same(then, now));
            if differs && !is_secret(series, year) && !(part.is_empty() && told == Some(year)) {
                let part = part.clone();
                found.push(Difference::Value { part, year, then, now });
            }
        }
    }
    found
}
