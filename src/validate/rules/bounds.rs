//! Values outside the bounds that the catalogue declares.

use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics};
use crate::french::quoted;
use crate::model::Indicator;
use crate::validate::line::Reading;
use crate::validate::words::exact;

/// A value, or a target, that the author declared impossible.
const OUT_OF_BOUNDS: Code = Code("M234");

/// Drops the values outside their bounds, each a fault.
pub fn drop_outside(readings: &mut Vec<Reading>, diagnostics: &mut Diagnostics) {
    readings.retain(|reading| {
        let (observation, indicator) = (&reading.observation, reading.indicator);
        let Some(outside) = observation
            .value
            .number()
            .filter(|number| is_outside(indicator, *number))
        else {
            return true;
        };
        let what = format!(
            "La valeur de {} pour {}",
            quoted(indicator.id.as_str()),
            observation.year
        );
        let message = format!("{what} est {}, hors des bornes {}.", exact(outside), bounds(indicator));
        diagnostics.push(
            Diagnostic::error(OUT_OF_BOUNDS, observation.place.clone(), message)
                .help(format!(
                    "Corrigez la valeur, ou les bornes du catalogue ({}).",
                    indicator.place
                ))
                .raw(reading.content.display())
                .spoils(Cause::entry(indicator.id.as_str())),
        );
        false
    });
}

/// Reports the targets outside the bounds.
pub fn check_targets(indicator: &Indicator, diagnostics: &mut Diagnostics) {
    for target in indicator
        .targets
        .iter()
        .filter(|target| is_outside(indicator, target.value))
    {
        let what = format!("La cible de {} pour {}", quoted(indicator.id.as_str()), target.year);
        let message = format!(
            "{what} est {}, hors des bornes {}.",
            exact(target.value),
            bounds(indicator)
        );
        diagnostics.push(
            Diagnostic::error(OUT_OF_BOUNDS, target.place.clone(), message).help("Corrigez la cible, ou les bornes."),
        );
    }
}

fn is_outside(indicator: &Indicator, number: f64) -> bool {
    indicator
        .bounds
        .is_some_and(|(low, high)| !(low..=high).contains(&number))
}

fn bounds(indicator: &Indicator) -> String {
    let (low, high) = indicator.bounds.unwrap_or_default();
    format!("[{} ; {}]", exact(low), exact(high))
}
