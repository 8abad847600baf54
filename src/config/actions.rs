//! The entries of `actions.yaml` become [`Action`]s whose indicators exist.

use super::finality::FinalityNames;
use super::names::{self, Known};
use super::raw::{ActionEntry, Effects};
use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics, Placed};
use crate::french;
use crate::model::{Action, Effect, Finality, Identifier};
use std::collections::{BTreeMap, BTreeSet};

/// An action that names an indicator which is not in the catalogue.
pub(super) const UNKNOWN_INDICATOR: Code = Code("M070");
/// An action that ends before it begins.
pub(super) const PERIOD: Code = Code("M071");
/// A progress that is not a percentage.
pub(super) const PROGRESS: Code = Code("M072");
/// A finalité scored twice by the same action.
pub(super) const SCORED_TWICE: Code = Code("M073");

/// The action of an entry; none where a required value has a fault.
pub(super) fn action(
    raw: ActionEntry,
    finalities: &FinalityNames,
    catalogue: &BTreeSet<Identifier>,
    known: &mut Known,
    diagnostics: &mut Diagnostics,
) -> Option<Action> {
    let id = raw
        .id
        .0
        .as_ref()
        .and_then(|id| names::claim(id, "une action", known, diagnostics));
    if let (Some(start), Some(end)) = (&raw.start, &raw.end)
        && end.value.0 < start.value.0
    {
        let message = format!(
            "L’action finit en {}, avant son début ({}).",
            end.value.0, start.value.0
        );
        diagnostics.push(Diagnostic::error(PERIOD, end.place.clone(), message).help("Corrigez « debut » ou « fin »."));
    }
    let progress = raw.progress.filter(|progress| {
        let right = (0.0..=100.0).contains(&progress.value.0);
        if !right {
            let message = "L’avancement est un pourcentage, de 0 à 100.";
            diagnostics.push(
                Diagnostic::error(PROGRESS, progress.place.clone(), message)
                    .help("Corrigez le nombre, sans le signe %."),
            );
        }
        right
    });
    let effects = raw
        .effects
        .map(|effects| scored(effects, finalities, diagnostics))
        .unwrap_or_default();
    let indicators = raw.indicators.unwrap_or_default();
    let indicators = indicators
        .iter()
        .filter_map(|name| named(name, catalogue, diagnostics))
        .collect();
    Some(Action {
        id: id?,
        place: raw.place,
        title: raw.title.0?.0,
        description: raw.description.unwrap_or_default().0,
        scope: raw.scope.0?.0,
        service: raw.service.unwrap_or_default().0,
        state: raw.state.0?.0,
        progress: progress.map(|progress| progress.value.0),
        start: raw.start.map(|year| year.value.year()),
        end: raw.end.map(|year| year.value.year()),
        effects,
        goals: super::numbers(raw.goals),
        indicators,
        credits: super::credits::selectors(raw.credits, diagnostics),
        digital_theme: raw.digital_theme.and_then(|theme| u8::try_from(theme.0).ok()),
        example: raw.example.is_some_and(|flag| flag.0),
    })
}

fn scored(effects: Effects, finalities: &FinalityNames, diagnostics: &mut Diagnostics) -> BTreeMap<Finality, Effect> {
    let mut scored = BTreeMap::new();
    for (name, effect) in effects.0 {
        let Some(finality) = finalities.resolve(&name, diagnostics) else {
            continue;
        };
        if scored.insert(finality, effect.0).is_some() {
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

fn named(name: &Placed<String>, catalogue: &BTreeSet<Identifier>, diagnostics: &mut Diagnostics) -> Option<Identifier> {
    let text = name.value.as_str();
    let found = Identifier::parse(text).filter(|id| catalogue.contains(id));
    if found.is_none() {
        let ids: Vec<&str> = catalogue.iter().map(Identifier::as_str).collect();
        let help = match french::meant(text, ids.iter().copied()) {
            Some(question) => question,
            None => "Ajoutez l’indicateur dans data/indicateurs/, ou retirez son nom d’ici.".to_owned(),
        };
        let message = format!("L’indicateur « {text} » n’est pas au catalogue.");
        diagnostics.push(
            Diagnostic::error(UNKNOWN_INDICATOR, name.place.clone(), message)
                .help(help)
                .raw(text)
                .because(Cause::Catalogue),
        );
    }
    found
}
