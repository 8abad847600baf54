//! `inspect`: a [`Document`] receives its [`Verdict`] on PDF/UA-1 and PDF/A-3a before anything is published.
//!
//! It changes nothing: a document that fails is a document to correct.

mod verdict;

pub use verdict::{FailedRule, Verdict};

use crate::error::Error;
use crate::typeset::Document;

/// Runs both profiles on the bytes.
pub fn inspect(document: &Document) -> Result<Verdict, Error> {
    let _ = document;
    todo!()
}
