//! The years of a report, checked together.

use super::raw::ReportFile;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Placed};

/// Edition, budget year and data year that cannot go together.
pub(super) const YEARS: Code = Code("M042");

/// The edition precedes its budget by one year at most, and the data precede both.
pub(super) fn check_years(raw: &ReportFile, diagnostics: &mut Diagnostics) {
    let Some(Placed { value: edition, .. }) = &raw.edition else {
        return;
    };
    let edition = *edition;
    let budget = raw.budget_year.as_ref();
    if let Some(placed) = budget.filter(|year| year.value < edition || year.value > edition + 1) {
        let year = placed.value;
        let message = format!(
            "L’exercice budgétaire {year} ne suit pas l’édition {edition} : il est de la même année, ou de la suivante."
        );
        let help = format!(
            "Écrivez « exercice_budget: {edition} » ou « exercice_budget: {} ».",
            edition + 1
        );
        diagnostics.push(
            Diagnostic::error(YEARS, placed.place.clone(), message)
                .help(help)
                .raw(year.to_string()),
        );
    }
    let budget = budget.map_or(edition + 1, |year| year.value);
    if let Some(placed) = raw
        .data_year
        .as_ref()
        .filter(|year| year.value >= budget || year.value > edition)
    {
        let year = placed.value;
        let message = format!(
            "L’année de données {year} n’est pas révolue : elle précède l’exercice budgétaire ({budget}) et ne dépasse pas l’édition ({edition})."
        );
        let help = format!(
            "Écrivez la dernière année dont les valeurs sont connues, par exemple « annee_donnees: {} ».",
            edition - 1
        );
        diagnostics.push(
            Diagnostic::error(YEARS, placed.place.clone(), message)
                .help(help)
                .raw(year.to_string()),
        );
    }
}
