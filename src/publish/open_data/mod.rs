//! The edition as open data: the tidy tables, the workbook of all of them, and three descriptions that programs read without being
//! told more.
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
mod workbook;

use crate::assess::{Report, Titles};
use crate::config::Settings;
use crate::error::Error;
use crate::model::{Fingerprint, OpenTable};
use crate::printed::{Dialect, PrintedTable};
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The folder that is put online as it is.
const FOLDER: &str = "donnees/";

/// A table of the package: its bytes, and its columns.
struct Resource {
    table: OpenTable,
    columns: Vec<String>,
    bytes: Arc<[u8]>,
}

impl Resource {
    fn new(table: OpenTable, printed: &PrintedTable) -> Result<Self, Error> {
        Ok(Resource {
            table,
            columns: printed.keys().map(str::to_owned).collect(),
            bytes: printed.csv(Dialect::OpenData)?,
        })
    }

    /// Its path from the folder that is put online.
    fn path(&self) -> String {
        let path = self.table.path();
        path.strip_prefix(FOLDER).unwrap_or(&path).to_owned()
    }

    fn sha256(&self) -> String {
        Fingerprint::of(&self.bytes).to_string()
    }
}

/// The tables that the report gives and what describes them, by path in the folder of the edition.
///
/// # Errors
/// A table that cannot be written: a defect of the program.
pub(super) fn files(report: &Report, titles: &Titles) -> Result<BTreeMap<String, Arc<[u8]>>, Error> {
    let tables = OpenTable::ALL.iter();
    let tables = tables.filter_map(|table| Some((*table, report.open_table(*table, titles)?)));
    let tables: Vec<(OpenTable, PrintedTable)> = tables.collect();
    let resources = tables.iter().map(|(table, printed)| Resource::new(*table, printed));
    let resources = resources.collect::<Result<Vec<Resource>, Error>>()?;
    let workbook: Arc<[u8]> = workbook::workbook(report, &tables)?.into();
    let described = [
        ("datapackage.json", Some(data_package::package(report, &resources))),
        ("catalogue.jsonld", dcat::catalogue(report, &resources)),
        (
            "ro-crate-metadata.json",
            Some(crate_metadata::metadata(report, &resources, &workbook)),
        ),
    ];
    let described = described
        .into_iter()
        .filter_map(|(name, value)| Some((format!("{FOLDER}{name}"), text(&value?))));
    let mut files: BTreeMap<String, Arc<[u8]>> = described.collect();
    files.insert(format!("{FOLDER}{}", workbook::PATH), workbook);
    files.extend(
        resources
            .into_iter()
            .map(|resource| (resource.table.path(), resource.bytes)),
    );
    Ok(files)
}

fn text(value: &Value) -> Arc<[u8]> {
    format!("{value:#}\n").into_bytes().into()
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
