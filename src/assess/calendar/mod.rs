//! The budget calendar: which rules bind this collectivité, whether the dates keep them, and a plan back from the vote.
//!
//! The rules are reference data. This judges dates against dates, never against a clock, and no order within a day.

mod noun;
mod case;
mod rules;
mod warnings;
mod plan;

pub use noun::{BackPlan, CalendarDate, PlannedStep, RuleOutcome, RuleState};

use crate::config::Project;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::model::CalendarStep;
use case::Case;
use jiff::civil::Date;

/// The date of the vote, without which nothing can be planned, is not known.
const NO_VOTE: Code = Code("M430");

/// The rules that bind the collectivité, in their order, each with what the dates say of it.
pub fn outcomes(project: &Project, diagnostics: &mut Diagnostics) -> Vec<RuleOutcome> {
    let case = Case::new(&project.settings);
    let judged = rules::judged(&project.reference.calendar.rules, &case);
    warnings::push(&judged, &project.settings.calendar, diagnostics);
    judged.into_iter().filter_map(rules::Judged::outcome).collect()
}

/// The plan back from the vote: that given, that of `rapport.yaml`, or the day that the habits propose; none where none does.
pub fn back_plan(project: &Project, vote: Option<Date>, diagnostics: &mut Diagnostics) -> Option<BackPlan> {
    let mut case = Case::new(&project.settings);
    if let Some(vote) = vote {
        case.dates.insert(CalendarStep::BudgetVote, vote);
    }
    let reference = &project.reference.calendar;
    let steps = plan::steps(reference, &case);
    let Some(vote) = steps.iter().find(|planned| planned.step == CalendarStep::BudgetVote) else {
        let message = "La date du vote du budget n’est pas connue : le rétroplanning part d’elle.";
        let help =
            "Écrivez « vote_budget: AAAA-MM-JJ » sous « calendrier » dans rapport.yaml, ou donnez --vote AAAA-MM-JJ.";
        diagnostics.push(Diagnostic::error(NO_VOTE, Place::file("data/rapport.yaml"), message).help(help));
        return None;
    };
    let vote = vote.day;
    let judged = rules::judged(&reference.rules, &case);
    warnings::push(&judged, &project.settings.calendar, diagnostics);
    let rules = judged.into_iter().filter_map(rules::Judged::outcome).collect();
    Some(BackPlan { vote, steps, rules })
}

#[cfg(test)]
mod tests;
