//! `mettre-a-jour`: a project made for an earlier version is brought to the format of this one.

use super::arguments::ProjectChange;
use super::{Failure, messages, screen, writer};
use crate::config::FORMAT;

/// Changes what must be, says which files, and how to go back.
pub fn mettre_a_jour(arguments: &ProjectChange) -> Result<(), Failure> {
    let writer = writer::writer("mettre-a-jour", arguments.writing.date);
    let outcome = crate::upgrade(&arguments.project, &writer)?;
    messages::note(&outcome.notices);
    messages::print(&outcome.diagnostics);
    let Some(upgrade) = &outcome.upgrade else {
        screen::say("Rien n’a été changé.");
        return Err(Failure::Author);
    };
    if upgrade.changes.files.is_empty() {
        return screen::report(&format!("Ce projet est déjà au format {FORMAT} : rien à changer.\n"));
    }
    let paths = upgrade.changes.files.keys().map(|path| format!("  {path}\n"));
    screen::report(&format!(
        "Ce projet est passé du format {} au format {FORMAT} :\n{}« millesime annuler » le remet comme il était.\n",
        upgrade.from,
        paths.collect::<String>()
    ))
}
