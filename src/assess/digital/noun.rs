//! The annual bilan of the stratégie numérique responsable, as the document says it.
//!
//! What its author wrote, judged: nothing here is a sentence yet.

use crate::diagnostic::Place;
use crate::model::{
    Identifier, LegalDeadline, Moment, Money, Objective, Perimeter, Status, StrategyActor, StrategyMethod, StrategyStep,
};
use std::collections::BTreeMap;

/// The bilan: where the strategy stands, what it covers, what each objective gave.
#[derive(Clone, Debug, PartialEq)]
pub struct DigitalReview {
    /// Where `strategie.yaml` begins.
    pub place: Place,
    pub duty: DigitalDuty,
    pub title: String,
    /// Markdown; may be empty.
    pub presentation: String,
    /// In the order of the file.
    pub steps: Vec<StepReview>,
    /// What the law wanted by when; empty where the strategy is not owed.
    pub deadlines: Vec<DeadlineReview>,
    /// Always the six themes, in the order of the decree.
    pub grid: Vec<GridRow>,
    /// In the order of the file.
    pub objectives: Vec<ObjectiveReview>,
    /// Indicators of a digital theme that follow no objective, in the order of the report.
    pub unattached: Vec<Identifier>,
    pub actors: Vec<StrategyActor>,
    /// Markdown; may be empty.
    pub governance: String,
    pub method: StrategyMethod,
}

/// Whether the texts ask this collectivité for the bilan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DigitalDuty {
    /// Inside a report that is owed.
    Owed,
    /// The texts ask it of this kind of collectivité, above a population that this one does not reach.
    Voluntary,
    /// The texts of this kind of collectivité do not ask it; its report does not hold it.
    NotAsked,
}

/// A step, and whether it was done in time on the day of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepReview {
    pub step: StrategyStep,
    /// When it was done; none where that is after the day of the document.
    pub done: Option<Moment>,
    pub outcome: StepOutcome,
}

/// A deadline of the law, and the step that answers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeadlineReview {
    pub deadline: LegalDeadline,
    /// When the first step of that kind was done.
    pub done: Option<Moment>,
    pub outcome: StepOutcome,
}

/// What was promised against what was done, on the day of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepOutcome {
    /// Done, and nothing was planned to compare with.
    Done,
    OnTime,
    /// Done after the last day of what was planned.
    Late(Delay),
    /// Done, at dates too vague to say whether in time.
    Unclear,
    /// Planned, and its last day has not come.
    ToCome(Delay),
    /// Planned, not done, and its last day has passed.
    Overdue(Delay),
    /// Neither planned nor done.
    Undated,
}

/// How long between two moments, as precisely as both are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Delay {
    Exact {
        months: u32,
        days: u32,
    },
    /// About so many months.
    Months(u32),
    /// About so many years.
    Years(u32),
}

/// A theme of the decree against the three perimeters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridRow {
    pub theme: u8,
    /// One a perimeter, in their order.
    pub cells: Vec<GridCell>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridCell {
    pub perimeter: Perimeter,
    pub content: CellContent,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CellContent {
    /// Ranks in [`DigitalReview::objectives`].
    Covered(Vec<usize>),
    /// The theme does not concern the perimeter, for a reason that the author gives.
    WithoutObject(String),
    /// No objective, and no reason.
    Gap,
}

/// An objective, the statuses of its indicators and what the decree asks that it does not have.
#[derive(Clone, Debug, PartialEq)]
pub struct ObjectiveReview {
    pub objective: Objective,
    /// How many of its indicators have each status, every status that occurs.
    pub statuses: BTreeMap<Status, usize>,
    /// Whether one of its indicators has a value.
    pub measured: bool,
    /// The credits that the strategy writes, by year.
    pub credits: BTreeMap<i32, Money>,
    pub lacks: Vec<ObjectiveLack>,
}

/// One of the three things that the decree wants of an objective.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ObjectiveLack {
    Indicator,
    Measure,
    Means,
}

impl DigitalReview {
    /// Whether the report has the bilan as one of its parts; otherwise it is a document of its own only.
    pub fn in_report(&self) -> bool {
        self.duty != DigitalDuty::NotAsked
    }

    /// Every cell of the grid with its theme, theme by theme.
    pub fn cells(&self) -> impl Iterator<Item = (u8, &GridCell)> {
        self.grid
            .iter()
            .flat_map(|row| row.cells.iter().map(move |cell| (row.theme, cell)))
    }

    /// The indicators that follow an objective, each once.
    pub fn followed(&self) -> Vec<&Identifier> {
        let mut followed: Vec<&Identifier> = Vec::new();
        for id in self.objectives.iter().flat_map(|review| &review.objective.indicators) {
            if !followed.contains(&id) {
                followed.push(id);
            }
        }
        followed
    }
}

impl ObjectiveReview {
    /// Whether it has the three things that the decree wants, its indicators giving a value.
    pub fn is_whole(&self) -> bool {
        self.lacks.is_empty() && self.measured
    }
}

impl ObjectiveLack {
    /// What is lacking, with its article.
    pub fn label(self) -> &'static str {
        match self {
            ObjectiveLack::Indicator => "un indicateur",
            ObjectiveLack::Measure => "une mesure",
            ObjectiveLack::Means => "des moyens",
        }
    }
}
