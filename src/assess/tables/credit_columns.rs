//! The columns of a table of credits: for each year, what its budgets tell.

use crate::compute::Credits;
use crate::model::{BudgetAmount, BudgetStep, EntryAmounts, Money};
use crate::printed::Column;

/// A year and what is told of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CreditColumn {
    pub year: i32,
    what: BudgetAmount,
}

impl CreditColumn {
    /// The columns of every year of the budgets.
    pub fn all(credits: &Credits) -> Vec<Self> {
        let years = credits.years().into_iter();
        years
            .flat_map(|year| match year.step {
                // A balance has no credits of its own; the budget beside it may have some.
                BudgetStep::Ledger if has_credits(credits, year.year) => {
                    CreditColumn::of(year.year, BudgetStep::Accounts)
                }
                step => CreditColumn::of(year.year, step),
            })
            .collect()
    }

    /// The columns of a year whose budget stands there.
    pub fn of(year: i32, step: BudgetStep) -> Vec<Self> {
        let amounts = step.amounts().iter();
        amounts.map(|what| CreditColumn { year, what: *what }).collect()
    }

    /// The last column of accounts, else the last column.
    pub fn reference(columns: &[Self]) -> Option<Self> {
        let realised = |column: &&Self| column.what == BudgetAmount::Realised;
        columns.iter().rev().find(realised).or(columns.last()).copied()
    }

    /// The amount of this column; none where the year does not say it.
    pub fn amount(self, amounts: &EntryAmounts) -> Option<Money> {
        amounts.amount(self.what)
    }

    /// `2025 réalisé`.
    pub fn label(self) -> String {
        self.printed().whole_head()
    }

    /// Under its year: `ouvert`, `réalisé`.
    pub fn printed(self) -> Column {
        let head = self.what.label();
        Column::number(&format!("{head}_{}", self.year), head).within(self.year.to_string())
    }
}

fn has_credits(credits: &Credits, year: i32) -> bool {
    let budgets = credits.budgets.iter().filter(|budget| budget.year == year);
    let mut sections = budgets.flat_map(|budget| budget.sections.values());
    sections.any(|section| section.policies.open.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compute::{BudgetCredits, SectionCredits};
    use crate::model::{BudgetPart, BudgetSection};
    use std::collections::BTreeMap;

    fn budget(part: BudgetPart, year: i32, step: BudgetStep, open: Option<Money>) -> BudgetCredits {
        let policies = EntryAmounts {
            open,
            ..EntryAmounts::default()
        };
        let section = SectionCredits {
            policies,
            ..SectionCredits::default()
        };
        BudgetCredits {
            part,
            name: "Budget".into(),
            year,
            step,
            norm: None,
            bridged_from: None,
            example: false,
            sections: BTreeMap::from([(BudgetSection::Operating, section)]),
        }
    }

    fn labels(budgets: Vec<BudgetCredits>) -> Vec<String> {
        let credits = Credits {
            budgets,
            ..Credits::default()
        };
        CreditColumn::all(&credits)
            .into_iter()
            .map(CreditColumn::label)
            .collect()
    }

    #[test]
    fn a_balance_has_a_column_of_credits_only_where_a_budget_of_its_year_has_some() {
        let open = Some(Money::default());
        let balance = budget(BudgetPart::Main, 2024, BudgetStep::Ledger, None);
        let later = budget(BudgetPart::Main, 2025, BudgetStep::Primitive, open);
        assert_eq!(labels(vec![balance.clone(), later]), ["2024 réalisé", "2025 ouvert"]);
        let beside = budget(BudgetPart::Annex, 2024, BudgetStep::Accounts, open);
        assert_eq!(labels(vec![balance, beside]), ["2024 ouvert", "2024 réalisé"]);
    }
}
