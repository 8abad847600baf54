//! The warnings that are accepted: counted at each run, and no longer told.

use super::Severity;
use super::acceptance::Acceptance;
use super::consequences::is_within;
use super::diagnostics::{Diagnostic, Diagnostics};

impl Acceptance {
    fn covers(&self, entry: &Diagnostic) -> bool {
        let there = || entry.place.as_ref().map_or("", |place| &*place.file);
        entry.severity == Severity::Warning
            && entry.code.0 == self.code
            && self.file.as_deref().is_none_or(|file| is_within(there(), file))
    }
}

impl Diagnostics {
    /// Accepts warnings, those that were told already and those to come.
    pub fn accept(&mut self, acceptances: Vec<Acceptance>) {
        self.accepted.extend(acceptances);
    }

    /// Each acceptance with the warnings that it keeps from being told.
    pub fn accepted(&self) -> Vec<(&Acceptance, Vec<&Diagnostic>)> {
        let covered = self.known();
        let of = |acceptance| {
            let own = covered.iter().filter(|(by, _)| std::ptr::eq(*by, acceptance));
            own.map(|(_, entry)| *entry).collect()
        };
        self.accepted
            .iter()
            .map(|acceptance| (acceptance, of(acceptance)))
            .collect()
    }

    /// The acceptance of a warning, if there is one.
    pub(super) fn acceptance(&self, entry: &Diagnostic) -> Option<&Acceptance> {
        self.accepted.iter().find(|acceptance| acceptance.covers(entry))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Cause, Code, Place};

    #[test]
    fn an_accepted_warning_is_counted_and_not_told_and_a_fault_is_never_accepted() {
        let warning = |code, file: &str| Diagnostic::warning(Code(code), Place::file(file), "avis");
        let mut diagnostics = Diagnostics::default();
        diagnostics.extend([
            warning("X001", "data/a.csv"),
            warning("X001", "data/b/c.csv"),
            warning("X002", "data/a.csv"),
            Diagnostic::error(Code("X001"), Place::file("data/a.csv"), "faute"),
        ]);
        let of = |file: Option<&str>| Acceptance {
            code: "X001",
            file: file.map(str::to_owned),
            reason: "connu".to_owned(),
        };
        diagnostics.accept(vec![of(Some("data/b/")), of(Some("data/z"))]);
        let told = |diagnostics: &Diagnostics| diagnostics.sorted().len();
        let counts = |diagnostics: &Diagnostics| -> Vec<usize> {
            diagnostics.accepted().iter().map(|(_, found)| found.len()).collect()
        };
        assert_eq!((told(&diagnostics), counts(&diagnostics)), (3, vec![1, 0]));
        diagnostics.accept(vec![of(None)]);
        assert_eq!((told(&diagnostics), counts(&diagnostics)), (2, vec![1, 0, 1]));
        assert_eq!(diagnostics.count(Severity::Error), 1);
        // What only follows from a fault is no warning to accept.
        diagnostics.push(warning("X001", "data/b/d.csv").because(Cause::path("data/a.csv")));
        assert_eq!(counts(&diagnostics), [1, 0, 1]);
    }
}
