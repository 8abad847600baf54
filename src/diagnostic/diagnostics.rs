//! The diagnostics of one run, gathered from every room and printed in the order of their places.
//!
//! Not a printer: how they look on a terminal or in JSON belongs to the command line. What falls with what is in `cause`.

use super::cause::{Cause, Foundations};
use super::{Acceptance, Code, Kept, Place, Placed, Severity};
use crate::french::bounded;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Letters of the offending text that are kept.
const EXCERPT: usize = 200;

/// One thing the author must or should act on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub severity: Severity,
    pub code: Code,
    pub place: Option<Place>,
    /// A whole French sentence: what was found, and what was expected.
    pub message: String,
    /// The next gesture, in French, imperative.
    pub help: String,
    /// The offending text as it stands at its place (a cell's content, a scalar); may be empty.
    pub raw: String,
    /// What the sentence rests on: it falls where a fault leaves one of these unknown.
    pub(super) because: Vec<Cause>,
    /// What a fault leaves unknown beside its file.
    pub(super) spoils: Vec<Cause>,
}

/// What was found in one run, with the texts of the files it points into.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    pub(super) entries: Vec<Diagnostic>,
    pub(super) foundations: Foundations,
    pub(super) accepted: Vec<Acceptance>,
    /// What only an official publication is refused for.
    reserved: Vec<Diagnostic>,
    texts: BTreeMap<Arc<str>, Arc<str>>,
    /// Every text that an author wrote under a key or in a column, as it was read.
    written: Vec<Placed<String>>,
    /// None of a project of YAML files, which messages name.
    kept: Option<Kept>,
}

impl Diagnostic {
    pub fn error(code: Code, place: impl Into<Option<Place>>, message: impl Into<String>) -> Self {
        Diagnostic {
            severity: Severity::Error,
            code,
            place: place.into(),
            message: message.into(),
            help: String::new(),
            raw: String::new(),
            because: Vec::new(),
            spoils: Vec::new(),
        }
    }

    pub fn warning(code: Code, place: impl Into<Option<Place>>, message: impl Into<String>) -> Self {
        Diagnostic {
            severity: Severity::Warning,
            ..Diagnostic::error(code, place, message)
        }
    }

    /// Adds the next gesture.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    /// Adds the offending text, which the printer underlines in its line or shows for its cell.
    #[must_use]
    pub fn raw(mut self, raw: impl Into<String>) -> Self {
        self.raw = raw.into();
        self
    }

    /// With quotations that a reader can read: a cell may hold a megabyte.
    fn bounded(mut self) -> Self {
        self.message = bounded(self.message);
        self.help = bounded(self.help);
        if let Some((end, _)) = self.raw.char_indices().nth(EXCERPT) {
            self.raw.truncate(end);
        }
        self
    }

    /// Whether it is a fault told in this file.
    pub fn is_error_of(&self, file: &str) -> bool {
        self.severity == Severity::Error && self.place.as_ref().is_some_and(|place| *place.file == *file)
    }

    /// Whether the author reads the same thing, whatever its cause.
    pub(super) fn reads_as(&self, other: &Diagnostic) -> bool {
        (self.severity, self.code) == (other.severity, other.code)
            && self.place == other.place
            && self.message == other.message
            && self.help == other.help
            && self.raw == other.raw
    }
}

impl Diagnostics {
    pub fn push(&mut self, diagnostic: Diagnostic) {
        let worded = self.worded(diagnostic);
        self.entries.push(worded);
    }

    fn worded(&self, mut diagnostic: Diagnostic) -> Diagnostic {
        if let Some(kept) = &self.kept {
            diagnostic.word(kept);
        }
        diagnostic.bounded()
    }

    /// Says what is told from here in the words of whoever keeps the project elsewhere than in YAML.
    pub fn keep_in(&mut self, kept: Kept) {
        self.kept = Some(kept);
    }

