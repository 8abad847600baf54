//! The texts a complete report has, and whether the project has them.

use crate::load::Text;
use std::collections::BTreeMap;

/// Slots that `--officiel` requires; the others are optional.
pub const MANDATORY: [&str; 5] = ["edito", "elaboration", "mise-en-oeuvre", "evaluation", "orientations"];

/// Whether a slot has a text with something in it.
pub fn has(texts: &BTreeMap<String, Text>, slot: &str) -> bool {
    texts.get(slot).is_some_and(|text| !text.markdown.trim().is_empty())
}

/// The mandatory slots without a text.
pub fn lacking(texts: &BTreeMap<String, Text>) -> Vec<&'static str> {
    MANDATORY.into_iter().filter(|slot| !has(texts, slot)).collect()
}
