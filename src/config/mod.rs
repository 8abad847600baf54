//! `config`: the YAML of `data/` becomes a [`Project`] in which nothing is left to guess.
//!
//! It reads the disk. It does not read tables or texts (that is `load`), and knows nothing of values.

mod project;

pub use project::{Appearance, Calendar, Community, Deliverable, Options, Project, ProjectFile, Settings, ValuesFile};

use crate::diagnostic::Diagnostics;
use crate::error::Error;

/// Reads the YAML of a project; every fault goes to `diagnostics` and the entries without a fault stay.
///
/// None where `rapport.yaml` itself cannot be understood: no later room could say anything useful.
pub fn read(options: &Options, diagnostics: &mut Diagnostics) -> Result<Option<Project>, Error> {
    let _ = (options, diagnostics);
    todo!()
}
