//! What nobody has replaced of a new project: the visible mark « à remplacer », and what `nouveau` wrote, known by its hash.
//!
//! It judges texts, entries and lines, through whatever file they come. What becomes of them is the affair of `assess`.

mod blocks;
mod entries;
mod mark;
mod model;

pub use entries::look;
pub use model::is_value;

use crate::diagnostic::Code;
use blocks::{Block, blocks, sentences};

/// The mark, as `nouveau` writes it and as tables of values say it of a line.
pub const MARK: &str = "à remplacer";
/// A mark, a text or a line of the model is still there.
pub const UNFILLED: Code = Code("M906");

/// Why a passage is not the author’s.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfilled {
    /// It bears the mark.
    Marked,
    /// `nouveau` wrote it.
    Model,
}

/// A passage that is not the author’s.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The line of the text where its paragraph begins, from 0.
    pub line: usize,
    pub why: Unfilled,
    /// The words that say so.
    pub words: String,
}

/// The passages of a text that its author has not replaced; one a paragraph.
pub fn passages(text: &str) -> Vec<Passage> {
    blocks(text).into_iter().filter_map(passage).collect()
}

/// Whether a text has a passage that its author has not replaced.
pub fn is_unfilled(text: &str) -> bool {
    !passages(text).is_empty()
}

/// Whether a text has a paragraph of its author.
pub fn is_written(text: &str) -> bool {
    let own = |block: Block| !block.is_heading && !block.text.trim().is_empty() && passage(block).is_none();
    blocks(text).into_iter().any(own)
}

fn passage(block: Block) -> Option<Passage> {
    let found = |why, words: &str| Passage {
        line: block.line,
        why,
        words: words.to_owned(),
    };
    if mark::is_marked(&block.text) {
        return Some(found(Unfilled::Marked, &block.text));
    }
    let mut sentences = sentences(&block.text);
    let model = sentences.find(|sentence| model::is_text(sentence))?;
    Some(found(Unfilled::Model, model.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(usize, Unfilled)> {
        let found = passages(text).into_iter();
        found.map(|passage| (passage.line, passage.why)).collect()
    }

    #[test]
    fn a_text_of_the_model_is_known_whatever_its_typography_and_wherever_it_stands() {
        let kept = "Cette partie dit comment les actions sont conduites : qui les pilote, avec quels moyens, selon quel calendrier, et comment les écarts entre le prévu et le réalisé sont traités.";
        for text in [
            kept.to_owned(),
            kept.replace(" : ", "\u{A0}: ").to_uppercase(),
            kept.replace("pilote, ", "pilote,\n"),
            format!("Nous aussi.\n\n- {kept} Un comité suit."),
        ] {
            assert_eq!(found(&text).len(), 1, "{text}");
        }
        assert_eq!(found(&kept.replace("conduites", "menées")), []);
        assert!(!is_written(kept) && is_written(&format!("{kept}\n\nUn comité se réunit.")));
    }

    #[test]
    fn what_earlier_starters_wrote_is_known_without_its_mark() {
        for text in [
            "Collectivité exemple",
            "Modèle à remplir",
            "000000000",
            "Population inventée pour l'exemple",
            "Direction des finances (à compléter)",
            "Objectif inventé pour l’exemple",
            "Rénovation thermique des bâtiments les plus consommateurs.",
            "Le Conseil a un éditorial. Il dit au conseil et aux habitants ce que l’année a changé, ce qui n’a pas avancé, et ce que le budget à venir permettra.",
        ] {
            assert_eq!(found(text).len(), 1, "{text}");
        }
        for text in [
            "Direction des finances",
            "Électricité consommée par les bâtiments publics",
            "60000",
            "Plan climat",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
        assert!(is_value("elec-batiments", 2025, 4310.0, 2025));
        assert!(
            is_value("elec-batiments", 2027, 4310.0, 2027),
            "begun two editions later"
        );
        assert!(!is_value("elec-batiments", 2025, 4311.0, 2025));
        // No project whose last year is 2025 was begun later: a value of its own is that of an earlier year by chance.
        assert!(is_value("elec-batiments", 2024, 4450.0, 2025));
        assert!(!is_value("elec-batiments", 2025, 4450.0, 2025));
    }
}
