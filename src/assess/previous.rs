//! What differs from the edition before: statuses, and values that were corrected since.

use super::{Finding, StatusChange};
use crate::load::{PreviousAssessment, PreviousEdition};
use crate::model::Identifier;
use std::collections::BTreeSet;

/// Part of a value that printing and reading it back may lose.
const PRINTED: f64 = 1e-9;

/// Every indicator whose status changed, whose last published value was revised, that is new or that has gone.
pub fn changes<'a>(findings: impl Iterator<Item = &'a Finding>, previous: &PreviousEdition) -> Vec<StatusChange> {
    let mut known: BTreeSet<&Identifier> = BTreeSet::new();
    let mut changes = Vec::new();
    for finding in findings {
        let id = &finding.indicator.id;
        known.insert(id);
        let before = previous.assessments.get(id);
        let change = StatusChange {
            indicator: id.clone(),
            title: finding.indicator.title.clone(),
            before: before.and_then(|before| before.status),
            after: Some(finding.assessment.status),
            revised: before.and_then(|before| revised(before, finding)),
        };
        if change.before != change.after || change.revised.is_some() {
            changes.push(change);
        }
    }
    let gone = previous.assessments.iter().filter(|(id, _)| !known.contains(id));
    changes.extend(gone.map(|(id, before)| StatusChange {
        indicator: id.clone(),
        title: id.to_string(),
        before: before.status,
        after: None,
        revised: None,
    }));
    changes
}

/// The last value of the edition before: its year, what was printed, what it is now.
fn revised(before: &PreviousAssessment, finding: &Finding) -> Option<(i32, f64, f64)> {
    let (year, then) = before.last?;
    let now = finding.headline.at(year)?.value.number()?;
    let differs = (now - then).abs() > PRINTED * now.abs().max(then.abs());
    differs.then_some((year, then, now))
}
