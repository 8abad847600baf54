//! The blocks of a Word file as they are read, before they are laid out as a text.

use crate::diagnostic::Place;
use crate::model::CellAlignment;
use std::sync::Arc;

#[derive(Clone, Debug)]
pub(super) enum Block {
    Paragraph(Paragraph),
    Table(Vec<Vec<Cell>>),
}

#[derive(Clone, Debug)]
pub(super) struct Paragraph {
    pub place: Place,
    pub kind: ParagraphKind,
    pub runs: Vec<Run>,
    /// It does not begin at the margin.
    pub is_apart: bool,
    pub alignment: CellAlignment,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ParagraphKind {
    Heading(u8),
    Quote,
    Caption,
    Item(Item),
    /// A line between two blocks.
    Rule,
    Plain,
}

/// An item of a list: which, how deep, and the number that the list begins by, where it has numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    pub list: String,
    pub level: usize,
    pub start: Option<u64>,
    /// A paragraph more of the item before.
    pub goes_on: bool,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Cell {
    pub paragraphs: Vec<Paragraph>,
}

/// Words of one voice, or what stands among them.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub what: What,
    pub voice: Voice,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Voice {
    pub strong: bool,
    pub emphasis: bool,
    pub link: Option<Arc<str>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    Text(String),
    Break,
    /// The call of a note, by its name.
    Note(String),
    Picture {
        name: String,
        alternative: String,
        /// It stands beside the text, and not in its line.
        floats: bool,
    },
}

impl Paragraph {
    /// Its words alone.
    pub fn words(&self) -> String {
        words(&self.runs)
    }

    /// Whether it is the caption of an image: words alone, which a link or a note would be lost in.
    pub fn is_caption(&self) -> bool {
        let is_text = |run: &Run| matches!(run.what, What::Text(_)) && run.voice.link.is_none();
        self.kind == ParagraphKind::Caption && self.runs.iter().all(is_text)
    }

    /// Whether it shows pictures, and says nothing.
    pub fn is_picture(&self) -> bool {
        let mut runs = self.runs.iter();
        let shows = runs.any(|run| matches!(run.what, What::Picture { .. }));
        shows && self.words().trim().is_empty() && !self.runs.iter().any(|run| matches!(run.what, What::Note(_)))
    }
}

/// The words of runs, notes and pictures apart.
pub(super) fn words(runs: &[Run]) -> String {
    let words = runs.iter().map(|run| match &run.what {
        What::Text(text) => text.as_str(),
        What::Break => " ",
        What::Note(_) | What::Picture { .. } => "",
    });
    words.collect()
}
