//! The few turns of phrase that several parts of the context share.
//!
//! Numbers and punctuation themselves belong to `french`.

use crate::assess::Finding;
use crate::french;
use crate::model::{Indicator, Money, ObservationStatus, Point, ShownStatus, Source, Status};
use serde::Serialize;
use std::collections::BTreeMap;

/// A status as a template receives it: the key of its shape and colour, and its word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StatusWord {
    pub key: &'static str,
    pub label: &'static str,
}

/// The status of an indicator.
pub fn status_word(finding: &Finding) -> StatusWord {
    let ShownStatus { key, label } = finding.assessment.status.shown(finding.indicator.direction);
    StatusWord { key, label }
}

/// Something the author may have left empty.
pub fn optional(text: &str) -> Option<String> {
    let written = french::punctuate(text.trim());
    (!written.is_empty()).then_some(written)
}

/// How those stand that have a target or a level to keep, in one sentence; none where there is none.
pub fn against_targets(counts: &BTreeMap<Status, usize>) -> Option<String> {
    let sum = |statuses: &[Status]| -> usize { statuses.iter().filter_map(|status| counts.get(status)).sum() };
    let kept = sum(&[Status::Reached, Status::OnTrack, Status::Maintained]);
    let late = sum(&[
        Status::ToAccelerate,
        Status::Insufficient,
        Status::Missed,
        Status::OutOfTolerance,
    ]);
    let falling = sum(&[Status::Regressing]);
    let judged = kept + late + falling;
    (judged > 0).then(|| {
        format!(
            "{} à une cible ou à un maintien : {kept} au rendez-vous, {late} en retard, {falling} en recul.",
            french::plural(judged, "rapporté", "rapportés")
        )
    })
}

/// A unit after a value, with which a noun agrees; none for a pure number.
pub fn unit(indicator: &Indicator, value: Option<f64>) -> Option<String> {
    let unit = indicator.unit.trim();
    let agreed = value.map_or(unit.into(), |value| french::agreed(unit, value, indicator.precision));
    (!unit.is_empty() && unit != "nombre").then(|| agreed.into_owned())
}

/// A value and its unit, at the precision of its indicator.
pub fn quantity(indicator: &Indicator, value: f64) -> String {
    french::quantity(value, indicator.precision, &indicator.unit)
}

/// Who produced the values, who publishes them, their version and their licence, on one line.
pub fn named_source(source: &Source) -> String {
    // Who publishes what it produces is named once.
    let publisher =
        Some(&source.publisher).filter(|publisher| french::name(publisher) != french::name(&source.producer));
    let parts: Vec<String> = [
        Some(&source.producer),
        publisher,
        Some(&source.version),
        Some(&source.licence),
    ]
    .into_iter()
    .flatten()
    .filter_map(|part| optional(part))
    .collect();
    if parts.is_empty() {
        return "non renseignée".to_owned();
    }
    parts.join(", ")
}

/// An amount in euros; the cents only where there are some.
pub fn euros(amount: Money) -> String {
    let written = french::cents(amount.cents());
    let whole = written.strip_suffix(",00").unwrap_or(&written);
    format!("{whole}{}€", french::NO_BREAK_SPACE)
}

/// The marks of a value in words: `exemple`, `provisoire, rupture de série`; none for a final value.
pub fn marks(point: &Point) -> Option<String> {
    let words: Vec<&str> = point
        .marks
        .iter()
        .filter(|mark| **mark != ObservationStatus::Final)
        .map(|mark| mark.label())
        .collect();
    (!words.is_empty()).then(|| words.join(", "))
}

/// `ODD 7`, `ODD 7 et 13`; none without an ODD.
pub fn goals(goals: &[u8]) -> Option<String> {
    let numbers: Vec<String> = goals.iter().map(u8::to_string).collect();
    (!numbers.is_empty()).then(|| format!("ODD\u{a0}{}", french::list(&numbers)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goals_are_enumerated() {
        assert_eq!(goals(&[7, 13]).as_deref(), Some("ODD\u{a0}7 et 13"));
        assert_eq!(goals(&[]), None);
    }
}
