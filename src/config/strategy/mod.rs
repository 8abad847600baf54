//! `strategie.yaml` becomes a [`Strategy`] whose indicators and actions exist.
//!
//! What is late, uncovered or incomplete is no fault of the file: `assess` tells it.

mod objective;
mod scalars;

pub(super) use scalars::{Amount, MomentText, OneOrMore};

use super::names::Known;
use super::raw::{ActorEntry, ExclusionEntry, StepEntry, StrategyFile, StrategyMethodEntry};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Placed};
use crate::form::scalars::{Sentence, Text};
use crate::french;
use crate::model::{
    Action, Exclusion, Identifier, Objective, Perimeter, Strategy, StrategyActor, StrategyMethod, StrategyStep,
};
use std::collections::{BTreeMap, BTreeSet};

/// A cell of the grid said to be without object, and covered by an objective.
const CONTRADICTION: Code = Code("M039");

/// Where the strategy stands in a project.
pub(super) const PATH: &str = "data/strategie.yaml";

/// What the strategy may name.
pub(super) struct Surroundings<'a> {
    /// Every identifier written in the catalogue, those of refused entries too.
    pub catalogue: &'a BTreeSet<Identifier>,
    pub actions: BTreeMap<&'a Identifier, &'a Action>,
    /// Every identifier written in `actions.yaml`, those of refused entries too.
    pub written_actions: &'a BTreeSet<Identifier>,
}

/// The strategy of a file, without its entries at fault.
pub(super) fn strategy(raw: StrategyFile, around: &Surroundings<'_>, diagnostics: &mut Diagnostics) -> Strategy {
    let mut known = Known::new();
    let objectives: Vec<Objective> = raw
        .objectives
        .unwrap_or_default()
        .into_iter()
        .filter_map(|entry| objective::objective(entry, around, &mut known, diagnostics))
        .collect();
    let exclusions: Vec<Exclusion> = raw
        .exclusions
        .unwrap_or_default()
        .into_iter()
        .filter_map(exclusion)
        .collect();
    let strategy = Strategy {
        place: raw.place,
        title: written(raw.title).unwrap_or_else(|| "Stratégie numérique responsable".to_owned()),
        presentation: text(raw.presentation),
        steps: raw.steps.unwrap_or_default().into_iter().filter_map(step).collect(),
        objectives,
        exclusions,
        actors: raw.actors.unwrap_or_default().into_iter().filter_map(actor).collect(),
        governance: text(raw.governance),
        method: raw.method.map(method).unwrap_or_default(),
    };
    refuse_contradictions(&strategy, diagnostics);
    strategy
}

/// A cell without object has no objective.
fn refuse_contradictions(strategy: &Strategy, diagnostics: &mut Diagnostics) {
    for exclusion in &strategy.exclusions {
        let Some(objective) = strategy.objectives_of(exclusion.theme, exclusion.perimeter).next() else {
            continue;
        };
        let message = format!(
            "Le thème {} est dit sans objet pour le périmètre « {} », que l’objectif « {} » couvre.",
            exclusion.theme,
            exclusion.perimeter.key(),
            objective.id
        );
        let help = "Retirez cette entrée de « sans_objet », ou corrigez le thème ou le périmètre de l’objectif.";
        diagnostics.push(Diagnostic::error(CONTRADICTION, exclusion.place.clone(), message).help(help));
    }
}

fn step(raw: StepEntry) -> Option<StrategyStep> {
    let kind = raw.kind.0?.0;
    let moment = |placed: Option<Placed<MomentText>>| placed.map(|placed| Placed::new(placed.value.0, placed.place));
    Some(StrategyStep {
        place: raw.place,
        kind,
        title: written(raw.title).unwrap_or_else(|| french::capital(kind.label())),
        planned: moment(raw.planned),
        done: moment(raw.done),
        decision: text(raw.decision),
        note: text(raw.note),
        example: raw.example.is_some_and(|flag| flag.0),
    })
}

fn exclusion(raw: ExclusionEntry) -> Option<Exclusion> {
    Some(Exclusion {
        place: raw.place,
        theme: u8::try_from(raw.theme.0?.0).ok()?,
        perimeter: raw.perimeter.0?.0,
        reason: raw.reason.0?.0,
    })
}

fn actor(raw: ActorEntry) -> Option<StrategyActor> {
    Some(StrategyActor {
        place: raw.place,
        category: raw.category.0?.0,
        names: sentences(raw.names),
        part: raw.part.0?.0,
        example: raw.example.is_some_and(|flag| flag.0),
    })
}

fn method(raw: StrategyMethodEntry) -> StrategyMethod {
    StrategyMethod {
        place: Some(raw.place),
        preparation: text(raw.preparation),
        implementation: text(raw.implementation),
        evaluation: text(raw.evaluation),
    }
}

/// The perimeters of an objective, each once, in the order of the grid.
fn perimeters(words: OneOrMore<crate::form::words::Word<Perimeter>>) -> Vec<Perimeter> {
    let set: BTreeSet<Perimeter> = words.0.into_iter().map(|word| word.0).collect();
    set.into_iter().collect()
}

fn sentences(list: Option<Vec<Sentence>>) -> Vec<String> {
    list.unwrap_or_default().into_iter().map(|entry| entry.0).collect()
}

fn text(text: Option<Text>) -> String {
    text.unwrap_or_default().0
}

fn written(text: Option<Text>) -> Option<String> {
    text.map(|text| text.0).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests;
