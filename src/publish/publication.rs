//! What is asked of this room, and what it did.

use crate::assess::Report;
use crate::inspect::Verdict;
use crate::render::Sources;
use crate::typeset::Document;
use std::path::{Path, PathBuf};

/// Everything that goes into the folder of an edition.
pub struct Request<'a> {
    /// The folder that receives the edition (`output/`).
    pub output: &'a Path,
    pub report: &'a Report,
    pub sources: &'a Sources,
    pub documents: &'a [Document],
    pub verdicts: &'a [Verdict],
}

/// What was written.
#[derive(Clone, Debug)]
pub struct Publication {
    /// `output/2026`.
    pub directory: PathBuf,
    /// Relative to `directory`, sorted.
    pub files: Vec<String>,
}
