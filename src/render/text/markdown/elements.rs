//! The elements of a text that need more than an opening and a closing: headings, lists, tables, links.
//!
//! The walk itself is the module above.

use super::{TextKind, Walk};
use crate::diagnostic::Code;
use crate::model::{BlockKind, CellAlignment, LinkTarget, ListItem, SpanKind, TableRow};
use pulldown_cmark::Alignment;

/// A heading of the wrong level.
const HEADING: Code = Code("M522");
/// A link to something that is neither the web, an address nor a place of the document.
const LINK: Code = Code("M523");

/// Levels of headings in a text: the document has its own above.
const DEEPEST_HEADING: usize = 3;

impl Walk<'_> {
    pub(super) fn heading(&mut self, level: u8, offset: usize) -> BlockKind {
        let rank = usize::from(level);
        let message = if self.kind == TextKind::Remark {
            Some("Un commentaire d’indicateur n’a pas de titres.".to_owned())
        } else if rank > DEEPEST_HEADING {
            Some(format!(
                "Ce titre est de niveau {level} ; un texte a trois niveaux de titres au plus."
            ))
        } else if rank > self.level + 1 {
            let expected = self.level + 1;
            Some(format!(
                "Ce titre est de niveau {level} alors que le niveau {expected} était attendu."
            ))
        } else {
            None
        };
        if let Some(message) = message {
            let signs = "#".repeat(rank);
            let help = self.gesture(
                "Ôtez des # : les titres d’un texte commencent par un seul #, et aucun niveau n’est sauté.",
                "Changez le style de ce paragraphe dans Word : les titres d’un texte vont de « Titre 1 » à « Titre 3 », et aucun niveau n’est sauté.",
            );
            self.refuse(HEADING, offset, message, help, &signs);
        }
        self.level = rank;
        let spans = self.spans(offset);
        BlockKind::Heading { level, spans }
    }

    pub(super) fn list(&mut self, start: Option<u64>) -> BlockKind {
        let mut items = Vec::new();
        let mut tight = true;
        while let Some((_, offset)) = self.next() {
            let inside = self.blocks(offset);
            tight &= !inside.paragraphs;
            let (place, blocks) = (self.place(offset), inside.blocks);
            items.push(ListItem { place, blocks });
        }
        BlockKind::List { start, tight, items }
    }

    pub(super) fn table(&mut self, alignments: &[Alignment], offset: usize) -> BlockKind {
        let start = offset;
        let mut rows = Vec::new();
        while let Some((_, offset)) = self.next() {
            self.check_row(offset, alignments.len());
            let mut cells = Vec::new();
            while let Some((_, offset)) = self.next() {
                cells.push(self.spans(offset));
            }
            let place = self.place(offset);
            rows.push(TableRow { place, cells });
        }
        self.refuse_wide_table(alignments.len(), rows.len(), start);
        let alignments = alignments.iter().map(|alignment| match alignment {
            Alignment::None => CellAlignment::Unsaid,
            Alignment::Left => CellAlignment::Start,
            Alignment::Center => CellAlignment::Centre,
            Alignment::Right => CellAlignment::End,
        });
        BlockKind::Table {
            alignments: alignments.collect(),
            rows,
        }
    }

    pub(super) fn link(&mut self, destination: &str, offset: usize) -> SpanKind {
        let destination = self.expanded.restore(destination);
        let to = match destination.strip_prefix('#').filter(|name| !name.is_empty()) {
            Some(name) => LinkTarget::Anchor(name.to_owned()),
            None => {
                let schemes = ["https://", "http://", "mailto:", "tel:"];
                if !schemes.iter().any(|scheme| destination.starts_with(scheme)) {
                    let message = format!("Le lien vers « {destination} » ne mènerait nulle part dans un PDF.");
                    self.refuse(LINK, offset, message, "Donnez une adresse complète (https://…, mailto:…), ou #ind-identifiant pour un indicateur du rapport.", &destination);
                }
                LinkTarget::Address(destination)
            }
        };
        let spans = self.spans(offset);
        SpanKind::Link { to, spans }
    }
}
