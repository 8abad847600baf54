//! An objective of the strategy, with its measures and its means.

use super::{DigitalQuestion, Recurrence};
use crate::diagnostic::{Place, Placed};
use crate::model::{ActionState, Identifier, Money, Perimeter};

/// One objective: what is wanted, how it is followed, what is done for it and with what.
#[derive(Clone, Debug, PartialEq)]
pub struct Objective {
    pub id: Identifier,
    pub place: Place,
    pub title: String,
    /// May be empty.
    pub description: Placed<String>,
    /// Theme of the decree, 1 to 6.
    pub theme: u8,
    /// At least one.
    pub perimeters: Vec<Perimeter>,
    pub questions: Vec<DigitalQuestion>,
    /// Priority of the Manifeste, 1 to 5.
    pub priority: Option<u8>,
    /// Plans and schemes it ties to, in the words of the author.
    pub frameworks: Vec<String>,
    pub recurrence: Option<Recurrence>,
    /// The year by which it is to be reached.
    pub horizon: Option<i32>,
    /// Indicators of the catalogue that follow it.
    pub indicators: Vec<Identifier>,
    pub measures: Vec<Measure>,
    pub means: Means,
    /// Markdown; may be empty.
    pub results: Placed<String>,
    /// What comes next, Markdown; may be empty.
    pub next_steps: Placed<String>,
    /// Invented for a demonstration.
    pub example: bool,
}

/// Something done for an objective.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    pub place: Place,
    /// The action of `actions.yaml` that it is.
    pub action: Option<Identifier>,
    pub title: String,
    pub state: ActionState,
    /// In percent, 0 to 100.
    pub progress: Option<Placed<f64>>,
    /// May be empty.
    pub pilot: String,
    pub partners: Vec<String>,
    pub example: bool,
}

/// What is spent on an objective: money, time, what is shared with others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Means {
    pub credits: Vec<StrategyCredit>,
    /// Actions of `actions.yaml` whose credits serve the objective.
    pub actions: Vec<Identifier>,
    /// Full-time equivalents.
    pub staff: Option<f64>,
    /// Services shared with others; may be empty.
    pub shared: String,
    /// Invented for a demonstration.
    pub example: bool,
}

/// An amount of one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StrategyCredit {
    pub amount: Money,
    pub year: i32,
    /// What it pays for; may be empty.
    pub purpose: String,
}

impl Means {
    pub fn is_empty(&self) -> bool {
        self.credits.is_empty() && self.actions.is_empty() && self.staff.is_none() && self.shared.trim().is_empty()
    }
}

impl Objective {
    /// Whether the objective, a measure or its means are invented.
    pub fn has_example(&self) -> bool {
        self.example || self.means.example || self.measures.iter().any(|measure| measure.example)
    }
}
