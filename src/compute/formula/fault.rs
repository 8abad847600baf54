//! What is wrong in a formula, before it becomes a diagnostic at its place.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Placed};
use crate::model::Indicator;

/// The formula cannot be read.
pub const SYNTAX: Code = Code("M300");

/// A fault at an offset of the formula, in characters from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub code: Code,
    pub offset: usize,
    /// The text at fault; empty at the end of the formula.
    pub raw: String,
    /// What was found and expected, completing « Formule de … : ».
    pub message: String,
    pub help: String,
}

impl Fault {
    pub fn syntax(offset: usize, raw: impl Into<String>, message: impl Into<String>, help: impl Into<String>) -> Self {
        Fault {
            code: SYNTAX,
            offset,
            raw: raw.into(),
            message: message.into(),
            help: help.into(),
        }
    }

    /// The diagnostic, placed inside the scalar of the catalogue.
    pub fn diagnostic(&self, indicator: &Indicator, source: &Placed<String>, texts: &Diagnostics) -> Diagnostic {
        let place = texts.inside(source, self.offset);
        let message = format!("Formule de « {} » : {}.", indicator.id, self.message);
        Diagnostic::error(self.code, place, message)
            .help(self.help.as_str())
            .raw(self.raw.as_str())
    }
}
