//! A place of the document that a link, a page number or another part names.
//!
//! Its name is the same in every file that is made and in the texts of the author (`[le bilan](#partie-numerique)`);
//! how a label or a link is written around it is the business of who writes the file.

use super::{Finality, Identifier};
use serde::{Serialize, Serializer};
use std::fmt;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Anchor {
    /// The sheet of an indicator.
    Indicator(Identifier),
    /// The rows of an indicator in the annex of sources.
    Sources(Identifier),
    /// The sheet of an action.
    Action(Identifier),
    /// The sheet of an objective of the digital strategy.
    Objective(Identifier),
    Finality(Finality),
    /// A part, or a section of one, by its slot.
    Part(&'static str),
}

impl fmt::Display for Anchor {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Anchor::Indicator(id) => write!(formatter, "ind-{id}"),
            Anchor::Sources(id) => write!(formatter, "src-{id}"),
            Anchor::Action(id) => write!(formatter, "act-{id}"),
            Anchor::Objective(id) => write!(formatter, "obj-{id}"),
            Anchor::Finality(finality) => write!(formatter, "finalite-{}", finality.number()),
            Anchor::Part(slot) => write!(formatter, "partie-{slot}"),
        }
    }
}

impl Serialize for Anchor {
    /// Its name.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
