//! What `rapport.yaml` says of the fleet of digital equipment, under `parc`.
//!
//! Only what the author says: the tables of `data/parc/` are read by `load`.

use crate::diagnostic::Placed;
use crate::model::Perimeter;
use std::collections::BTreeMap;

/// How the inventories are written, and what the annex of method says of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FleetSettings {
    /// The sheet to read in a workbook of which nothing else is said; the first one when none is named.
    pub sheet: Option<String>,
    /// Name of a column → its header, in the inventories of which nothing else is said.
    pub columns: BTreeMap<&'static str, String>,
    /// Inventories of which the author says more.
    pub files: Vec<FleetFile>,
    /// Other words of the inventories for an equipment.
    pub types: Vec<FleetType>,
    /// What the author leaves out of the footprint, and why.
    pub exclusions: Vec<FleetExclusion>,
    /// Sentences.
    pub hypotheses: Vec<String>,
    /// Sentences.
    pub limits: Vec<String>,
}

/// An inventory, with what its file does not say.
#[derive(Clone, Debug, PartialEq)]
pub struct FleetFile {
    /// Relative to `data/parc/`.
    pub file: Placed<String>,
    pub sheet: Option<String>,
    /// The equipment of every line without a type.
    pub kind: Option<String>,
    /// The year of every line without one.
    pub year: Option<i32>,
    /// The perimeter of every line without one.
    pub perimeter: Option<Perimeter>,
    /// Name of a column → its header; empty for the names of the program.
    pub columns: BTreeMap<&'static str, String>,
}

/// An equipment and the words, types or models, that mean it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FleetType {
    pub equipment: String,
    pub words: Vec<String>,
}

/// Something that the footprint does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FleetExclusion {
    pub object: String,
    pub reason: String,
}

impl FleetSettings {
    /// What the author says of a file of `data/parc/` (its path from the root of the project).
    pub fn file(&self, path: &str) -> Option<&FleetFile> {
        let name = path.strip_prefix("data/parc/").unwrap_or(path);
        self.files.iter().find(|file| file.file.value == name)
    }

    /// The headers of a file.
    pub fn columns_of(&self, path: &str) -> &BTreeMap<&'static str, String> {
        match self.file(path) {
            Some(file) if !file.columns.is_empty() => &file.columns,
            _ => &self.columns,
        }
    }
}
