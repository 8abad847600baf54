//! The words, the deadlines and the neighbouring texts of the digital strategy, from the reference data.

use super::complete::require;
use super::raw::DigitalWordsFile;
use crate::diagnostic::Diagnostics;
use crate::model::{DigitalQuestion, DigitalReference, DigitalWording, Perimeter};

/// The reference of a file; what lacks is pushed.
pub(super) fn digital(file: DigitalWordsFile, diagnostics: &mut Diagnostics) -> DigitalReference {
    let wording = |title: String, short: String| DigitalWording { title, short };
    let perimeters = file.perimeters.into_iter();
    let questions = file.questions.into_iter();
    let priorities = file.priorities.into_iter();
    let mut digital = DigitalReference {
        perimeters: perimeters
            .map(|entry| (entry.key, wording(entry.title, entry.short)))
            .collect(),
        questions: questions
            .map(|entry| (entry.key, wording(entry.title, entry.short)))
            .collect(),
        priorities: priorities
            .map(|entry| (entry.number, wording(entry.title, entry.short)))
            .collect(),
        deadlines: file.deadlines,
        neighbours: file.neighbours,
    };
    for text in &mut digital.neighbours {
        text.milestones.sort_by_key(|milestone| milestone.year);
    }
    let complete = digital.perimeters.len() == Perimeter::ALL.len()
        && digital.questions.len() == DigitalQuestion::ALL.len()
        && digital.priorities.len() == 5;
    let what = "les trois périmètres, les trois questions et les cinq priorités";
    require(complete, &file.place, what, diagnostics);
    digital
}
