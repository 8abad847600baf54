//! The words, the deadlines and the neighbouring texts of the digital strategy, from the reference data.

use super::complete::require;
use super::raw::{DigitalWordsFile, NeighbourEntry};
use crate::diagnostic::Diagnostics;
use crate::form::scalars::Sentence;
use crate::model::{DigitalQuestion, DigitalReference, DigitalWording, LegalDeadline, NeighbouringText, Perimeter};

/// The reference of a file; what lacks is pushed.
pub(super) fn digital(file: DigitalWordsFile, diagnostics: &mut Diagnostics) -> DigitalReference {
    let wording = |title: Sentence, short: Sentence| DigitalWording {
        title: title.0,
        short: short.0,
    };
    let perimeters = file.perimeters.into_iter();
    let questions = file.questions.into_iter();
    let priorities = file.priorities.into_iter();
    let digital = DigitalReference {
        perimeters: perimeters
            .map(|entry| (entry.key.0, wording(entry.title, entry.short)))
            .collect(),
        questions: questions
            .map(|entry| (entry.key.0, wording(entry.title, entry.short)))
            .collect(),
        priorities: priorities
            .filter_map(|entry| Some((u8::try_from(entry.number.0).ok()?, wording(entry.title, entry.short))))
            .collect(),
        deadlines: file
            .deadlines
            .into_iter()
            .map(|entry| LegalDeadline {
                kind: entry.kind.0,
                day: entry.day.0,
                basis: entry.basis.0,
            })
            .collect(),
        neighbours: file.neighbours.unwrap_or_default().into_iter().map(neighbour).collect(),
    };
    let complete = digital.perimeters.len() == Perimeter::ALL.len()
        && digital.questions.len() == DigitalQuestion::ALL.len()
        && digital.priorities.len() == 5;
    let what = "les trois périmètres, les trois questions et les cinq priorités";
    require(complete, &file.place, what, diagnostics);
    digital
}

fn neighbour(raw: NeighbourEntry) -> NeighbouringText {
    let text = |text: Option<Sentence>| text.map(|text| text.0).unwrap_or_default();
    let milestones = raw.milestones.unwrap_or_default().into_iter();
    let mut milestones: Vec<(i32, f64)> = milestones.map(|entry| (entry.year.year(), entry.value.0)).collect();
    milestones.sort_by_key(|(year, _)| *year);
    NeighbouringText {
        title: raw.title.0,
        basis: raw.basis.0,
        caution: text(raw.caution),
        measure: text(raw.measure),
        milestones,
    }
}
