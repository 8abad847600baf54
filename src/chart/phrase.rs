//! How numbers, years, lists and remarks are written in an alternative text.

use crate::french;
use crate::model::Drawing;

/// Parts told one by one; beyond, the largest.
pub(super) const TOLD: usize = 5;

/// Consecutive years told as a span: `2012, 2015 à 2018 et 2020`.
pub(super) fn spans(years: &[i32]) -> String {
    let mut spans: Vec<(i32, i32)> = Vec::new();
    for year in years {
        match spans.last_mut() {
            Some((_, last)) if *year == *last + 1 => *last = *year,
            _ => spans.push((*year, *year)),
        }
    }
    let told: Vec<String> = spans
        .into_iter()
        .flat_map(|(first, last)| match last - first {
            0 => vec![first.to_string()],
            1 => vec![first.to_string(), last.to_string()],
            _ => vec![format!("{first} à {last}")],
        })
        .collect();
    french::list(&told)
}

/// From the largest to the smallest.
pub(super) fn ranked(told: impl Iterator<Item = (f64, String)>) -> Vec<(f64, String)> {
    let mut told: Vec<(f64, String)> = told.collect();
    told.sort_by(|left, right| right.0.total_cmp(&left.0));
    told
}

/// Several things said, as an enumeration.
pub(super) fn list<T>(things: &[T], say: impl Fn(&T) -> String) -> String {
    french::list(&things.iter().map(say).collect::<Vec<_>>())
}

pub(super) fn quantity(drawing: &Drawing, value: f64) -> String {
    french::quantity(value, drawing.precision, &drawing.unit)
}

pub(super) fn signed(drawing: &Drawing, value: f64) -> String {
    french::difference(value, drawing.precision, &drawing.unit)
}

/// A text with its capital and its full stop; nothing stays nothing.
pub(super) fn sentence(text: &str) -> String {
    match text {
        "" => String::new(),
        text => format!("{}.", french::capital(text)),
    }
}

/// What there is to remark, as one sentence.
pub(super) fn remarks(told: impl IntoIterator<Item = String>) -> String {
    let told: Vec<String> = told.into_iter().filter(|text| !text.is_empty()).collect();
    sentence(&told.join(" ; "))
}

/// The sentences, then the notes of the drawing.
pub(super) fn finish(drawing: &Drawing, sentences: impl IntoIterator<Item = String>) -> String {
    let notes = drawing.notes.iter().map(|note| sentence(note.trim_end_matches('.')));
    let told: Vec<String> = sentences
        .into_iter()
        .chain(notes)
        .filter(|sentence| !sentence.is_empty())
        .collect();
    french::punctuate(&told.join(" "))
}
