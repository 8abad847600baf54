//! Percentages outside 0 to 100 where the catalogue gives no bounds.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::french::{self, is_percentage, plural, quantity, quoted};
use crate::load::Content;
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
    // Who types 45 in a cell that shows percentages may have made 4 500 % of it.
    let typed = match first.content {
        Content::Number { value, percent: true } if (1.0..=100.0).contains(value) => Some(french::number(*value, 1)),
        _ => None,
    };
    let correct = match typed {
        Some(typed) => format!(
            "La cellule est au format « Pourcentage » : si {typed} y a été tapé, donnez-lui le format « Nombre ». Sinon, corrigez la valeur"
        ),
        None => "Corrigez la valeur".to_owned(),
    };
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
            "{correct} ; si elle est possible, déclarez l’intervalle : {} ({}).",
            indicator.place.written("bornes", "[0, 200]", "0 ; 200"),
            indicator.place.of_key("bornes")
        ))
        .raw(first.content.display()),
    );
}
