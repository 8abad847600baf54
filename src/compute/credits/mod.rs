//! What each action takes of the budgets, by year: its selectors read on every comparable budget.
//!
//! Only real lines of policies are taken: neither `ordre`, nor the debt, nor flows between budgets, nor carried
//! results, whatever a selector says. Reading the budgets is `load`, joining their years is `validate`.

mod noun;
mod weighted;
mod criteria;
mod lost_zero;
mod near_codes;
mod reconcile;
mod authorisations;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod properties;

use noun::ApartBudget;
pub use noun::{ActionCredits, BudgetCredits, CreditSeries, CreditYear, Credits, SectionCredits};

use crate::diagnostic::Diagnostics;
use crate::model::{
    Action, Authorisation, BudgetDirection, BudgetEntry, BudgetMark, BudgetMovement, BudgetPart, BudgetSection,
    Budgets, CreditSelector, CreditShare, Identifier, YearBudget,
};
use reconcile::Reconciliation;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use weighted::Weighted;

/// A selector and the action it is of.
#[derive(Clone, Copy)]
struct Asked<'a> {
    action: &'a Identifier,
    selector: &'a CreditSelector,
    /// Its rank among all selectors.
    rank: usize,
}

/// What one action takes, while the budgets are read.
#[derive(Default)]
struct Taking {
    series: BTreeMap<(BudgetDirection, BudgetSection), BTreeMap<i32, Weighted>>,
    example: bool,
}

/// The credits of the actions; every contradiction between them and the budgets is told.
pub(super) fn credits(
    actions: &[Action],
    budgets: &Budgets,
    authorisations: &[Authorisation],
    diagnostics: &mut Diagnostics,
) -> Credits {
    let restored = lost_zero::restored(actions, budgets, diagnostics);
    let actions = &*restored;
    let asked = asked(actions);
    let mut reconciliation = Reconciliation::default();
    let mut taken: BTreeMap<&Identifier, Taking> = BTreeMap::new();
    let mut read = Vec::new();
    for budget in budgets.comparable() {
        let here: Vec<Asked> = asked
            .iter()
            .copied()
            .filter(|asked| asked.selector.reads(budget.part, &budget.name))
            .collect();
        if budget.part == BudgetPart::Annex && here.is_empty() {
            continue;
        }
        read.push(of_budget(budget, &here, &mut taken, &mut reconciliation));
    }
    let credits = Credits {
        budgets: read,
        apart: apart(&asked, budgets),
        labels: budgets.labels.clone(),
        actions: actions
            .iter()
            .filter_map(|action| of_action(action, &mut taken, authorisations))
            .collect(),
    };
    reconciliation.tell(&asked, budgets, diagnostics);
    lost_zero::tell(&asked, budgets, diagnostics);
    authorisations::check(&credits, authorisations, diagnostics);
    credits
}

/// The years that the selectors read and that are in other codes than the series.
fn apart(asked: &[Asked<'_>], budgets: &Budgets) -> Vec<ApartBudget> {
    let is_read = |budget: &&YearBudget| {
        let mut asked = asked.iter();
        !budget.in_series && asked.any(|asked| asked.selector.reads(budget.part, &budget.name))
    };
    let apart = budgets.years.iter().filter(is_read).map(|budget| ApartBudget {
        name: budget.name.clone(),
        year: budget.year,
        norm: budget.norm().map(Arc::from),
    });
    apart.collect()
}

fn asked(actions: &[Action]) -> Vec<Asked<'_>> {
    let of_action = |action| move |selector| (action, selector);
    let pairs = actions
        .iter()
        .flat_map(|action| action.credits.iter().map(of_action(&action.id)));
    let ranked = pairs.enumerate();
    ranked
        .map(|(rank, (action, selector))| Asked { action, selector, rank })
        .collect()
}

fn of_budget<'a>(
    budget: &YearBudget,
    asked: &[Asked<'a>],
    taken: &mut BTreeMap<&'a Identifier, Taking>,
    reconciliation: &mut Reconciliation,
) -> BudgetCredits {
    let mut sections: BTreeMap<BudgetSection, [Weighted; 3]> = BTreeMap::new();
    let whole = CreditShare::WHOLE.hundredths();
    for entry in &budget.entries {
        let takers: Vec<Asked> = asked
            .iter()
            .copied()
            .filter(|asked| asked.selector.names(&entry.key))
            .collect();
        let Some(section) = entry.key.section.filter(|_| entry.key.movement == BudgetMovement::Real) else {
            reconciliation.set_aside(&takers, entry);
            continue;
        };
        let policy = entry.mark == BudgetMark::Policy;
        let shares: i128 = takers.iter().map(|asked| asked.selector.share.hundredths()).sum();
        if entry.key.direction == BudgetDirection::Expense {
            let [policies, explained, left_out] = sections.entry(section).or_default();
            if policy {
                policies.add(&entry.amounts, whole);
                explained.add(&entry.amounts, if takers.is_empty() { 0 } else { shares.min(whole) });
            } else {
                left_out.add(&entry.amounts, whole);
            }
        }
        if !policy {
            reconciliation.set_aside(&takers, entry);
            continue;
        }
        reconciliation.take(&takers, budget.year, entry);
        for asked in takers {
            let taking = taken.entry(asked.action).or_default();
            taking.example |= budget.example;
            let years = taking.series.entry((entry.key.direction, section)).or_default();
            years
                .entry(budget.year)
                .or_default()
                .add(&entry.amounts, asked.selector.share.hundredths());
        }
    }
    let summed = |[policies, explained, left_out]: [Weighted; 3]| SectionCredits {
        policies: policies.rounded(),
        explained: explained.rounded(),
        left_out: left_out.rounded(),
    };
    BudgetCredits {
        part: budget.part,
        name: budget.name.clone(),
        year: budget.year,
        step: budget.step,
        norm: budget.norm().map(Arc::from),
        bridged_from: budget.bridged_from.clone(),
        example: budget.example,
        sections: sections
            .into_iter()
            .map(|(section, sums)| (section, summed(sums)))
            .collect(),
    }
}

fn of_action(
    action: &Action,
    taken: &mut BTreeMap<&Identifier, Taking>,
    authorisations: &[Authorisation],
) -> Option<ActionCredits> {
    let taking = taken.remove(&action.id).unwrap_or_default();
    let own = authorisations
        .iter()
        .filter(|authorisation| authorisation.action == action.id);
    let authorisations: Vec<Authorisation> = own.cloned().collect();
    let rounded = |years: BTreeMap<i32, Weighted>| years.into_iter().map(|(year, sum)| (year, sum.rounded())).collect();
    let series = taking
        .series
        .into_iter()
        .map(|((direction, section), years)| CreditSeries {
            section,
            direction,
            years: rounded(years),
        });
    let credits = ActionCredits {
        action: action.id.clone(),
        series: series.collect(),
        example: taking.example || authorisations.iter().any(|authorisation| authorisation.example),
        authorisations,
    };
    (!credits.series.is_empty() || !credits.authorisations.is_empty()).then_some(credits)
}

/// The lines of an entry as their author finds them: the first, and how many more.
fn told_place(entry: &BudgetEntry) -> String {
    entry.places.first().map(ToString::to_string).unwrap_or_default()
}

/// The names of the annex budgets.
fn annexes(budgets: &Budgets) -> BTreeSet<&str> {
    let annexes = budgets.years.iter().filter(|budget| budget.part == BudgetPart::Annex);
    annexes.map(|budget| &*budget.name).collect()
}
