//! Files in memory: the Typst sources of each document, and the data published beside them.

use crate::assess::Titles;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Everything that will be typeset or published as it is.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    pub documents: Vec<DocumentSources>,
    /// Published as they are, with the report: `donnees/indicateurs.csv`, `graphiques/elec-batiments.svg`…
    pub data: BTreeMap<String, Arc<[u8]>>,
    /// Published as they are, with one document: `deliberation.docx`, its line of open data.
    pub beside: BTreeMap<String, Arc<[u8]>>,
    /// The titles in which a value was called, as they are printed.
    pub titles: Titles,
}

/// The virtual folder from which one PDF is typeset.
#[derive(Clone, Debug)]
pub struct DocumentSources {
    /// `rapport`: the stem of the PDF.
    pub name: String,
    /// Path of the main file in `files`.
    pub main: String,
    pub files: BTreeMap<String, Arc<[u8]>>,
    /// The faces of the project, tried before those of the program.
    pub fonts: Vec<Arc<[u8]>>,
    /// Where the author finds what a file was made from; a file without an origin was made by the program.
    pub origins: BTreeMap<String, Origin>,
    /// The date of the document, for its metadata.
    pub date: Date,
}

/// What the author must open to change a file of the virtual folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The same text, line for line: a component of `report-templates/`.
    Same(Arc<str>),
    /// A generated text: for each of its lines, the file and line it came from.
    Lines(Vec<(Arc<str>, u32)>),
}
