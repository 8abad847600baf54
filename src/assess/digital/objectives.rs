//! An objective with the statuses of its indicators, its credits by year, and what the decree asks that it lacks.

use super::noun::{ObjectiveLack, ObjectiveReview};
use crate::assess::Finding;
use crate::model::{Money, Objective, Status};
use std::collections::BTreeMap;

/// The objective, judged by its indicators.
pub fn review<'a>(objective: Objective, findings: impl Iterator<Item = &'a Finding>) -> ObjectiveReview {
    let followed: Vec<&Finding> = findings
        .filter(|finding| objective.indicators.contains(&finding.indicator.id))
        .collect();
    let mut statuses: BTreeMap<Status, usize> = BTreeMap::new();
    for finding in &followed {
        *statuses.entry(finding.assessment.status).or_default() += 1;
    }
    ObjectiveReview {
        statuses,
        measured: followed.iter().any(|finding| finding.supplied),
        credits: credits(&objective),
        lacks: lacks(&objective),
        objective,
    }
}

/// Amounts of one year are added: each is a part that its author wrote.
fn credits(objective: &Objective) -> BTreeMap<i32, Money> {
    let mut years: BTreeMap<i32, Money> = BTreeMap::new();
    for credit in &objective.means.credits {
        *years.entry(credit.year).or_insert(Money::ZERO) += credit.amount;
    }
    years
}

fn lacks(objective: &Objective) -> Vec<ObjectiveLack> {
    [
        (objective.indicators.is_empty(), ObjectiveLack::Indicator),
        (objective.measures.is_empty(), ObjectiveLack::Measure),
        (objective.means.is_empty(), ObjectiveLack::Means),
    ]
    .into_iter()
    .filter_map(|(lacking, lack)| lacking.then_some(lack))
    .collect()
}
