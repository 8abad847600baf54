//! The entries of `actions.yaml` become [`Action`]s whose indicators exist.

use super::finality::{self, FinalityTexts};
use super::mentions::{INDICATORS, known_names};
use super::names::{self, Known};
use super::raw::ActionEntry;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Placed};
use crate::french::number;
use crate::model::{Action, ActionState, Effect, Finality, Names};
use std::collections::BTreeMap;

/// An action that ends before it begins.
pub(super) const PERIOD: Code = Code("M071");
/// A state that its own progress contradicts.
const CONTRADICTED: Code = Code("M079");
/// A finalité scored twice by the same action.
pub(super) const SCORED_TWICE: Code = Code("M073");

/// The action of an entry; none where a required value has a fault.
pub(super) fn action(
    raw: ActionEntry,
    finalities: &FinalityTexts,
    catalogue: &Names,
    known: &mut Known,
    diagnostics: &mut Diagnostics,
) -> Option<Action> {
    let id = raw
        .id
        .and_then(|id| names::claim(&id, "une action", known, diagnostics));
    if let (Some(start), Some(end)) = (&raw.start, &raw.end)
        && end.value < start.value
    {
        let message = format!("L’action finit en {}, avant son début ({}).", end.value, start.value);
        diagnostics.push(Diagnostic::error(PERIOD, end.place.clone(), message).help("Corrigez « debut » ou « fin »."));
    }
    if let (Some(state), Some(progress)) = (raw.state, &raw.progress) {
        diagnostics.extend(contradicted(state, progress));
    }
    let effects = scored(raw.effects, finalities, diagnostics);
    let indicators = known_names(&raw.indicators, catalogue, &INDICATORS, diagnostics);
    Some(Action {
        id: id?,
        place: raw.place,
        title: raw.title?,
        description: raw.description,
        scope: raw.scope?,
        service: raw.service,
        state: raw.state?,
        progress: raw.progress,
        start: raw.start.map(|year| year.value),
        end: raw.end.map(|year| year.value),
        effects,
        goals: raw.goals,
        indicators,
        credits: super::credits::selectors(raw.credits, diagnostics),
        digital_theme: raw.digital_theme,
        example: raw.example,
    })
}

/// The doubt about an action that is done and not whole, or planned and begun; none where its two words agree.
pub(super) fn contradicted(state: ActionState, progress: &Placed<f64>) -> Option<Diagnostic> {
    let is_contradicted = match state {
        ActionState::Done => progress.value < 100.0,
        ActionState::Planned => progress.value > 0.0,
        ActionState::Ongoing | ActionState::Suspended => false,
    };
    let message = format!(
        "L’état est « {} », et l’avancement {} % : l’un contredit l’autre, et les deux seront imprimés.",
        state.label(),
        number(progress.value, 0)
    );
    let help = "Corrigez « etat » ou « avancement », ou retirez l’avancement.";
    is_contradicted.then(|| Diagnostic::warning(CONTRADICTED, progress.place.clone(), message).help(help))
}

fn scored(
    effects: Vec<(Placed<String>, Effect)>,
    finalities: &FinalityTexts,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<Finality, Effect> {
    let mut scored = BTreeMap::new();
    for (name, effect) in effects {
        let Some(finality) = finality::resolve(&name, finalities, diagnostics) else {
            continue;
        };
        if scored.insert(finality, effect).is_some() {
            let message = format!(
                "La finalité {} est notée deux fois dans la même action.",
                finality.number()
            );
            diagnostics
                .push(Diagnostic::error(SCORED_TWICE, name.place, message).help("Gardez une seule des deux notes."));
        }
    }
    scored
}
