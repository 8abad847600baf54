//! The one walk over a text, in Markdown or in Word: it becomes a tree, and what a report cannot show is refused at its place.
//!
//! Raw HTML is refused, pictures stand between two paragraphs, comments (`<!-- … -->`) are left out, headings keep their order. It writes nothing.

mod bullets;
mod elements;
mod events;
mod losses;
mod picture;
mod refusals;
mod word;

use super::expansion::Expanded;
use super::origin::TextOrigin;
use super::pictures::Pictures;
use crate::diagnostic::{Diagnostics, Place};
use crate::french;
use crate::model::{Block, BlockKind, Prose, Span, SpanKind};
use events::{Events, events};
use losses::{Loss, Losses};
use pulldown_cmark::{CodeBlockKind, Event, Tag};
use std::collections::{BTreeMap, BTreeSet};

/// What a text may hold beside its sentences, lists and tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
    /// A part of the report: headings and pictures.
    Part,
    /// An act of the assembly: headings, no picture.
    Act,
    /// A comment, a field: neither.
    Remark,
}

struct Walk<'a> {
    events: Events<'a>,
    /// How many elements enclose what is being read.
    depth: usize,
    /// The level of the last heading.
    level: usize,
    kind: TextKind,
    pictures: &'a Pictures,
    notes: BTreeMap<String, Vec<Block>>,
    /// Where each note is written.
    written: BTreeMap<String, usize>,
    called: BTreeSet<String>,
    losses: Losses,
    expanded: &'a Expanded,
    origin: &'a TextOrigin,
    diagnostics: &'a mut Diagnostics,
}

/// The tree of a text; `name` makes it unlike any other text.
pub fn prose(
    name: &str,
    expanded: &Expanded,
    kind: TextKind,
    pictures: &Pictures,
    origin: &TextOrigin,
    diagnostics: &mut Diagnostics,
) -> Prose {
    let text = bullets::dashed(&expanded.text);
    let written = match origin {
        TextOrigin::Word { written, .. } => Some(&**written),
        _ => None,
    };
    let mut walk = Walk {
        events: match written {
            Some(written) => word::events(expanded, written),
            None => events(&text),
        },
        depth: 0,
        level: 0,
        kind,
        pictures,
        notes: BTreeMap::new(),
        written: BTreeMap::new(),
        called: BTreeSet::new(),
        losses: Losses::new(),
        expanded,
        origin,
        diagnostics,
    };
    let blocks = walk.blocks(0).blocks;
    walk.refuse_too_many_notes();
    walk.refuse_uncalled_notes();
    if written.is_none() {
        walk.check_headings();
    }
    walk.tell_losses();
    Prose {
        name: name.to_owned(),
        blocks,
        notes: walk.notes,
    }
}

/// What an element that encloses blocks holds.
#[derive(Default)]
struct Inside {
    blocks: Vec<Block>,
    /// Some of its words are a paragraph of their own: they were not written in a tight list.
    paragraphs: bool,
}

impl<'a> Walk<'a> {
    /// The blocks up to the end of the element that begins at `offset`; words that stand in none make a paragraph.
    fn blocks(&mut self, offset: usize) -> Inside {
        let mut inside = Inside::default();
        let mut loose = Vec::new();
        if !self.enter(offset) {
            return inside;
        }
        while let Some((event, offset)) = self.next() {
            inside.paragraphs |= event == Event::Start(Tag::Paragraph);
            match self.block(event, offset) {
                Err(inline) => loose.extend(self.span(inline, offset)),
                Ok(kind) => {
                    self.refuse_endless(loose.len(), offset);
                    inside.blocks.extend(paragraph(&mut loose));
                    let place = self.place(offset);
                    inside.blocks.extend(kind.map(|kind| Block { place, kind }));
                }
            }
        }
        self.refuse_endless(loose.len(), offset);
        inside.blocks.extend(paragraph(&mut loose));
        self.depth -= 1;
        inside
    }

    /// The spans up to the end of the element that begins at `begins`.
    fn spans(&mut self, begins: usize) -> Vec<Span> {
        let mut spans = Vec::new();
        if !self.enter(begins) {
            return spans;
        }
        while let Some((event, offset)) = self.next() {
            spans.extend(self.span(event, offset));
        }
        self.refuse_endless(spans.len(), begins);
        self.depth -= 1;
        spans
    }

