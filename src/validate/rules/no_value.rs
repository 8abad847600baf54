//! An indicator of the catalogue to which no table gives anything.

use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics};
use crate::french::quoted;
use crate::model::{Derivation, Indicator};
use crate::validate::line::Reading;

/// Nothing to print but an absence.
const NO_VALUE: Code = Code("M230");

/// Warns of an indicator without a single number (the document reports it as missing); a table refused whole says it
/// better than each indicator it would have filled.
pub fn check(indicator: &Indicator, readings: &[&Reading], data_year: i32, diagnostics: &mut Diagnostics) {
    let any = readings
        .iter()
        .any(|reading| reading.observation.value.number().is_some());
    let later = matches!(
        indicator.derivation,
        Some(Derivation::Formula(_) | Derivation::Fleet(_))
    );
    if any || later {
        return;
    }
    let id = quoted(indicator.id.as_str());
    let (message, help) = match (&indicator.derivation, readings) {
        (Some(_), _) => (
            format!("La requête de {id} ne donne aucune valeur jusqu’à {data_year}."),
            "Vérifiez les conditions de la requête (WHERE) et les années de la source.".to_owned(),
        ),
        (None, []) => (
            format!("{id} n’a aucune valeur jusqu’à {data_year} dans les tables de data/valeurs/."),
            format!(
                "Ajoutez-y une ligne : {} ; {data_year} ; la valeur, ou retirez l’indicateur du catalogue.",
                indicator.id
            ),
        ),
        (None, [first, ..]) => (
            format!("{id} n’a que des absences : aucune de ses lignes ne porte un nombre."),
            format!(
                "Remplissez ses valeurs ({}), ou retirez l’indicateur du catalogue.",
                first.observation.place
            ),
        ),
    };
    diagnostics.push(
        Diagnostic::warning(NO_VALUE, indicator.place.clone(), message)
            .help(help)
            .because(Cause::entry(indicator.id.as_str())),
    );
}
