//! A value to be drawn on a map whose commune the map does not hold, or holds under another name already used.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::french;
use crate::french::quoted;
use crate::model::{ChartKind, Indicator, Territory};
use crate::validate::line::Reading;
use std::collections::BTreeMap;

/// A name that no commune of the map has.
const UNKNOWN_COMMUNE: Code = Code("M238");
/// Two names in the tables that are one commune of the map.
const SAME_COMMUNE: Code = Code("M239");

/// Reports each name once, at the first cell of its values; nothing where the map was refused.
pub fn check(
    indicator: &Indicator,
    readings: &[Reading],
    territory: Option<&Territory>,
    diagnostics: &mut Diagnostics,
) {
    let Some(territory) = territory.filter(|_| indicator.chart == Some(ChartKind::Map)) else {
        return;
    };
    let mut written: BTreeMap<&str, &Reading> = BTreeMap::new();
    for reading in readings.iter().filter(|reading| reading.indicator.id == indicator.id) {
        for name in reading.observation.breakdown.values() {
            written.entry(name).or_insert(reading);
        }
    }
    let mut taken: BTreeMap<usize, &str> = BTreeMap::new();
    for (name, reading) in written {
        let place = reading.observation.place.clone();
        let Some(rank) = territory.find(name) else {
            let known: Vec<&str> = territory.areas.iter().map(|area| area.name.as_str()).collect();
            let message = format!("{} n’est dans la carte ni un code, ni un nom.", quoted(name));
            let fault = Diagnostic::error(UNKNOWN_COMMUNE, place, message);
            diagnostics.push(fault.help(french::suggestion(name, &known)).raw(name));
            continue;
        };
        if let Some(first) = taken.insert(rank, name) {
            let area = &territory.areas[rank];
            let message = format!(
                "{} et {} sont la même commune de la carte, {}.",
                quoted(first),
                quoted(name),
                area.name
            );
            diagnostics.push(
                Diagnostic::error(SAME_COMMUNE, place, message)
                    .help("Écrivez partout le même nom, ou partout le code.")
                    .raw(name),
            );
        }
    }
}
