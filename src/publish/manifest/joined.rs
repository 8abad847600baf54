//! The manifest of a folder of which only a part was made anew: it lists too what stays of the former one.
//!
//! What stays says of which run it is, unless that run read the same inputs with the same program: the inputs of the
//! manifest are those of the last run, and would be untrue of a file that another made.

use super::Manifest;
use serde_json::{Map, Value, from_slice};
use std::collections::BTreeMap;

/// In an output: the number of the earlier run that made it.
pub(super) const PASS: &str = "passage";
/// The earlier runs of which something stays, each with what it was made from.
const PASSES: &str = "passages_anterieurs";
/// What a run is made from: two runs that agree on all of it make the same files.
const MADE_FROM: [&str; 8] = [
    "programme",
    "collectivite",
    "edition",
    "exercice_budget",
    "annee_donnees",
    "date_document",
    "exemple",
    "entrees",
];

impl Manifest {
    /// The manifest of a run that made a part of a folder; `stays` says what of the former one still stands.
    pub fn joined(fresh: &[u8], former: &[u8], stays: impl Fn(&str) -> bool) -> Vec<u8> {
        let (Ok(mut joined), Ok(former)) = (from_slice::<Value>(fresh), from_slice::<Value>(former)) else {
            return fresh.to_owned();
        };
        let mut passes = Passes {
            last: made_from(&joined),
            earlier: Vec::new(),
        };
        let mut outputs = by_name(&joined, "sorties", "chemin");
        for (path, mut entry) in by_name(&former, "sorties", "chemin") {
            if !outputs.contains_key(&path) && stays(&path) {
                let number = passes.number(&entry, &former);
                if let Some(entry) = entry.as_object_mut() {
                    entry.remove(PASS);
                    entry.extend(number.map(|number| (PASS.to_owned(), number.into())));
                }
                outputs.insert(path, entry);
            }
        }
        let mut verdicts = by_name(&former, "verdicts", "document");
        verdicts.retain(|document, _| stays(document));
        verdicts.extend(by_name(&joined, "verdicts", "document"));
        joined["sorties"] = outputs.into_values().collect();
        joined["verdicts"] = verdicts.into_values().collect();
        if !passes.earlier.is_empty() {
            joined[PASSES] = passes.earlier.into();
        }
        format!("{joined:#}\n").into_bytes()
    }
}

/// The runs of which the folder holds something.
struct Passes {
    last: Value,
    earlier: Vec<Value>,
}

impl Passes {
    /// The number of the run that made an output of the former manifest; none where it is as good as the last one.
    fn number(&mut self, output: &Value, former: &Value) -> Option<usize> {
        let told = output[PASS].as_u64().and_then(|number| usize::try_from(number).ok());
        let pass = match told {
            Some(number) => former[PASSES][number.saturating_sub(1)].clone(),
            None => made_from(former),
        };
        if pass == self.last {
            return None;
        }
        let known = self.earlier.iter().position(|other| *other == pass);
        let rank = known.unwrap_or_else(|| {
            self.earlier.push(pass);
            self.earlier.len() - 1
        });
        Some(rank + 1)
    }
}

fn made_from(manifest: &Value) -> Value {
    let kept = MADE_FROM
        .into_iter()
        .filter_map(|key| Some((key.to_owned(), manifest.get(key)?.clone())));
    Value::Object(kept.collect::<Map<String, Value>>())
}

/// The entries of a list of a manifest, by the name that each gives under `key`.
fn by_name(manifest: &Value, list: &str, key: &str) -> BTreeMap<String, Value> {
    let entries = manifest[list].as_array().into_iter().flatten();
    entries
        .map(|entry| (entry[key].as_str().unwrap_or_default().to_owned(), entry.clone()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn manifest(input: &str, outputs: &[&str]) -> Vec<u8> {
        let outputs: Vec<Value> = outputs
            .iter()
            .map(|path| json!({"chemin": path, "sha256": input}))
            .collect();
        let inputs = json!([{"chemin": "data/a.csv", "sha256": input}]);
        json!({"edition": 2026, "entrees": inputs, "sorties": outputs})
            .to_string()
            .into_bytes()
    }

    fn told(manifest: &[u8]) -> Vec<String> {
        let manifest: Value = from_slice(manifest).unwrap();
        let outputs = manifest["sorties"].as_array().unwrap();
        let of = |entry: &Value| match entry[PASS].as_u64() {
            None => manifest["entrees"][0]["sha256"].clone(),
            Some(number) => manifest[PASSES][usize::try_from(number).unwrap() - 1]["entrees"][0]["sha256"].clone(),
        };
        outputs
            .iter()
            .map(|entry| format!("{} {} {}", entry["chemin"], entry["sha256"], of(entry)).replace('"', ""))
            .collect()
    }

    #[test]
    fn what_stays_says_of_which_inputs_it_is_through_several_runs() {
        let all = |_: &str| true;
        let first = manifest("un", &["a.pdf", "b.pdf", "c.pdf"]);
        let second = Manifest::joined(&manifest("deux", &["b.pdf"]), &first, all);
        assert_eq!(told(&second), ["a.pdf un un", "b.pdf deux deux", "c.pdf un un"]);
        assert_eq!(Manifest::read(&second).older(), ["a.pdf", "c.pdf"]);
        let third = Manifest::joined(&manifest("trois", &["c.pdf"]), &second, all);
        assert_eq!(told(&third), ["a.pdf un un", "b.pdf deux deux", "c.pdf trois trois"]);
        // The inputs are again those of the first run: what it made is no older than the rest.
        let fourth = Manifest::joined(&manifest("un", &["c.pdf"]), &third, |path| path != "b.pdf");
        assert_eq!(told(&fourth), ["a.pdf un un", "c.pdf un un"]);
        assert!(Manifest::read(&fourth).older().is_empty());
        assert!(!String::from_utf8(fourth).unwrap().contains(PASSES));
    }
}
