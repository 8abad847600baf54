//! Why a thing may be told wrongly: a fault leaves something unknown, and what only follows from it falls.
//!
//! A room never asks whether there are faults before it speaks. It says what its sentence rests on
//! ([`Diagnostic::because`]), a fault says what it leaves unknown ([`Diagnostic::spoils`], [`Diagnostics::blame`]), and
//! the consequence falls when the two meet. Nothing else falls: a bad logo hides no warning on a budget.

use super::Severity;
use super::acceptance::Acceptance;
use super::cause::{Cause, Foundations};
use super::diagnostics::{Diagnostic, Diagnostics};
use super::place::Place;
use std::collections::BTreeSet;

/// What the faults of a run leave unknown.
struct Unknown<'a> {
    spoilt: BTreeSet<&'a Cause>,
    files: BTreeSet<&'a str>,
    foundations: &'a Foundations,
}

impl Diagnostic {
    /// Says that this only follows from a fault, wherever one leaves `cause` unknown.
    #[must_use]
    pub fn because(mut self, cause: Cause) -> Self {
        self.because.push(cause);
        self
    }

    /// Says what this fault leaves unknown, beside what stands in its file.
    #[must_use]
    pub fn spoils(mut self, cause: Cause) -> Self {
        self.spoils.push(cause);
        self
    }
}

impl Diagnostics {
    /// Where the run stands, for [`blame`](Diagnostics::blame).
    pub fn mark(&self) -> usize {
        self.entries.len()
    }

    /// Whether a fault was told since a mark.
    pub fn faulty_since(&self, mark: usize) -> bool {
        self.entries[mark..]
            .iter()
            .any(|entry| entry.severity == Severity::Error)
    }

    /// The files that something was told of.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.entries
            .iter()
            .filter_map(|entry| Some(&*entry.place.as_ref()?.file))
    }

    /// What was told since a mark, for who knows more of its place.
    pub fn since(&mut self, mark: usize) -> &mut [Diagnostic] {
        &mut self.entries[mark..]
    }

    /// Whether a fault told since a mark stands on the line of each place.
    pub fn on_lines_since<'p>(&self, mark: usize, places: impl Iterator<Item = &'p Place>) -> Vec<bool> {
        let faults = self.entries[mark..]
            .iter()
            .filter(|entry| entry.severity == Severity::Error);
        let lines: BTreeSet<_> = faults
            .filter_map(|fault| fault.place.as_ref()?.line_of_table())
            .collect();
        places
            .map(|place| place.line_of_table().is_some_and(|line| lines.contains(&line)))
            .collect()
    }

    /// Says that the faults told since a mark, if any, leave `cause` unknown.
    pub fn blame(&mut self, mark: usize, cause: &Cause) {
        let faults = self.entries[mark..].iter_mut();
        for fault in faults.filter(|entry| entry.severity == Severity::Error) {
            fault.spoils.push(cause.clone());
        }
    }

    /// Says that `cause` is unknown where `foundation` is: a ratio, where one of its terms has a fault.
    pub fn rests(&mut self, cause: Cause, foundation: Cause) {
        self.foundations.entry(cause).or_default().insert(foundation);
    }

    /// Whether a fault leaves this unknown: what is said of it besides would be false.
    pub fn leaves_unknown(&self, cause: &Cause) -> bool {
        Unknown::of(&self.entries, &self.foundations).holds(cause)
    }

    /// The entries to tell: all but the consequences of faults, and the warnings that are accepted.
    pub(super) fn standing(&self) -> Vec<&Diagnostic> {
        let unaccepted = |entry: &&Diagnostic| self.acceptance(entry).is_none();
        self.unexplained().into_iter().filter(unaccepted).collect()
    }

    /// The accepted warnings that would be told, each with its acceptance.
    pub(super) fn known(&self) -> Vec<(&Acceptance, &Diagnostic)> {
        let mut known: Vec<_> = self
            .unexplained()
            .into_iter()
            .filter_map(|entry| Some((self.acceptance(entry)?, entry)))
            .collect();
        known.sort_by_key(|(_, entry)| (&entry.place, entry.code, &entry.message));
        known.dedup_by(|(_, one), (_, other)| one.reads_as(other));
        known
    }

    /// The entries that no fault explains.
    ///
    /// Causes that would each explain the other explain nothing: faults never fall all together.
    fn unexplained(&self) -> Vec<&Diagnostic> {
        let unknown = Unknown::of(&self.entries, &self.foundations);
        let stands = |entry: &&Diagnostic| !entry.because.iter().any(|cause| unknown.holds(cause));
        let standing: Vec<&Diagnostic> = self.entries.iter().filter(stands).collect();
        let fault = |entry: &&Diagnostic| entry.severity == Severity::Error;
        match standing.iter().any(fault) {
            true => standing,
            false => self.entries.iter().collect(),
        }
    }
}

