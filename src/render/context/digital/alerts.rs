//! What calls for a decision: the indicators of the strategy that stand badly, with the objectives they follow.

use super::super::Prepared;
use super::super::wording::{StatusWord, quantity, status_word};
use super::{ObjectiveName, finding, name};
use crate::assess::{DigitalReview, Finding, Report};
use crate::french;
use crate::model::Anchor;
use serde::Serialize;

/// An indicator and the objectives that it follows.
#[derive(Clone, Debug, Serialize)]
pub struct Alert {
    /// `ind-ID`.
    pub label: Anchor,
    pub title: String,
    pub quantity: String,
    /// The target that was judged: `75 % en 2024`.
    pub target: Option<String>,
    pub status: StatusWord,
    pub objectives: Vec<ObjectiveName>,
}

/// Those that are insufficient, retreating, missed or out of their tolerance, in the order of the objectives.
pub fn alerts(report: &Report, review: &DigitalReview, prepared: &Prepared) -> Vec<Alert> {
    let followed = review.followed().into_iter();
    followed
        .filter_map(|id| finding(report, id))
        .filter(|finding| finding.assessment.status.stands_badly())
        .map(|finding| alert(review, finding, prepared))
        .collect()
}

fn alert(review: &DigitalReview, finding: &Finding, prepared: &Prepared) -> Alert {
    let indicator = &finding.indicator;
    let objectives = review.objectives.iter().enumerate();
    let target = finding.assessment.inputs.target;
    Alert {
        label: Anchor::Indicator(indicator.id.clone()),
        title: french::punctuate(prepared.title(indicator)),
        quantity: finding
            .headline
            .last_number()
            .and_then(|point| point.value.number())
            .map_or_else(|| "—".to_owned(), |value| quantity(indicator, value)),
        target: target.map(|(year, value)| format!("{} en {year}", quantity(indicator, value))),
        status: status_word(finding),
        objectives: objectives
            .filter(|(_, review)| review.objective.indicators.contains(&indicator.id))
            .filter_map(|(rank, _)| name(review, rank))
            .collect(),
    }
}
