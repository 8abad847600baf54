//! An objective with its measures and its means; what it names must exist.

use super::Surroundings;
use crate::config::actions::contradicted;
use crate::config::mentions::{ACTIONS, INDICATORS, known_name, known_names};
use crate::config::names::{self, Known};
use crate::config::raw::{MeansEntry, MeasureEntry, ObjectiveEntry};
use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics, Placed};
use crate::model::{Means, Measure, Objective};

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
    let text = |text: Option<Placed<String>>| text.unwrap_or_else(|| Placed::new(String::new(), raw.place.clone()));
    Some(Objective {
        id: id?,
        place: raw.place.clone(),
        title: raw.title?,
        description: text(raw.description),
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
        results: text(raw.results),
        next_steps: text(raw.next_steps),
        example: raw.example,
    })
}

/// A measure of its own, or an action of `actions.yaml` with what the entry says besides.
fn measure(raw: MeasureEntry, around: &Surroundings<'_>, diagnostics: &mut Diagnostics) -> Option<Measure> {
    if let Some(name) = &raw.action {
        let id = known_name(name, around.written_actions, &ACTIONS, diagnostics)?;
        // The entry of the action was refused: its own fault was told.
        let action = around.actions.get(&id)?;
        if let Some(progress) = &raw.progress {
            diagnostics.extend(contradicted(raw.state.unwrap_or(action.state), progress));
        }
        return Some(Measure {
            place: raw.place,
            action: Some(id),
            title: raw.title.unwrap_or_else(|| action.title.clone()),
            state: raw.state.unwrap_or(action.state),
            progress: raw.progress.or_else(|| action.progress.clone()),
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
    if let Some(progress) = &raw.progress {
        diagnostics.extend(contradicted(state, progress));
    }
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
