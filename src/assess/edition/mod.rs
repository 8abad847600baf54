//! What differs from the edition before: statuses, and all that they rest on.
//!
//! A status that moves is only understood beside what moved it: a target, a reference, a unit, a definition, a value that
//! was corrected. A number that is secret now is not compared: to print what it was would give it back.

mod noun;
mod differences;
mod causes;
#[cfg(test)]
mod tests;

pub use noun::{Difference, EditionChange, EditionChanges, StatusCause};

use super::Finding;
use crate::load::{PreviousAssessment, PreviousEdition};
use crate::model::Identifier;
use std::collections::BTreeSet;

/// Every indicator of which something differs, that is new or that has gone.
pub fn changes<'a>(
    findings: impl Iterator<Item = &'a Finding>,
    previous: &PreviousEdition,
    data_year: i32,
) -> EditionChanges {
    let mut known: BTreeSet<&Identifier> = BTreeSet::new();
    let mut changes = Vec::new();
    for finding in findings {
        known.insert(&finding.indicator.id);
        let change = match previous.assessments.get(&finding.indicator.id) {
            Some(before) => change(finding, before, previous, data_year),
            None => EditionChange {
                after: Some(finding.assessment.status),
                unit: finding.indicator.unit.clone(),
                ..EditionChange::of(finding.indicator.id.clone(), finding.indicator.title.clone())
            },
        };
        if change.before != change.after || !change.differences.is_empty() {
            changes.push(change);
        }
    }
    let gone = previous.assessments.iter().filter(|(id, _)| !known.contains(id));
    changes.extend(gone.map(|(id, before)| EditionChange {
        before: before.status,
        ..EditionChange::of(id.clone(), before.title.clone().unwrap_or_else(|| id.to_string()))
    }));
    EditionChanges {
        changes,
        not_compared: not_compared(previous),
    }
}

/// What an edition made by an earlier version did not publish.
fn not_compared(previous: &PreviousEdition) -> Vec<&'static str> {
    let lacks = |of: fn(&PreviousAssessment) -> bool| {
        let mut assessments = previous.assessments.values();
        assessments.any(of)
    };
    let lacking = [
        (lacks(|before| before.unit.is_none()), "les unités"),
        (lacks(|before| before.definition.is_none()), "les définitions"),
        (
            lacks(|before| before.targets.is_none()),
            "les cibles autres que celle du statut",
        ),
        (previous.values.is_none(), "les valeurs autres que la dernière"),
    ];
    lacking
        .into_iter()
        .filter(|(lacking, _)| *lacking)
        .map(|(_, words)| words)
        .collect()
}

fn change(finding: &Finding, before: &PreviousAssessment, previous: &PreviousEdition, data_year: i32) -> EditionChange {
    let differences = differences::differences(finding, before, previous);
    EditionChange {
        before: before.status,
        unit: finding.indicator.unit.clone(),
        after: Some(finding.assessment.status),
        causes: causes::causes(finding, before, &differences, data_year),
        differences,
        ..EditionChange::of(finding.indicator.id.clone(), finding.indicator.title.clone())
    }
}
