//! The blocks of a Word file laid out as one text: words a line a paragraph, and the pieces that say what each is.

use super::calls::whole;
use super::noun::{Block, Paragraph, ParagraphKind, Run, Voice, What};
use crate::load::text::{Element, Piece, PieceKind, Written};
use std::collections::BTreeMap;
use std::ops::Range;

/// A text that is being laid out.
#[derive(Debug, Default)]
pub(super) struct Layout {
    pub words: String,
    pub written: Written,
    /// The number that the next item of each level of a list bears.
    pub next: BTreeMap<(String, usize), u64>,
}

impl Layout {
    /// Blocks one under another.
    pub fn blocks(&mut self, blocks: &[Block]) {
        let mut rest = blocks;
        while let Some((block, after)) = rest.split_first() {
            rest = after;
            match block {
                Block::Table(rows) => self.table(rows),
                Block::Paragraph(paragraph) => match &paragraph.kind {
                    ParagraphKind::Heading(level) if !paragraph.runs.is_empty() => self.heading(*level, paragraph),
                    ParagraphKind::Rule => self.put(PieceKind::Rule),
                    ParagraphKind::Item(_) | ParagraphKind::Quote => {
                        let alike = |kind: &ParagraphKind| match (&paragraph.kind, kind) {
                            (ParagraphKind::Item(_), ParagraphKind::Item(_)) => true,
                            (one, other) => one == other,
                        };
                        let group = std::iter::once(paragraph).chain(after.iter().map_while(|block| match block {
                            Block::Paragraph(next) if alike(&next.kind) => Some(next),
                            _ => None,
                        }));
                        let group: Vec<&Paragraph> = group.collect();
                        rest = &after[group.len() - 1..];
                        match paragraph.kind {
                            ParagraphKind::Quote => self.quote(&group),
                            _ => self.lists(&group),
                        }
                    }
                    _ if paragraph.is_picture() => {
                        let caption = match after.first() {
                            Some(Block::Paragraph(next)) if next.is_caption() => Some(next),
                            _ => None,
                        };
                        rest = &after[usize::from(caption.is_some())..];
                        self.pictures(paragraph, caption, |_| true);
                    }
                    _ => self.paragraph(paragraph),
                },
            }
        }
    }

    /// What a note says.
    pub fn note(&mut self, name: &str, blocks: &[Block]) {
        self.part();
        self.words.push_str(&format!("[^{name}]:"));
        self.put(PieceKind::Open(Element::Note(name.to_owned())));
        self.blocks(blocks);
        self.put(PieceKind::Close);
    }

    pub(super) fn put(&mut self, kind: PieceKind) {
        let at = self.words.len();
        self.written.pieces.push(Piece { at, kind });
    }

    pub(super) fn open(&mut self, element: Element) {
        self.put(PieceKind::Open(element));
    }

    pub(super) fn close(&mut self) {
        self.put(PieceKind::Close);
    }

    /// An empty line between two blocks.
    pub(super) fn part(&mut self) {
        if !self.words.is_empty() {
            self.words.push_str("\n\n");
        }
    }

    /// Says that a paragraph begins here.
    pub(super) fn begin(&mut self, paragraph: &Paragraph) {
        let start = (self.words.len(), paragraph.place.clone());
        self.written.paragraphs.push(start);
    }

    fn heading(&mut self, level: u8, paragraph: &Paragraph) {
        self.part();
        self.begin(paragraph);
        self.words.push_str(&"#".repeat(usize::from(level)));
        self.words.push(' ');
        self.open(Element::Heading(level));
        self.runs(&paragraph.runs);
        self.close();
    }

    /// A paragraph; images beside the text stand before it, as Word shows them or nearly.
    pub(super) fn paragraph(&mut self, paragraph: &Paragraph) {
        let floats = |run: &Run| matches!(run.what, What::Picture { floats: true, .. });
        self.pictures(paragraph, None, floats);
        let runs: Vec<Run> = paragraph.runs.iter().filter(|run| !floats(run)).cloned().collect();
        let says =
            |run: &Run| !matches!(&run.what, What::Text(text) if text.trim().is_empty()) && run.what != What::Break;
        if runs.iter().any(says) {
            self.part();
            self.begin(paragraph);
            self.open(Element::Paragraph);
            self.runs(&runs);
            self.close();
        }
    }

