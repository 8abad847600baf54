//! The values that were published, are others now, and of which nothing says why.

use super::{Difference, EditionChange};
use crate::assess::{Finding, Report};
use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics, Place};
use crate::french;

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
        let help = format!(
            "Dites pourquoi, dans le catalogue ({}) : {reasons}, par exemple. La raison est imprimée parmi les valeurs révisées.",
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
