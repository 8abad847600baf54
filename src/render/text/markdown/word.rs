//! What a Word file says of its words, as the events that Markdown gives: one walk makes the tree of both.

use super::events::Events;
use crate::load::{Element, PieceKind, Written};
use crate::model::CellAlignment;
use crate::render::text::expansion::Expanded;
use pulldown_cmark::{Alignment, CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd};
use std::ops::Range;

/// Each event and where it stands in the expanded text.
pub fn events<'a>(expanded: &Expanded, written: &Written) -> Events<'a> {
    let mut events: Vec<(Event<'a>, usize)> = Vec::new();
    let mut open: Vec<TagEnd> = Vec::new();
    let said = |range: &Range<usize>| {
        let range = expanded.position(range.start)..expanded.position(range.end);
        expanded.text.get(range).unwrap_or_default()
    };
    for piece in &written.pieces {
        let at = expanded.position(piece.at);
        let event = match &piece.kind {
            PieceKind::Open(element) => {
                let tag = tag(element);
                open.push(tag.to_end());
                Event::Start(tag)
            }
            PieceKind::Close => match open.pop() {
                Some(end) => Event::End(end),
                None => continue,
            },
            PieceKind::Words(range) => {
                let words = said(range);
                // Two pieces that follow each other are one text, as a call alone in its paragraph must be.
                if let Some((Event::Text(before), _)) = events.last_mut() {
                    *before = format!("{before}{words}").into();
                    continue;
                }
                Event::Text(owned(words))
            }
            PieceKind::Break => Event::HardBreak,
            PieceKind::Note(name) => Event::FootnoteReference(owned(name)),
            PieceKind::Rule => Event::Rule,
            PieceKind::Picture {
                name,
                alternative,
                caption,
            } => {
                let image = Tag::Image {
                    link_type: LinkType::Inline,
                    dest_url: owned(name),
                    title: owned(said(caption)),
                    id: CowStr::Borrowed(""),
                };
                events.push((Event::Start(image), at));
                events.push((Event::Text(owned(said(alternative))), at));
                Event::End(TagEnd::Image)
            }
        };
        events.push((event, at));
    }
    events.into_iter()
}

fn owned<'a>(text: &str) -> CowStr<'a> {
    CowStr::from(text.to_owned())
}

fn tag<'a>(element: &Element) -> Tag<'a> {
    match element {
        Element::Paragraph => Tag::Paragraph,
        // What is deeper than Markdown goes is refused as what is as deep.
        Element::Heading(level) => Tag::Heading {
            level: HeadingLevel::try_from(usize::from(*level)).unwrap_or(HeadingLevel::H6),
            id: None,
            classes: Vec::new(),
            attrs: Vec::new(),
        },
        Element::Quote => Tag::BlockQuote(None),
        Element::List(start) => Tag::List(*start),
        Element::Item => Tag::Item,
        Element::Table(alignments) => Tag::Table(alignments.iter().copied().map(aligned).collect()),
        Element::Row => Tag::TableRow,
        Element::Cell => Tag::TableCell,
        Element::Strong => Tag::Strong,
        Element::Emphasis => Tag::Emphasis,
        Element::Link(address) => Tag::Link {
            link_type: LinkType::Inline,
            dest_url: owned(address),
            title: CowStr::Borrowed(""),
            id: CowStr::Borrowed(""),
        },
        Element::Note(name) => Tag::FootnoteDefinition(owned(name)),
    }
}

fn aligned(alignment: CellAlignment) -> Alignment {
    match alignment {
        CellAlignment::Unsaid => Alignment::None,
        CellAlignment::Start => Alignment::Left,
        CellAlignment::Centre => Alignment::Center,
        CellAlignment::End => Alignment::Right,
    }
}
