//! A warning that the author knows and keeps, with the reason.
//!
//! No fault is ever accepted. What an acceptance may name is decided where it is read; what it covers is in `accepted`.

/// Which warnings are accepted, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptance {
    pub code: &'static str,
    /// Only those of this file, or of what stands below this folder.
    pub file: Option<String>,
    pub reason: String,
}
