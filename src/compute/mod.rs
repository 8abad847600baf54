//! `compute`: the [`Dataset`] becomes a [`Panel`], one complete series an indicator.
//!
//! Headlines are summed or averaged, formulas are evaluated in the order of their dependencies.
//! It judges nothing: that is `assess`.

mod panel;

pub use panel::{Breakdown, Measure, Panel};

use crate::config::Project;
use crate::diagnostic::Diagnostics;
use crate::validate::Dataset;

/// Builds the series of every indicator of the catalogue, in the order of the catalogue.
pub fn compute(project: &Project, dataset: &Dataset, diagnostics: &mut Diagnostics) -> Panel {
    let _ = (project, dataset, diagnostics);
    todo!()
}
