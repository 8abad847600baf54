//! `validate`: raw cells become a [`Dataset`] of typed observations, or every fault found.
//!
//! One rule a file, each with its stable code. It reads no file and computes no value.

mod dataset;

pub use dataset::Dataset;

use crate::config::Project;
use crate::diagnostic::Diagnostics;
use crate::load::Inputs;

/// Types every observation and applies every rule; rows with a fault are left out of the dataset.
pub fn validate(project: &Project, inputs: &Inputs, diagnostics: &mut Diagnostics) -> Dataset {
    let _ = (project, inputs, diagnostics);
    todo!()
}
