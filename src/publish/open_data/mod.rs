//! The edition as open data: the tidy tables, and three descriptions of them that programs read without being told more.
//!
//! `datapackage.json` says what each column means, `catalogue.jsonld` what a portal harvests (written where the project says at which
//! address it will be), `ro-crate-metadata.json` which files and which program the tables come from. No clock: the date is that
//! of the document.

mod common_fields;
mod crate_metadata;
mod data_package;
mod dcat;
mod field;
mod fields;

use super::publication::Request;
use crate::assess::Report;
use crate::config::Settings;
use crate::model::{Fingerprint, OpenTable};
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The folder that is put online as it is.
const FOLDER: &str = "donnees/";

/// A table of the package: its bytes, and the columns of its header.
struct Resource<'a> {
    table: OpenTable,
    bytes: &'a [u8],
    columns: Vec<String>,
}

impl Resource<'_> {
    /// Its path from the folder that is put online.
    fn path(&self) -> String {
        let path = self.table.path();
        path.strip_prefix(FOLDER).unwrap_or(&path).to_owned()
    }

    fn sha256(&self) -> String {
        Fingerprint::of(self.bytes).to_string()
    }
}

/// The descriptions of the tables that are published; none without a table.
pub(super) fn descriptions(request: &Request<'_>, files: &BTreeMap<String, Arc<[u8]>>) -> BTreeMap<String, Arc<[u8]>> {
    let resources: Vec<Resource<'_>> = OpenTable::ALL
        .iter()
        .filter_map(|table| {
            let bytes = files.get(&table.path())?;
            Some(Resource {
                table: *table,
                bytes,
                columns: header(bytes),
            })
        })
        .collect();
    if resources.is_empty() {
        return BTreeMap::new();
    }
    let report = request.report;
    let written = [
        ("datapackage.json", Some(data_package::package(report, &resources))),
        ("catalogue.jsonld", dcat::catalogue(report, &resources)),
        (
            "ro-crate-metadata.json",
            Some(crate_metadata::metadata(report, &resources)),
        ),
    ];
    let written = written.into_iter().filter_map(|(name, value)| Some((name, value?)));
    written
        .map(|(name, value)| (format!("{FOLDER}{name}"), text(&value)))
        .collect()
}

fn text(value: &Value) -> Arc<[u8]> {
    format!("{value:#}\n").into_bytes().into()
}

/// The names of the columns, as the file gives them: names of the program, which no quote surrounds.
fn header(bytes: &[u8]) -> Vec<String> {
    let line = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let line = String::from_utf8_lossy(line);
    line.trim_end().split(',').map(str::to_owned).collect()
}

/// « Rapport sur la situation en matière de développement durable 2026, Ville de … : données ».
fn title(settings: &Settings) -> String {
    format!(
        "{} {}, {} : données",
        settings.title, settings.edition, settings.community.name
    )
}

fn description(report: &Report) -> String {
    let settings = &report.settings;
    let sample = match settings.sample {
        true => " Document de démonstration : des valeurs sont inventées.",
        false => "",
    };
    format!(
        "Les données du rapport sur la situation en matière de développement durable, {}, édition {} : indicateurs, valeurs \
         jusqu’en {}, évaluations, actions et crédits.{sample} Fichiers CSV en UTF-8, séparés par des virgules, avec un point décimal. Un texte \
         qu’un tableur prendrait pour une formule y est précédé d’une apostrophe. Une case vide est une absence, jamais un zéro.",
        settings.community.name, settings.edition, settings.data_year
    )
}

/// The words that portals index.
const KEYWORDS: [&str; 5] = [
    "développement durable",
    "indicateurs",
    "collectivités territoriales",
    "numérique responsable",
    "budget",
];
