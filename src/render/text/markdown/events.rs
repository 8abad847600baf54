//! What pulldown-cmark tells of a Markdown text, soft breaks made spaces and neighbouring texts made one.
//!
//! Holds the options of the Markdown we read: tables and footnotes, and no typography (that is `french`).

use pulldown_cmark::{Event, Options, Parser};

/// Each event and where it begins in the text.
pub type Events<'a> = std::vec::IntoIter<(Event<'a>, usize)>;

pub fn events(text: &str) -> Events<'_> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    let mut merged: Vec<(Event<'_>, usize)> = Vec::new();
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        let event = if event == Event::SoftBreak {
            Event::Text(" ".into())
        } else {
            event
        };
        match (merged.last_mut(), event) {
            (Some((Event::Text(before), start)), Event::Text(after)) => {
                // What was only the end of a line begins where its words do.
                if before.trim().is_empty() {
                    *start = range.start;
                }
                *before = format!("{before}{after}").into();
            }
            (_, event) => merged.push((event, range.start)),
        }
    }
    merged.into_iter()
}
