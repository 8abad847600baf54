//! The JSON Schema of each YAML file, generated from the declarations that read them.
//!
//! An editor completes and checks with them; the reader remains the judge, since a schema knows one
//! file at a time.

use super::raw::{ActionsFile, IndicatorsFile, StrategyFile};
use super::reference;
use super::settings::ReportFile;
use crate::form::reading::schema;
use serde_json::Value;
use std::collections::BTreeMap;

/// File name of each schema → the schema, in the dialect that editors of YAML know best (draft 7).
pub fn schemas() -> BTreeMap<String, Value> {
    let own = [
        ("rapport.yaml", schema::<ReportFile>()),
        ("indicateurs.yaml", schema::<IndicatorsFile>()),
        ("actions.yaml", schema::<ActionsFile>()),
        ("strategie.yaml", schema::<StrategyFile>()),
    ];
    let all = own.into_iter().chain(reference::schemas());
    all.map(|(name, schema)| (name.replace(".yaml", ".schema.json"), schema))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::raw;
    use super::*;
    use crate::form::entry::Entry;
    use std::collections::BTreeSet;

    /// Every object of a schema that lists properties, by title.
    fn objects(schema: &Value) -> BTreeMap<String, BTreeSet<String>> {
        let definitions = schema["definitions"].as_object();
        let named = definitions
            .into_iter()
            .flatten()
            .map(|(name, value)| (name.clone(), value));
        let root = schema["title"].as_str().unwrap().to_owned();
        let all = named.chain([(root, schema)]);
        all.map(|(name, value)| {
            let keys = value["properties"].as_object().unwrap().keys().cloned().collect();
            assert_eq!(value["additionalProperties"], false, "{name}");
            (name, keys)
        })
        .collect()
    }

    #[test]
    fn every_key_the_reader_knows_is_in_the_schema_and_inversely() {
        let schemas = schemas();
        let known = |file: &str, keys: &[(&str, &[&str])]| {
            let expected: BTreeMap<String, BTreeSet<String>> = keys
                .iter()
                .map(|(name, keys)| ((*name).to_owned(), keys.iter().map(|key| (*key).to_owned()).collect()))
                .collect();
            assert_eq!(objects(&schemas[file]), expected, "{file}");
        };
        known(
            "indicateurs.schema.json",
            &[
                ("IndicatorsFile", raw::IndicatorsFile::KEYS),
                ("IndicatorEntry", raw::IndicatorEntry::KEYS),
                ("BaselineEntry", raw::BaselineEntry::KEYS),
                ("TargetEntry", &["annee", "valeur", "origine"]),
                ("SourceEntry", raw::SourceEntry::KEYS),
            ],
        );
        known(
            "actions.schema.json",
            &[
                ("ActionsFile", raw::ActionsFile::KEYS),
                ("ActionEntry", raw::ActionEntry::KEYS),
                ("SelectorEntry", raw::SelectorEntry::KEYS),
            ],
        );
        let report = objects(&schemas["rapport.schema.json"]);
        assert_eq!(report.len(), 39, "{:?}", report.keys());
        assert!(report["TitlesEquipmentLine"].contains("duree_amont"));
        assert!(report["TitlesTaggingLine"].contains("axe_1") && report["ObservationColumns"].contains("annee"));
    }

    #[test]
    fn every_key_is_described_in_french_and_the_required_ones_are_said() {
        for (file, schema) in schemas() {
            let definitions = schema["definitions"].as_object();
            for object in definitions.into_iter().flat_map(|all| all.values()).chain([&schema]) {
                for (key, value) in object["properties"].as_object().unwrap() {
                    assert!(
                        value["description"].as_str().is_some_and(|text| text.ends_with('.')),
                        "{file} {key}"
                    );
                }
            }
        }
        let indicators = &schemas()["indicateurs.schema.json"];
        let required = &indicators["definitions"]["IndicatorEntry"]["required"];
        let expected = ["id", "titre", "unite", "finalite", "volet", "nature", "sens"];
        assert_eq!(required, &serde_json::json!(expected));
    }

    #[test]
    fn the_words_of_a_list_are_those_the_reader_accepts() {
        let indicators = &schemas()["indicateurs.schema.json"];
        let properties = &indicators["definitions"]["IndicatorEntry"]["properties"];
        assert_eq!(
            properties["sens"]["enum"],
            serde_json::json!(["hausse", "baisse", "maintien", "suivi"])
        );
        insta::assert_snapshot!(serde_json::to_string_pretty(properties).unwrap());
    }
}
