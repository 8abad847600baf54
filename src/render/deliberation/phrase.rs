//! Sentences of the act in the making: what is known, and what is to be filled in.

use super::act::{Mention, Piece};

/// A sentence in the making.
#[derive(Default)]
pub struct Phrase(Vec<Piece>);

impl Phrase {
    pub fn of(text: &str) -> Self {
        Phrase::default().text(text)
    }

    #[must_use]
    pub fn text(mut self, text: &str) -> Self {
        self.0.push(Piece {
            text: crate::french::punctuate(text),
            blank: false,
        });
        self
    }

    /// What is known, or that this is to be filled in: `[heure à compléter]`.
    #[must_use]
    pub fn known(self, known: Option<&str>, what: &str) -> Self {
        match known {
            Some(known) => self.text(known),
            None => self.blank(what),
        }
    }

    #[must_use]
    pub fn blank(mut self, what: &str) -> Self {
        let what = if what.is_empty() {
            String::new()
        } else {
            format!("{what} ")
        };
        self.0.push(Piece {
            text: format!("[{what}à compléter]"),
            blank: true,
        });
        self
    }

    pub fn pieces(self) -> Vec<Piece> {
        self.0
    }
}

impl Mention {
    pub fn new(label: &str, value: Phrase) -> Self {
        Mention {
            label: label.to_owned(),
            value: value.pieces(),
        }
    }
}
