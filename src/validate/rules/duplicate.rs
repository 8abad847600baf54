//! The same indicator, year and disaggregation given twice.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::french::quoted;
use crate::model::{Observation, Value};
use crate::validate::line::Reading;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Two cells claim to be the same observation.
const DUPLICATE: Code = Code("M216");

/// The most repetitions between two files that are told one by one: beyond, a table was sent twice.
const TOLD_ONE_BY_ONE: usize = 5;

/// A reading that another one came before.
struct Repetition<'a> {
    reading: &'a Reading<'a>,
    first: Place,
    value: Value,
}

/// Keeps the first of each observation and reports the others, with both places.
pub fn drop_repeated(readings: &mut Vec<Reading>, diagnostics: &mut Diagnostics) {
    let mut first: BTreeMap<_, (Place, Value)> = BTreeMap::new();
    let mut repeated = BTreeSet::new();
    let mut repetitions: BTreeMap<(Arc<str>, Arc<str>), Vec<Repetition>> = BTreeMap::new();
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
                let files = (observation.place.file.clone(), place.file.clone());
                repetitions.entry(files).or_default().push(Repetition {
                    reading,
                    first: place.clone(),
                    value: *value,
                });
            }
        }
    }
    for ((file, earlier), repetitions) in &repetitions {
        if repetitions.len() > TOLD_ONE_BY_ONE && file != earlier {
            diagnostics.push(sent_twice(repetitions));
        } else {
            let one = |found: &Repetition| {
                fault(
                    &found.reading.observation,
                    &found.first,
                    found.value,
                    found.reading.content.display(),
                )
            };
            diagnostics.extend(repetitions.iter().map(one));
        }
    }
    let mut index = 0;
    readings.retain(|_| {
        index += 1;
        !repeated.contains(&(index - 1))
    });
}

/// Many observations of a file are in another: one fault, at the first of them.
fn sent_twice(repetitions: &[Repetition]) -> Diagnostic {
    let found = &repetitions[0];
    let place = &found.reading.observation.place;
    let other = |found: &&Repetition| found.value != found.reading.observation.value;
    let others = match repetitions.iter().filter(other).count() {
        0 => "avec les mêmes valeurs".to_owned(),
        count => format!("dont {} avec une autre valeur", count),
    };
    let message = format!(
        "{} observations de cette table sont déjà dans {}, {others} : la première est ici, et {}.",
        repetitions.len(),
        quoted(&found.first.file),
        found.first
    );
    Diagnostic::error(DUPLICATE, place.clone(), message)
        .help("Retirez l’un des deux fichiers, s’il s’agit de deux envois du même tableau ; sinon, les lignes en double de l’un d’eux.")
        .raw(found.reading.content.display())
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
