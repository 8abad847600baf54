//! `assess`: the [`Panel`] becomes a [`Report`], the tree of what the document says.
//!
//! Trend, distance to target, status, legal coverage, missing data, changes since the last edition.
//! It writes no sentence of the document and draws nothing.

mod report;

pub use report::{
    Assessment, Change, CoverageLine, CoverageState, FinalitySection, Finding, Inputs as AssessmentInputs,
    MissingDatum, Report, SourceFile, StatusChange, Trend,
};

use crate::compute::Panel;
use crate::config::Project;
use crate::diagnostic::Diagnostics;
use crate::load::Inputs;

/// Judges every measure and gathers what the document needs.
pub fn assess(project: &Project, inputs: &Inputs, panel: Panel, diagnostics: &mut Diagnostics) -> Report {
    let _ = (project, inputs, panel, diagnostics);
    todo!()
}
