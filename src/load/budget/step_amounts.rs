//! Which amounts a budget of a step has: a BP realises nothing, a balance votes nothing.
//!
//! What they become is for `validate`; here, a table whose amounts would all be left is told.

use crate::model::{BudgetAmounts, BudgetLine, BudgetStep, Money};

/// An amount of a plain table: its key, and where a line has it.
type Amount = (&'static str, fn(&BudgetAmounts) -> Option<Money>);

const PROPOSED: Amount = ("propose", |amounts| amounts.proposed);
const VOTED: Amount = ("vote", |amounts| amounts.voted);
const OPEN: Amount = ("ouvert", |amounts| amounts.open);
const CARRIED: Amount = ("report", |amounts| amounts.carried);
const REALISED: Amount = ("realise", |amounts| amounts.realised);
const REMAINING: Amount = ("reste", |amounts| amounts.remaining);

/// The amounts that a step reads, the usual one first.
fn of(step: BudgetStep) -> &'static [Amount] {
    match step {
        BudgetStep::Draft => &[PROPOSED, VOTED, OPEN],
        BudgetStep::Primitive | BudgetStep::Supplementary | BudgetStep::Amendment => &[VOTED, OPEN, CARRIED],
        BudgetStep::Ledger => &[REALISED],
        BudgetStep::Accounts | BudgetStep::SingleAccounts => &[REALISED, OPEN, VOTED, REMAINING],
    }
}

/// The keys of a plain table that a step reads, the usual one first.
pub(super) fn keys(step: BudgetStep) -> Vec<&'static str> {
    of(step).iter().map(|(key, _)| *key).collect()
}

/// Whether lines that have amounts have none of this step.
pub(super) fn none_of(step: BudgetStep, lines: &[BudgetLine]) -> bool {
    let is_written = |amount: &Option<Money>| amount.is_some_and(|amount| amount != Money::ZERO);
    let written = |line: &BudgetLine| line.amounts.each().iter().any(is_written);
    let has_one = |line: &BudgetLine| of(step).iter().any(|(_, amount)| amount(&line.amounts).is_some());
    lines.iter().any(written) && !lines.iter().any(has_one)
}
