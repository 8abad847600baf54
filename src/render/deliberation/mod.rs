//! The délibération that takes note of the report: one description, two files that say the same words.
//!
//! [`Act`] is the act in the order in which it is read. The template makes a PDF of it, `docx` a file for the
//! assembly service, `scdl` its line of open data. What nobody knows yet is printed as to be filled in, never invented.

mod act;
mod phrase;
mod assembly;
mod describe;
mod statement;
mod choice;
mod docx;
mod scdl;

pub use act::Act;
pub use describe::describe;
pub use statement::{SLOT, proposed};

use crate::assess::Report;
use crate::config::Deliverable;
use crate::diagnostic::Diagnostics;
use crate::error::Error;
use crate::model::Prose;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The files of the délibération that are not typeset; none where it is not asked for.
pub fn files(
    report: &Report,
    statement: Option<&Prose>,
    diagnostics: &mut Diagnostics,
) -> Result<BTreeMap<String, Arc<[u8]>>, Error> {
    let mut files = BTreeMap::new();
    if !report.settings.deliverables.contains(&Deliverable::Deliberation) {
        return Ok(files);
    }
    let act = describe(report);
    let docx = docx::write(&act, statement, report.settings.document_date)?;
    files.insert("deliberation.docx".to_owned(), docx);
    if let Some(line) = scdl::write(report, &act, diagnostics)? {
        files.insert(scdl::PATH.to_owned(), line);
    }
    Ok(files)
}

#[cfg(test)]
mod tests;
