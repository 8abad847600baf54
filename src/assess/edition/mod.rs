//! What differs from the edition before: statuses, and all that they rest on.
//!
//! A status that moves is only understood beside what moved it: a target, a reference, a unit, a definition, a value that
//! was corrected. A number that is secret now is not compared: to print what it was would give it back.

mod noun;
mod facts;
mod differences;
mod causes;
mod revised;
#[cfg(test)]
mod tests;

use facts::Facts;
pub use noun::{Difference, EditionChange, EditionChanges, StatusCause};
pub use revised::push;

use super::Finding;
use crate::load::{PreviousAssessment, PreviousEdition};
use crate::model::{Derivation, Identifier, Indicator};
use std::collections::{BTreeMap, BTreeSet};

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
    changes.extend(gone(previous, |id| known.contains(id)));
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

/// The same between two editions of which only the data files are known: what moved a status is not.
pub fn published_changes(now: &PreviousEdition, previous: &PreviousEdition) -> EditionChanges {
    let mut changes = Vec::new();
    for (id, said) in &now.assessments {
        let facts = Facts::published(id, said, now);
        let mut change = EditionChange {
            after: said.status,
            unit: facts.unit.unwrap_or_default().to_owned(),
            ..EditionChange::of(id.clone(), facts.title.clone().into_owned())
        };
        if let Some(before) = previous.assessments.get(id) {
            change.before = before.status;
            change.differences = differences::differences(&facts, before, previous);
        }
        if change.before != change.after || !change.differences.is_empty() {
            changes.push(change);
        }
    }
    changes.extend(gone(previous, |id| now.assessments.contains_key(id)));
    EditionChanges {
        changes,
        not_compared: not_compared(previous),
    }
}

/// The indicators of an edition that the next one does not know.
fn gone<'a>(
    previous: &'a PreviousEdition,
    is_known: impl Fn(&Identifier) -> bool + 'a,
) -> impl Iterator<Item = EditionChange> + 'a {
    let gone = previous.assessments.iter().filter(move |(id, _)| !is_known(id));
    gone.map(|(id, before)| EditionChange {
        before: before.status,
        ..EditionChange::of(id.clone(), before.title.clone().unwrap_or_else(|| id.to_string()))
    })
}

/// Why values are others: in the words of the author, or since a formula gives them.
fn reasons(indicator: &Indicator, differences: &[Difference]) -> BTreeMap<i32, String> {
    let mut reasons = indicator.revisions.clone();
    if matches!(indicator.derivation, Some(Derivation::Formula(_))) {
        for difference in differences {
            if let Difference::Value { year, .. } = difference {
                let computed = "Calculée à partir d’indicateurs révisés.".to_owned();
                reasons.entry(*year).or_insert(computed);
            }
        }
    }
    reasons
}

fn change(finding: &Finding, before: &PreviousAssessment, previous: &PreviousEdition, data_year: i32) -> EditionChange {
    let differences = differences::differences(&Facts::of(finding), before, previous);
    EditionChange {
        before: before.status,
        unit: finding.indicator.unit.clone(),
        after: Some(finding.assessment.status),
        causes: causes::causes(finding, before, &differences, data_year),
        reasons: reasons(&finding.indicator, &differences),
        differences,
        ..EditionChange::of(finding.indicator.id.clone(), finding.indicator.title.clone())
    }
}
