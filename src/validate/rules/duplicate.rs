//! The same indicator, year and disaggregation given twice.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::model::{Observation, Value};
use crate::validate::rows::Reading;
use crate::validate::words::quoted;
use std::collections::{BTreeMap, BTreeSet};

/// Two cells claim to be the same observation.
const DUPLICATE: Code = Code("M216");

/// Keeps the first of each observation and reports the others, with both places.
pub fn drop_repeated(readings: &mut Vec<Reading>, diagnostics: &mut Diagnostics) {
    let mut first: BTreeMap<_, (Place, Value)> = BTreeMap::new();
    let mut repeated = BTreeSet::new();
    for (index, reading) in readings.iter().enumerate() {
        let observation = &reading.observation;
        let key = (
            observation.indicator.clone(),
            observation.year,
            observation.breakdown.clone(),
        );
        match first.get(&key) {
            None => {
                first.insert(key, (observation.place.clone(), observation.value));
            }
            Some((place, value)) => {
                repeated.insert(index);
                diagnostics.push(fault(observation, place, *value, reading.content.display()));
            }
        }
    }
    let mut index = 0;
    readings.retain(|_| {
        index += 1;
        !repeated.contains(&(index - 1))
    });
}

fn fault(observation: &Observation, first: &Place, value: Value, raw: String) -> Diagnostic {
    let parts: Vec<String> = observation
        .breakdown
        .values()
        .map(|part| format!(", {}", quoted(part)))
        .collect();
    let what = format!(
        "{} pour {}{}",
        quoted(observation.indicator.as_str()),
        observation.year,
        parts.concat()
    );
    let same = if value == observation.value {
        "la même valeur"
    } else {
        "une autre valeur"
    };
    let (message, help) = if *first == observation.place {
        (
            format!("La requête donne deux fois {what}."),
            "Ajoutez la colonne qui distingue les lignes à GROUP BY, ou additionnez-les par SUM.",
        )
    } else {
        (
            format!("{what} est en double : {first} donne déjà {same}."),
            "Gardez une seule des deux, ou distinguez-les par une colonne de ventilation.",
        )
    };
    Diagnostic::error(DUPLICATE, observation.place.clone(), message)
        .help(help)
        .raw(raw)
}
