//! What a set of budget lines adds up to.

use super::{BudgetLine, Money};

/// The sums that are compared from a budget to its accounts; an amount not written adds nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BudgetTotals {
    pub voted: Money,
    pub open: Money,
    pub realised: Money,
    /// Restes à réaliser on 31 December.
    pub remaining: Money,
}

impl BudgetTotals {
    /// The exact sums of these lines, whatever their order.
    pub fn of<'a>(lines: impl IntoIterator<Item = &'a BudgetLine>) -> Self {
        let mut totals = BudgetTotals::default();
        for line in lines {
            totals.voted += line.amounts.voted.unwrap_or_default();
            totals.open += line.amounts.open.unwrap_or_default();
            totals.realised += line.amounts.realised.unwrap_or_default();
            totals.remaining += line.amounts.remaining.unwrap_or_default();
        }
        totals
    }
}
