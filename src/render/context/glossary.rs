//! The terms of the glossary that a report uses: the others would be explained to nobody.

use super::ReportContext;
use crate::french::folded;
use serde_json::Value;
use std::collections::BTreeSet;

/// Keeps the terms that stand somewhere in what the templates print.
pub fn keep_used(context: &mut ReportContext, texts: &[String]) {
    let terms = std::mem::take(&mut context.annex.glossary);
    let text = said(context, texts);
    let plain = folded(&text);
    let terms = terms.into_iter().filter(|term| is_in(&term.term, &text, &plain));
    context.annex.glossary = terms.collect();
}

/// What the context and the texts of the author say, each text once (an indicator stands in many places), with the words of the
/// program for the parts that the report has. A quotation mark between two texts keeps a term from standing across them.
fn said(context: &ReportContext, prose: &[String]) -> String {
    let mut value = serde_json::to_value(context).expect("a context is made of texts and numbers");
    let parts = [
        ("footprint", context.footprint.is_some()),
        ("footprint_method", context.footprint.is_some()),
        ("digital", context.digital.is_some()),
        ("comparison", context.comparison.is_some()),
        ("matrix", context.matrix.is_some()),
        ("credits", context.credits.is_some()),
        ("transition", context.transition.is_some()),
    ];
    if let Some(words) = value.get_mut("words").and_then(Value::as_object_mut) {
        words.retain(|name, _| parts.iter().all(|(part, is_there)| *is_there || part != name));
    }
    let mut texts: BTreeSet<&str> = prose.iter().map(String::as_str).collect();
    gather(&value, &mut texts);
    texts.into_iter().collect::<Vec<_>>().join("\"")
}

fn gather<'v>(value: &'v Value, texts: &mut BTreeSet<&'v str>) {
    match value {
        Value::String(text) => {
            texts.insert(text);
        }
        Value::Array(values) => values.iter().for_each(|value| gather(value, texts)),
        Value::Object(fields) => fields.values().for_each(|value| gather(value, texts)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Whether a term stands in a text: an acronym by its capitals, other words whatever theirs; never inside another word.
fn is_in(term: &str, text: &str, plain: &str) -> bool {
    let is_acronym = !term.chars().any(char::is_lowercase);
    let (term, text) = match is_acronym {
        true => (term.to_owned(), text),
        false => (folded(term), plain),
    };
    text.match_indices(&term).any(|(start, _)| {
        let before = text[..start].chars().next_back();
        let after = text[start + term.len()..].chars().next();
        let is_plural = after == Some('s') && !is_acronym;
        !before.is_some_and(char::is_alphanumeric) && (is_plural || !after.is_some_and(char::is_alphanumeric))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_is_used_where_it_stands_as_a_word() {
        let text = "L’ADEME et les indicateurs ; une cible en 2030, APPEL, l’énergie";
        let plain = folded(text);
        for term in ["ADEME", "Cible", "Énergie"] {
            assert!(is_in(term, text, &plain), "{term}");
        }
        for term in ["AP", "ORE", "Indicateur de contexte", "PUE"] {
            assert!(!is_in(term, text, &plain), "{term}");
        }
        assert!(is_in("Volet interne", "x", "les volets internes ; volet interne"));
    }
}