    /// The next event of the element being read; none at its end.
    fn next(&mut self) -> Option<(Event<'a>, usize)> {
        self.events.next().filter(|(event, _)| !matches!(event, Event::End(_)))
    }

    /// What a block is, none where it was refused or is kept elsewhere; the event itself where it begins no block.
    fn block(&mut self, event: Event<'a>, offset: usize) -> Result<Option<BlockKind>, Event<'a>> {
        Ok(match event {
            Event::Start(Tag::Paragraph) => match self.picture(offset) {
                Some(picture) => picture.map(BlockKind::Picture),
                None => Some(BlockKind::Paragraph(self.spans(offset))),
            },
            Event::Start(Tag::Heading { level, .. }) => Some(self.heading(level as u8, offset)),
            Event::Start(Tag::BlockQuote(_)) => Some(BlockKind::Quote(self.blocks(offset).blocks)),
            Event::Start(Tag::List(start)) => Some(self.list(start)),
            Event::Start(Tag::Table(alignments)) => Some(self.table(&alignments, offset)),
            Event::Start(Tag::CodeBlock(kind)) => {
                if kind == CodeBlockKind::Indented {
                    self.lose(Loss::Indented, offset);
                }
                let text = self.raw();
                let text = self.expanded.restore(&text);
                Some(BlockKind::Code(text.trim_end_matches('\n').to_owned()))
            }
            Event::Rule => Some(BlockKind::Rule),
            Event::Start(Tag::HtmlBlock) => {
                let html = self.raw();
                self.refuse_html(html.trim(), offset);
                None
            }
            Event::Start(Tag::FootnoteDefinition(label)) => {
                let blocks = self.blocks(offset).blocks;
                if self.written.insert(label.to_string(), offset).is_some() {
                    self.refuse_second_note(&label, offset);
                }
                self.notes.insert(label.to_string(), blocks);
                None
            }
            inline => return Err(inline),
        })
    }

    /// What a span is; none where it was refused.
    fn span(&mut self, event: Event<'a>, offset: usize) -> Option<Span> {
        let kind = match event {
            Event::Text(text) => {
                if self.expanded.shows_picture(&text) {
                    self.refuse_picture_in_sentence(offset, "{{ graphique(");
                }
                SpanKind::Text(french::punctuate(&self.expanded.restore(&text)))
            }
            Event::Code(text) => SpanKind::Code(self.expanded.restore(&text)),
            Event::HardBreak => SpanKind::Break,
            Event::Start(Tag::Emphasis) => SpanKind::Emphasis(self.spans(offset)),
            Event::Start(Tag::Strong) => SpanKind::Strong(self.spans(offset)),
            Event::Start(Tag::Link { dest_url, .. }) => self.link(&dest_url, offset),
            Event::FootnoteReference(label) => {
                self.called.insert(label.to_string());
                SpanKind::Note(label.to_string())
            }
            Event::InlineHtml(html) | Event::Html(html) => {
                self.refuse_html(&html, offset);
                return None;
            }
            Event::Start(Tag::Image { .. }) => {
                self.refuse_picture_in_sentence(offset, "![");
                self.raw();
                return None;
            }
            // Not enabled.
            _ => return None,
        };
        let place = self.place(offset);
        Some(Span { place, kind })
    }

    /// The texts up to the end of the element being read, as they stand.
    fn raw(&mut self) -> String {
        let mut raw = String::new();
        let mut open = 1_usize;
        while open > 0
            && let Some((event, _)) = self.events.next()
        {
            match event {
                Event::Text(text) | Event::Html(text) => raw.push_str(&text),
                Event::Start(_) => open += 1,
                Event::End(_) => open -= 1,
                _ => {}
            }
        }
        raw
    }

    /// The next gesture, as it is made in Markdown or in Word.
    fn gesture<'t>(&self, markdown: &'t str, word: &'t str) -> &'t str {
        match self.origin {
            TextOrigin::Word { .. } => word,
            _ => markdown,
        }
    }

    /// The place in the author’s file of an offset in the expanded text.
    fn place(&self, offset: usize) -> Place {
        self.origin.place(self.expanded.source(offset))
    }
}

fn paragraph(spans: &mut Vec<Span>) -> Option<Block> {
    let spans = std::mem::take(spans);
    let place = spans.first()?.place.clone();
    let kind = BlockKind::Paragraph(spans);
    Some(Block { place, kind })
}
