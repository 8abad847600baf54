//! One YAML file of the project, from its path to its typed entries.
//!
//! Nothing here knows what the entries mean.

use super::characters;
use super::disk::{Absence, Disk, EMPTY};
use super::document::{self, Document, Node, Shape};
use super::entry::FromYaml;
use super::reference::{self, RawReference, UNUSED_OVERRIDE};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::error::Error;
use crate::model::Identifier;
use std::sync::Arc;

/// The extensions of a YAML file.
pub(super) const YAML: [&str; 2] = ["yaml", "yml"];

/// What was read of a file, and every identifier it holds, those of refused entries too.
pub(super) struct Reading<T> {
    pub content: Option<T>,
    pub written: Vec<Identifier>,
}

impl<T> Reading<T> {
    /// The same identifiers, and another shape of what was read.
    pub fn map<U>(self, other: impl FnOnce(T) -> U) -> Reading<U> {
        Reading {
            content: self.content.map(other),
            written: self.written,
        }
    }
}

/// Reads a file of the project; its faults are pushed and its text remembered.
pub(super) fn file<T: FromYaml>(
    disk: &mut Disk<'_>,
    path: &str,
    absence: Absence,
    diagnostics: &mut Diagnostics,
) -> Result<Reading<T>, Error> {
    let text = disk.text(path, absence, diagnostics)?;
    Ok(match text {
        Some(text) => self::text(path, &text, diagnostics),
        None => Reading {
            content: None,
            written: Vec::new(),
        },
    })
}

/// Reads a text; a syntax fault that a forbidden character explains is not said twice.
pub(super) fn text<T: FromYaml>(path: &str, text: &Arc<str>, diagnostics: &mut Diagnostics) -> Reading<T> {
    let file: Arc<str> = Arc::from(path);
    diagnostics.remember(file.clone(), text.clone());
    let clean = characters::check(&file, text, diagnostics);
    let mut found = Diagnostics::default();
    let document = document::parse(&file, text, &mut found);
    let faults = found.sorted().len();
    if clean || document.root.is_some() {
        found
            .sorted()
            .into_iter()
            .for_each(|diagnostic| diagnostics.push(diagnostic.clone()));
    }
    if document.root.is_none() && faults == 0 {
        let message = format!("Le fichier « {path} » ne contient que des commentaires.");
        let help = "Retirez le croisillon (#) des lignes utiles, ou supprimez le fichier s’il ne sert pas.";
        diagnostics.push(Diagnostic::error(EMPTY, Place::file(file), message).help(help));
    }
    Reading {
        content: document.root.as_ref().and_then(|root| T::from_yaml(root, diagnostics)),
        written: written(&document),
    }
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

fn one<T: FromYaml>(disk: &mut Disk<'_>, rank: usize, diagnostics: &mut Diagnostics) -> Result<Option<T>, Error> {
    let (name, embedded) = reference::EMBEDDED[rank];
    let path = format!("data/referentiels/{name}");
    if disk.exists(&path) {
        return Ok(file(disk, &path, Absence::Allowed, diagnostics)?.content);
    }
    Ok(text(&format!("(programme)/{name}"), &Arc::from(embedded), diagnostics).content)
}

/// Every identifier of the entries of the lists at the top of a document.
fn written(document: &Document) -> Vec<Identifier> {
    let lists = match document.root.as_ref().map(|root| &root.shape) {
        Some(Shape::Map(entries)) => entries.iter().map(|(_, node)| node).collect(),
        _ => Vec::new(),
    };
    let nodes = lists.into_iter().flat_map(|node| match &node.shape {
        Shape::List(nodes) => nodes.as_slice(),
        _ => &[],
    });
    let ids = nodes.filter_map(|node| node.get("id").and_then(Node::text));
    let lost = document.lost.iter().map(String::as_str);
    ids.chain(lost).filter_map(Identifier::parse).collect()
}
