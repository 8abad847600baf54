//! A finalité as authors write it: its number in the law, its wording, or a wording of the past.
//!
//! The wordings come from the reference data; the number is always the current rank.

use crate::diagnostic::{Code, Diagnostics, Placed};
use crate::form::closed::ranked;
use crate::form::document::Node;
use crate::form::entry::FromYaml;
use crate::french;
use crate::model::{Finality, FinalityText};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A finalité that is neither a number from 1 to 5 nor a known wording.
pub(super) const UNKNOWN_FINALITY: Code = Code("M050");
/// A wording that the law no longer uses.
pub(super) const FORMER_WORDING: Code = Code("M051");

/// What stands under `finalite`.
pub enum FinalityName {}

/// The wordings of the five finalités.
pub(super) type FinalityTexts = BTreeMap<Finality, FinalityText>;

/// The finalité an author means; none once the fault was pushed.
pub(super) fn resolve(
    name: &Placed<String>,
    finalities: &FinalityTexts,
    diagnostics: &mut Diagnostics,
) -> Option<Finality> {
    let text = name.value.as_str();
    let bare = bare(text);
    let is_meant = |wording: &str| self::bare(wording) == bare;
    // « Finalité 1 », « 1 - Lutte contre… »: the words that follow a number are of its own wording.
    let ranked = ranked(text).and_then(|(rank, words)| Some((Finality::from_number(rank)?, words)));
    let is_its_own = |(finality, words): &(Finality, String)| {
        let wording = finalities.get(finality);
        let mut wordings = wording.into_iter().flat_map(FinalityText::current);
        words.is_empty() || wordings.any(|wording| french::name(wording).contains(words.as_str()))
    };
    let number = ranked.filter(is_its_own).map(|(finality, _)| finality);
    if let Some(finality) = number.or_else(|| find(finalities, |wording| wording.current().any(is_meant))) {
        return Some(finality);
    }
    if let Some(finality) = find(finalities, |wording| {
        wording.former.iter().any(|former| is_meant(former))
    }) {
        let number = finality.number();
        let message = format!(
            "« {text} » est un ancien intitulé ; il est lu comme la finalité {number}, dont l’intitulé actuel sera imprimé."
        );
        let written = name.place.written("finalite", &number.to_string(), &number.to_string());
        let help = format!("Écrivez {written}.");
        diagnostics.push(name.warning(FORMER_WORDING, message).help(help));
        return Some(finality);
    }
    let wordings: Vec<&str> = finalities.values().flat_map(FinalityText::current).collect();
    let help = match french::meant(text, wordings.iter().copied()) {
        Some(question) => question,
        None => "Écrivez le numéro de la finalité dans l’ordre de la loi, de 1 à 5.".to_owned(),
    };
    let message = format!("« {text} » n’est pas une des cinq finalités.");
    diagnostics.push(name.error(UNKNOWN_FINALITY, message).help(help));
    None
}

/// A wording as it is compared, with or without its article.
fn bare(wording: &str) -> String {
    let name = french::name(wording);
    let articles = ["la-", "le-", "les-", "l-", "une-", "un-", "des-"];
    let after = articles.iter().find_map(|article| name.strip_prefix(article));
    after.unwrap_or(&name).to_owned()
}

fn find(finalities: &FinalityTexts, is_meant: impl Fn(&FinalityText) -> bool) -> Option<Finality> {
    let mut known = finalities.iter();
    known.find(|(_, text)| is_meant(text)).map(|(finality, _)| *finality)
}

impl FromYaml for FinalityName {
    type Value = String;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<String> {
        String::from_yaml(node, diagnostics)
    }
}

impl JsonSchema for FinalityName {
    fn schema_name() -> Cow<'static, str> {
        "finalite".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "anyOf": [{ "type": "integer", "minimum": 1, "maximum": 5 }, { "type": "string" }] })
    }
}
