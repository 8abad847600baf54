//! The tree of the document: what is said, in the order in which it is said.

use super::{Comparison, DigitalReview, EditionChanges, RuleOutcome};
use crate::compute::{Breakdown, Credits, Footprint, Transition};
use crate::config::{Reference, Settings};
use crate::load::Text;
use crate::model::{
    Action, Anchor, Finality, Identifier, Indicator, LegalBasis, Method, ProjectFonts, Series, Status, Territory,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Everything the document says, before a word of it is written.
///
/// With what it is shown and where it comes from stand apart. What only follows from it is a question put to it:
/// [`Report::counts`], [`Report::coverage`], [`Report::drawings`].
#[derive(Clone, Debug)]
pub struct Report {
    pub settings: Settings,
    /// Narrative texts by slot.
    pub texts: BTreeMap<String, Text>,
    /// The five finalités, always five, in the order of the law.
    pub sections: Vec<FinalitySection>,
    pub missing: Vec<MissingDatum>,
    /// What moved most in one year.
    pub movers: Movers,
    /// What differs from the last edition, and what that edition did not publish; none when there is no last edition.
    pub changes: Option<EditionChanges>,
    /// Two editions side by side, where the document asked for is that; none in an edition.
    pub comparison: Option<Comparison>,
    /// Every action, in the order of `actions.yaml`: the rows of the matrix policies × finalités.
    pub actions: Vec<Action>,
    /// The actions that are closed: only what they took of the budgets is told.
    pub closed: Vec<Action>,
    /// What the actions take of the budgets; none without a budget or an authorisation that an action reads.
    pub credits: Option<Credits>,
    /// What the digital equipment weighs; none where the project has no inventory.
    pub footprint: Option<Footprint>,
    /// The transition effect of the investment executed; none where the project has no accounts.
    pub transition: Option<Transition>,
    /// The rules of the budget calendar that bind the collectivité, each with its result.
    pub calendar: Vec<RuleOutcome>,
    /// The identifiers of the actions and objectives that hold something of the model.
    pub unfilled: BTreeSet<Arc<str>>,
    /// The bilan of the stratégie numérique responsable; none where no strategy is described.
    pub digital: Option<DigitalReview>,
    pub shown: Shown,
    pub provenance: Provenance,
}

/// On what the document rests: the words and the rules of the reference data, the law, the files that were read.
#[derive(Clone, Debug)]
pub struct Provenance {
    pub reference: Reference,
    /// The articles that bind this collectivité.
    pub legal: LegalBasis,
    /// Whether the report is owed (population over the threshold) or voluntary.
    pub mandatory: bool,
    /// The files it was made from, with their hashes.
    pub files: Vec<SourceFile>,
}

/// With what the document is drawn and set.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// The fonts of the project.
    pub fonts: ProjectFonts,
    /// The map on which indicators disaggregated by commune are drawn.
    pub territory: Option<Arc<Territory>>,
}

/// The largest changes of one year, the largest first; at most [`Movers::MOST`] each way.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Movers {
    /// In the wanted direction.
    pub improving: Vec<Mover>,
    /// Against it.
    pub worsening: Vec<Mover>,
}

/// An indicator whose last value differs from the year before.
#[derive(Clone, Debug, PartialEq)]
pub struct Mover {
    pub indicator: Identifier,
    pub title: String,
    pub finality: Finality,
    pub unit: String,
    pub precision: usize,
    pub change: Change,
    pub status: Status,
}

/// A finalité with its indicators; the actions scored on it are [`Report::actions_on`].
#[derive(Clone, Debug)]
pub struct FinalitySection {
    pub finality: Finality,
    /// In the order of the catalogue.
    pub findings: Vec<Finding>,
    /// ODD of the indicators and actions, ascending.
    pub goals: Vec<u8>,
}

/// An indicator, its values and what is said of them.
#[derive(Clone, Debug)]
pub struct Finding {
    pub indicator: Indicator,
    pub headline: Series,
    pub breakdowns: Vec<Breakdown>,
    /// The years in which a value was made secret since another one could be deduced from it.
    pub withheld: BTreeSet<i32>,
    pub assessment: Assessment,
    /// Change of the last value against the year before; none where that year has no value.
    pub yearly_change: Option<Change>,
    /// Change of the last value against the reference.
    pub baseline_change: Option<Change>,
    /// Whether any value is marked `exemple`.
    pub example: bool,
    /// Whether any number is the author’s, and not that of the model.
    pub supplied: bool,
}

/// A status and every input of the formula that gave it.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    pub status: Status,
    /// Why there is no judgement, or why this method: a French sentence; may be empty.
    pub reason: String,
    pub trend: Option<Trend>,
    pub inputs: Inputs,
}

