//! What the objectives serve: the questions besides the footprint, the priorities of the Manifeste, the reference frameworks.

use super::{ObjectiveName, name};
use crate::assess::{DigitalReview, Report};
use crate::french;
use crate::model::{DigitalQuestion, Objective};
use serde::Serialize;

/// Something that objectives serve, and which do; none of them is told too.
#[derive(Clone, Debug, Serialize)]
pub struct Purpose {
    /// The rank of a priority; none otherwise.
    pub number: Option<u8>,
    pub title: String,
    pub short: String,
    pub objectives: Vec<ObjectiveName>,
}

/// Always the three questions.
pub fn questions(report: &Report, review: &DigitalReview) -> Vec<Purpose> {
    DigitalQuestion::ALL
        .iter()
        .filter_map(|question| {
            let wording = report.provenance.reference.digital.questions.get(question)?;
            Some(Purpose {
                number: None,
                title: french::punctuate(&wording.title),
                short: french::punctuate(&wording.short),
                objectives: serving(review, |objective| objective.questions.contains(question)),
            })
        })
        .collect()
}

/// The five priorities; none of them where no objective names one.
pub fn priorities(report: &Report, review: &DigitalReview) -> Vec<Purpose> {
    if review.objectives.iter().all(|found| found.objective.priority.is_none()) {
        return Vec::new();
    }
    let digital = &report.provenance.reference.digital;
    digital
        .priorities
        .iter()
        .map(|(&number, wording)| Purpose {
            number: Some(number),
            title: french::punctuate(&wording.title),
            short: french::punctuate(&wording.short),
            objectives: serving(review, |objective| objective.priority == Some(number)),
        })
        .collect()
}

/// The frameworks that an objective names, in the order in which they come.
pub fn frameworks(review: &DigitalReview) -> Vec<Purpose> {
    let mut names: Vec<&str> = Vec::new();
    for name in review.objectives.iter().flat_map(|found| &found.objective.frameworks) {
        if !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    names
        .into_iter()
        .map(|framework| Purpose {
            number: None,
            title: french::punctuate(framework),
            short: french::punctuate(framework),
            objectives: serving(review, |objective| {
                objective.frameworks.iter().any(|named| named == framework)
            }),
        })
        .collect()
}

fn serving(review: &DigitalReview, serves: impl Fn(&Objective) -> bool) -> Vec<ObjectiveName> {
    let ranks = review.objectives.iter().enumerate();
    ranks
        .filter(|(_, found)| serves(&found.objective))
        .filter_map(|(rank, _)| name(review, rank))
        .collect()
}