    /// Each image of a paragraph that is to stand alone; the last has the caption.
    fn pictures(&mut self, paragraph: &Paragraph, caption: Option<&Paragraph>, alone: impl Fn(&Run) -> bool) {
        let shown: Vec<&What> = paragraph
            .runs
            .iter()
            .filter(|run| alone(run))
            .map(|run| &run.what)
            .collect();
        let last = shown.iter().rposition(|what| matches!(what, What::Picture { .. }));
        for (rank, what) in shown.into_iter().enumerate() {
            let What::Picture { name, alternative, .. } = what else {
                continue;
            };
            self.part();
            self.begin(paragraph);
            self.open(Element::Paragraph);
            let at = self.words.len();
            // What an image says is looked at as any words of the text are, and may call values; one that says nothing is there too.
            self.words.push_str("![");
            let alternative = self.typed(alternative);
            self.words.push_str(&format!("]({name})"));
            let caption = match caption.filter(|_| last == Some(rank)) {
                None => 0..0,
                Some(caption) => {
                    self.words.push('\n');
                    self.begin(caption);
                    self.typed(caption.words().trim())
                }
            };
            let kind = PieceKind::Picture {
                name: name.clone(),
                alternative,
                caption,
            };
            self.written.pieces.push(Piece { at, kind });
            self.close();
        }
    }

    /// Writes words that no piece says, and where.
    fn typed(&mut self, text: &str) -> Range<usize> {
        let start = self.words.len();
        self.words.push_str(text);
        start..self.words.len()
    }

    fn quote(&mut self, group: &[&Paragraph]) {
        self.open(Element::Quote);
        group.iter().for_each(|paragraph| self.paragraph(paragraph));
        self.close();
    }

    pub(super) fn words(&mut self, text: &str) {
        let range = self.typed(text);
        let at = range.start;
        self.written.pieces.push(Piece {
            at,
            kind: PieceKind::Words(range),
        });
    }

    pub(super) fn runs(&mut self, runs: &[Run]) {
        let runs = whole(runs);
        let mut rest = runs.as_slice();
        // Runs of one voice are in one element; a link holds what it is made of.
        while let Some(first) = rest.first() {
            let link = first.voice.link.clone();
            let alike = rest.iter().take_while(|run| run.voice.link == link).count();
            let (linked, after) = rest.split_at(alike);
            rest = after;
            if let Some(link) = &link {
                self.open(Element::Link(link.to_string()));
            }
            self.voices(linked);
            if link.is_some() {
                self.close();
            }
        }
    }

    fn voices(&mut self, runs: &[Run]) {
        let mut rest = runs;
        while let Some(first) = rest.first() {
            let Voice { strong, emphasis, .. } = first.voice;
            let alike = |run: &&Run| (run.voice.strong, run.voice.emphasis) == (strong, emphasis);
            let (same, after) = rest.split_at(rest.iter().take_while(alike).count());
            rest = after;
            let elements = [(strong, Element::Strong), (emphasis, Element::Emphasis)];
            let opened = elements
                .into_iter()
                .filter(|(is, _)| *is)
                .map(|(_, element)| self.open(element))
                .count();
            same.iter().for_each(|run| self.what(&run.what));
            (0..opened).for_each(|_| self.close());
        }
    }

    fn what(&mut self, what: &What) {
        match what {
            What::Text(text) => self.words(text),
            What::Break => {
                self.put(PieceKind::Break);
                self.words.push(' ');
            }
            What::Note(name) => self.put(PieceKind::Note(name.clone())),
            // In a sentence: it is refused.
            What::Picture { name, .. } => self.put(PieceKind::Picture {
                name: name.clone(),
                alternative: 0..0,
                caption: 0..0,
            }),
        }
    }
}
