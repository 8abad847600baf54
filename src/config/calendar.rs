//! The dates of the budget cycle, as `rapport.yaml` says them.
//!
//! It reads no date against a rule: that is `assess`, which has the kind of collectivité and every step.

use super::raw::{CalendarEntry, DeliberationEntry};
use super::{BudgetSettings, Calendar};
use crate::diagnostic::Placed;
use crate::model::CalendarStep;
use std::collections::BTreeMap;

/// The norm of the main budget is that of its files when the calendar does not say it.
const MAIN_BUDGET: &str = "principal";

/// The dates of the calendar, with those that only the délibération says.
pub(super) fn settings(
    raw: Option<CalendarEntry>,
    deliberation: Option<&DeliberationEntry>,
    budget: &BudgetSettings,
) -> Calendar {
    let mut calendar = written(raw, budget);
    let session = deliberation.and_then(|raw| raw.session.as_ref());
    let convocation = deliberation.and_then(|raw| raw.convocation.as_ref());
    for (step, day) in [
        (CalendarStep::Presentation, session),
        (CalendarStep::Convocation, convocation),
    ] {
        if let Some(day) = day {
            calendar.dates.entry(step).or_insert_with(|| day.clone());
        }
    }
    calendar
}

fn written(raw: Option<CalendarEntry>, budget: &BudgetSettings) -> Calendar {
    let of_main = |name: &Option<Placed<String>>| name.as_ref().is_none_or(|name| name.value == MAIN_BUDGET);
    let files = budget.files.iter().filter(|file| of_main(&file.budget));
    let of_files = files.filter_map(|file| file.nomenclature.as_ref()).next();
    let of_files = of_files.map(|nomenclature| nomenclature.value.clone());
    let Some(raw) = raw else {
        return Calendar {
            dates: BTreeMap::new(),
            nomenclature: of_files,
        };
    };
    let dates = [
        (CalendarStep::AccountsVote, raw.accounts_vote),
        (CalendarStep::Collection, raw.collection),
        (CalendarStep::Closing, raw.closing),
        (CalendarStep::Review, raw.review),
        (CalendarStep::Convocation, raw.convocation),
        (CalendarStep::Presentation, raw.presentation),
        (CalendarStep::OrientationDebate, raw.budget_orientation_debate),
        (CalendarStep::DraftSending, raw.draft_sending),
        (CalendarStep::BudgetMeeting, raw.budget_meeting),
        (CalendarStep::BudgetVote, raw.budget_vote),
        (CalendarStep::Publication, raw.publication),
    ];
    Calendar {
        dates: dates.into_iter().filter_map(|(step, day)| Some((step, day?))).collect(),
        nomenclature: raw.nomenclature.or(of_files),
    }
}
