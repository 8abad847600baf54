//! The case the rules are applied to: what kind of collectivité, under which nomenclature, with which dates.

use crate::config::Settings;
use crate::model::{Audience, CalendarStep, CommunityType};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A collectivité and its dates.
pub struct Case {
    kind: CommunityType,
    population: u64,
    /// None where nothing tells it.
    nomenclature: Option<String>,
    data_year: i32,
    budget_year: i32,
    pub dates: BTreeMap<CalendarStep, Date>,
}

/// Whether a rule binds a collectivité.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binding {
    Binds,
    BindsNot,
    /// The rule hangs on a nomenclature that nothing tells.
    Undetermined,
}

impl Case {
    pub fn new(settings: &Settings) -> Self {
        let calendar = &settings.calendar;
        Case {
            kind: settings.community.kind,
            population: settings.community.population,
            nomenclature: calendar.nomenclature.clone(),
            data_year: settings.data_year,
            budget_year: settings.budget_year,
            dates: calendar.dates.iter().map(|(step, day)| (*step, day.value)).collect(),
        }
    }

    pub fn binding(&self, audience: &Audience) -> Binding {
        let kind = audience.kinds.is_empty() || audience.kinds.contains(&self.kind);
        let large = audience.from_population.is_none_or(|least| self.population >= least);
        match (&audience.nomenclature, &self.nomenclature) {
            _ if !kind || !large => Binding::BindsNot,
            (None, _) => Binding::Binds,
            (Some(_), None) => Binding::Undetermined,
            // `M57` also names its variants, `M57-M57_A`.
            (Some(wanted), Some(found)) if found.to_uppercase().starts_with(&wanted.to_uppercase()) => Binding::Binds,
            (Some(_), Some(_)) => Binding::BindsNot,
        }
    }

    /// The day of a step, and the step whose day it is: the first meeting on the budget is that of the vote, unless another is written.
    pub fn day(&self, step: CalendarStep) -> Option<(CalendarStep, Date)> {
        let own = self.dates.get(&step).map(|day| (step, *day));
        own.or_else(|| match step {
            CalendarStep::BudgetMeeting => self.day(CalendarStep::BudgetVote),
            _ => None,
        })
    }

    /// A day of the year that follows the data year.
    pub fn after_data_year(&self, month: i8, day: i8) -> Option<Date> {
        day_of(self.data_year + 1, month, day)
    }

    /// A day of the year of the budget.
    pub fn of_budget_year(&self, month: i8, day: i8) -> Option<Date> {
        day_of(self.budget_year, month, day)
    }
}

/// A day of a year; the last one of its month where it has not so many.
fn day_of(year: i32, month: i8, day: i8) -> Option<Date> {
    let first = Date::new(i16::try_from(year).ok()?, month, 1).ok()?;
    first
        .checked_add(i64::from(day.min(first.days_in_month()) - 1).days())
        .ok()
}
