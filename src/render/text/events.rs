//! A Markdown text as a flat list of events, ready to be walked through more than once.
//!
//! Holds the options of the Markdown we read: tables and footnotes, and no typography (that is `french`).

use pulldown_cmark::{Event, Options, Parser, Tag};
use std::collections::BTreeMap;
use std::ops::Range;

/// Each event and its extent in the text.
pub type Events<'a> = Vec<(Event<'a>, Range<usize>)>;

/// The events of a text, soft breaks made spaces and neighbouring texts made one.
pub fn events(text: &str) -> Events<'_> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    let mut merged: Events<'_> = Vec::new();
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        let event = if event == Event::SoftBreak {
            Event::Text(" ".into())
        } else {
            event
        };
        match (merged.last_mut(), event) {
            (Some((Event::Text(before), extent)), Event::Text(after)) => {
                *before = format!("{before}{after}").into();
                extent.end = range.end;
            }
            (_, event) => merged.push((event, range)),
        }
    }
    merged
}

/// Where each footnote is defined.
pub fn notes(events: &Events<'_>) -> BTreeMap<String, Range<usize>> {
    let mut notes = BTreeMap::new();
    for (index, (event, _)) in events.iter().enumerate() {
        if let Event::Start(Tag::FootnoteDefinition(label)) = event {
            notes.insert(label.to_string(), index + 1..end_of(events, index));
        }
    }
    notes
}

/// The index of the event that ends what begins at an index.
pub fn end_of(events: &Events<'_>, start: usize) -> usize {
    let mut depth = 0_usize;
    for (index, (event, _)) in events.iter().enumerate().skip(start) {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return index;
        }
    }
    events.len()
}
