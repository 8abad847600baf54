//! A target set for the reference year or before it.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::french::quoted;
use crate::model::Indicator;

/// A target to be reached before the measure of the way begins.
const EARLY_TARGET: Code = Code("M240");

/// Reports the targets whose year is not after the reference year.
pub fn check(indicator: &Indicator, diagnostics: &mut Diagnostics) {
    let Some(baseline) = &indicator.baseline else {
        return;
    };
    for target in indicator.targets.iter().filter(|target| target.year <= baseline.year) {
        diagnostics.push(
            Diagnostic::error(
                EARLY_TARGET,
                target.place.clone(),
                format!(
                    "La cible de {} est fixée pour {}, et sa référence est {} : une cible vient après la référence.",
                    quoted(indicator.id.as_str()),
                    target.year,
                    baseline.year
                ),
            )
            .help("Corrigez l’année de la cible, ou celle de la référence."),
        );
    }
}
