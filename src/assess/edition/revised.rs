//! The values that were published, are others now, and of which nothing says why.

use super::{Difference, EditionChange};
use crate::assess::{Finding, Report};
use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics, Place};
use crate::french;
use crate::model::Derivation;

/// A value that was published is another, without a reason.
const NO_REASON: Code = Code("M404");

/// Tells them, once an indicator, where the first of them is written.
pub fn push(report: &Report, diagnostics: &mut Diagnostics) {
    let before = report.settings.edition - 1;
    for change in report.changes.iter().flat_map(|changes| &changes.changes) {
        let years: Vec<i32> = change.unexplained().into_iter().collect();
        let finding = report
            .findings()
            .find(|finding| finding.indicator.id == change.indicator);
        let (Some(first), Some(finding)) = (years.first(), finding) else {
            continue;
        };
        let indicator = &finding.indicator;
        let place = written(change, finding, *first).unwrap_or(&indicator.place).clone();
        let message = format!(
            "{} de l’indicateur {} ({}) {} dans l’édition {before}, et rien ne dit pourquoi.",
            match years.len() {
                1 => "Une valeur",
                _ => "Des valeurs",
            },
            french::quoted(indicator.id.as_str()),
            french::years(&years),
            match years.len() {
                1 => "n’est plus celle qui a été publiée",
                _ => "ne sont plus celles qui ont été publiées",
            },
        );
        let reasons = indicator.place.written(
            "revisions",
            &format!("{{{first}: Factures rectifiées}}"),
            &format!("{first} = Factures rectifiées"),
        );
        let lost = matches!(indicator.derivation, Some(Derivation::Fleet(_)))
            && finding
                .headline
                .at(*first)
                .is_none_or(|point| point.value.number().is_none());
        // An inventory without a year is that of the data year: it moved on with it.
        let before = match lost {
            true => format!(
                "Si l’inventaire de {first} est encore dans data/parc/, dites son année : une colonne « annee », ou « annee: {first} » à son nom sous « parc: fichiers » de rapport.yaml ; celui de cette année a son propre fichier. Sinon : "
            ),
            false => String::new(),
        };
        let help = format!(
            "{before}Dites pourquoi, dans le catalogue ({}) : {reasons}, par exemple. La raison est imprimée parmi les valeurs révisées.",
            indicator.place.file
        );
        diagnostics.push(
            Diagnostic::warning(NO_REASON, place, message)
                .help(help)
                .because(Cause::entry(indicator.id.as_str())),
        );
    }
}

/// Where the value of a year is written: that of the part which differs, for the whole has the places of all of them.
fn written<'a>(change: &EditionChange, finding: &'a Finding, wanted: i32) -> Option<&'a Place> {
    let parts = change.differences.iter().filter_map(|difference| match difference {
        Difference::Value { part, year, .. } if *year == wanted => Some(part),
        _ => None,
    });
    let part = parts.max_by_key(|part| !part.is_empty())?;
    let of_part = finding.breakdowns.iter().find(|breakdown| breakdown.said() == *part);
    let series = of_part.map_or(&finding.headline, |breakdown| &breakdown.series);
    series.at(wanted)?.places.first()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{compared, falling, published};
    use super::*;
    use crate::diagnostic::Placed;
    use crate::model::fixture::series;
    use crate::model::{FleetDerivation, FleetMeasure};

    #[test]
    fn a_value_that_went_with_its_inventory_is_first_looked_for_there() {
        let mut now = falling(64.0);
        now.headline = series(&[(2025, 80.0)]);
        let mut before = falling(64.0);
        before.headline = series(&[(2024, 90.0), (2025, 80.0)]);
        let measure = Placed::new(FleetMeasure::Number, now.indicator.place.clone());
        let asked = FleetDerivation {
            measure,
            equipment: None,
        };
        now.indicator.derivation = Some(Derivation::Fleet(asked));
        let report = compared(published(before), now);
        let mut diagnostics = Diagnostics::default();
        push(&report, &mut diagnostics);
        let told = diagnostics.sorted();
        assert!(
            told[0].code.0 == "M404" && told[0].help.contains("l’inventaire de 2024"),
            "{told:?}"
        );
    }
}
