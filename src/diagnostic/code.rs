//! The stable name of a rule, and how grave a breach of it is.
//!
//! A code is never reused and never renumbered: users write it in their notes and scripts.
//! The first digit names the room: 0 `config`, 1 `load`, 2 `validate`, 3 `compute`, 4 `assess`,
//! 5 `render` and `typeset`, 6 `inspect`, 9 what `--officiel` adds.
//! Every code is described in `docs/diagnostics.md`; a test holds the two lists equal.

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
