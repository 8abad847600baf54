//! Files in memory: the Typst sources of each document, and the data published beside them.

use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Everything that will be typeset or published as it is.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    pub documents: Vec<DocumentSources>,
    /// Published as they are: `donnees/indicateurs.csv`, `graphiques/elec-batiments.svg`…
    pub data: BTreeMap<String, Arc<[u8]>>,
}

/// The virtual folder from which one PDF is typeset.
#[derive(Clone, Debug)]
pub struct DocumentSources {
    /// `rapport`: the stem of the PDF.
    pub name: String,
    /// Path of the main file in `files`.
    pub main: String,
    pub files: BTreeMap<String, Arc<[u8]>>,
    /// The date of the document, for its metadata.
    pub date: Date,
}
