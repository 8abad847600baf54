//! What is told, in the words of whoever keeps the project elsewhere than in YAML: its sentences, its place, what it leaves unknown.
//!
//! The words themselves are those of `Kept`.

use super::{Cause, Diagnostic, Kept, Place, Severity};

impl Diagnostic {
    pub(super) fn word(&mut self, kept: &Kept) {
        self.message = kept.said(&self.message);
        self.help = kept.said(&self.help);
        let Some(place) = &mut self.place else { return };
        if *kept.home(&place.file) != *place.file {
            *place = Place::file(kept.file.clone());
        } else if place.file == kept.file && self.severity == Severity::Error && self.because.is_empty() {
            let stood_for = (kept.stands_for)(place.spot.sheet().map(|sheet| &**sheet));
            self.spoils.extend(stood_for.iter().map(|file| Cause::path(*file)));
        }
        if place.file == kept.file {
            self.help = (kept.in_cell)(&self.help);
        }
    }
}
