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
    let steps: Vec<i32> = years.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let due: Vec<Vec<i32>> = years
        .windows(2)
        .map(|pair| indicator.due_after(pair[0], pair[1] - 1))
        .collect();
    let Some(hole) = due.iter().position(|due| !due.is_empty()) else {
        return;
    };
    let missing: Vec<String> = due.iter().flatten().map(i32::to_string).collect();
    let rhythm = steps
        .iter()
        .min()
        .filter(|least| **least > 1 && steps.len() > 1 && !indicator.is_survey());
    let help = match rhythm {
        Some(regular) if steps.iter().all(|found| found == regular) => {
            format!(
                "Si la mesure a lieu tous les {regular} ans, écrivez {} ({}).",
                indicator
                    .place
                    .written("frequence", &regular.to_string(), &regular.to_string()),
                indicator.place.of_key("frequence")
            )
        }
        Some(_) => {
            let years: Vec<String> = years.iter().map(i32::to_string).collect();
            format!(
                "Si la mesure n’a lieu que ces années-là (un recensement), écrivez {} ({}) ; sinon, ajoutez les années manquantes.",
                indicator
                    .place
                    .written("mesures", &format!("[{}]", years.join(", ")), &years.join(" ; ")),
                indicator.place.of_key("mesures")
            )
        }
        _ if computed::is_computed(indicator) => {
            "Vérifiez que la source de la requête a ces années, et que WHERE ne les écarte pas.".to_owned()
        }
        _ => "Ajoutez les années manquantes, avec « n.d. » pour valeur si elle n’existe pas.".to_owned(),
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
