//! The bilan of the stratégie numérique responsable as templates name it.
//!
//! The same values serve the part of the report and the document of its own.

mod alerts;
mod duty;
mod grid;
mod means;
mod neighbours;
mod objective;
mod purposes;
mod steps;
mod summary;

use super::Prepared;
use super::annex::{self, AnnexFilter, InputsSection, MissingRow, SourcesSection};
use super::counts::{Count, counts};
use super::indicator::{self, IndicatorContext};
use super::wording::optional;
use crate::assess::{DigitalReview, Finding, Report};
use crate::chart::Figures;
use crate::french;
use crate::model::{Anchor, Identifier, StrategyActor};
use crate::render::dialect::PrintedText;
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Clone, Debug, Serialize)]
pub struct DigitalContext {
    /// The title of the strategy.
    pub title: String,
    /// Whether the report holds the bilan; it is a document of its own only, otherwise.
    pub in_report: bool,
    /// One or two sentences: how many objectives and indicators, how they stand.
    pub opening: String,
    pub duty: duty::Duty,
    /// Path of a text.
    pub presentation: Option<PrintedText>,
    /// Statuses of the indicators that follow an objective, each counted once.
    pub counts: Vec<Count>,
    pub grid: grid::Grid,
    /// Indicators that stand badly, with their objectives.
    pub alerts: Vec<alerts::Alert>,
    /// How many of its indicators lack a value, in one sentence.
    pub missing_sentence: String,
    pub calendar: steps::Calendar,
    pub objectives: Vec<objective::ObjectiveContext>,
    /// Indicators of a digital theme that follow no objective.
    pub unattached: Vec<IndicatorContext>,
    pub questions: Vec<purposes::Purpose>,
    pub priorities: Vec<purposes::Purpose>,
    pub frameworks: Vec<purposes::Purpose>,
    pub actors: Vec<Actor>,
    /// Path of a text.
    pub governance: Option<PrintedText>,
    /// How the strategy is drawn up, carried out and evaluated, where it is told.
    pub method: Vec<MethodText>,
    pub orientations: means::Orientations,
    /// Texts beside those of the bilan.
    pub neighbours: Vec<neighbours::Neighbour>,
    /// The annexes of the document of its own: those of the indicators that follow an objective.
    pub annex: DigitalAnnex,
    /// Whether something of the strategy is marked `exemple`.
    pub example: bool,
}

#[derive(Clone, Debug, Serialize)]
pub struct Actor {
    pub category: String,
    pub names: Vec<String>,
    pub part: String,
    pub example: bool,
}

#[derive(Clone, Debug, Serialize)]
pub struct MethodText {
    /// `elaboration`, `mise-en-oeuvre`, `evaluation`.
    pub key: &'static str,
    pub title: &'static str,
    pub path: PrintedText,
}

#[derive(Clone, Debug, Serialize)]
pub struct DigitalAnnex {
    pub inputs: Vec<InputsSection>,
    pub missing: Vec<MissingRow>,
    pub sources: Vec<SourcesSection>,
}

/// The rank of an objective, its label and its title: how a table calls it.
#[derive(Clone, Debug, Serialize)]
pub struct ObjectiveName {
    pub number: usize,
    /// `obj-ID`.
    pub label: Anchor,
    pub title: String,
}

/// None where no strategy is described.
pub fn describe(report: &Report, figures: &Figures, prepared: &Prepared) -> Option<DigitalContext> {
    let review = report.digital.as_ref()?;
    let followed: Vec<Identifier> = review.followed().into_iter().cloned().collect();
    let sheets = |ids: &[Identifier]| -> Vec<IndicatorContext> {
        let findings = ids.iter().filter_map(|id| finding(report, id));
        findings
            .map(|finding| indicator::describe(finding, figures, prepared))
            .collect()
    };
    let text = |name: &str| prepared.strategy.get(name).cloned();
    let mut statuses = BTreeMap::new();
    for finding in followed.iter().filter_map(|id| finding(report, id)) {
        *statuses.entry(finding.assessment.status).or_insert(0) += 1;
    }
    let method = [
        ("elaboration", "Élaboration"),
        ("mise-en-oeuvre", "Mise en œuvre"),
        ("evaluation", "Évaluation"),
    ];
    let filter = AnnexFilter::Only(&followed);
    Some(DigitalContext {
        title: french::punctuate(&review.title),
        in_report: review.in_report(),
        opening: summary::opening(review, &statuses),
        duty: duty::describe(report, review),
        presentation: text("presentation"),
        counts: counts(&statuses),
        grid: grid::describe(report, review),
        alerts: alerts::alerts(report, review, prepared),
        missing_sentence: summary::missing(report, &followed),
        calendar: steps::describe(report, review),
        objectives: review
            .objectives
            .iter()
            .enumerate()
            .map(|(rank, objective)| objective::describe(report, rank, objective, sheets, prepared))
            .collect(),
        unattached: sheets(&review.unattached),
        questions: purposes::questions(report, review),
        priorities: purposes::priorities(report, review),
        frameworks: purposes::frameworks(review),
        actors: review.actors.iter().map(actor).collect(),
        governance: text("gouvernance"),
        method: method
            .into_iter()
            .filter_map(|(key, title)| {
                let path = text(key)?;
                Some(MethodText { key, title, path })
            })
            .collect(),
        orientations: means::orientations(report, review),
        neighbours: neighbours::neighbours(report),
        annex: DigitalAnnex {
            inputs: annex::inputs(report, filter, prepared),
            missing: annex::missing(report, filter),
            sources: annex::sources(report, filter, prepared),
        },
        example: summary::has_example(review),
    })
}

/// How the objective of a rank is called.
fn name(review: &DigitalReview, rank: usize) -> Option<ObjectiveName> {
    let objective = &review.objectives.get(rank)?.objective;
    Some(ObjectiveName {
        number: rank + 1,
        label: Anchor::Objective(objective.id.clone()),
        title: french::punctuate(&objective.title),
    })
}

fn finding<'a>(report: &'a Report, id: &Identifier) -> Option<&'a Finding> {
    report.findings().find(|finding| finding.indicator.id == *id)
}

fn actor(actor: &StrategyActor) -> Actor {
    Actor {
        category: french::punctuate(&actor.category),
        names: actor.names.iter().filter_map(|name| optional(name)).collect(),
        part: french::punctuate(&actor.part),
        example: actor.example,
    }
}

#[cfg(test)]
mod tests;
