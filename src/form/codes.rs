//! A mapping whose keys are the author’s own: a value by code.

use super::document::{Node, Shape};
use super::entry::{FromYaml, wrong_shape};
use super::scalars::Sentence;
use crate::diagnostic::Diagnostics;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Codes and what each becomes, or is called.
pub enum Codes {}

impl FromYaml for Codes {
    type Value = BTreeMap<String, String>;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<Self::Value> {
        let Shape::Map(entries) = &node.shape else {
            let help = "Écrivez un code par ligne, chacun entre guillemets droits : \"72\": \"Déchets\".";
            diagnostics.push(wrong_shape(node, "une valeur par code").help(help));
            return None;
        };
        let read = entries.iter().filter_map(|(key, node)| {
            let text = Sentence::from_yaml(node, diagnostics)?;
            Some((key.value.clone(), text))
        });
        Some(read.collect())
    }
}

impl JsonSchema for Codes {
    fn schema_name() -> Cow<'static, str> {
        "codes".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "object", "additionalProperties": { "type": ["string", "number"] } })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{entry::entry, reading::text};

    entry! {
        /// Un essai.
        noun Sample, "l’essai" {
            /// Des codes.
            codes("codes"): Codes = BTreeMap::new(),
        }
    }

    #[test]
    fn each_code_is_read_with_its_word_and_a_list_is_told() {
        let read = |yaml: &str| {
            let mut diagnostics = Diagnostics::default();
            let sample = text::<Sample>("data/essai.yaml", &yaml.into(), &mut diagnostics).content;
            (sample.map(|sample| sample.codes), diagnostics.sorted().len())
        };
        let expected = BTreeMap::from([("72".to_owned(), "Déchets".to_owned())]);
        assert_eq!(read("codes: {\"72\": Déchets}\n"), (Some(expected), 0));
        assert_eq!(read("codes: [72]\n"), (Some(BTreeMap::new()), 1));
    }
}