impl<'a> Unknown<'a> {
    fn of(entries: &'a [Diagnostic], foundations: &'a Foundations) -> Self {
        let faults = || entries.iter().filter(|entry| entry.severity == Severity::Error);
        // A consequence does not explain itself by standing in the file it rests on.
        let roots = faults().filter(|fault| fault.because.is_empty());
        Unknown {
            spoilt: faults().flat_map(|fault| &fault.spoils).collect(),
            files: roots.filter_map(|fault| Some(&*fault.place.as_ref()?.file)).collect(),
            foundations,
        }
    }

    fn holds(&self, cause: &Cause) -> bool {
        self.reaches(cause, &mut BTreeSet::new())
    }

    fn reaches<'c>(&'c self, cause: &'c Cause, met: &mut BTreeSet<&'c Cause>) -> bool {
        if !met.insert(cause) {
            return false;
        }
        if self.spoilt.contains(cause) {
            return true;
        }
        if let Cause::Path(path) = cause
            && self.files.iter().any(|file| is_within(file, path))
        {
            return true;
        }
        let below = self.foundations.get(cause).into_iter().flatten();
        below.into_iter().any(|foundation| self.reaches(foundation, met))
    }
}

/// Whether a file is this path, or stands below this folder.
pub(super) fn is_within(file: &str, path: &str) -> bool {
    file.strip_prefix(path.trim_end_matches('/'))
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Code, Place};

    fn fault(file: &str) -> Diagnostic {
        Diagnostic::error(Code("X001"), Place::file(file), "faute")
    }

    fn consequence(cause: Cause) -> Diagnostic {
        Diagnostic::warning(Code("X002"), None, "conséquence").because(cause)
    }

    fn told(diagnostics: &Diagnostics) -> Vec<&str> {
        diagnostics.sorted().iter().map(|entry| entry.code.0).collect()
    }

    fn found(entries: impl IntoIterator<Item = Diagnostic>) -> Diagnostics {
        let mut diagnostics = Diagnostics::default();
        diagnostics.extend(entries);
        diagnostics
    }

    #[test]
    fn a_consequence_falls_with_the_file_or_the_folder_it_rests_on_and_with_nothing_else() {
        let below = consequence(Cause::path("data/budget"));
        assert_eq!(told(&found([fault("data/budget/bp.xml"), below.clone()])), ["X001"]);
        assert_eq!(told(&found([fault("data/budget"), below.clone()])), ["X001"]);
        assert_eq!(
            told(&found([below.clone(), fault("data/budgets.csv")])),
            ["X002", "X001"]
        );
        assert_eq!(told(&found([below])), ["X002"]);
    }

    #[test]
    fn a_warning_is_no_cause() {
        let warning = Diagnostic::warning(Code("X001"), Place::file("data/budget"), "avis").spoils(Cause::Tables);
        let mut diagnostics = found([warning, consequence(Cause::path("data/budget"))]);
        diagnostics.blame(0, &Cause::Tables);
        diagnostics.push(Diagnostic::error(Code("X003"), None, "ailleurs").because(Cause::Tables));
        assert_eq!(told(&diagnostics), ["X003", "X002", "X001"]);
    }

    #[test]
    fn what_rests_on_what_is_followed_to_its_end() {
        let mut diagnostics = found([
            fault("a.csv").spoils(Cause::entry("population")),
            consequence(Cause::entry("taux")),
            Diagnostic::warning(Code("X003"), None, "autre").because(Cause::entry("eau")),
        ]);
        assert_eq!(told(&diagnostics), ["X002", "X003", "X001"]);
        diagnostics.rests(Cause::entry("ratio"), Cause::entry("population"));
        diagnostics.rests(Cause::entry("taux"), Cause::entry("ratio"));
        diagnostics.rests(Cause::entry("ratio"), Cause::entry("taux"));
        assert_eq!(told(&diagnostics), ["X003", "X001"]);
    }

    #[test]
    fn only_faults_told_since_the_mark_are_blamed() {
        let mut diagnostics = found([fault("a.csv"), consequence(Cause::Catalogue)]);
        let mark = diagnostics.mark();
        assert!(!diagnostics.faulty_since(mark));
        diagnostics.blame(mark, &Cause::Catalogue);
        assert_eq!(told(&diagnostics), ["X002", "X001"]);
        diagnostics.push(fault("b.csv"));
        assert!(diagnostics.faulty_since(mark));
        diagnostics.blame(mark, &Cause::Catalogue);
        assert_eq!(told(&diagnostics), ["X001", "X001"]);
    }

    #[test]
    fn faults_that_explain_each_other_are_all_told() {
        let one = fault("a.csv").because(Cause::Tables).spoils(Cause::Catalogue);
        let other = fault("b.csv").because(Cause::Catalogue).spoils(Cause::Tables);
        let diagnostics = found([one, other]);
        assert_eq!(told(&diagnostics), ["X001", "X001"]);
        assert_eq!(diagnostics.count(Severity::Error), 2);
    }
}
