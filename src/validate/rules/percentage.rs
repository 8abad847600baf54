//! Percentages outside 0 to 100 where the catalogue gives no bounds.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::french::{is_percentage, plural, quantity, quoted};
use crate::model::Indicator;
use crate::validate::line::Reading;

/// A share below nothing or above the whole.
const ODD_PERCENTAGE: Code = Code("M233");

/// Warns, once an indicator, of percentages that a share cannot have.
pub fn check(indicator: &Indicator, readings: &[&Reading], diagnostics: &mut Diagnostics) {
    if !is_percentage(&indicator.unit) || indicator.bounds.is_some() {
        return;
    }
    let odd = |reading: &&&Reading| {
        let number = reading.observation.value.number();
        number.is_some_and(|number| !(0.0..=100.0).contains(&number))
    };
    let mut found = readings.iter().filter(odd);
    let Some(first) = found.next() else {
        return;
    };
    let others = match found.count() {
        0 => String::new(),
        count => format!(" ({} aussi)", plural(count, "autre valeur", "autres valeurs")),
    };
    let number = first.observation.value.number().unwrap_or_default();
    diagnostics.push(
        Diagnostic::warning(
            ODD_PERCENTAGE,
            first.observation.place.clone(),
            format!(
                "Le pourcentage de {} pour {} vaut {}, hors de 0 à 100{others}.",
                quoted(indicator.id.as_str()),
                first.observation.year,
                quantity(number, indicator.precision, "%"),
            ),
        )
        .help(format!(
            "Corrigez la valeur ; si elle est possible, déclarez l’intervalle : {} ({}).",
            indicator.place.written("bornes", "[0, 200]", "0 ; 200"),
            indicator.place.of_key("bornes")
        ))
        .raw(first.content.display()),
    );
}
