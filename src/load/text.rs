//! A text of the author as it was read: its words, and where each line of them stands.
//!
//! Markdown says by signs of its words what is a title or a list; a Word file says it beside them, by [`Piece`]s. Nothing here
//! gives them a meaning: who makes the tree of a text walks through both the same way.

use crate::diagnostic::Place;
use crate::model::CellAlignment;
use std::ops::Range;
use std::sync::Arc;

/// A narrative text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    pub place: Place,
    /// The Markdown of a text; the words of a Word file, laid out as Markdown lays them, without its signs of emphasis.
    pub words: Arc<str>,
    /// What a Word file says of these words; none for Markdown.
    pub written: Option<Arc<Written>>,
}

/// What a Word file says of its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Where each paragraph begins among the words, and its place; in their order.
    pub paragraphs: Vec<(usize, Place)>,
    /// In the order of the words; notes come after all that calls them.
    pub pieces: Vec<Piece>,
}

/// What stands at an offset of the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub at: usize,
    pub kind: PieceKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PieceKind {
    Open(Element),
    /// The end of the last element that is open.
    Close,
    Words(Range<usize>),
    /// The line ends here.
    Break,
    /// The call of a note, by its name.
    Note(String),
    /// An image that the file holds, by the name that [`Inputs::pictures`](super::Inputs) has it under.
    Picture {
        name: String,
        alternative: Range<usize>,
        /// Empty where it has none.
        caption: Range<usize>,
    },
    /// A line between two blocks.
    Rule,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Element {
    Paragraph,
    Heading(u8),
    Quote,
    /// The number of its first item; none where items have no number.
    List(Option<u64>),
    Item,
    /// One a column.
    Table(Vec<CellAlignment>),
    Row,
    Cell,
    Strong,
    Emphasis,
    Link(String),
    /// What a note says, by its name.
    Note(String),
}

impl Text {
    /// A text in Markdown.
    pub fn markdown(place: Place, words: impl Into<Arc<str>>) -> Self {
        Text {
            place,
            words: words.into(),
            written: None,
        }
    }

    /// Each line of the words, and where it was written.
    pub fn lines(&self) -> impl Iterator<Item = (&str, Place)> {
        let mut offset = 0;
        self.words.split_inclusive('\n').zip(1..).map(move |(line, number)| {
            let place = match &self.written {
                Some(written) => written.place(offset).unwrap_or_else(|| self.place.clone()),
                None => Place::line(self.place.file.clone(), number, 1),
            };
            offset += line.len();
            (line.trim_end_matches(['\n', '\r']), place)
        })
    }
}

impl Written {
    /// The place of the paragraph that an offset of the words is in; none before the first.
    pub fn place(&self, offset: usize) -> Option<Place> {
        let after = self.paragraphs.partition_point(|(start, _)| *start <= offset);
        let (_, place) = self.paragraphs.get(after.saturating_sub(1))?;
        Some(place.clone())
    }
}
