//! Values later than the data year: dropped, so that an old edition can be rebuilt from today's tables.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::french::plural;
use crate::validate::line::Reading;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Values that this edition does not read.
const LATER_YEAR: Code = Code("M214");

/// Drops the readings later than the data year, with one warning a file; of a past edition they are what is expected.
pub fn drop_later(readings: &mut Vec<Reading>, data_year: i32, past: bool, diagnostics: &mut Diagnostics) {
    let mut later: BTreeMap<Arc<str>, (Place, usize)> = BTreeMap::new();
    for observation in readings.iter().map(|reading| &reading.observation) {
        if observation.year > data_year {
            let place = &observation.place;
            later.entry(place.file.clone()).or_insert((place.clone(), 0)).1 += 1;
        }
    }
    readings.retain(|reading| reading.observation.year <= data_year);
    for (place, count) in later.into_values().filter(|_| !past) {
        let values = plural(count, "valeur postérieure", "valeurs postérieures");
        let ignored = if count == 1 { "est ignorée" } else { "sont ignorées" };
        diagnostics.push(
            Diagnostic::warning(
                LATER_YEAR,
                place,
                format!("{values} à {data_year} {ignored} par cette édition."),
            )
            .help("Si elles doivent paraître, avancez annee_donnees dans data/rapport.yaml."),
        );
    }
}
