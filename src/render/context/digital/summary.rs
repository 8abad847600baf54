//! The first sentences of the bilan, and whether something in it is invented.

use crate::assess::{DigitalReview, Report};
use crate::french;
use crate::model::{Identifier, Status};
use crate::render::context::wording;
use std::collections::{BTreeMap, BTreeSet};

/// How many objectives, followed by how many indicators, and how those stand that have a target.
pub fn opening(review: &DigitalReview, statuses: &BTreeMap<Status, usize>) -> String {
    if review.objectives.is_empty() {
        return "Aucun objectif n’est décrit dans la stratégie.".to_owned();
    }
    let objectives = french::plural(review.objectives.len(), "objectif", "objectifs");
    let followed = statuses.values().sum();
    if followed == 0 {
        return format!("{objectives}, qu’aucun indicateur ne suit.");
    }
    let indicators = french::plural(followed, "indicateur", "indicateurs");
    let follow = if followed > 1 { "que suivent" } else { "que suit" };
    let mut sentences = vec![format!("{objectives}, {follow} {indicators}.")];
    sentences.extend(wording::against_targets(statuses));
    french::punctuate(&sentences.join(" "))
}

/// Whether a step, an objective or an actor is marked `exemple`.
pub fn has_example(review: &DigitalReview) -> bool {
    review.steps.iter().any(|review| review.step.example)
        || review.objectives.iter().any(|review| review.objective.has_example())
        || review.actors.iter().any(|actor| actor.example)
}

/// How many of these indicators lack a value that one would expect.
pub fn missing(report: &Report, followed: &[Identifier]) -> String {
    let lacking: BTreeSet<&Identifier> = report
        .missing
        .iter()
        .map(|datum| &datum.indicator)
        .filter(|id| followed.contains(id))
        .collect();
    match lacking.len() {
        0 => "Aucune valeur attendue ne manque aux indicateurs de la stratégie.".to_owned(),
        count => format!(
            "{} ; l’annexe dit pourquoi.",
            french::plural(count, "indicateur incomplet", "indicateurs incomplets")
        ),
    }
}