    /// A line that is said beside what is told, in the same words.
    pub fn said<'a>(&self, text: &'a str) -> Cow<'a, str> {
        match &self.kept {
            Some(kept) => kept.said(text).into(),
            None => text.into(),
        }
    }

    /// The file in which a named one is kept.
    pub fn home<'a>(&'a self, file: &'a str) -> &'a str {
        self.kept.as_ref().map_or(file, |kept| kept.home(file))
    }

    pub fn extend(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        diagnostics.into_iter().for_each(|diagnostic| self.push(diagnostic));
    }

    /// Keeps a fault for whoever publishes officially: nobody else is told.
    pub fn reserve(&mut self, diagnostic: Diagnostic) {
        let worded = self.worded(diagnostic);
        self.reserved.push(worded);
    }

    pub fn reserved(&self) -> impl DoubleEndedIterator<Item = &Diagnostic> {
        self.reserved.iter()
    }

    /// Tells what was reserved, but for what rests in an entry that is refused already.
    pub fn release(&mut self, told: impl Fn(&Cause) -> bool) {
        let reserved = std::mem::take(&mut self.reserved);
        let untold = reserved.into_iter().filter(|fault| !fault.spoils.iter().any(&told));
        // What nobody replaced is there, and right as it is written: it leaves nothing unknown.
        let told: Vec<Diagnostic> = untold
            .map(|fault| Diagnostic {
                spoils: Vec::new(),
                ..fault
            })
            .collect();
        // A fault takes the place of the warning that says the same.
        let same: BTreeSet<_> = told
            .iter()
            .map(|fault| (fault.code, &fault.place, &fault.message))
            .collect();
        self.entries
            .retain(|entry| !same.contains(&(entry.code, &entry.place, &entry.message)));
        self.entries.extend(told);
    }

    /// Only what was reserved, to count what an official publication would be refused for.
    #[must_use]
    pub fn aside(&self) -> Diagnostics {
        Diagnostics {
            reserved: self.reserved.clone(),
            ..Diagnostics::default()
        }
    }

    /// Takes back what was told of places that turn out to be read by nothing; no mark may be standing.
    pub fn withdraw(&mut self, code: Code, places: &BTreeSet<&Place>) {
        let is_withdrawn =
            |entry: &Diagnostic| entry.code == code && entry.place.as_ref().is_some_and(|place| places.contains(place));
        self.entries.retain(|entry| !is_withdrawn(entry));
    }

    /// The identifiers of the entries that hold what was reserved.
    pub fn reserved_entries(&self) -> BTreeSet<Arc<str>> {
        let spoilt = self.reserved.iter().flat_map(|fault| &fault.spoils);
        let entries = spoilt.filter_map(|cause| match cause {
            Cause::Entry(id) => Some(id.clone()),
            _ => None,
        });
        entries.collect()
    }

    /// Keeps the text of a file so that a diagnostic can show the line it points at.
    pub fn remember(&mut self, file: Arc<str>, text: Arc<str>) {
        self.texts.insert(file, text);
    }

    /// Keeps a text that an author wrote, for the rules that look at all of them.
    pub fn wrote(&mut self, text: Placed<String>) {
        self.written.push(text);
    }

    /// The texts kept so far, which are then forgotten.
    pub fn take_written(&mut self) -> Vec<Placed<String>> {
        std::mem::take(&mut self.written)
    }

    /// The text of a file that was remembered.
    pub fn text_of(&self, file: &str) -> Option<&Arc<str>> {
        self.texts.get(file)
    }

    /// The place of the character at `offset` (from 0) of a text of the author.
    pub fn inside(&self, source: &Placed<String>, offset: usize) -> Place {
        source.inside(offset, self.text_of(&source.place.file).map(AsRef::as_ref))
    }

    /// The line a place points at, without its end of line.
    pub fn line_of(&self, file: &str, line: u32) -> Option<&str> {
        let index = usize::try_from(line).ok()?.checked_sub(1)?;
        self.texts.get(file)?.lines().nth(index)
    }

    /// Whether anything stops the publication: for the doors of `lib.rs` and exit codes, never to decide what to tell.
    pub fn has_errors(&self) -> bool {
        self.entries.iter().any(|entry| entry.severity == Severity::Error)
    }

    pub fn count(&self, severity: Severity) -> usize {
        self.sorted().iter().filter(|entry| entry.severity == severity).count()
    }

    /// What stands, by place then gravity then code, without repetitions.
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut sorted = self.standing();
        sorted.sort_by_key(|entry| (&entry.place, entry.severity, entry.code, &entry.message));
        sorted.dedup_by(|one, other| one.reads_as(other));
        #[cfg(test)]
        super::met::note(&sorted);
        sorted
    }
}

impl<T: ToString> Placed<T> {
    /// A fault of this value, at its place.
    pub fn error(&self, code: Code, message: impl Into<String>) -> Diagnostic {
        Diagnostic::error(code, self.place.clone(), message).raw(self.value.to_string())
    }

    /// The same, which does not stop the author.
    pub fn warning(&self, code: Code, message: impl Into<String>) -> Diagnostic {
        Diagnostic::warning(code, self.place.clone(), message).raw(self.value.to_string())
    }
}
