//! The elements of a text that need more than an opening and a closing: headings, lists, tables, links, notes.
//!
//! The walk itself is the module above.

use super::super::events::end_of;
use super::{Headings, Walk};
use crate::diagnostic::Code;
use pulldown_cmark::{Alignment, Event, HeadingLevel, Tag};

/// A heading of the wrong level.
const HEADING: Code = Code("M522");
/// A link to something that is neither the web, an address nor a place of the document.
const LINK: Code = Code("M523");

/// Levels of headings in a text: the document has its own above.
const DEEPEST_HEADING: usize = 3;

impl Walk<'_> {
    pub(super) fn heading(&mut self, level: HeadingLevel, offset: usize) {
        let level = level as usize;
        let message = if self.headings == Headings::Refused {
            Some("Un commentaire d’indicateur n’a pas de titres.".to_owned())
        } else if level > DEEPEST_HEADING {
            Some(format!(
                "Ce titre est de niveau {level} ; un texte a trois niveaux de titres au plus."
            ))
        } else if level > self.level + 1 {
            let expected = self.level + 1;
            Some(format!(
                "Ce titre est de niveau {level} alors que le niveau {expected} était attendu."
            ))
        } else {
            None
        };
        if let Some(message) = message {
            let signs = "#".repeat(level);
            self.refuse(
                HEADING,
                offset,
                message,
                "Ôtez des # : les titres d’un texte commencent par un seul #, et aucun niveau n’est sauté.",
                &signs,
            );
        }
        self.level = level;
        self.writer.put(&format!("heading(depth: {level}, {{"));
    }

    pub(super) fn list(&mut self, number: Option<u64>, index: usize) {
        let mut depth = 0_usize;
        let end = end_of(&self.events, index);
        // A list whose items hold paragraphs was written with empty lines between its items.
        let tight = !self.events[index..end].iter().any(|(event, _)| {
            match event {
                Event::Start(Tag::Paragraph) if depth == 2 => return true,
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                _ => {}
            }
            false
        });
        match number {
            Some(start) => self.writer.put(&format!("enum(start: {start}, tight: {tight},")),
            None => self.writer.put(&format!("list(tight: {tight},")),
        }
    }

    pub(super) fn table(&mut self, alignments: &[Alignment]) {
        let words: String = alignments
            .iter()
            .map(|alignment| match alignment {
                Alignment::None => "auto,",
                Alignment::Left => "start,",
                Alignment::Center => "center,",
                Alignment::Right => "end,",
            })
            .collect();
        self.writer
            .put(&format!("table(columns: {}, align: ({words}),", alignments.len()));
    }

    pub(super) fn link(&mut self, destination: &str, offset: usize) {
        let destination = self.expanded.restore(destination);
        let known = ["https://", "http://", "mailto:", "tel:"]
            .iter()
            .any(|scheme| destination.starts_with(scheme));
        match destination.strip_prefix('#').filter(|label| !label.is_empty()) {
            Some(label) => self.writer.call_with_text("link(label(", label, "), {"),
            None => {
                if !known {
                    let message = format!("Le lien vers « {destination} » ne mènerait nulle part dans un PDF.");
                    self.refuse(LINK, offset, message, "Donnez une adresse complète (https://…, mailto:…), ou #ind-identifiant pour un indicateur du rapport.", &destination);
                }
                self.writer
                    .call_with_text("link(", if known { &destination } else { "https://invalid" }, ", {");
            }
        }
    }

    pub(super) fn code_block(&mut self, index: usize) -> usize {
        let end = end_of(&self.events, index);
        let text = self.expanded.restore(&self.words(index..end));
        self.writer
            .call_with_text("raw(block: true, ", text.trim_end_matches('\n'), ")");
        end + 1
    }

    pub(super) fn note(&mut self, label: &str) {
        let anchor = format!("note-{}-{label}", self.name);
        if !self.called.insert(label.to_owned()) {
            self.writer.call_with_text("footnote(label(", &anchor, "))");
            return;
        }
        let Some(range) = self.notes.get(label).cloned() else {
            return;
        };
        self.writer.put("[#footnote({ []");
        self.depth_in_notes += 1;
        self.write(range);
        self.depth_in_notes -= 1;
        self.writer.call_with_text("})#label(", &anchor, ")]");
    }
}
