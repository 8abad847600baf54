//! A source older than its indicator allows.

use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics};
use crate::french::plural;
use crate::french::quoted;
use crate::model::Indicator;
use crate::validate::line::Reading;

/// The last value is too far behind the data year.
const OLD_SOURCE: Code = Code("M237");

/// Warns when the last number is older than `source.age_max` years before the data year.
pub fn check(indicator: &Indicator, readings: &[&Reading], data_year: i32, diagnostics: &mut Diagnostics) {
    let Some(max_age) = indicator.source.max_age else {
        return;
    };
    let with_number = readings
        .iter()
        .filter(|reading| reading.observation.value.number().is_some());
    let Some(last) = with_number.max_by_key(|reading| reading.observation.year) else {
        return;
    };
    let age = (data_year - last.observation.year).unsigned_abs();
    if age <= max_age {
        return;
    }
    let source = match indicator.source.producer.as_str() {
        "" => String::new(),
        producer => format!(" à {}", quoted(producer)),
    };
    diagnostics.push(
        Diagnostic::warning(
            OLD_SOURCE,
            last.observation.place.clone(),
            format!(
                "La dernière valeur de {} est celle de {}, soit {} avant {data_year} ; age_max en accepte {max_age}.",
                quoted(indicator.id.as_str()),
                last.observation.year,
                plural(age as usize, "an", "ans"),
            ),
        )
        .help(format!(
            "Demandez{source} une valeur plus récente, ou changez age_max ({}).",
            indicator.place.of_key("source_age_max")
        ))
        .because(Cause::entry(indicator.id.as_str())),
    );
}
