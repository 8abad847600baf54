//! Texts beside those of the bilan, printed as facts with how surely they were read.

use super::super::wording::optional;
use crate::assess::Report;
use crate::french;
use crate::model::NeighbouringText;
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
pub struct Neighbour {
    pub title: String,
    pub basis: String,
    pub caution: Option<String>,
    /// `20 % en 2024, 25 % en 2027 et 30 % en 2030`.
    pub milestones: Option<String>,
}

pub fn neighbours(report: &Report) -> Vec<Neighbour> {
    report
        .provenance
        .reference
        .digital
        .neighbours
        .iter()
        .map(neighbour)
        .collect()
}

fn neighbour(text: &NeighbouringText) -> Neighbour {
    let milestones: Vec<String> = text
        .milestones
        .iter()
        .map(|at| format!("{} en {}", french::quantity(at.value, 0, &text.measure), at.year))
        .collect();
    Neighbour {
        title: french::punctuate(&text.title),
        basis: french::punctuate(&text.basis),
        caution: optional(&text.caution),
        milestones: (!milestones.is_empty()).then(|| french::list(&milestones)),
    }
}
