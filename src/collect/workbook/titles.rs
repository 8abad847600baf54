//! The heads by which what comes back is found again; those of the values are the ones of any table of values.

/// The key of an action, or of a question.
pub(in crate::collect) const ACTION: &str = "action";
pub(in crate::collect) const KEY: &str = "question";
/// What is filled beside an action.
pub(in crate::collect) const STATE: &str = "état aujourd’hui";
pub(in crate::collect) const PROGRESS: &str = "avancement aujourd’hui (%)";
pub(in crate::collect) const DONE: &str = "ce qui a été fait";
/// What is filled beside a question.
pub(in crate::collect) const ANSWER: &str = "réponse";
