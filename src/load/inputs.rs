//! What was read, raw: cells as they stand in their files, each with its place.

use crate::config::ProjectFile;
use crate::diagnostic::Place;
use crate::model::{Identifier, Status};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Everything the disk gave, before any meaning.
#[derive(Clone, Debug, Default)]
pub struct Inputs {
    /// Tables of observations, in the order of their paths.
    pub tables: Vec<Table>,
    /// The result of each `requete`: a table whose header is `annee`, `valeur` and the disaggregations.
    /// Its cells are placed at the `requete` of the indicator.
    pub queries: BTreeMap<Identifier, Table>,
    /// Markdown by slot: the stem of the file in `textes/` (`edito`, `finalite-1`…).
    pub texts: BTreeMap<String, Text>,
    /// The project’s overrides of templates: path in `report-templates/` → content.
    pub templates: BTreeMap<String, Arc<str>>,
    /// The logo named in `rapport.yaml`: file name and bytes.
    pub logo: Option<(String, Arc<[u8]>)>,
    /// What the edition before this one published, when its folder is there.
    pub previous: Option<PreviousEdition>,
    /// Every file read in this room, for the manifest and the traceability annex.
    pub files: Vec<ProjectFile>,
}

/// What `data/parc/` gave, before any meaning.
#[derive(Clone, Debug, Default)]
pub struct FleetInputs {
    /// Inventories of equipment, in the order of their paths.
    pub inventories: Vec<Table>,
    /// Tables of emission factors, in the order of their paths.
    pub factors: Vec<Table>,
    /// Every file read, for whoever keeps a manifest.
    pub files: Vec<ProjectFile>,
}

/// A rectangular table: one header line and rows; rows may be shorter than the header.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    pub file: Arc<str>,
    /// None for a CSV or a query.
    pub sheet: Option<Arc<str>>,
    pub header: Vec<Cell>,
    pub rows: Vec<Vec<Cell>>,
}

/// A raw cell and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    pub content: Content,
    pub place: Place,
}

/// What a cell holds, before any meaning is given to it.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    Empty,
    /// Text with its outer white space removed; a CSV gives only texts.
    Text(String),
    /// A number of a workbook, a Parquet file or a query.
    /// `percent`: the workbook shows it as a percentage, so that 0.31 is read as 31.
    Number {
        value: f64,
        percent: bool,
    },
}

/// A narrative text in Markdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    pub place: Place,
    pub markdown: Arc<str>,
}

/// What the edition before said, to print what changed.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviousEdition {
    pub edition: i32,
    pub assessments: BTreeMap<Identifier, PreviousAssessment>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PreviousAssessment {
    pub status: Option<Status>,
    pub last: Option<(i32, f64)>,
}

impl Content {
    /// The text as the author sees it, for a message.
    pub fn display(&self) -> String {
        match self {
            Content::Empty => String::new(),
            Content::Text(text) => text.clone(),
            Content::Number { value, percent: false } => value.to_string().replace('.', ","),
            Content::Number { value, percent: true } => {
                format!("{} %", (value * 100.0).to_string().replace('.', ","))
            }
        }
    }
}
