//! The stable name of a rule, and how grave a breach of it is.
//!
//! A code is never reused and never renumbered: users write it in their notes and scripts.
//! The first digit names what is looked at: 0 the YAML and the reference data, 1 the files that hold tables, texts,
//! fonts and queries (`load` for the most part), 2 values, 3 sums, 4 the judgement, 5 the writing and the composition,
//! 6 the PDF, 9 what `--officiel` refuses of any report.
//! Every code is described in `docs/diagnostics/`, with its gravity; a test holds the pages and the sources equal.

use std::fmt;

/// A stable rule code such as `M012`; each rule declares its own beside the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(pub &'static str);

impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.0)
    }
}

/// Whether a diagnostic stops the publication (`Error`) or survives it (`Warning`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    Error,
    Warning,
}

impl Severity {
    /// The French word printed before a message and in the JSON of `verifier`.
    pub fn label(self) -> &'static str {
        match self {
            Severity::Error => "erreur",
            Severity::Warning => "avertissement",
        }
    }
}
