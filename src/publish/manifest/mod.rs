//! `manifeste.json`: what went in, what came out, and what the inspection said of it.
//!
//! No clock and no path of the machine: two runs on the same inputs write the same manifest.

mod joined;

use super::{Request, Standing};
use crate::config::Deliverable;
use crate::model::{DataFile, Fingerprint};
use joined::PASS;
use serde_json::{Value, from_slice, json};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the manifest of an edition says that the program made.
#[derive(Default)]
pub struct Manifest {
    edition: Option<i64>,
    outputs: BTreeMap<String, Fingerprint>,
    older: Vec<String>,
    official: bool,
    version: String,
    inputs: BTreeMap<String, Fingerprint>,
}

impl Manifest {
    /// Its name in the folder of an edition; the sign that the folder was made by this program.
    pub const NAME: &'static str = "manifeste.json";

    /// The manifest as it was published; what cannot be read lists nothing.
    pub fn read(bytes: &[u8]) -> Self {
        let manifest: Value = from_slice(bytes).unwrap_or_default();
        let listed = manifest["sorties"].as_array().into_iter().flatten();
        let older = listed.filter(|entry| entry.get(PASS).is_some());
        Manifest {
            edition: manifest["edition"].as_i64(),
            official: manifest["officielle"] == true,
            older: older
                .filter_map(|entry| Some(entry["chemin"].as_str()?.to_owned()))
                .collect(),
            outputs: fingerprints(&manifest["sorties"]),
            version: manifest["programme"]["version"].as_str().unwrap_or_default().to_owned(),
            inputs: fingerprints(&manifest["entrees"]),
        }
    }

    /// Whether the program made a file of this name.
    pub fn lists(&self, path: &str) -> bool {
        self.outputs.contains_key(path)
    }

    pub fn edition(&self) -> Option<i64> {
        self.edition
    }

    /// What the program made, by path.
    pub fn outputs(&self) -> &BTreeMap<String, Fingerprint> {
        &self.outputs
    }

    /// What the last run read, by path in the project.
    pub fn inputs(&self) -> &BTreeMap<String, Fingerprint> {
        &self.inputs
    }

    /// The version of the program that made the last run.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The documents of the last run; none named where the run was of the whole edition without a report.
    pub fn documents(&self) -> Vec<Deliverable> {
        let made = |path: &str| self.lists(path) && !self.older.iter().any(|other| other == path);
        let mut documents: Vec<Deliverable> = Deliverable::ALL.to_vec();
        documents.retain(|document| made(&format!("{}.pdf", document.key())));
        // The tables go with the report, or with a run of everything.
        if made(DataFile::Values.key()) && !documents.contains(&Deliverable::Report) {
            documents.clear();
        }
        documents
    }

    /// Whether the edition was published officially: it is sealed.
    pub fn is_official(&self) -> bool {
        self.official
    }

    /// The files that an earlier run made from other inputs: this run left them.
    pub fn older(&self) -> &[String] {
        &self.older
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

fn fingerprints(list: &Value) -> BTreeMap<String, Fingerprint> {
    let entries = list.as_array().into_iter().flatten();
    entries
        .filter_map(|entry| Some((entry["chemin"].as_str()?, entry["sha256"].as_str()?)))
        .map(|(path, sha256)| (path.to_owned(), Fingerprint::written(sha256)))
        .collect()
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
        "officielle": request.standing == Standing::Official,
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
