//! The years of a report and the dates of its calendar, checked together.

use super::raw::{CalendarEntry, ReportFile};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Placed};

/// Edition, budget year and data year that cannot go together.
pub(super) const YEARS: Code = Code("M042");
/// Dates of the budget cycle in an order that the texts do not allow.
pub(super) const CALENDAR: Code = Code("M043");

/// The edition precedes its budget by one year at most, and the data precede both.
pub(super) fn check_years(raw: &ReportFile, diagnostics: &mut Diagnostics) {
    let Some(Placed { value: edition, .. }) = &raw.edition.0 else {
        return;
    };
    let edition = edition.0;
    let budget = raw.budget_year.0.as_ref();
    if let Some(placed) = budget.filter(|year| year.value.0 < edition || year.value.0 > edition + 1) {
        let year = placed.value.0;
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
    let budget = budget.map_or(edition + 1, |year| year.value.0);
    if let Some(placed) = raw
        .data_year
        .0
        .as_ref()
        .filter(|year| year.value.0 >= budget || year.value.0 > edition)
    {
        let year = placed.value.0;
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

/// The report is presented before the budget is voted; the debate and the vote are on two days.
pub(super) fn check_calendar(raw: &CalendarEntry, diagnostics: &mut Diagnostics) {
    let Some(vote) = &raw.budget_vote else { return };
    let vote = vote.value.0;
    if let Some(presentation) = raw.presentation.as_ref().filter(|day| day.value.0 > vote) {
        let message = "Le rapport serait présenté après le vote du budget ; il doit l’être avant les débats sur le projet de budget.";
        let help = "Corrigez « presentation » ou « vote_budget ».";
        diagnostics.push(Diagnostic::warning(CALENDAR, presentation.place.clone(), message).help(help));
    }
    if let Some(debate) = raw.budget_orientation_debate.as_ref().filter(|day| day.value.0 >= vote) {
        let message = "Le débat d’orientation budgétaire ne précède pas le vote du budget ; l’un et l’autre ne se tiennent pas le même jour.";
        let help = "Corrigez « debat_orientation_budgetaire » ou « vote_budget ».";
        diagnostics.push(Diagnostic::warning(CALENDAR, debate.place.clone(), message).help(help));
    }
}
