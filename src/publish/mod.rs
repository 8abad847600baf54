//! `publish`: everything that an edition holds, with its manifest.
//!
//! Pure: it says what is to stand in `output/<édition>/`; `keep` writes it.

mod archive;
mod manifest;
mod open_data;
mod publication;

pub use archive::{Archive, Withheld};
pub use manifest::Manifest;
pub use publication::{Publication, Request, Standing};

use crate::config::Deliverable;
use crate::error::Error;
use crate::model::Extent;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The publication: the files of a run and the manifest that lists them.
///
/// The tables and the drawings are those of the report, which holds them too: another document made alone leaves them.
///
/// # Errors
/// A table that cannot be written: a defect of the program.
pub fn publish(request: Request<'_>) -> Result<Publication, Error> {
    let mut files: BTreeMap<String, Arc<[u8]>> = request.sources.beside.clone();
    let with_report = request
        .documents
        .iter()
        .any(|document| document.name == Deliverable::Report.key());
    if request.extent == Extent::Whole || with_report {
        files.extend(request.sources.data.clone());
        files.extend(open_data::files(request.report, &request.sources.titles)?);
    }
    for document in request.documents {
        files.insert(format!("{}.pdf", document.name), document.pdf.clone());
    }
    let manifest = manifest::write(&request, &files);
    files.insert(Manifest::NAME.to_owned(), manifest.into_bytes().into());
    let edition = request.report.settings.edition.to_string();
    Ok(Publication {
        folder: match request.standing {
            Standing::Reconstruction => format!("{edition}.reconstruction"),
            Standing::Draft | Standing::Official => edition,
        },
        files,
        extent: request.extent,
        former: request.former,
        archive: request
            .archive
            .filter(|_| request.standing == Standing::Official)
            .map(|mut archive| {
                let manifest = archive.manifest().into();
                archive.files.insert(Manifest::NAME.to_owned(), manifest);
                archive
            }),
    })
}
