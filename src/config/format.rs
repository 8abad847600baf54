//! The format of a project: the number that it carries.
//!
//! It looks at this number before anything else is read: of a newer project, nothing could be told that is true.

use super::disk::Disk;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Placed};
use crate::form::document::{self, Node};
use std::sync::Arc;

/// The format that this program writes, and the last one that it reads.
pub const FORMAT: u32 = 1;
/// The file that carries it.
pub(super) const PATH: &str = "data/rapport.yaml";
/// A project made for a later version of the program.
pub(super) const NEWER: Code = Code("M090");
/// Whether a project is newer than this program, which is then the one thing that is told.
pub(super) fn is_newer(disk: &Disk<'_>, diagnostics: &mut Diagnostics) -> bool {
    let Some(text) = disk.glance(PATH) else {
        return false;
    };
    let newer = newer(&parsed(&text));
    if newer.is_some() {
        diagnostics.remember(PATH.into(), Arc::from(text.as_str()));
    }
    let is_newer = newer.is_some();
    diagnostics.extend(newer);
    is_newer
}

/// What is told of the tree of a project that is newer than this program.
pub(super) fn newer(root: &Option<Node>) -> Option<Diagnostic> {
    let number = number(root).filter(|number| number.value > FORMAT)?;
    let version = env!("CARGO_PKG_VERSION");
    let message = format!(
        "Ce projet est au format {}, plus récent que le format {FORMAT}, le dernier que connaît cette version du logiciel ({version}).",
        number.value
    );
    let help = "Installez la version du logiciel avec laquelle ce projet a été fait, ou une plus récente ; « millesime --version » dit la vôtre.";
    let fault = Diagnostic::error(NEWER, number.place, message).help(help);
    Some(fault.raw(number.value.to_string()))
}

pub(super) fn parsed(text: &str) -> Option<Node> {
    document::parse(&PATH.into(), text, &mut Diagnostics::default()).root
}

/// The number that a document carries; one that is no number is told when the keys are read.
pub(super) fn number(root: &Option<Node>) -> Option<Placed<u32>> {
    let node = root.as_ref()?.get("format")?;
    Some(Placed::new(node.text()?.trim().parse().ok()?, node.place.clone()))
}
