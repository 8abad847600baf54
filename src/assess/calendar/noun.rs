//! What is said of the calendar: each rule with its result, and the plan step by step.

use crate::model::{CalendarRule, CalendarStep, Certainty};
use jiff::civil::Date;

/// A rule that binds the collectivité, and what the dates say of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleOutcome {
    pub rule: CalendarRule,
    /// The dates it was judged on, in the order of the rule; fewer where one is unknown.
    pub dates: Vec<CalendarDate>,
    pub state: RuleState,
    /// The limit that was passed, or what is not known: French; may be empty.
    pub detail: String,
}

/// A step and its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CalendarDate {
    pub step: CalendarStep,
    pub day: Date,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RuleState {
    Respected,
    Broken,
    /// A date is not known, or does not settle the matter.
    Unknown,
}

/// The steps of a cycle, back from the vote of the budget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackPlan {
    pub vote: Date,
    /// By date.
    pub steps: Vec<PlannedStep>,
    /// The rules judged on the dates that are planned, not on the proposals.
    pub rules: Vec<RuleOutcome>,
}

/// A step of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedStep {
    pub step: CalendarStep,
    pub day: Date,
    /// Whether the author planned it; it is proposed otherwise.
    pub planned: bool,
    /// Where the date comes from: a rule with its source, a habit with its reason, `rapport.yaml`.
    pub origin: String,
    /// How sure the origin is; none for a date of the author.
    pub certainty: Option<Certainty>,
    /// That the day is no working day, or why the proposal was moved; may be empty.
    pub note: String,
}

impl RuleState {
    pub fn label(self) -> &'static str {
        match self {
            RuleState::Respected => "respectée",
            RuleState::Broken => "non respectée",
            RuleState::Unknown => "non vérifiable",
        }
    }
}
