//! The texts a complete report has, and whether the project has them.

use crate::diagnostic::Place;
use crate::form::unfilled;
use crate::load::Text;
use std::collections::BTreeMap;

/// Slots that `--officiel` requires; the others are optional.
pub const MANDATORY: [&str; 5] = ["edito", "elaboration", "mise-en-oeuvre", "evaluation", "orientations"];

/// The parts a report may have besides the mandatory ones.
const OPTIONAL: &[&str] = &[
    "lecture",
    "synthese",
    "finalite-1",
    "finalite-2",
    "finalite-3",
    "finalite-4",
    "finalite-5",
    "budget",
    "glossaire",
    "deliberation",
];

/// Every slot that has a place in the report.
pub fn slots() -> impl Iterator<Item = &'static str> {
    MANDATORY.into_iter().chain(OPTIONAL.iter().copied())
}

/// Whether a slot has a text with something in it.
pub fn has(texts: &BTreeMap<String, Text>, slot: &str) -> bool {
    texts.get(slot).is_some_and(|text| !text.words.trim().is_empty())
}

/// Whether a slot has a text of its author, and not only what `nouveau` wrote there.
pub fn is_written(texts: &BTreeMap<String, Text>, slot: &str) -> bool {
    texts.get(slot).is_some_and(|text| unfilled::is_written(&text.words))
}

/// Where a slot without words is told: at its file, or where it would be.
pub fn place(texts: &BTreeMap<String, Text>, slot: &str) -> Place {
    let text = texts.get(slot);
    text.map_or_else(
        || Place::file(format!("data/textes/{slot}.md")),
        |text| Place::file(text.place.file.clone()),
    )
}

/// The gesture that gives a slot its text.
pub fn gesture(slot: &str) -> String {
    format!("Écrivez data/textes/{slot}.docx dans Word, ou data/textes/{slot}.md en Markdown.")
}

/// The mandatory slots without a text.
pub fn lacking(texts: &BTreeMap<String, Text>) -> Vec<&'static str> {
    MANDATORY.into_iter().filter(|slot| !has(texts, slot)).collect()
}
