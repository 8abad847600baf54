//! The documents of `data/budget/` become [`Budgets`]: one budget by name and year, every fault found.
//!
//! It sums nothing over lines: that is `compute`. A document at fault is left out, and the others stay.

mod contradiction;
mod identity;
mod parts;
mod steps;
mod entries;
mod series;
mod authorisations;
#[cfg(test)]
mod tests;

pub(super) use authorisations::read as authorisations;

use crate::config::Project;
use crate::diagnostic::Diagnostics;
use crate::load::Inputs;
use crate::model::Budgets;

/// The budgets of the project; empty where `data/budget/` holds none.
pub(super) fn budgets(project: &Project, inputs: &Inputs, diagnostics: &mut Diagnostics) -> Budgets {
    let identified = identity::identify(project, &inputs.budgets, diagnostics);
    let mut years = Vec::new();
    for (budget, documents) in identity::by_budget_and_year(identified) {
        let kept = steps::kept(&budget, documents, diagnostics);
        years.extend(entries::year(&budget, &kept, &project.reference.accounts));
    }
    series::join(
        &project.settings.budget.bridges,
        &project.reference.accounts,
        &mut years,
        diagnostics,
    );
    Budgets {
        years,
        labels: inputs
            .account_labels
            .clone()
            .unwrap_or_else(|| project.reference.accounts.labels.clone()),
    }
}
