//! What the inspection found.

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
}
