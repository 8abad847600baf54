//! `strategie.yaml` becomes a [`Strategy`] whose indicators and actions exist.
//!
//! What is late, uncovered or incomplete is no fault of the file: `assess` tells it.

mod objective;
mod scalars;

pub(super) use scalars::{Amount, FullTime, MomentText, OneOrMore};

use super::names::Known;
use super::raw::StrategyFile;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::french;
use crate::model::{Action, Identifier, Names, Strategy, StrategyStep};
use std::collections::BTreeMap;

/// A cell of the grid said to be without object, and covered by an objective.
const CONTRADICTION: Code = Code("M039");

/// Where the strategy stands in a project.
pub(super) const PATH: &str = "data/strategie.yaml";

/// What the strategy may name.
pub(super) struct Surroundings<'a> {
    /// Every identifier written in the catalogue, those of refused entries too.
    pub catalogue: &'a Names,
    pub actions: BTreeMap<&'a Identifier, &'a Action>,
    /// Every identifier written in `actions.yaml`, those of refused entries too.
    pub written_actions: &'a Names,
}

/// The strategy of a file, without its entries at fault.
pub(super) fn strategy(raw: StrategyFile, around: &Surroundings<'_>, diagnostics: &mut Diagnostics) -> Strategy {
    let mut known = Known::new();
    let objectives = raw.objectives.into_iter();
    let strategy = Strategy {
        place: raw.place,
        title: raw.title,
        presentation: raw.presentation,
        steps: raw.steps.into_iter().map(titled).collect(),
        objectives: objectives
            .filter_map(|entry| objective::objective(entry, around, &mut known, diagnostics))
            .collect(),
        exclusions: raw.exclusions,
        actors: raw.actors,
        governance: raw.governance,
        method: raw.method,
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

/// The step under the name of its kind, where it has no title of its own.
fn titled(step: StrategyStep) -> StrategyStep {
    match step.title.is_empty() {
        true => StrategyStep {
            title: french::capital(step.kind.label()),
            ..step
        },
        false => step,
    }
}

#[cfg(test)]
mod tests;
