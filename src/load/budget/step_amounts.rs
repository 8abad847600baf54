//! Which amounts a budget of a step has: a BP realises nothing, a balance votes nothing.
//!
//! What they become is for `validate`; here, a table whose amounts would all be left is told.

use crate::model::{BudgetAmounts, BudgetLine, BudgetStep, Money};

/// The keys of a plain table that a step reads, the usual one first.
pub(super) fn keys(step: BudgetStep) -> &'static [&'static str] {
    match step {
        BudgetStep::Draft => &["propose", "vote", "ouvert"],
        BudgetStep::Primitive | BudgetStep::Supplementary | BudgetStep::Amendment => &["vote", "ouvert", "report"],
        BudgetStep::Ledger => &["realise"],
        BudgetStep::Accounts | BudgetStep::SingleAccounts => &["realise", "ouvert", "vote", "reste"],
    }
}

/// Whether lines that have amounts have none of this step.
pub(super) fn none_of(step: BudgetStep, lines: &[BudgetLine]) -> bool {
    let is_written = |amount: &Option<Money>| amount.is_some_and(|amount| amount != Money::ZERO);
    let written = |line: &BudgetLine| line.amounts.each().iter().any(is_written);
    lines.iter().any(written) && !lines.iter().any(|line| has_one(step, &line.amounts))
}

fn has_one(step: BudgetStep, amounts: &BudgetAmounts) -> bool {
    let BudgetAmounts {
        carried,
        proposed,
        voted,
        open,
        realised,
        remaining,
        ..
    } = amounts;
    let of_step: &[_] = match step {
        BudgetStep::Draft => &[proposed, voted, open],
        BudgetStep::Primitive | BudgetStep::Supplementary | BudgetStep::Amendment => &[voted, open, carried],
        BudgetStep::Ledger => &[realised],
        BudgetStep::Accounts | BudgetStep::SingleAccounts => &[realised, open, voted, remaining],
    };
    of_step.iter().any(|amount| amount.is_some())
}
