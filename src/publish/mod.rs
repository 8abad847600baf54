//! `publish`: everything to be kept is written to `output/<édition>/`, all of it or nothing.
//!
//! The new folder is written beside the old one and takes its place at the end: a failed run leaves the last output untouched.

mod publication;
mod manifest;
mod exchange;

pub use publication::{Publication, Request};

use crate::error::Error;
use std::collections::BTreeMap;
use std::path::Path;

/// Writes the publication and its manifest.
///
/// # Errors
/// The disk (full, forbidden, a file of the old folder held open by another program), or a folder of that name
/// which holds files and no manifest: it was not made by this program and is left alone.
pub fn publish(request: &Request<'_>) -> Result<Publication, Error> {
    let mut files: BTreeMap<String, &[u8]> = BTreeMap::new();
    for (path, bytes) in &request.sources.data {
        files.insert(path.clone(), bytes);
    }
    for document in request.documents {
        files.insert(format!("{}.pdf", document.name), &document.pdf);
    }
    let manifest = manifest::write(request, &files);
    files.insert(manifest::NAME.to_owned(), manifest.as_bytes());

    let directory = request.output.join(request.report.settings.edition.to_string());
    exchange::refuse_foreign_folder(&directory)?;
    fs_err::create_dir_all(request.output)?;
    // A sibling, so that taking the place of the old folder is a change of name and no copy.
    let workshop = tempfile::Builder::new()
        .prefix(".millesime-")
        .tempdir_in(request.output)?;
    let fresh = workshop.path().join("nouvelle");
    write_all(&fresh, &files)?;
    exchange::take_place(&fresh, &directory, &workshop.path().join("ancienne"))?;
    Ok(Publication {
        directory,
        files: files.into_keys().collect(),
    })
}

fn write_all(folder: &Path, files: &BTreeMap<String, &[u8]>) -> Result<(), Error> {
    for (path, bytes) in files {
        let target = folder.join(path);
        if let Some(parent) = target.parent() {
            fs_err::create_dir_all(parent)?;
        }
        fs_err::write(target, bytes)?;
    }
    Ok(())
}
