//! A policy or an action of the collectivité, and its effect on each finalité.

use super::vocabulary::vocabulary;
use super::{CreditSelector, Finality, Identifier, Scope};
use crate::diagnostic::{Place, Placed};
use std::collections::BTreeMap;

/// One entry of `actions.yaml`.
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    pub id: Identifier,
    pub place: Place,
    pub title: String,
    pub description: String,
    pub scope: Scope,
    /// Pilot service; may be empty.
    pub service: String,
    pub state: ActionState,
    /// Progress in percent, 0 to 100.
    pub progress: Option<Placed<f64>>,
    pub start: Option<i32>,
    pub end: Option<i32>,
    /// The effect on each finalité the author scored; the others are not scored.
    pub effects: BTreeMap<Finality, Effect>,
    pub goals: Vec<u8>,
    pub indicators: Vec<Identifier>,
    pub digital_theme: Option<u8>,
    /// Which lines of the budgets pay for it.
    pub credits: Vec<CreditSelector>,
    /// Values and dates invented for a demonstration.
    pub example: bool,
}

/// Where an action stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ActionState {
    Planned,
    Ongoing,
    Done,
    Suspended,
}

/// The effect of a policy on a finalité (method of the ministry: positive, neutral, negative).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effect {
    Positive,
    Neutral,
    Negative,
}

vocabulary!(ActionState {
    Planned => "prevue", "prévue";
    Ongoing => "en-cours", "en cours";
    Done => "realisee", "réalisée";
    Suspended => "suspendue", "suspendue";
});
vocabulary!(Effect {
    Positive => "+", "favorable";
    Neutral => "0", "neutre";
    Negative => "-", "défavorable";
});

impl Action {
    /// Whether its author scored an effect, for or against, on a finalité.
    pub fn acts_on(&self, finality: Finality) -> bool {
        matches!(self.effects.get(&finality), Some(Effect::Positive | Effect::Negative))
    }

    /// Whether it should have ended by a year, and goes on.
    pub fn is_late(&self, year: i32) -> bool {
        let is_open = matches!(self.state, ActionState::Planned | ActionState::Ongoing);
        is_open && self.end.is_some_and(|end| end <= year)
    }

    /// Whether it ended before a year: the report on that year has nothing more to say of it.
    pub fn has_ended_before(&self, year: i32) -> bool {
        self.state == ActionState::Done && self.end.is_none_or(|end| end < year)
    }
}
