//! `publish`: everything that an edition holds, with its manifest.
//!
//! Pure: it says what is to stand in `output/<édition>/`; `keep` writes it.

mod manifest;
mod publication;

pub use manifest::Manifest;
pub use publication::{Publication, Request};

use std::collections::BTreeMap;
use std::sync::Arc;

/// The publication: the files of a run and the manifest that lists them.
pub fn publish(request: &Request<'_>) -> Publication {
    let mut files: BTreeMap<String, Arc<[u8]>> = request.sources.data.clone();
    for document in request.documents {
        files.insert(format!("{}.pdf", document.name), document.pdf.clone());
    }
    let manifest = manifest::write(request, &files);
    files.insert(Manifest::NAME.to_owned(), manifest.into_bytes().into());
    Publication {
        folder: request.report.settings.edition.to_string(),
        files,
        extent: request.extent,
    }
}
