//! What the inspection found.

use crate::diagnostic::{Code, Diagnostic, Place};

/// The finished document breaks a rule of PDF/UA-1 or PDF/A-3a.
const FAILED_RULE: Code = Code("M601");

/// The outcome of both profiles on one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The stem of the document.
    pub document: String,
    /// `PDF/UA-1`, `PDF/A-3a`.
    pub profiles: Vec<String>,
    /// How many rules were checked in all profiles.
    pub checked: usize,
    pub failed: Vec<FailedRule>,
}

/// A rule of a standard that the document breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FailedRule {
    pub profile: String,
    /// `ISO 14289-1:2014:7.1:8`, as the validators write it.
    pub rule: String,
    /// The validator’s own words, in English.
    pub description: String,
}

impl Verdict {
    pub fn passed(&self) -> bool {
        self.failed.is_empty()
    }

    /// One error a broken rule, placed on the document as a whole; empty when it passed.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        self.failed.iter().map(|rule| rule.diagnostic(&self.document)).collect()
    }
}

impl FailedRule {
    fn diagnostic(&self, document: &str) -> Diagnostic {
        let message = format!(
            "Le document {document}.pdf enfreint une règle de {} ({}) et n’est donc pas publié (raison du vérificateur, en anglais : « {} »).",
            self.profile, self.rule, self.description
        );
        Diagnostic::error(FAILED_RULE, Place::file(format!("{document}.pdf")), message).help(
            "Retirez vos modèles de report-templates/ pour revenir à ceux du programme ; si la faute demeure, \
             signalez-la avec le numéro de la règle.",
        )
    }
}
