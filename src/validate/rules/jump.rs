//! A value more than ten times another a measure before: very often a change of unit.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::french::quoted;
use crate::model::{Indicator, Observation, ObservationStatus};
use crate::validate::line::Reading;
use crate::validate::words::exact;
use std::collections::BTreeMap;

use super::computed;

/// A jump that a real measure seldom makes.
const JUMP: Code = Code("M236");

/// The largest ratio between two measures in a row that asks no question.
const ORDINARY_RATIO: f64 = 10.0;

/// Warns of each value more than ten times, or less than a tenth of, the measure before it.
///
/// A value declared as a break of the series is compared with nothing; a zero has no ratio.
pub fn check(indicator: &Indicator, readings: &[&Reading], diagnostics: &mut Diagnostics) {
    let mut before: BTreeMap<_, (&Observation, f64)> = BTreeMap::new();
    let step = i32::try_from(indicator.longest_step()).unwrap_or(1);
    for reading in readings {
        let observation = &reading.observation;
        let Some(number) = observation.value.number() else {
            continue;
        };
        let last = before.insert(&observation.breakdown, (observation, number));
        let Some((previous, base)) = last.filter(|(last, _)| observation.year - last.year <= step) else {
            continue;
        };
        if observation.status == ObservationStatus::Break || !is_jump(base, number) {
            continue;
        }
        let parts: Vec<String> = observation
            .breakdown
            .values()
            .map(|part| format!(", {}", quoted(part)))
            .collect();
        diagnostics.push(
            Diagnostic::warning(
                JUMP,
                observation.place.clone(),
                format!(
                    "La valeur de {}{} passe de {} en {} à {} en {} : plus d’un facteur 10.",
                    quoted(indicator.id.as_str()),
                    parts.concat(),
                    exact(base),
                    previous.year,
                    exact(number),
                    observation.year,
                ),
            )
            .help(help(indicator))
            .raw(reading.content.display()),
        );
    }
}

fn is_jump(base: f64, number: f64) -> bool {
    let (small, large) = (base.abs().min(number.abs()), base.abs().max(number.abs()));
    small > 0.0 && large > small * ORDINARY_RATIO
}

fn help(indicator: &Indicator) -> &'static str {
    if computed::is_computed(indicator) {
        "Vérifiez dans la source que l’unité est la même les deux années."
    } else {
        "Vérifiez l’unité des deux valeurs ; si la méthode a changé, écrivez « rupture » dans la colonne « statut »."
    }
}
