//! What the import of files in the formats of others leaves.

use crate::collect::ImportPlan;
use crate::diagnostic::Diagnostics;
use crate::keep::Notice;

#[derive(Default)]
pub struct ImportOutcome {
    pub diagnostics: Diagnostics,
    pub notices: Vec<Notice>,
    /// What the files become; none where a fault of the project, or of one of them, forbids it.
    pub plan: Option<ImportPlan>,
    /// The files that were written, from the project; none where nothing was.
    pub written: Vec<String>,
}
