//! `manifeste.json`: what went in, what came out, and what the inspection said of it.
//!
//! No clock and no path of the machine: two runs on the same inputs write the same manifest.

use super::Request;
use crate::model::Fingerprint;
use serde_json::{Value, from_slice, json};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the manifest of an edition says that the program made.
pub struct Manifest {
    edition: Option<i64>,
    outputs: BTreeMap<String, Fingerprint>,
}

impl Manifest {
    /// Its name in the folder of an edition; the sign that the folder was made by this program.
    pub const NAME: &'static str = "manifeste.json";

    /// The manifest as it was published; what cannot be read lists nothing.
    pub fn read(bytes: &[u8]) -> Self {
        let manifest: Value = from_slice(bytes).unwrap_or_default();
        let listed = manifest["sorties"].as_array().into_iter().flatten();
        Manifest {
            edition: manifest["edition"].as_i64(),
            outputs: listed
                .filter_map(|entry| Some((entry["chemin"].as_str()?, entry["sha256"].as_str()?)))
                .map(|(path, sha256)| (path.to_owned(), Fingerprint::written(sha256)))
                .collect(),
        }
    }

    /// Whether the program made a file of this name.
    pub fn lists(&self, path: &str) -> bool {
        self.outputs.contains_key(path)
    }

    pub fn edition(&self) -> Option<i64> {
        self.edition
    }

    /// The manifest of a folder of which only a part was made anew: it lists too what stays of the former one.
    pub fn joined(fresh: &[u8], former: &[u8], stays: impl Fn(&str) -> bool) -> Vec<u8> {
        let (Ok(mut joined), Ok(former)) = (from_slice::<Value>(fresh), from_slice::<Value>(former)) else {
            return fresh.to_owned();
        };
        for (list, key) in [("entrees", "chemin"), ("sorties", "chemin"), ("verdicts", "document")] {
            let mut entries: BTreeMap<String, Value> = BTreeMap::new();
            for (manifest, fresh) in [(&former, false), (&joined, true)] {
                for entry in manifest[list].as_array().into_iter().flatten() {
                    let name = entry[key].as_str().unwrap_or_default();
                    if fresh || list == "entrees" || stays(name) {
                        entries.insert(name.to_owned(), entry.clone());
                    }
                }
            }
            joined[list] = entries.into_values().collect();
        }
        format!("{joined:#}\n").into_bytes()
    }

    /// Whether the program made this file as it is: the manifest is always its own.
    pub fn made(&self, path: &str, content: &[u8]) -> bool {
        path == Self::NAME
            || self
                .outputs
                .get(path)
                .is_some_and(|made| *made == Fingerprint::of(content))
    }

    /// Whether the program made anything below this folder.
    pub fn made_below(&self, folder: &str) -> bool {
        self.outputs
            .keys()
            .any(|path| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')))
    }
}

/// The manifest of everything to be written, itself excepted.
pub fn write(request: &Request<'_>, files: &BTreeMap<String, Arc<[u8]>>) -> String {
    let settings = &request.report.settings;
    let mut inputs: Vec<_> = request.report.provenance.files.iter().collect();
    inputs.sort_by(|left, right| left.path.cmp(&right.path));
    let manifest = json!({
        "programme": { "nom": env!("CARGO_PKG_NAME"), "version": env!("CARGO_PKG_VERSION") },
        "collectivite": settings.community.name,
        "edition": settings.edition,
        "exercice_budget": settings.budget_year,
        "annee_donnees": settings.data_year,
        "date_document": settings.document_date.to_string(),
        "exemple": settings.sample,
        "entrees": inputs.iter().map(|file| entry(&file.path, &file.sha256, file.bytes)).collect::<Vec<_>>(),
        "sorties": files.iter().map(|(path, bytes)| entry(path, &Fingerprint::of(bytes).to_string(), bytes.len())).collect::<Vec<_>>(),
        "verdicts": request.verdicts.iter().map(|verdict| json!({
            "document": format!("{}.pdf", verdict.document),
            "normes": verdict.profiles,
            "regles_verifiees": verdict.checked,
            "conforme": verdict.passed(),
            "regles_enfreintes": verdict.failed.iter().map(|failed| &failed.rule).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
    });
    format!("{manifest:#}\n")
}

fn entry(path: &str, sha256: &str, bytes: usize) -> Value {
    json!({ "chemin": path, "sha256": sha256, "octets": bytes })
}
