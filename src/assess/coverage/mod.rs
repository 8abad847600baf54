//! The table of legal coverage: C1 to C8, each covered, partial or absent by a stated criterion.
//!
//! It says what the document contains, not whether a judge would find it enough.

mod scopes;
mod content;
mod strategy;
mod session;

use super::{CoverageLine, CoverageState, Report};
use crate::model::{Anchor, ChecklistItem, Scope};

/// What a criterion found.
struct Found {
    state: CoverageState,
    /// French sentences.
    detail: String,
    labels: Vec<Anchor>,
}

impl Report {
    /// One line an element of the checklist (C1 to C8), in its order; one the program has no criterion for is left out.
    pub fn coverage(&self) -> Vec<CoverageLine> {
        let checklist = self.provenance.reference.checklist.iter();
        checklist.filter_map(|item| line(self, item)).collect()
    }
}

fn line(report: &Report, item: &ChecklistItem) -> Option<CoverageLine> {
    let mut found = match item.code.as_str() {
        "C1" => scopes::one(report, Scope::Internal),
        "C2" => scopes::one(report, Scope::Territorial),
        "C3" => scopes::both(report),
        "C4" => content::method(report),
        "C5" => content::goals(report),
        "C6" => content::orientations(report),
        "C7" => strategy::digital(report),
        "C8" => session::session(report),
        _ => return None,
    };
    if matches!(found.state, CoverageState::Partial | CoverageState::Absent) && !report.unfilled.is_empty() {
        found.detail.push_str(" Ce qui est encore du modèle n’est pas compté.");
    }
    Some(CoverageLine {
        code: item.code.clone(),
        element: item.element.clone(),
        basis: item.basis.clone(),
        criterion: item.criterion.clone(),
        state: found.state,
        detail: found.detail,
        labels: found.labels,
    })
}

/// All of what is expected, a part of it, or none.
fn extent(found: usize, expected: usize) -> CoverageState {
    if found == 0 {
        CoverageState::Absent
    } else if found < expected {
        CoverageState::Partial
    } else {
        CoverageState::Covered
    }
}
