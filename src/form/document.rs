//! A YAML text becomes a tree of located scalars, as its author wrote them.
//!
//! No type is guessed here: `no`, `012` and `2.50` stay the texts they are until a reader that knows
//! what is expected asks for one. A syntax fault inside an entry of a list costs that entry only.

use super::syntax::{self, place};
use super::{characters, remark};
use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics, Place, Placed};
use serde_saphyr::granit_parser::{Event, Parser, ScalarStyle, ScanError, Span};
use std::sync::Arc;

/// An anchor or an alias, which no other tool of the project reads.
pub const ALIAS: Code = Code("M012");

/// A second document in a file, of which one is read.
const SECOND: Code = Code("M018");

/// A value of the document and where it begins.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    pub shape: Shape,
    pub place: Place,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Nothing, `~` or `null`.
    Empty,
    /// The text of a scalar; `quoted` for any style but plain.
    Scalar {
        text: String,
        quoted: bool,
    },
    List(Vec<Node>),
    /// In the order of the file; a key may stand twice.
    Map(Vec<(Placed<String>, Node)>),
    /// The same, kept as a line of a table: an empty cell is a key without a value.
    Line(Vec<(Placed<String>, Node)>),
}

/// What could be read of a document.
#[derive(Debug)]
pub struct Document {
    pub root: Option<Node>,
    /// The `id` of the entries that a syntax fault made unreadable.
    pub lost: Vec<String>,
}

impl Node {
    /// The value of a key of a mapping.
    pub fn get(&self, key: &str) -> Option<&Node> {
        match &self.shape {
            Shape::Map(entries) | Shape::Line(entries) => {
                entries.iter().find(|(name, _)| name.value == key).map(|(_, node)| node)
            }
            _ => None,
        }
    }

    /// A fault of what stands here, at its place.
    pub fn error(&self, code: Code, message: impl Into<String>) -> Diagnostic {
        let raw = self.text().unwrap_or_default().trim();
        Diagnostic::error(code, self.place.clone(), message).raw(raw)
    }

    /// The text of a scalar.
    pub fn text(&self) -> Option<&str> {
        match &self.shape {
            Shape::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }
}

/// Parses a text; each syntax fault is pushed, and the entry that holds it is left out.
pub fn parse(file: &Arc<str>, text: &str, diagnostics: &mut Diagnostics) -> Document {
    let (mut remaining, mut lost, mut faults) = (text.to_owned(), Vec::new(), 0);
    loop {
        let mut found = Vec::new();
        let error = match tree(file, &remaining, &mut found) {
            Ok(root) => {
                found.into_iter().for_each(|diagnostic| diagnostics.push(diagnostic));
                return Document { root, lost };
            }
            Err(error) => error,
        };
        // Each fault is a reading of the whole file again.
        faults += 1;
        if faults > syntax::MOST {
            diagnostics.push(syntax::too_many(file, &error));
            return Document { root: None, lost };
        }
        let refusal = syntax::refusal(file, &remaining, &error);
        let entry = syntax::faulty_entry(&remaining, refusal.line);
        let spoilt = entry.iter().filter_map(|entry| Some(Cause::entry(entry.id.as_ref()?)));
        diagnostics.push(spoilt.fold(refusal.diagnostic, Diagnostic::spoils));
        let Some(entry) = entry else {
            return Document { root: None, lost };
        };
        lost.extend(entry.id);
        remaining = entry.rest;
    }
}

/// The root of the first document of a text.
fn tree(file: &Arc<str>, text: &str, found: &mut Vec<Diagnostic>) -> Result<Option<Node>, ScanError> {
    let mut builder = Builder {
        file,
        text: remark::Lines::of(text),
        found,
        open: Vec::new(),
        root: None,
        documents: 0,
    };
    for next in Parser::new_from_str(text) {
        let (event, span) = next?;
        builder.take(&event, &span);
    }
    Ok(builder.root)
}

/// A collection whose end was not seen yet.
struct Open {
    place: Place,
    kind: OpenKind,
}

enum OpenKind {
    List(Vec<Node>),
    Map {
        entries: Vec<(Placed<String>, Node)>,
        key: Option<Placed<String>>,
    },
}

struct Builder<'a> {
    file: &'a Arc<str>,
    text: remark::Lines<'a>,
    found: &'a mut Vec<Diagnostic>,
    open: Vec<Open>,
    root: Option<Node>,
    /// How many began.
    documents: usize,
}

