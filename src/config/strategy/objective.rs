//! An objective with its measures and its means; what it names must exist.

use super::{Surroundings, perimeters, sentences, text, written};
use crate::config::names::{self, Known};
use crate::config::raw::{CreditEntry, MeansEntry, MeasureEntry, ObjectiveEntry};
use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics, Placed};
use crate::form::scalars::Number;
use crate::french;
use crate::model::{DigitalQuestion, Identifier, Means, Measure, Objective, StrategyCredit};
use std::collections::BTreeSet;

/// An objective followed by an indicator that is not in the catalogue.
const UNKNOWN_INDICATOR: Code = Code("M031");
/// A measure or means that name an action which is not in `actions.yaml`.
const UNKNOWN_ACTION: Code = Code("M032");
/// A progress that is not a percentage.
const PROGRESS: Code = Code("M033");
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
    let written = raw.id.0.as_ref().map(|id| Cause::entry(&id.value));
    let id = raw
        .id
        .0
        .as_ref()
        .and_then(|id| names::claim(id, "un objectif", known, diagnostics));
    let indicators = raw.indicators.unwrap_or_default();
    let indicators = known_names(&indicators, around.catalogue, &INDICATORS, diagnostics);
    let measures = raw.measures.unwrap_or_default();
    let measures = measures
        .into_iter()
        .filter_map(|entry| measure(entry, around, diagnostics))
        .collect();
    let means = raw.means.map(|entry| means(entry, around, diagnostics));
    if let Some(written) = written {
        diagnostics.blame(mark, &written);
    }
    let questions: BTreeSet<DigitalQuestion> = raw
        .questions
        .into_iter()
        .flat_map(|words| words.0)
        .map(|word| word.0)
        .collect();
    Some(Objective {
        id: id?,
        place: raw.place,
        title: raw.title.0?.0,
        description: text(raw.description),
        theme: u8::try_from(raw.theme.0?.0).ok()?,
        perimeters: perimeters(raw.perimeters.0?),
        questions: questions.into_iter().collect(),
        priority: raw.priority.and_then(|number| u8::try_from(number.0).ok()),
        frameworks: sentences(raw.frameworks),
        recurrence: raw.recurrence.map(|word| word.0),
        horizon: raw.horizon.map(|year| year.year()),
        indicators,
        measures,
        means: means.unwrap_or_default(),
        results: text(raw.results),
        next_steps: text(raw.next_steps),
        example: raw.example.is_some_and(|flag| flag.0),
    })
}

/// A measure of its own, or an action of `actions.yaml` with what the entry says besides.
fn measure(raw: MeasureEntry, around: &Surroundings<'_>, diagnostics: &mut Diagnostics) -> Option<Measure> {
    let named = raw.action.as_ref();
    let progress = raw.progress.and_then(|progress| percentage(progress, diagnostics));
    let partners = sentences(raw.partners);
    let example = raw.example.is_some_and(|flag| flag.0);
    if let Some(name) = named {
        let id = known_name(name, around.written_actions, &ACTIONS, diagnostics)?;
        // The entry of the action was refused: its own fault was told.
        let action = around.actions.get(&id)?;
        return Some(Measure {
            place: raw.place,
            action: Some(id),
            title: raw.title.map_or_else(|| action.title.clone(), |title| title.0),
            state: raw.state.map_or(action.state, |state| state.0),
            progress: progress.or(action.progress),
            pilot: written(raw.pilot).unwrap_or_else(|| action.service.clone()),
            partners,
            example: example || action.example,
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
        title: title.0,
        state: state.0,
        progress,
        pilot: text(raw.pilot),
        partners,
        example,
    })
}

fn percentage(progress: Placed<Number>, diagnostics: &mut Diagnostics) -> Option<f64> {
    let value = progress.value.0;
    if (0.0..=100.0).contains(&value) {
        return Some(value);
    }
    let message = "L’avancement de la mesure est un pourcentage, de 0 à 100.";
    diagnostics.push(Diagnostic::error(PROGRESS, progress.place, message).help("Corrigez le nombre, sans le signe %."));
    None
}

fn means(raw: MeansEntry, around: &Surroundings<'_>, diagnostics: &mut Diagnostics) -> Means {
    let actions = raw.actions.unwrap_or_default();
    let staff = raw.staff.filter(|staff| {
        let right = staff.value.0 >= 0.0;
        if !right {
            let message = "Le temps de travail est négatif ; il est en équivalents temps plein.";
            diagnostics
                .push(Diagnostic::error(STAFF, staff.place.clone(), message).help("Corrigez le nombre de « etp »."));
        }
        right
    });
    Means {
        credits: raw.credits.unwrap_or_default().into_iter().filter_map(credit).collect(),
        actions: known_names(&actions, around.written_actions, &ACTIONS, diagnostics),
        staff: staff.map(|staff| staff.value.0),
        shared: text(raw.shared),
        example: raw.example.is_some_and(|flag| flag.0),
    }
}

fn credit(raw: CreditEntry) -> Option<StrategyCredit> {
    Some(StrategyCredit {
        amount: raw.amount.0?.0,
        year: raw.year.0?.year(),
        purpose: text(raw.purpose),
    })
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
