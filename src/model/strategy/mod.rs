//! The stratégie numérique responsable as its author describes it: steps, objectives, actors, method.
//!
//! Nothing here is judged: lateness, coverage and statuses belong to `assess`.

mod objective;
mod step;
mod words;

pub use objective::{Means, Measure, Objective, StrategyCredit};
pub use step::{LegalDeadline, Moment, StrategyStep};
pub use words::{DigitalQuestion, Recurrence, StepKind};

use super::{Identifier, Perimeter};
use crate::diagnostic::Place;
use std::collections::BTreeMap;

/// Everything `strategie.yaml` says.
#[derive(Clone, Debug, PartialEq)]
pub struct Strategy {
    pub place: Place,
    pub title: String,
    /// Markdown; may be empty.
    pub presentation: String,
    /// In the order of the file.
    pub steps: Vec<StrategyStep>,
    /// In the order of the file.
    pub objectives: Vec<Objective>,
    /// Themes that the author says do not concern a perimeter.
    pub exclusions: Vec<Exclusion>,
    pub actors: Vec<StrategyActor>,
    /// Markdown; may be empty.
    pub governance: String,
    pub method: StrategyMethod,
}

/// How the strategy was drawn up, is carried out and is evaluated: Markdown; each may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StrategyMethod {
    pub place: Option<Place>,
    pub preparation: String,
    pub implementation: String,
    pub evaluation: String,
}

/// A theme that does not concern a perimeter, and why: a choice that is said, not a gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exclusion {
    pub place: Place,
    pub theme: u8,
    pub perimeter: Perimeter,
    pub reason: String,
}

/// Those the strategy concerns, and the part they take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StrategyActor {
    pub place: Place,
    /// `Communes`, `Structures de médiation numérique`…
    pub category: String,
    /// Who, within the category.
    pub names: Vec<String>,
    /// What they do.
    pub part: String,
    pub example: bool,
}

/// The words of the field that the document prints, from the reference data.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DigitalReference {
    pub perimeters: BTreeMap<Perimeter, DigitalWording>,
    pub questions: BTreeMap<DigitalQuestion, DigitalWording>,
    /// The five priorities of the Manifeste, by number.
    pub priorities: BTreeMap<u8, DigitalWording>,
    /// What the law wanted done, and by when.
    pub deadlines: Vec<LegalDeadline>,
    /// Texts that are no part of the bilan and that a reader meets beside it.
    pub neighbours: Vec<NeighbouringText>,
}

/// A text beside those of the bilan: a fact, never a requirement of the bilan.
#[derive(Clone, Debug, PartialEq)]
pub struct NeighbouringText {
    pub title: String,
    /// The text that says so, as printed.
    pub basis: String,
    /// How sure the reading is, as printed; may be empty.
    pub caution: String,
    /// What is measured, with its unit; may be empty.
    pub measure: String,
    /// Years ascending.
    pub milestones: Vec<Milestone>,
}

/// A value of a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Milestone {
    pub year: i32,
    pub value: f64,
}

/// A title and its short form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DigitalWording {
    pub title: String,
    pub short: String,
}

impl Strategy {
    /// The objectives of a cell of the grid, in the order of the file.
    pub fn objectives_of(&self, theme: u8, perimeter: Perimeter) -> impl Iterator<Item = &Objective> {
        self.objectives
            .iter()
            .filter(move |objective| objective.theme == theme && objective.perimeters.contains(&perimeter))
    }

    /// Every indicator that follows an objective.
    pub fn indicators(&self) -> impl Iterator<Item = &Identifier> {
        self.objectives.iter().flat_map(|objective| &objective.indicators)
    }
}
