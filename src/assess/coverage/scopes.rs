//! C1 to C3: both volets, read against each of the five finalités.
//!
//! A volet is treated in a finalité by one indicator with a value, or by one action scored on it.

use super::{Found, extent};
use crate::assess::{FinalitySection, Report};
use crate::french;
use crate::model::{Anchor, Scope};

/// C1 or C2: one volet over the five finalités.
pub fn one(report: &Report, scope: Scope) -> Found {
    let (with, without): (Vec<_>, Vec<_>) = report
        .sections
        .iter()
        .partition(|section| treats(report, section, scope));
    let indicators: usize = with.iter().map(|section| indicators(section, scope)).sum();
    let actions = report
        .actions
        .iter()
        .filter(|action| action.scope == scope && !report.is_unfilled(&action.id));
    let actions = actions.count();
    let mut detail = format!(
        "{} et {} dans {} sur {}.",
        french::plural(indicators, "indicateur", "indicateurs"),
        french::plural(actions, "action", "actions"),
        french::plural(with.len(), "finalité", "finalités"),
        report.sections.len()
    );
    if !without.is_empty() {
        detail.push_str(&format!(" Rien dans {}.", numbered(&without)));
    }
    Found {
        state: extent(with.len(), report.sections.len()),
        detail,
        labels: with.iter().map(|section| Anchor::Finality(section.finality)).collect(),
    }
}

/// C3: both volets in each finalité.
pub fn both(report: &Report) -> Found {
    let complete = |section: &&FinalitySection| Scope::ALL.iter().all(|scope| treats(report, section, *scope));
    let (with, without): (Vec<_>, Vec<_>) = report.sections.iter().partition(complete);
    let detail = if without.is_empty() {
        "Les deux volets sont traités dans chacune des cinq finalités.".to_owned()
    } else {
        format!("Il manque au moins un volet dans {}.", numbered(&without))
    };
    Found {
        state: extent(with.len(), report.sections.len()),
        detail,
        labels: with.iter().map(|section| Anchor::Finality(section.finality)).collect(),
    }
}

fn treats(report: &Report, section: &FinalitySection, scope: Scope) -> bool {
    let mut actions = report.actions_on(section.finality);
    indicators(section, scope) > 0 || actions.any(|action| action.scope == scope && !report.is_unfilled(&action.id))
}

fn indicators(section: &FinalitySection, scope: Scope) -> usize {
    let counted = |finding: &&crate::assess::Finding| finding.indicator.scope == scope && finding.supplied;
    section.findings.iter().filter(counted).count()
}

fn numbered(sections: &[&FinalitySection]) -> String {
    let numbers: Vec<String> = sections
        .iter()
        .map(|section| section.finality.number().to_string())
        .collect();
    let name = if numbers.len() > 1 {
        "les finalités"
    } else {
        "la finalité"
    };
    format!("{name} {}", french::list(&numbers))
}
