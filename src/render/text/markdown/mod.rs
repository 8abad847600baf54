//! Markdown becomes calls of Typst elements, line by line; what a report cannot show is refused at its place.
//!
//! Raw HTML and images are refused, comments (`<!-- … -->`) are left out, headings keep their order.

mod elements;
mod refusals;

use super::anchor::Anchor;
use super::events::{Events, end_of, events, notes};
use super::expansion::Expanded;
use super::writer::Writer;
use crate::diagnostic::Diagnostics;
use crate::french;
use pulldown_cmark::{Event, Tag, TagEnd};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Whether a text may have headings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Headings {
    Allowed,
    Refused,
}

/// A text as a Typst file, and for each of its lines the line of the author’s file.
pub struct Prose {
    pub code: String,
    pub lines: Vec<u32>,
}

struct Walk<'a> {
    events: Events<'a>,
    /// Label of a footnote → its events, without their frame.
    notes: BTreeMap<String, Range<usize>>,
    called: BTreeSet<String>,
    /// How many footnotes enclose what is being written.
    depth_in_notes: usize,
    level: usize,
    headings: Headings,
    name: &'a str,
    expanded: &'a Expanded,
    anchor: &'a Anchor,
    writer: Writer,
    diagnostics: &'a mut Diagnostics,
}

/// The Typst file of a text; `name` makes the labels of its footnotes unlike those of any other text.
pub fn typst(
    name: &str,
    expanded: &Expanded,
    headings: Headings,
    anchor: &Anchor,
    diagnostics: &mut Diagnostics,
) -> Prose {
    let events = events(&expanded.text);
    let notes = notes(&events);
    let mut walk = Walk {
        notes,
        called: BTreeSet::new(),
        depth_in_notes: 0,
        level: 0,
        headings,
        name,
        expanded,
        anchor,
        writer: Writer {
            line: 1,
            ..Writer::default()
        },
        diagnostics,
        events,
    };
    walk.writer.put("#{");
    walk.write(0..walk.events.len());
    walk.writer.put("}");
    walk.refuse_uncalled_notes();
    Prose {
        code: walk.writer.code,
        lines: walk.writer.lines,
    }
}

impl Walk<'_> {
    fn write(&mut self, range: Range<usize>) {
        let mut index = range.start;
        while index < range.end {
            let (event, place) = self.events[index].clone();
            self.writer.line = self.anchor.line(self.expanded.source(place.start));
            index = match event {
                Event::Start(tag) => self.start(tag, index, place.start, range.start),
                Event::End(tag) => {
                    self.end(tag);
                    index + 1
                }
                event => {
                    self.inline(event, place.start);
                    index + 1
                }
            };
        }
    }

    /// Opens an element, or writes it whole; the index of the event to go on with.
    fn start(&mut self, tag: Tag<'_>, index: usize, offset: usize, first: usize) -> usize {
        match tag {
            Tag::Paragraph if self.depth_in_notes > 0 && index == first => {}
            Tag::Paragraph if self.depth_in_notes > 0 => self.writer.put("parbreak()"),
            Tag::Paragraph => self.writer.put("par({"),
            Tag::Heading { level, .. } => self.heading(level, offset),
            Tag::BlockQuote(_) => self.writer.put("quote(block: true, {"),
            Tag::List(number) => self.list(number, index),
            Tag::Item | Tag::TableCell => self.writer.put("{ []"),
            Tag::Table(alignments) => self.table(&alignments),
            Tag::TableHead => self.writer.put("table.header("),
            Tag::Emphasis => self.writer.put("emph({"),
            Tag::Strong => self.writer.put("strong({"),
            Tag::Link { dest_url, .. } => self.link(&dest_url, offset),
            Tag::CodeBlock(_) => return self.code_block(index),
            Tag::Image { .. } => return self.refuse_image(index, offset),
            Tag::HtmlBlock => return self.html_block(index, offset),
            Tag::FootnoteDefinition(_) => return end_of(&self.events, index) + 1,
            // Not enabled, or without any mark of its own.
            _ => {}
        }
        index + 1
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph if self.depth_in_notes > 0 => {}
            TagEnd::Item | TagEnd::TableCell => self.writer.put("},"),
            TagEnd::TableHead => self.writer.put("),"),
            TagEnd::Table | TagEnd::List(_) => self.writer.put(")"),
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::BlockQuote(_)
            | TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Link => self.writer.put("})"),
            _ => {}
        }
    }

    fn inline(&mut self, event: Event<'_>, offset: usize) {
        match event {
            Event::Text(text) => {
                let text = french::punctuate(&self.expanded.restore(&text));
                self.writer.text(&text);
            }
            Event::Code(text) => {
                let text = self.expanded.restore(&text);
                self.writer.call_with_text("raw(", &text, ")");
            }
            Event::HardBreak => self.writer.put("linebreak()"),
            Event::Rule => self.writer.put("pdf.artifact(line(length: 100%, stroke: 0.5pt))"),
            Event::InlineHtml(html) | Event::Html(html) => self.html(&html, offset),
            Event::FootnoteReference(label) => self.note(&label),
            _ => {}
        }
    }
}
