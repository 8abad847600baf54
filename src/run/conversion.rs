//! What the command that tells a project in another way leaves.

use crate::diagnostic::Diagnostics;
use crate::keep::Notice;

/// A way of keeping a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    Workbook,
    Files,
}

/// What the conversion of a project leaves.
#[derive(Default)]
pub struct ConversionOutcome {
    pub diagnostics: Diagnostics,
    pub notices: Vec<Notice>,
    /// The files that were written, from the project; none where nothing was.
    pub written: Vec<String>,
    /// The files that stand where others would be written: nothing is, then.
    pub standing: Vec<String>,
    /// The remarks that the workbook keeps.
    pub remarks: usize,
    /// The sheets of the workbook that the files do not have.
    pub left: Vec<&'static str>,
    /// The project is kept so already.
    pub is_already: bool,
}
