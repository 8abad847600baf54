//! The budget cycle of an edition: between which days each of its dates stands. A date of last year’s cycle is told, and not read.
//!
//! The limits are wide: they tell one cycle from the next. The delays of the law are reference data, judged by `assess`.

use super::{Calendar, Deliberation};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, Placed};
use crate::french;
use crate::model::CalendarStep;
use jiff::civil::{Date, date};
use std::ops::RangeInclusive;

/// Dates that are those of another edition.
const OTHER_CYCLE: Code = Code("M088");

/// The years of an edition.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cycle {
    pub edition: i32,
    pub budget: i32,
    pub data: i32,
}

impl Cycle {
    /// The same years, so many later.
    pub fn shifted(self, years: i32) -> Self {
        Cycle {
            edition: self.edition + years,
            budget: self.budget + years,
            data: self.data + years,
        }
    }

    /// Takes out of the calendar and of the délibération the dates of another cycle.
    pub fn keep_own(self, calendar: &mut Calendar, deliberation: &mut Deliberation) {
        calendar.dates.retain(|step, day| self.holds(*step, day.value));
        let own = |step| move |day: &Date| self.holds(step, *day);
        deliberation.session = deliberation.session.filter(own(CalendarStep::Presentation));
        deliberation.convocation = deliberation.convocation.filter(own(CalendarStep::Convocation));
    }

    /// Tells once, at the first of them, the dates that are those of another cycle, and refuses them officially.
    pub fn check(self, calendar: &Calendar, document: Date, diagnostics: &mut Diagnostics) {
        let strangers = calendar
            .dates
            .iter()
            .filter(|(step, day)| !self.holds(**step, day.value));
        let mut strangers: Vec<(&str, &Placed<Date>)> = strangers.map(|(step, day)| (step.key(), day)).collect();
        strangers.sort_by_key(|(_, day)| &day.place);
        if let Some((_, first)) = strangers.first() {
            let named: Vec<String> = strangers
                .iter()
                .map(|(key, day)| format!("{key} ({})", french::date(day.value)))
                .collect();
            let message = format!(
                "{} du budget {} : {}.",
                match named.len() {
                    1 => "Une date n’est pas du cycle".to_owned(),
                    count => format!("{count} dates ne sont pas du cycle"),
                },
                self.budget,
                french::list(&named)
            );
            let help = format!(
                "Écrivez les dates de l’édition {}, ou supprimez celles qui ne sont pas encore connues : elles ne sont pas imprimées.",
                self.edition
            );
            tell(&first.place, &message, &help, diagnostics);
        }
        if !self.document().contains(&document) {
            let message = format!(
                "La date du document, le {}, n’est pas du cycle du budget {}.",
                french::date(document),
                self.budget
            );
            let help = format!("Écrivez sous « date_document » la date de l’édition {}.", self.edition);
            tell(&Place::file("data/rapport.yaml"), &message, &help, diagnostics);
        }
    }

    fn holds(self, step: CalendarStep, day: Date) -> bool {
        self.days(step).contains(&day)
    }

    /// The days among which a step of this cycle is.
    fn days(self, step: CalendarStep) -> RangeInclusive<Date> {
        let (before, budget, accounts) = (year(self.budget - 1), year(self.budget), year(self.data + 1));
        match step {
            CalendarStep::AccountsVote => date(accounts, 1, 1)..=date(accounts, 12, 31),
            CalendarStep::Collection | CalendarStep::Closing | CalendarStep::Review => {
                date(before, 1, 1)..=date(budget, 6, 30)
            }
            CalendarStep::Publication => date(before, 7, 1)..=date(budget, 12, 31),
            CalendarStep::Convocation
            | CalendarStep::Presentation
            | CalendarStep::OrientationDebate
            | CalendarStep::DraftSending
            | CalendarStep::BudgetMeeting
            | CalendarStep::BudgetVote => date(before, 7, 1)..=date(budget, 6, 30),
        }
    }

    fn document(self) -> RangeInclusive<Date> {
        date(year(self.budget - 1), 1, 1)..=date(year(self.budget), 12, 31)
    }
}

/// A year that the reader has bounded.
fn year(year: i32) -> i16 {
    i16::try_from(year).unwrap_or(i16::MAX).clamp(1, 9999)
}

/// A warning for whoever checks, a fault for whoever publishes officially.
fn tell(place: &Place, message: &str, help: &str, diagnostics: &mut Diagnostics) {
    let (message, help) = (french::punctuate(message), french::punctuate(help));
    let warning = Diagnostic::warning(OTHER_CYCLE, place.clone(), message.clone());
    diagnostics.push(warning.help(help.clone()));
    diagnostics.reserve(Diagnostic::error(OTHER_CYCLE, place.clone(), message).help(help));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(cycle: Cycle, dates: &[(CalendarStep, Date)], document: Date) -> (Vec<String>, usize) {
        let mut diagnostics = Diagnostics::default();
        let mut calendar = Calendar::of(dates);
        cycle.check(&calendar, document, &mut diagnostics);
        let messages = diagnostics
            .sorted()
            .iter()
            .map(|found| found.message.replace('\u{a0}', " "))
            .collect();
        cycle.keep_own(&mut calendar, &mut Deliberation::default());
        (messages, calendar.dates.len())
    }

    const CYCLE: Cycle = Cycle {
        edition: 2027,
        budget: 2028,
        data: 2026,
    };

    #[test]
    fn the_calendar_of_last_year_is_told_once_and_not_kept() {
        let last_year = [
            (CalendarStep::Presentation, date(2026, 12, 18)),
            (CalendarStep::OrientationDebate, date(2026, 12, 18)),
            (CalendarStep::BudgetVote, date(2027, 2, 5)),
        ];
        let (messages, kept) = told(CYCLE, &last_year, date(2027, 11, 19));
        let expected = "3 dates ne sont pas du cycle du budget 2028 : presentation (18 décembre 2026), debat_orientation_budgetaire (18 décembre 2026) et vote_budget (5 février 2027).";
        assert_eq!((messages, kept), (vec![expected.to_owned()], 0));
        let (messages, _) = told(CYCLE, &[], date(2026, 11, 20));
        assert_eq!(
            messages,
            ["La date du document, le 20 novembre 2026, n’est pas du cycle du budget 2028."]
        );
    }

    #[test]
    fn both_habits_of_presentation_are_of_their_cycle() {
        let autumn = [
            (CalendarStep::AccountsVote, date(2027, 6, 18)),
            (CalendarStep::Collection, date(2027, 9, 6)),
            (CalendarStep::Presentation, date(2027, 12, 17)),
            (CalendarStep::BudgetVote, date(2028, 4, 15)),
        ];
        assert_eq!(told(CYCLE, &autumn, date(2027, 11, 19)), (Vec::new(), 4));
        let same_year = Cycle { edition: 2028, ..CYCLE };
        let spring = [
            (CalendarStep::Presentation, date(2028, 2, 10)),
            (CalendarStep::Publication, date(2028, 7, 1)),
        ];
        assert_eq!(told(same_year, &spring, date(2028, 1, 20)), (Vec::new(), 2));
    }
}
