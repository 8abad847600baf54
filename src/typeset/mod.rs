//! `typeset`: [`DocumentSources`] become a [`Document`], the bytes of a PDF/A-3a that is also PDF/UA-1.
//!
//! Holds the one use of Typst. It reads no file of the machine: fonts come from crates, the date from the project.

mod depth;
mod document;
mod fonts;
mod world;
mod export;
mod faults;

pub use document::Document;

use crate::diagnostic::Diagnostics;
use crate::error::Error;
use crate::render::DocumentSources;
use faults::Stage;
use typst::diag::Warned;
use typst_layout::PagedDocument;
use world::VirtualWorld;

/// Compiles and exports one document; errors and warnings of Typst are faults at their template’s place.
///
/// None where there is at least one fault: a document with a warning is not a document to publish.
pub fn typeset(sources: &DocumentSources, diagnostics: &mut Diagnostics) -> Result<Option<Document>, Error> {
    let world = VirtualWorld::new(sources)?;
    if !depth::check(&world, sources, diagnostics) {
        return Ok(None);
    }
    let Warned { output, warnings } = typst::compile::<PagedDocument>(&world);
    faults::report(&world, sources, &warnings, Stage::Warning, diagnostics);
    let document = match output {
        Ok(paged) => match export::export(&paged, sources)? {
            Ok(pdf) => Some(Document {
                name: sources.name.clone(),
                pdf: pdf.into(),
                pages: paged.pages().len(),
            }),
            Err(refusals) => {
                faults::report(&world, sources, &refusals, Stage::Export, diagnostics);
                None
            }
        },
        Err(errors) => {
            faults::report(&world, sources, &errors, Stage::Compilation, diagnostics);
            None
        }
    };
    // The memory of one document is of no use to the next one.
    typst::comemo::evict(0);
    Ok(document.filter(|_| warnings.is_empty()))
}

#[cfg(test)]
pub mod fixture;
#[cfg(test)]
mod tests;
