//! The same Markdown as plain blocks, for a file that Typst does not make.
//!
//! What a report cannot show was refused while it was made into Typst: it is left out here without a word.

use super::events::{end_of, events, notes};
use super::expansion::Expanded;
use crate::french;
use pulldown_cmark::{Event, Tag, TagEnd};

/// A block of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Heading {
        level: u8,
        spans: Vec<Span>,
    },
    Paragraph(Vec<Span>),
    /// An item of a list, how deep it stands (from 0), and its number in an ordered one.
    Item {
        depth: usize,
        number: Option<u64>,
        spans: Vec<Span>,
    },
    Quote(Vec<Span>),
    /// The first row is the header.
    Table(Vec<Vec<Vec<Span>>>),
}

/// Words of one voice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Span {
    pub text: String,
    pub strong: bool,
    pub emphasis: bool,
}

/// Where the words being read belong.
#[derive(Default)]
struct Reading {
    blocks: Vec<Block>,
    spans: Vec<Span>,
    strong: usize,
    emphasis: usize,
    quotes: usize,
    /// The lists that enclose what is being read: the next number of each, none where it is not ordered.
    lists: Vec<Option<u64>>,
    /// The number of the item being read, until its first words are written.
    item: Option<Option<u64>>,
    rows: Vec<Vec<Vec<Span>>>,
}

/// The blocks of a text, its values put in and its typography French.
pub fn blocks(expanded: &Expanded) -> Vec<Block> {
    let events = events(&expanded.text);
    let notes = notes(&events);
    let mut reading = Reading::default();
    let mut index = 0;
    while index < events.len() {
        match &events[index].0 {
            Event::Start(Tag::FootnoteDefinition(_) | Tag::HtmlBlock | Tag::Image { .. }) => {
                index = end_of(&events, index)
            }
            Event::Start(tag) => reading.start(tag),
            Event::End(tag) => reading.end(*tag),
            Event::Text(text) | Event::Code(text) => reading.text(&french::punctuate(&expanded.restore(text))),
            Event::HardBreak => reading.text("\n"),
            Event::FootnoteReference(label) => {
                // A note stands between brackets where it is called.
                let inside = notes.get(&**label).cloned().unwrap_or_default();
                let words = events[inside].iter().filter_map(|(event, _)| match event {
                    Event::Text(text) | Event::Code(text) => Some(expanded.restore(text)),
                    _ => None,
                });
                reading.text(&french::punctuate(&format!(" [{}]", words.collect::<String>())));
            }
            _ => {}
        }
        index += 1;
    }
    reading.blocks
}

impl Reading {
    fn text(&mut self, text: &str) {
        self.spans.push(Span {
            text: text.to_owned(),
            strong: self.strong > 0,
            emphasis: self.emphasis > 0,
        });
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Strong => self.strong += 1,
            Tag::Emphasis => self.emphasis += 1,
            Tag::BlockQuote(_) => self.quotes += 1,
            Tag::List(number) => {
                // The words of the item that opens the list come before it.
                self.close();
                self.lists.push(*number);
            }
            Tag::Item => {
                let number = self.lists.last_mut().and_then(|number| {
                    let this = *number;
                    *number = this.map(|this| this + 1);
                    this
                });
                self.item = Some(number);
            }
            Tag::TableHead | Tag::TableRow => self.rows.push(Vec::new()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.strong -= 1,
            TagEnd::Emphasis => self.emphasis -= 1,
            TagEnd::Paragraph | TagEnd::Item | TagEnd::CodeBlock => self.close(),
            TagEnd::BlockQuote(_) => self.quotes -= 1,
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::Heading(level) => {
                let spans = std::mem::take(&mut self.spans);
                self.blocks.push(Block::Heading {
                    level: level as u8,
                    spans,
                });
            }
            TagEnd::TableCell => {
                let cell = std::mem::take(&mut self.spans);
                if let Some(row) = self.rows.last_mut() {
                    row.push(cell);
                }
            }
            TagEnd::Table => self.blocks.push(Block::Table(std::mem::take(&mut self.rows))),
            _ => {}
        }
    }

    /// Makes a block of the words read so far; the second paragraph of an item is a paragraph.
    fn close(&mut self) {
        let spans = std::mem::take(&mut self.spans);
        if spans.is_empty() {
            return;
        }
        let depth = self.lists.len().saturating_sub(1);
        self.blocks.push(match self.item.take() {
            Some(number) => Block::Item { depth, number, spans },
            None if self.quotes > 0 => Block::Quote(spans),
            None => Block::Paragraph(spans),
        });
    }
}
