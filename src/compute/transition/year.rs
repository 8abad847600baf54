//! One budget and one exercice: real expenses of investment by nature and function, in or out of scope, added by class.

use super::noun::{AxisTotals, FavourablePart, Outside, TransitionLine, TransitionYear};
use super::rules::{Expense, Rules};
use crate::model::{
    AccountLabels, BudgetDirection, BudgetEntry, BudgetMark, BudgetMovement, BudgetSection, Money, TransitionClass,
    TransitionScope, YearBudget,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The whole of a part, in hundredths of a percent.
const WHOLE: i128 = 10_000;

/// What was executed in the year, line by line and axis by axis.
pub(super) fn year(
    budget: &YearBudget,
    scope: &TransitionScope,
    labels: &AccountLabels,
    rules: &mut Rules,
) -> TransitionYear {
    let norm = budget.norm().unwrap_or_default();
    let mut lines = lines(budget, scope);
    // The labels of a norm say nothing of the codes of another.
    if norm == labels.norm {
        lines.iter_mut().for_each(|line| line.name(labels));
    }
    for line in lines.iter_mut().filter(|line| line.outside.is_none()) {
        let expense = Expense {
            norm,
            nature: &line.nature,
            function: &line.function,
            year: budget.year,
            amount: line.amount,
        };
        line.ratings = rules.rate(expense, &scope.axes);
    }
    let mut outside: BTreeMap<Outside, Money> = BTreeMap::new();
    for line in &lines {
        if let Some(reason) = line.outside {
            *outside.entry(reason).or_default() += line.amount;
        }
    }
    let scoped = || lines.iter().filter(|line| line.outside.is_none());
    let spent = scoped().filter(|line| line.amount != Money::ZERO);
    let unread: BTreeSet<&str> = spent.filter_map(|line| scope.unread_account(&line.nature)).collect();
    TransitionYear {
        part: budget.part,
        budget: budget.name.clone(),
        year: budget.year,
        norm: norm.to_owned(),
        example: budget.example,
        file: budget.files.first().cloned().unwrap_or_default(),
        executed: lines.iter().map(|line| line.amount).sum(),
        scoped: scoped().map(|line| line.amount).sum(),
        outside,
        axes: scope.axes.iter().map(|axis| totals(*axis, scoped())).collect(),
        unread: unread.into_iter().map(str::to_owned).collect(),
        conditional: scope.conditional,
        lines,
    }
}

/// Executed real expenses of investment, added by nature and function.
fn lines(budget: &YearBudget, scope: &TransitionScope) -> Vec<TransitionLine> {
    let mut lines: BTreeMap<(Arc<str>, Arc<str>), TransitionLine> = BTreeMap::new();
    for entry in &budget.entries {
        let Some(amount) = executed_investment(entry) else {
            continue;
        };
        let key = (entry.key.nature.clone(), entry.key.function.clone().unwrap_or_default());
        let line = lines
            .entry(key)
            .or_insert_with_key(|(nature, function)| TransitionLine {
                nature: nature.clone(),
                function: function.clone(),
                nature_label: String::new(),
                function_label: String::new(),
                amount: Money::ZERO,
                outside: outside(entry, scope),
                ratings: BTreeMap::new(),
            });
        line.amount += amount;
    }
    lines.into_values().collect()
}

fn executed_investment(entry: &BudgetEntry) -> Option<Money> {
    let key = &entry.key;
    let invests = key.section == Some(BudgetSection::Investment)
        && key.direction == BudgetDirection::Expense
        && key.movement == BudgetMovement::Real;
    entry.amounts.realised.filter(|_| invests)
}

/// Why an expense is not looked at; the nature alone decides.
fn outside(entry: &BudgetEntry, scope: &TransitionScope) -> Option<Outside> {
    match entry.mark {
        BudgetMark::Debt => Some(Outside::Debt),
        BudgetMark::InternalFlow => Some(Outside::InternalFlow),
        BudgetMark::CarriedResult => Some(Outside::CarriedResult),
        BudgetMark::Policy => (!scope.takes_account(&entry.key.nature)).then_some(Outside::NotListed),
    }
}

fn totals<'a>(axis: u8, lines: impl Iterator<Item = &'a TransitionLine>) -> AxisTotals {
    let mut amounts: BTreeMap<TransitionClass, Money> =
        TransitionClass::ALL.iter().map(|class| (*class, Money::ZERO)).collect();
    let mut untold = Money::ZERO;
    let (mut parts, mut of) = (0_i128, Money::ZERO);
    let mut said = false;
    for line in lines {
        let rated = line.ratings.get(&axis);
        let class = rated.map_or(TransitionClass::Unrated, |rated| rated.rating.class);
        *amounts.entry(class).or_default() += line.amount;
        match rated {
            None => untold += line.amount,
            Some(rated) => {
                if let Some(part) = rated.rating.favourable_part {
                    said = true;
                    of += line.amount;
                    parts += line.amount.cents() * i128::from(part);
                }
            }
        }
    }
    AxisTotals {
        axis,
        amounts,
        untold,
        favourable_of_mixed: said.then(|| FavourablePart {
            favourable: Money::from_cents(parts).divided(WHOLE),
            of,
        }),
    }
}
