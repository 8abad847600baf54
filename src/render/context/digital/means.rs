//! The orientations for the year to come: what is planned objective by objective, and the credits of the budget.
//!
//! A sum is told only where every objective has its amount: what nobody wrote is no zero.

use super::super::wording::euros;
use super::{ObjectiveName, name};
use crate::assess::{DigitalReview, ObjectiveReview, Report};
use crate::french;
use crate::model::{ActionState, Money};
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
pub struct Orientations {
    /// The budget that the report precedes.
    pub year: String,
    /// The year before it.
    pub before: String,
    pub rows: Vec<OrientationRow>,
    /// The sums of both years, each none where an amount is not known.
    pub total: Option<String>,
    pub total_before: Option<String>,
    /// What the sums leave out, in a sentence.
    pub sentence: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct OrientationRow {
    pub objective: ObjectiveName,
    /// Measures that are planned, then those that go on.
    pub planned: Vec<String>,
    /// How many go on, in words; none where none does.
    pub ongoing: Option<String>,
    /// Credits of the year before, then of the budget.
    pub amount_before: Option<String>,
    pub amount: Option<String>,
    pub example: bool,
}

pub fn orientations(report: &Report, review: &DigitalReview) -> Orientations {
    let year = report.settings.budget_year;
    Orientations {
        year: year.to_string(),
        before: (year - 1).to_string(),
        rows: review
            .objectives
            .iter()
            .enumerate()
            .filter_map(|(rank, found)| row(review, rank, found, year))
            .collect(),
        total: total(review, year).map(euros),
        total_before: total(review, year - 1).map(euros),
        sentence: sentence(review, year),
    }
}

fn row(review: &DigitalReview, rank: usize, found: &ObjectiveReview, year: i32) -> Option<OrientationRow> {
    let measures = &found.objective.measures;
    let amount = |year: i32| found.credits.get(&year).copied().map(euros);
    let ongoing = measures
        .iter()
        .filter(|measure| measure.state == ActionState::Ongoing)
        .count();
    Some(OrientationRow {
        objective: name(review, rank)?,
        planned: measures
            .iter()
            .filter(|measure| measure.state == ActionState::Planned)
            .map(|measure| french::punctuate(&measure.title))
            .collect(),
        ongoing: (ongoing > 0).then(|| french::plural(ongoing, "mesure se poursuit", "mesures se poursuivent")),
        amount_before: amount(year - 1),
        amount: amount(year),
        example: found.objective.means.example,
    })
}

/// The sum over every objective; none where one has no amount, or there is no objective.
fn total(review: &DigitalReview, year: i32) -> Option<Money> {
    if review.objectives.is_empty() {
        return None;
    }
    let amounts = review.objectives.iter().map(|found| found.credits.get(&year).copied());
    amounts.sum()
}

fn sentence(review: &DigitalReview, year: i32) -> String {
    let count = review.objectives.len();
    let without = review
        .objectives
        .iter()
        .filter(|found| !found.credits.contains_key(&year))
        .count();
    french::punctuate(&match without {
        0 => format!("Chaque objectif a des crédits inscrits pour {year}."),
        _ if without == count => format!("Aucun crédit n’est inscrit pour {year}."),
        _ => format!(
            "{} sans crédit inscrit pour {year} : les crédits connus ne sont pas additionnés.",
            french::plural(without, "objectif", "objectifs")
        ),
    })
}
