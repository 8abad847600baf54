//! C8: presented before the debates on the budget, at a session whose date is known.
//!
//! The day that counts is the date of the document, never the clock’s.

use super::Found;
use crate::assess::{CoverageState, Report};
use crate::french;
use crate::model::CalendarStep;

/// To be presented until the session; absent when the session comes after the vote of the budget.
pub fn session(report: &Report) -> Found {
    let calendar = &report.settings.calendar;
    let found = |state, detail: String| Found {
        state,
        detail,
        labels: Vec::new(),
    };
    let Some(session) = calendar.date(CalendarStep::Presentation) else {
        return found(
            CoverageState::ToBePresented,
            "La date de la séance n’est pas fixée.".to_owned(),
        );
    };
    let day = french::date(session);
    match calendar.date(CalendarStep::BudgetVote) {
        Some(vote) if session >= vote => {
            let detail = format!(
                "La séance du {day} ne précède pas le vote du budget du {}.",
                french::date(vote)
            );
            found(CoverageState::Absent, detail)
        }
        _ if session > report.settings.document_date => found(
            CoverageState::ToBePresented,
            format!("À présenter à la séance du {day}."),
        ),
        _ => found(
            CoverageState::Covered,
            format!("Présenté à la séance du {day}{}.", numbered(report)),
        ),
    }
}

/// The délibération that is the evidence, where its number is known and real.
fn numbered(report: &Report) -> String {
    let deliberation = &report.settings.deliberation;
    match &deliberation.number {
        Some(number) if !deliberation.example => format!(", délibération n° {number}"),
        _ => String::new(),
    }
}
