//! An objective with its measures and its means; what it names must exist.

use super::Surroundings;
use crate::config::names::{self, Known};
use crate::config::raw::{MeansEntry, MeasureEntry, ObjectiveEntry};
use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics, Placed};
use crate::french;
use crate::model::{Identifier, Means, Measure, Objective};
use std::collections::BTreeSet;

/// An objective followed by an indicator that is not in the catalogue.
const UNKNOWN_INDICATOR: Code = Code("M031");
/// A measure or means that name an action which is not in `actions.yaml`.
const UNKNOWN_ACTION: Code = Code("M032");
/// A number of full-time equivalents below zero.
const STAFF: Code = Code("M036");
/// A measure that neither names an action nor says its title and its state.
const NO_MEASURE: Code = Code("M037");

/// The objective of an entry; none where a required value has a fault.
pub fn objective(
    raw: ObjectiveEntry,
    around: &Surroundings<'_>,
    known: &mut Known,
    diagnostics: &mut Diagnostics,
) -> Option<Objective> {
    let mark = diagnostics.mark();
    let written = raw.id.as_ref().map(|id| Cause::entry(&id.value));
    let id = raw
        .id
        .and_then(|id| names::claim(&id, "un objectif", known, diagnostics));
    let indicators = known_names(&raw.indicators, around.catalogue, &INDICATORS, diagnostics);
    let measures = raw
        .measures
        .into_iter()
        .filter_map(|entry| measure(entry, around, diagnostics))
        .collect();
    let means = raw.means.map(|entry| means(entry, around, diagnostics));
    if let Some(written) = written {
        diagnostics.blame(mark, &written);
    }
    Some(Objective {
        id: id?,
        place: raw.place,
        title: raw.title?,
        description: raw.description,
        theme: raw.theme?,
        perimeters: raw.perimeters?,
        questions: raw.questions,
        priority: raw.priority,
        frameworks: raw.frameworks,
        recurrence: raw.recurrence,
        horizon: raw.horizon,
        indicators,
        measures,
        means: means.unwrap_or_default(),
        results: raw.results,
        next_steps: raw.next_steps,
        example: raw.example,
    })
}

/// A measure of its own, or an action of `actions.yaml` with what the entry says besides.
fn measure(raw: MeasureEntry, around: &Surroundings<'_>, diagnostics: &mut Diagnostics) -> Option<Measure> {
    if let Some(name) = &raw.action {
        let id = known_name(name, around.written_actions, &ACTIONS, diagnostics)?;
        // The entry of the action was refused: its own fault was told.
        let action = around.actions.get(&id)?;
        return Some(Measure {
            place: raw.place,
            action: Some(id),
            title: raw.title.unwrap_or_else(|| action.title.clone()),
            state: raw.state.unwrap_or(action.state),
            progress: raw.progress.or(action.progress),
            pilot: raw.pilot.unwrap_or_else(|| action.service.clone()),
            partners: raw.partners,
            example: raw.example || action.example,
        });
    }
    let (Some(title), Some(state)) = (raw.title, raw.state) else {
        let message = "La mesure n’a pas son titre et son état, et ne nomme aucune action.";
        let help = "Écrivez « titre: … » et « etat: en-cours », ou « action: … » avec l’identifiant d’une action de actions.yaml.";
        diagnostics.push(Diagnostic::error(NO_MEASURE, raw.place, message).help(help));
        return None;
    };
    Some(Measure {
        place: raw.place,
        action: None,
        title,
        state,
        progress: raw.progress,
        pilot: raw.pilot.unwrap_or_default(),
        partners: raw.partners,
        example: raw.example,
    })
}

fn means(raw: MeansEntry, around: &Surroundings<'_>, diagnostics: &mut Diagnostics) -> Means {
    let staff = raw.staff.filter(|staff| {
        let right = staff.value >= 0.0;
        if !right {
            let message = "Le temps de travail est négatif ; il est en équivalents temps plein.";
            diagnostics
                .push(Diagnostic::error(STAFF, staff.place.clone(), message).help("Corrigez le nombre de « etp »."));
        }
        right
    });
    Means {
        credits: raw.credits,
        actions: known_names(&raw.actions, around.written_actions, &ACTIONS, diagnostics),
        staff: staff.map(|staff| staff.value),
        shared: raw.shared,
        example: raw.example,
    }
}

/// What a message says of a list of names.
struct List {
    code: Code,
    /// `L’indicateur`.
    noun: &'static str,
    /// `au catalogue`.
    place: &'static str,
    help: &'static str,
    /// What would explain that a name is not in it.
    causes: &'static [Cause],
}

const INDICATORS: List = List {
    code: UNKNOWN_INDICATOR,
    noun: "L’indicateur",
    place: "au catalogue",
    help: "Ajoutez l’indicateur dans data/indicateurs/, ou retirez son nom d’ici.",
    causes: &[Cause::Catalogue],
};
const ACTIONS: List = List {
    code: UNKNOWN_ACTION,
    noun: "L’action",
    place: "dans data/actions.yaml",
    help: "Ajoutez l’action dans data/actions.yaml, ou décrivez la mesure ici par son titre et son état.",
    causes: &[],
};

fn known_names(
    names: &[Placed<String>],
    known: &BTreeSet<Identifier>,
    list: &List,
    diagnostics: &mut Diagnostics,
) -> Vec<Identifier> {
    let mut kept: Vec<Identifier> = Vec::new();
    for name in names {
        let found = known_name(name, known, list, diagnostics);
        kept.extend(found.filter(|id| !kept.contains(id)));
    }
    kept
}

fn known_name(
    name: &Placed<String>,
    known: &BTreeSet<Identifier>,
    list: &List,
    diagnostics: &mut Diagnostics,
) -> Option<Identifier> {
    let text = name.value.as_str();
    let found = Identifier::parse(text).filter(|id| known.contains(id));
    if found.is_none() {
        let help = match french::meant(text, known.iter().map(Identifier::as_str)) {
            Some(question) => question,
            None => list.help.to_owned(),
        };
        let message = format!("{} « {text} » n’est pas {}.", list.noun, list.place);
        let fault = Diagnostic::error(list.code, name.place.clone(), message)
            .help(help)
            .raw(text);
        diagnostics.push(list.causes.iter().cloned().fold(fault, Diagnostic::because));
    }
    found
}
