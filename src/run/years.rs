//! What the commands that pass from one edition to another leave.

use crate::assess::{BackPlan, Comparison, Report};
use crate::config::Renewal;
use crate::diagnostic::Diagnostics;
use crate::keep::Notice;
use crate::publish::Manifest;

/// What carrying a project to another edition leaves.
#[derive(Default)]
pub struct RenewalOutcome {
    pub diagnostics: Diagnostics,
    pub notices: Vec<Notice>,
    /// None where nothing was changed.
    pub renewed: Option<Renewed>,
}

/// A project carried to another edition, as it was and as it is.
pub struct Renewed {
    pub renewal: Renewal,
    pub plan: BackPlan,
    /// The edition before: how many of its files were published, and whether it is official.
    pub published: Manifest,
    pub before: Report,
    /// What the project says now; none where it can no longer be read.
    pub after: Option<Report>,
}

/// What comparing two editions leaves.
#[derive(Default)]
pub struct ComparisonOutcome {
    pub diagnostics: Diagnostics,
    /// None where one of the two is not known.
    pub comparison: Option<Comparison>,
    /// The edition that is known from nowhere.
    pub unknown: Option<i32>,
}
