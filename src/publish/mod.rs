//! `publish`: everything to be kept is written to `output/<édition>/`, all of it or nothing.
//!
//! The new folder is written beside the old one and takes its place at the end: a failed run leaves the last output untouched.

mod publication;

pub use publication::{Publication, Request};

use crate::error::Error;

/// Writes the publication and its manifest.
pub fn publish(request: &Request<'_>) -> Result<Publication, Error> {
    let _ = request;
    todo!()
}
