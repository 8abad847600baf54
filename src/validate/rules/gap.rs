//! Years without an observation between two observations.

use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics};
use crate::french::list;
use crate::french::quoted;
use crate::model::Indicator;
use crate::validate::line::Reading;
use std::collections::BTreeMap;

use super::computed;

/// A series that skips years in which a measure was due.
const GAP: Code = Code("M231");

/// Warns, once an indicator, of the years in which a measure was due and nothing stands, not even an absence.
pub fn check(indicator: &Indicator, readings: &[&Reading], diagnostics: &mut Diagnostics) {
    let observations = readings.iter().map(|reading| &reading.observation);
    let places: BTreeMap<i32, _> = observations
        .map(|observation| (observation.year, &observation.place))
        .collect();
    let years: Vec<i32> = places.keys().copied().collect();
    let step = i32::try_from(indicator.frequency).unwrap_or(1).max(1);
    let steps: Vec<i32> = years.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let Some(hole) = steps.iter().position(|found| *found > step) else {
        return;
    };
    let missing: Vec<String> = years
        .windows(2)
        .flat_map(|pair| (pair[0] + step..pair[1]).step_by(step.unsigned_abs() as usize))
        .map(|year| year.to_string())
        .collect();
    let help = match steps.iter().min() {
        Some(regular) if *regular > step && steps.len() > 1 && steps.iter().all(|found| found == regular) => {
            format!(
                "Si la mesure a lieu tous les {regular} ans, écrivez frequence: {regular} dans {}.",
                indicator.place
            )
        }
        _ if computed::is_computed(indicator) => {
            "Vérifiez que la source de la requête a ces années, et que WHERE ne les écarte pas.".to_owned()
        }
        _ => "Ajoutez les lignes manquantes, avec « n.d. » pour valeur si elle n’existe pas.".to_owned(),
    };
    diagnostics.push(
        Diagnostic::warning(
            GAP,
            places[&years[hole + 1]].clone(),
            format!(
                "La série de {} n’a rien pour {}.",
                quoted(indicator.id.as_str()),
                list(&missing)
            ),
        )
        .help(help)
        .because(Cause::entry(indicator.id.as_str())),
    );
}
