//! The title of a part at the head of its own text: the program prints it already, and a page says it once.
//!
//! Only the first block of a text, and only a title: a sentence that says the same stays.

use crate::assess::Report;
use crate::french::folded;
use crate::model::{BlockKind, Prose, Span};

/// Titles of parts that are not the name of their text.
const PRINTED: [(&str, &str); 4] = [
    ("edito", "éditorial"),
    ("orientations", "orientations et programmes"),
    ("synthese", "l’essentiel"),
    ("lecture", "comment lire ce rapport"),
];

/// Takes the title away where the text of this slot begins with the one that its part has.
pub fn take(slot: &str, report: &Report, text: &mut Prose) {
    let [first, _, ..] = text.blocks.as_slice() else { return };
    let BlockKind::Heading { spans, .. } = &first.kind else {
        return;
    };
    let written = folded(&Span::words(spans));
    let written = written.trim_end_matches([':', '.', ' ']);
    if titles(slot, report).iter().any(|title| folded(title) == written) {
        text.blocks.remove(0);
    }
}

/// What the part of a slot may be called.
fn titles(slot: &str, report: &Report) -> Vec<String> {
    let mut titles = vec![slot.replace('-', " ")];
    let printed = PRINTED.iter().filter(|(of, _)| *of == slot);
    titles.extend(printed.map(|(_, title)| (*title).to_owned()));
    let own = report.settings.pages.iter().filter(|page| page.slot.value == slot);
    titles.extend(own.map(|page| page.title.clone()));
    for (finality, text) in &report.provenance.reference.finalities {
        let number = finality.number();
        if slot == format!("finalite-{number}") {
            titles.extend([text.title.clone(), text.short.clone()]);
            titles.extend([&text.title, &text.short].map(|title| format!("finalité {number} : {title}")));
        }
    }
    titles
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Place;
    use crate::model::{Block, SpanKind};

    /// The words of the first block of a text that begins with this title.
    fn first(slot: &str, title: &str) -> String {
        let place = Place::file("data/textes/essai.md");
        let spans = |words: &str| {
            vec![Span {
                place: place.clone(),
                kind: SpanKind::Text(words.to_owned()),
            }]
        };
        let block = |kind| Block {
            place: place.clone(),
            kind,
        };
        let heading = BlockKind::Heading {
            level: 1,
            spans: spans(title),
        };
        let mut text = Prose {
            blocks: vec![block(heading), block(BlockKind::Paragraph(spans("Le texte.")))],
            ..Prose::default()
        };
        take(slot, &crate::render::fixture::report(), &mut text);
        match &text.blocks[0].kind {
            BlockKind::Heading { spans, .. } | BlockKind::Paragraph(spans) => Span::words(spans),
            _ => String::new(),
        }
    }

    #[test]
    fn the_title_that_the_part_prints_is_not_printed_again() {
        for (slot, title) in [
            ("edito", "Édito"),
            ("edito", "ÉDITORIAL"),
            ("mise-en-oeuvre", "Mise en œuvre :"),
            ("orientations", "Orientations et programmes"),
            ("finalite-1", "Finalité 1"),
        ] {
            assert_eq!(first(slot, title), "Le texte.", "{slot} {title}");
        }
        for (slot, title) in [("edito", "Une année de chantiers"), ("elaboration", "Évaluation")] {
            assert_eq!(first(slot, title), title);
        }
    }
}
