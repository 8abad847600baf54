//! `mettre-a-jour`: a project made for an earlier version is brought to the format of this one.

use super::arguments::ProjectChange;
use super::{Failure, messages, writer};
use crate::config::FORMAT;

/// Changes what must be, says which files, and how to go back.
pub fn mettre_a_jour(arguments: &ProjectChange) -> Result<(), Failure> {
    let writer = writer::writer("mettre-a-jour", arguments.writing.date);
    let outcome = crate::upgrade(&arguments.project, &writer)?;
    messages::note(&outcome.notices);
    messages::print(&outcome.diagnostics);
    let Some(upgrade) = &outcome.upgrade else {
        eprintln!("Rien n’a été changé.");
        return Err(Failure::Author);
    };
    if upgrade.changes.files.is_empty() {
        println!("Ce projet est déjà au format {FORMAT} : rien à changer.");
        return Ok(());
    }
    println!("Ce projet est passé du format {} au format {FORMAT} :", upgrade.from);
    for path in upgrade.changes.files.keys() {
        println!("  {path}");
    }
    println!("« millesime annuler » le remet comme il était.");
    Ok(())
}
