//! The value of the reference year: what every distance to a target is measured from.

use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics};
use crate::french::quoted;
use crate::model::{Aggregation, Baseline, Derivation, Indicator};
use crate::validate::line::Reading;

/// A reference year in which the series has no number.
const NO_BASELINE_VALUE: Code = Code("M232");

/// Warns of a reference whose value is neither given by the author nor found in the series.
pub fn check(indicator: &Indicator, readings: &[&Reading], diagnostics: &mut Diagnostics) {
    let Some(baseline) = &indicator.baseline else {
        return;
    };
    let formula = matches!(indicator.derivation, Some(Derivation::Formula(_)));
    if baseline.value.is_some() || formula || readings.is_empty() {
        return;
    }
    let aggregated = indicator.aggregation != Aggregation::None;
    let observations = readings.iter().map(|reading| &reading.observation);
    let found = observations
        .filter(|observation| observation.year == baseline.year && observation.value.number().is_some())
        .any(|observation| observation.breakdown.is_empty() || aggregated);
    if found {
        return;
    }
    let years = readings
        .iter()
        .filter(|reading| reading.observation.value.number().is_some());
    let parts = years
        .clone()
        .filter(|reading| reading.observation.year == baseline.year)
        .count();
    let cause = match parts {
        0 => String::new(),
        _ => " d’ensemble : seules ses parties en ont une".to_owned(),
    };
    let help = match years.map(|reading| reading.observation.year).min() {
        Some(_) if parts > 0 => indicator.whole_gesture(),
        Some(first) => format!(
            "Donnez la valeur de {0} dans une table ou écrivez{1} ; la première année connue est {first}.",
            baseline.year,
            written(baseline)
        ),
        None => format!("Donnez la valeur de {} dans une table.", baseline.year),
    };
    diagnostics.push(
        Diagnostic::warning(
            NO_BASELINE_VALUE,
            baseline.place.clone(),
            format!(
                "L’année de référence de {}, {}, n’a pas de valeur{cause} : l’indicateur ne pourra pas être évalué.",
                quoted(indicator.id.as_str()),
                baseline.year
            ),
        )
        .help(help)
        .because(Cause::entry(indicator.id.as_str())),
    );
}

/// How its value is written: in the column that the table has, which its cell does not say.
fn written(baseline: &Baseline) -> String {
    let year = baseline.year;
    match baseline.place.is_in_table() {
        true => format!(
            "-la dans la colonne « reference_valeur » (ou « {year} = … » dans la colonne « reference », si c’est elle que le tableau a)"
        ),
        false => format!(" « reference: {{annee: {year}, valeur: …}} »"),
    }
}

/// The value of the reference, given by the author or read in the headline of the series.
pub fn value(indicator: &Indicator, readings: &[&Reading]) -> Option<f64> {
    let baseline = indicator.baseline.as_ref()?;
    baseline.value.or_else(|| {
        let observations = readings.iter().map(|reading| &reading.observation);
        observations
            .filter(|observation| observation.year == baseline.year && observation.breakdown.is_empty())
            .find_map(|observation| observation.value.number())
    })
}
