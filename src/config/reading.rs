//! One YAML file of the project, from its path to its typed entries.
//!
//! Nothing here knows what the entries mean.

use super::disk::{Absence, Disk};
use super::reference::{self, RawReference, UNUSED_OVERRIDE};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::error::Error;
use crate::form::entry::FromYaml;
use crate::form::reading::{self, Reading};
use std::sync::Arc;

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

/// The files of reference data, each from the project or embedded.
pub(super) fn references(disk: &mut Disk<'_>, diagnostics: &mut Diagnostics) -> Result<RawReference, Error> {
    for name in disk.files_of("data/referentiels", &YAML, diagnostics)? {
        if !reference::EMBEDDED.iter().any(|(known, _)| *known == name) {
            let names: Vec<&str> = reference::EMBEDDED.iter().map(|(known, _)| *known).collect();
            let message = format!("Le fichier « {name} » ne remplace aucun référentiel du programme.");
            let help = format!("Les référentiels sont : {}.", names.join(", "));
            let place = Place::file(format!("data/referentiels/{name}"));
            diagnostics.push(Diagnostic::warning(UNUSED_OVERRIDE, place, message).help(help));
        }
    }
    Ok(RawReference {
        finalities: one(disk, 0, diagnostics)?,
        goals: one(disk, 1, diagnostics)?,
        themes: one(disk, 2, diagnostics)?,
        legal: one(disk, 3, diagnostics)?,
        checklist: one(disk, 4, diagnostics)?,
        glossary: one(disk, 5, diagnostics)?,
        factors: one(disk, 6, diagnostics)?,
        digital: one(disk, 7, diagnostics)?,
        accounts: one(disk, 8, diagnostics)?,
        calendar: one(disk, 9, diagnostics)?,
        transition: one(disk, 10, diagnostics)?,
        deliberation: one(disk, 11, diagnostics)?,
    })
}

fn one<T: FromYaml<Value = T>>(
    disk: &mut Disk<'_>,
    rank: usize,
    diagnostics: &mut Diagnostics,
) -> Result<Option<T>, Error> {
    let (name, embedded) = reference::EMBEDDED[rank];
    let path = format!("data/referentiels/{name}");
    if disk.exists(&path) {
        return Ok(file(disk, &path, Absence::Allowed, diagnostics)?.content);
    }
    Ok(reading::text(&format!("(programme)/{name}"), &Arc::from(embedded), diagnostics).content)
}
