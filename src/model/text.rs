//! A text as a tree: its blocks, the spans in them, its notes, and where the author wrote each.
//!
//! Who reads a text (from Markdown) makes it, who writes a file (Typst, a word processor) walks it: neither knows the
//! other. It holds words only, their values put in and their typography French; no markup of any file.

use crate::diagnostic::Place;
use std::collections::BTreeMap;

/// A whole text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    /// Unlike that of any other text of the project: `edito`, `commentaire-elec-batiments`.
    pub name: String,
    pub blocks: Vec<Block>,
    /// What each note says, by the name that [`SpanKind::Note`] calls.
    pub notes: BTreeMap<String, Vec<Block>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it begins.
    pub place: Place,
    pub kind: BlockKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockKind {
    Heading {
        /// From 1, and no level is skipped.
        level: u8,
        spans: Vec<Span>,
    },
    Paragraph(Vec<Span>),
    Quote(Vec<Block>),
    List {
        /// The number of its first item; none where items have no number.
        start: Option<u64>,
        /// Its items were written without empty lines between them.
        tight: bool,
        items: Vec<ListItem>,
    },
    Table {
        /// One a column.
        alignments: Vec<CellAlignment>,
        /// The first row is the header.
        rows: Vec<TableRow>,
    },
    /// Lines to be shown as they are.
    Code(String),
    /// A line between two blocks.
    Rule,
    Picture(Picture),
}

/// A chart of the report or an image of the project, between two blocks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// Where it stands in the folder of the pages: `graphiques/elec.svg`, `images/place.jpg`.
    pub path: String,
    /// What it shows, for who does not see it; never empty in a text.
    pub alternative: String,
    /// What is said under it; empty where nothing is.
    pub caption: String,
    /// Its width on the page, in tenths of a millimetre.
    pub width: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListItem {
    pub place: Place,
    pub blocks: Vec<Block>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    pub place: Place,
    pub cells: Vec<Vec<Span>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellAlignment {
    Unsaid,
    Start,
    Centre,
    End,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Where it begins.
    pub place: Place,
    pub kind: SpanKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SpanKind {
    Text(String),
    /// Words to be shown as they are.
    Code(String),
    /// The line ends here.
    Break,
    Strong(Vec<Span>),
    Emphasis(Vec<Span>),
    Link {
        to: LinkTarget,
        spans: Vec<Span>,
    },
    /// The call of a note of [`Prose::notes`].
    Note(String),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkTarget {
    /// `https://…`, `mailto:…`, `tel:…`.
    Address(String),
    /// A place of the document, by the name that [`Anchor`](super::Anchor) gives it.
    Anchor(String),
}

impl Span {
    /// The words of a line alone, without voice, links nor notes.
    pub fn words(spans: &[Span]) -> String {
        let words = |span: &Span| match &span.kind {
            SpanKind::Text(text) | SpanKind::Code(text) => text.clone(),
            SpanKind::Break => " ".to_owned(),
            SpanKind::Strong(spans) | SpanKind::Emphasis(spans) | SpanKind::Link { spans, .. } => Span::words(spans),
            SpanKind::Note(_) => String::new(),
        };
        spans.iter().map(words).collect()
    }
}

impl Prose {
    /// The words of each of its lines, those of its notes and pictures too, without what is shown as code.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for blocks in std::iter::once(&self.blocks).chain(self.notes.values()) {
            gather(blocks, &mut lines);
        }
        lines
    }
}

fn gather(blocks: &[Block], lines: &mut Vec<String>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Heading { spans, .. } | BlockKind::Paragraph(spans) => lines.push(Span::words(spans)),
            BlockKind::Quote(blocks) => gather(blocks, lines),
            BlockKind::List { items, .. } => items.iter().for_each(|item| gather(&item.blocks, lines)),
            BlockKind::Table { rows, .. } => {
                let cells = rows.iter().flat_map(|row| &row.cells);
                lines.extend(cells.map(|cell| Span::words(cell)));
            }
            BlockKind::Picture(picture) => lines.extend([picture.alternative.clone(), picture.caption.clone()]),
            BlockKind::Code(_) | BlockKind::Rule => {}
        }
    }
}
