//! One YAML file of the project, from its path to its typed entries.
//!
//! Nothing here knows what the entries mean.

use super::disk::{Absence, Disk};
use crate::diagnostic::Diagnostics;
use crate::error::Error;
use crate::form::entry::FromYaml;
use crate::form::reading::{self, Reading};

/// The extensions of a YAML file.
pub(super) const YAML: [&str; 2] = ["yaml", "yml"];

/// Reads a file of the project; its faults are pushed and its text remembered.
pub(super) fn file<T: FromYaml<Value = T>>(
    disk: &mut Disk<'_>,
    path: &str,
    absence: Absence,
    diagnostics: &mut Diagnostics,
) -> Result<Reading<T>, Error> {
    let text = disk.text(path, absence, diagnostics)?;
    Ok(match text {
        Some(text) => reading::text(path, &text, diagnostics),
        None => Reading {
            content: None,
            written: Vec::new(),
        },
    })
}
