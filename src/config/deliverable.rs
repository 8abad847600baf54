//! The documents that a project can make.

use crate::form::words::Vocabulary;

/// A document that the program makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Deliverable {
    Report,
    /// The bilan of the stratégie numérique responsable as a document of its own.
    DigitalReview,
    /// The act by which the assembly takes note of the report, for its PDF and for a word processor.
    Deliberation,
    /// What differs between two editions, for whoever presents the second: of `comparer`, and of no edition.
    Comparison,
}

impl Deliverable {
    /// Those of an edition, which `generer` makes.
    pub const ALL: &'static [Deliverable] = &[
        Deliverable::Report,
        Deliverable::DigitalReview,
        Deliverable::Deliberation,
    ];

    /// The name given to `--livrable` and to the file.
    pub fn key(self) -> &'static str {
        match self {
            Deliverable::Report => "rapport",
            Deliverable::DigitalReview => "bilan-numerique",
            Deliverable::Deliberation => "deliberation",
            Deliverable::Comparison => "comparaison",
        }
    }
}

impl Vocabulary for Deliverable {
    const WHAT: &str = "un livrable";
    fn words() -> Vec<(Self, Vec<&'static str>)> {
        Deliverable::ALL
            .iter()
            .map(|value| (*value, vec![value.key()]))
            .collect()
    }
}
