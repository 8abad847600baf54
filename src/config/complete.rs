//! Reference data that must say all there is: an override takes the place of the whole embedded file.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};

/// Reference data that lack an entry the report needs.
pub(super) const INCOMPLETE: Code = Code("M080");

/// Pushes the fault of a file that lacks something (`what` it must give).
pub(super) fn require(complete: bool, place: &Place, what: &str, diagnostics: &mut Diagnostics) {
    if !complete {
        let message = format!("Ce référentiel doit donner {what}, chacun une fois.");
        let help = "Complétez le fichier, ou supprimez-le : celui du programme sera lu.";
        diagnostics.push(Diagnostic::error(INCOMPLETE, Place::file(place.file.clone()), message).help(help));
    }
}
