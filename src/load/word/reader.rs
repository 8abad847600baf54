//! What is known while a Word file is read: its parts, what was met and cannot be kept, what nobody accepted yet.
//!
//! The walk is in `body` and `runs`. A fault is placed at the paragraph that holds it, once its words are known.

use super::comments::Comment;
use super::fields::Fields;
use super::lacks::{Lack, QUOTED, Seen};
use super::package::{Package, Relations};
use super::revisions::Revisions;
use super::styles::Styles;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Spot};
use crate::french::shortened;
use crate::load::ProjectPicture;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Letters of a paragraph by which one finds it.
const FIRST_WORDS: usize = 40;

pub(super) struct Reader<'a, 'b> {
    pub package: &'a mut Package<'b>,
    pub styles: Styles,
    /// Of the part that is being read.
    pub relations: Relations,
    pub comments: BTreeMap<String, Comment>,
    pub fields: Fields,
    /// The names of the notes that are called, in their order, by what the file calls them.
    pub notes: Vec<(NoteKind, String)>,
    pub pictures: BTreeMap<String, ProjectPicture>,
    pub file: Arc<str>,
    /// Of the paragraph that is being read.
    pub revisions: Revisions,
    commented: Vec<String>,
    pending: Vec<(Lack, String)>,
    seen: BTreeMap<Lack, Seen>,
    faults: Vec<Diagnostic>,
    count: u32,
    last: Option<Place>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoteKind {
    Foot,
    End,
}

impl<'a, 'b> Reader<'a, 'b> {
    pub fn new(
        file: Arc<str>,
        package: &'a mut Package<'b>,
        styles: Styles,
        comments: BTreeMap<String, Comment>,
    ) -> Self {
        Reader {
            package,
            styles,
            relations: Relations::new(),
            comments,
            fields: Fields::default(),
            notes: Vec::new(),
            pictures: BTreeMap::new(),
            file,
            revisions: Revisions::default(),
            commented: Vec::new(),
            pending: Vec::new(),
            seen: BTreeMap::new(),
            faults: Vec::new(),
            count: 0,
            last: None,
        }
    }

    /// Says that something which no text has was met, with its words or its name.
    pub fn lack(&mut self, lack: Lack, words: impl Into<String>) {
        self.pending.push((lack, shortened(&words.into(), QUOTED)));
    }

    /// The same, once it is known where.
    pub fn met(&mut self, lack: Lack, place: &Place, words: String) {
        let seen = self.seen.entry(lack).or_insert_with(|| Seen {
            count: 0,
            place: place.clone(),
            words,
        });
        seen.count += 1;
    }

    pub fn comment(&mut self, id: &str) {
        self.commented.push(id.to_owned());
    }

    /// The name of a note that is called.
    pub fn note(&mut self, kind: NoteKind, id: &str) -> String {
        let known = self
            .notes
            .iter()
            .position(|(other, known)| (*other, known.as_str()) == (kind, id));
        let rank = known.unwrap_or_else(|| {
            self.notes.push((kind, id.to_owned()));
            self.notes.len() - 1
        });
        (rank + 1).to_string()
    }

    /// The place where the paragraph that ends here is, and the faults that it holds; one without words is where the last one was.
    pub fn end_paragraph(&mut self, words: &str, holds_something: bool) -> Place {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if !words.is_empty() || holds_something {
            self.count += 1;
            self.last = Some(Place {
                file: Arc::clone(&self.file),
                spot: Spot::Paragraph {
                    number: self.count,
                    words: shortened(&words, FIRST_WORDS).into(),
                },
            });
        }
        let place = self.last.clone().unwrap_or_else(|| Place::file(Arc::clone(&self.file)));
        self.settle(&place);
        place
    }

    fn settle(&mut self, place: &Place) {
        for (lack, words) in std::mem::take(&mut self.pending) {
            self.met(lack, place, words);
        }
        for id in std::mem::take(&mut self.commented) {
            if let Some(comment) = self.comments.remove(&id) {
                self.faults.push(comment.told(place));
            }
        }
        self.faults.extend(std::mem::take(&mut self.revisions).told(place));
    }

    /// Ends a part: what was met after its last paragraph is placed there, not in the part that follows.
    pub fn end_part(&mut self) {
        let place = self.last.clone().unwrap_or_else(|| Place::file(Arc::clone(&self.file)));
        self.settle(&place);
        self.fields.close();
    }

    /// Tells all that was met.
    pub fn tell(&mut self, diagnostics: &mut Diagnostics) {
        self.end_part();
        diagnostics.extend(std::mem::take(&mut self.faults));
        diagnostics.extend(self.seen.iter().map(|(lack, seen)| lack.told(seen)));
    }
}
