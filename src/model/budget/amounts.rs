//! The amounts of an entry of a year’s budget.

use super::{BudgetStep, Money};

/// What a year’s documents say of one line, every amount optional: nothing written is not zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EntryAmounts {
    /// Proposed by a draft budget, not voted yet.
    pub proposed: Option<Money>,
    /// Voted: BP + BS + DM, without the restes à réaliser carried; that of the accounts where they repeat it.
    pub voted: Option<Money>,
    /// Open credits: voted plus restes à réaliser carried. Those of the accounts hold every decision already.
    pub open: Option<Money>,
    pub realised: Option<Money>,
    /// Restes à réaliser on 31 December: engaged, not paid, carried to the next year.
    pub remaining: Option<Money>,
}

/// One of the amounts that a table shows of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BudgetAmount {
    Proposed,
    Open,
    Realised,
}

impl BudgetAmount {
    /// After the year: `2025 réalisé`.
    pub fn label(self) -> &'static str {
        match self {
            BudgetAmount::Proposed => "proposé",
            BudgetAmount::Open => "ouvert",
            BudgetAmount::Realised => "réalisé",
        }
    }
}

impl BudgetStep {
    /// The amounts that documents of this step can tell.
    pub fn amounts(self) -> &'static [BudgetAmount] {
        match self {
            BudgetStep::Draft => &[BudgetAmount::Proposed],
            BudgetStep::Primitive | BudgetStep::Supplementary | BudgetStep::Amendment => &[BudgetAmount::Open],
            BudgetStep::Ledger => &[BudgetAmount::Realised],
            BudgetStep::Accounts | BudgetStep::SingleAccounts => &[BudgetAmount::Open, BudgetAmount::Realised],
        }
    }
}

impl EntryAmounts {
    /// The amount that stands for a year at this step: what was realised once it is over, else the credits.
    pub fn standing(&self, step: BudgetStep) -> Option<Money> {
        match step.is_realised() {
            true => self.realised,
            false => self.credits(),
        }
    }

    /// One of the amounts; the vote stands for open credits that are not written.
    pub fn amount(&self, which: BudgetAmount) -> Option<Money> {
        match which {
            BudgetAmount::Proposed => self.proposed,
            BudgetAmount::Open => self.open.or(self.voted),
            BudgetAmount::Realised => self.realised,
        }
    }

    /// The credits of the line: open where known, else voted, else proposed.
    pub fn credits(&self) -> Option<Money> {
        self.open.or(self.voted).or(self.proposed)
    }

    /// Each amount that is there, changed.
    pub fn map(&self, change: impl Fn(Money) -> Money) -> EntryAmounts {
        EntryAmounts {
            proposed: self.proposed.map(&change),
            voted: self.voted.map(&change),
            open: self.open.map(&change),
            realised: self.realised.map(&change),
            remaining: self.remaining.map(&change),
        }
    }

    /// Adds the amounts of another line of the same key, field by field; an absence adds nothing.
    pub fn add(&mut self, other: &EntryAmounts) {
        add(&mut self.proposed, other.proposed);
        add(&mut self.voted, other.voted);
        add(&mut self.open, other.open);
        add(&mut self.realised, other.realised);
        add(&mut self.remaining, other.remaining);
    }
}

/// Adds an amount to a sum; an absence adds nothing.
pub(super) fn add(sum: &mut Option<Money>, amount: Option<Money>) {
    if let Some(amount) = amount {
        *sum = Some(sum.unwrap_or_default() + amount);
    }
}