/// The inputs and results of the formula, as printed in the annex; none where it does not exist.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Inputs {
    /// `(t_0, y_0)`.
    pub baseline: Option<(i32, f64)>,
    /// `(t, y_t)`.
    pub last: Option<(i32, f64)>,
    /// `(T, y_T)`.
    pub target: Option<(i32, f64)>,
    /// `+1` when a rise is wanted, `-1` a fall, `0` otherwise.
    pub direction: i8,
    pub method: Option<Method>,
    /// Observed yearly rate (growth rate, or no target), covered share of the way (linear, milestones), or
    /// deviation from the reference (`maintien`).
    pub observed: Option<f64>,
    /// Required yearly rate (growth rate), share of the time elapsed (linear), share of the way expected by now
    /// (milestones), or tolerance (`maintien`).
    pub required: Option<f64>,
    /// `R`.
    pub ratio: Option<f64>,
    /// The path of the method used, as the chart draws it: a point a year for growth rates, the ends or the milestones
    /// otherwise, the level of the reference for `maintien`.
    pub path: Vec<(i32, f64)>,
}

/// The plain direction of the headline since the reference (or the first value).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trend {
    Rising,
    Level,
    Falling,
}

/// A difference between two years.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    pub from_year: i32,
    pub to_year: i32,
    /// In the unit of the indicator (points when the unit is %).
    pub absolute: f64,
    /// As a fraction of the starting value; none where that value is zero or the unit is %.
    pub relative: Option<f64>,
}

/// A value the reader would expect and does not find.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingDatum {
    pub indicator: Identifier,
    pub title: String,
    pub finality: Finality,
    /// Ascending; empty when no year has a value.
    pub years: Vec<i32>,
    /// A French sentence: never supplied, secret, a total without its components…
    pub reason: String,
    pub service: String,
}

/// One line of the table of legal coverage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverageLine {
    pub code: String,
    pub element: String,
    pub basis: String,
    pub criterion: String,
    pub state: CoverageState,
    /// What is there and what is not, in French.
    pub detail: String,
    /// Where the document says it, for the page numbers.
    pub labels: Vec<Anchor>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CoverageState {
    Covered,
    Partial,
    Absent,
    /// C8 until the session has taken place.
    ToBePresented,
    /// The texts do not ask it of this kind of collectivité.
    NotApplicable,
}

/// A file of the project from which something printed was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    pub path: Arc<str>,
    /// Lower-case hexadecimal SHA-256.
    pub sha256: String,
    pub bytes: usize,
}

impl CoverageState {
    pub fn label(self) -> &'static str {
        match self {
            CoverageState::Covered => "couvert",
            CoverageState::Partial => "partiel",
            CoverageState::Absent => "absent",
            CoverageState::ToBePresented => "à présenter",
            CoverageState::NotApplicable => "sans objet",
        }
    }
}

impl Movers {
    /// How many indicators are kept each way.
    pub const MOST: usize = 5;
}

impl Report {
    /// The text that asks for the report, as it is cited; empty where the reference data has none.
    pub fn main_text(&self) -> String {
        let Provenance { reference, legal, .. } = &self.provenance;
        reference.texts.citation(&legal.texts[..legal.texts.len().min(1)])
    }

    /// How many indicators have each status, every status that occurs.
    pub fn counts(&self) -> BTreeMap<Status, usize> {
        counts(self.findings())
    }

    /// How many indicators have each word; two statuses of one word (judged or not) are counted together.
    pub fn counted_words(&self) -> Vec<(&'static str, usize)> {
        let mut counted: Vec<(&str, usize)> = Vec::new();
        for (status, count) in &self.counts() {
            match counted.iter_mut().find(|(label, _)| *label == status.label()) {
                Some((_, total)) => *total += count,
                None => counted.push((status.label(), *count)),
            }
        }
        counted
    }

    /// Every finding, finalité by finalité.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.sections.iter().flat_map(|section| &section.findings)
    }

    /// Every action that took something of a budget, closed or not.
    pub fn funded(&self) -> impl Iterator<Item = &Action> {
        self.actions.iter().chain(&self.closed)
    }

    /// Whether an action or an objective holds something that `nouveau` wrote and nobody replaced.
    pub fn is_unfilled(&self, id: &Identifier) -> bool {
        self.unfilled.contains(id.as_str())
    }

    /// Actions with a non-neutral effect on a finalité, in the order of `actions.yaml`.
    pub fn actions_on(&self, finality: Finality) -> impl Iterator<Item = &Action> {
        self.actions.iter().filter(move |action| action.acts_on(finality))
    }
}

impl FinalitySection {
    /// The same in this finalité.
    pub fn counts(&self) -> BTreeMap<Status, usize> {
        counts(&self.findings)
    }
}

fn counts<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> BTreeMap<Status, usize> {
    let mut counts = BTreeMap::new();
    for finding in findings {
        *counts.entry(finding.assessment.status).or_default() += 1;
    }
    counts
}
