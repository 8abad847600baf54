//! The entries of `actions.yaml` become [`Action`]s whose indicators exist.

use super::finality::{self, FinalityTexts};
use super::mentions::{INDICATORS, known_names};
use super::names::{self, Known};
use super::raw::ActionEntry;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Placed};
use crate::model::{Action, Effect, Finality, Names};
use std::collections::BTreeMap;

/// An action that ends before it begins.
pub(super) const PERIOD: Code = Code("M071");
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