impl Builder<'_> {
    fn take(&mut self, event: &Event<'_>, span: &Span) {
        let place = place(self.file, &span.start);
        let kind = match event {
            Event::SequenceStart(..) => OpenKind::List(Vec::new()),
            Event::MappingStart(..) => OpenKind::Map {
                entries: Vec::new(),
                key: None,
            },
            Event::SequenceEnd | Event::MappingEnd => return self.close(),
            Event::DocumentStart(..) => return self.document(place),
            Event::Scalar(text, style, ..) => {
                let shape = scalar(text, *style);
                if *style == ScalarStyle::DoubleQuoted {
                    self.found.extend(self.escaped(span));
                }
                if *style == ScalarStyle::Plain {
                    let lost = remark::lost(text, self.key(), &self.text, span.byte_range(), &place);
                    self.found.extend(lost);
                }
                return self.add(Node { shape, place });
            }
            Event::Alias(..) => {
                let fault = "Un renvoi YAML (« *nom ») tient la place d’une valeur ; il n’est pas lu.";
                self.found.push(
                    Diagnostic::error(ALIAS, place.clone(), fault)
                        .help("Recopiez la valeur, ou mettez-la entre guillemets si c’est un texte."),
                );
                let shape = Shape::Empty;
                return self.add(Node { shape, place });
            }
            _ => return,
        };
        self.open.push(Open { place, kind });
    }

    /// Tells the first document that would be dropped: what follows it is of no document that is read.
    fn document(&mut self, place: Place) {
        self.documents += 1;
        if self.documents == 2 {
            let fault = "Un second document commence ici (une ligne « --- ») ; seul le premier serait lu.";
            let help = "Retirez cette ligne, ou mettez ce qui la suit dans un autre fichier.";
            self.found.push(Diagnostic::error(SECOND, place, fault).help(help));
        }
    }

    /// The fault of an escape that writes what cannot be printed.
    fn escaped(&self, span: &Span) -> Option<Diagnostic> {
        let written = self.text.text.get(span.byte_range()?)?;
        characters::escaped(written, |offset| {
            let before = written.chars().take(offset);
            let (mut line, mut column) = (span.start.line(), span.start.col());
            for letter in before {
                (line, column) = match letter {
                    '\n' => (line + 1, 0),
                    _ => (line, column + 1),
                };
            }
            syntax::at(self.file, line, column)
        })
    }

    fn close(&mut self) {
        let Some(open) = self.open.pop() else { return };
        let shape = match open.kind {
            OpenKind::List(nodes) => Shape::List(nodes),
            OpenKind::Map { entries, .. } => Shape::Map(entries),
        };
        self.add(Node {
            shape,
            place: open.place,
        });
    }

    fn add(&mut self, node: Node) {
        match self.open.last_mut().map(|open| &mut open.kind) {
            None => {
                self.root.get_or_insert(node);
            }
            Some(OpenKind::List(nodes)) => nodes.push(node),
            Some(OpenKind::Map { entries, key }) => match key.take() {
                Some(key) => entries.push((key, node)),
                None => *key = Some(Placed::new(node.text().unwrap_or_default().to_owned(), node.place)),
            },
        }
    }

    /// The key whose value is being read.
    fn key(&self) -> Option<&Placed<String>> {
        match &self.open.last()?.kind {
            OpenKind::Map { key, .. } => key.as_ref(),
            OpenKind::List(_) => None,
        }
    }
}

fn scalar(text: &str, style: ScalarStyle) -> Shape {
    let quoted = style != ScalarStyle::Plain;
    if !quoted && matches!(text, "" | "~" | "null" | "Null" | "NULL") {
        return Shape::Empty;
    }
    Shape::Scalar {
        text: text.to_owned(),
        quoted,
    }
}

#[cfg(test)]
mod tests;
