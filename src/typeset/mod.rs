//! `typeset`: [`Sources`] become a [`Document`], the bytes of a PDF/A-3a that is also PDF/UA-1.
//!
//! Holds the one use of Typst. It reads no file of the machine: fonts come from crates, the date from the project.

mod document;

pub use document::Document;

use crate::diagnostic::Diagnostics;
use crate::error::Error;
use crate::render::DocumentSources;

/// Compiles and exports one document; errors and warnings of Typst are faults at their template’s place.
pub fn typeset(sources: &DocumentSources, diagnostics: &mut Diagnostics) -> Result<Option<Document>, Error> {
    let _ = (sources, diagnostics);
    todo!()
}
