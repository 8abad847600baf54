//! `manifeste.json`: what went in, what came out, and what the inspection said of it.
//!
//! No clock and no path of the machine: two runs on the same inputs write the same manifest.

use super::Request;
use crate::error::Error;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

/// Its name in the folder of an edition; the sign that the folder was made by this program.
pub const NAME: &str = "manifeste.json";

/// The manifest of everything to be written, itself excepted.
pub fn write(request: &Request<'_>, files: &BTreeMap<String, &[u8]>) -> String {
    let settings = &request.report.settings;
    let mut inputs: Vec<_> = request.report.files.iter().collect();
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
        "sorties": files.iter().map(|(path, bytes)| entry(path, &sha256(bytes), bytes.len())).collect::<Vec<_>>(),
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

/// The files of a folder that its manifest says the program made, the manifest included; none in an empty folder.
pub fn outputs(directory: &Path) -> Result<BTreeSet<String>, Error> {
    let path = directory.join(NAME);
    if !path.exists() {
        return Ok(BTreeSet::new());
    }
    let text = fs_err::read_to_string(path)?;
    let manifest: Value = serde_json::from_str(&text).unwrap_or_default();
    let listed = manifest["sorties"].as_array().cloned().unwrap_or_default();
    let paths = listed
        .iter()
        .filter_map(|entry| entry["chemin"].as_str().map(ToOwned::to_owned));
    Ok(paths.chain([NAME.to_owned()]).collect())
}

fn entry(path: &str, sha256: &str, bytes: usize) -> Value {
    json!({ "chemin": path, "sha256": sha256, "octets": bytes })
}

/// Lower-case hexadecimal.
fn sha256(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        // Writing into a String cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}
