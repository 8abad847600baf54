//! The credits of the actions by year, and what they explain of each budget.

use crate::model::{
    AccountLabels, Authorisation, BudgetDirection, BudgetPart, BudgetSection, BudgetStep, CreditSelector, EntryAmounts,
    Identifier,
};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the selectors of `actions.yaml` take of the budgets, reconciled: no line is taken for more than it holds.
///
/// Sections are never summed into one another, nor expenses with revenues. Two actions never share a euro, so their
/// amounts may be added; a finalité’s may not, since an action serves several.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Credits {
    /// The budgets that one selector may read together, the main one first, years ascending.
    pub budgets: Vec<BudgetCredits>,
    /// The budgets that the selectors would have read, in codes that say something else: nothing is taken of them.
    pub apart: Vec<ApartBudget>,
    /// The actions that have a line of a budget or an authorisation, in the order of `actions.yaml`.
    pub actions: Vec<ActionCredits>,
    /// How natures and functions are called.
    pub labels: AccountLabels,
}

/// One budget and one year, as far as policies are concerned.
#[derive(Clone, Debug, PartialEq)]
pub struct BudgetCredits {
    pub part: BudgetPart,
    /// As printed: `Budget principal`.
    pub name: Arc<str>,
    pub year: i32,
    pub step: BudgetStep,
    /// The norm of its codes (`M57`), that of the series where a bridge translated them; none where nothing tells it.
    pub norm: Option<Arc<str>>,
    /// The norm that a bridge translated (`M14`).
    pub bridged_from: Option<Arc<str>>,
    /// The amounts are invented for a demonstration.
    pub example: bool,
    /// Real expenses, section by section.
    pub sections: BTreeMap<BudgetSection, SectionCredits>,
}

/// One budget and one year that are not in the series of the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApartBudget {
    pub name: Arc<str>,
    pub year: i32,
    /// The norm of its codes (`M14`); none where nothing tells it.
    pub norm: Option<Arc<str>>,
}

/// The real expenses of a section.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SectionCredits {
    /// Those that policies may explain.
    pub policies: EntryAmounts,
    /// Those of them that the actions take.
    pub explained: EntryAmounts,
    /// Debt, flows between budgets, carried results: left out of the share.
    pub left_out: EntryAmounts,
}

/// The credits of one action.
#[derive(Clone, Debug, PartialEq)]
pub struct ActionCredits {
    pub action: Identifier,
    /// Sections in their order, expenses first; only those that hold something.
    pub series: Vec<CreditSeries>,
    /// In the order of the table.
    pub authorisations: Vec<Authorisation>,
    /// Whether a budget or an authorisation that it reads is invented for a demonstration.
    pub example: bool,
}

/// The amounts of a section and a direction, by year.
#[derive(Clone, Debug, PartialEq)]
pub struct CreditSeries {
    pub section: BudgetSection,
    pub direction: BudgetDirection,
    pub years: BTreeMap<i32, EntryAmounts>,
}

/// What a year of the series is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CreditYear {
    pub year: i32,
    /// That of the main budget where it is read that year.
    pub step: BudgetStep,
    pub bridged_from: Option<Arc<str>>,
    pub example: bool,
}

impl Credits {
    /// Whether there is nothing to print.
    pub fn is_empty(&self) -> bool {
        self.actions.is_empty()
    }

    /// The credits of an action; none where it takes nothing of a budget and has no authorisation.
    pub fn of_action(&self, action: &Identifier) -> Option<&ActionCredits> {
        self.actions.iter().find(|credits| credits.action == *action)
    }

    /// How the codes of a selector are called; none where a budget that it reads is not known to be in the norm of the labels.
    pub fn labels_of(&self, selector: &CreditSelector) -> Option<&AccountLabels> {
        let mut read = self
            .budgets
            .iter()
            .filter(|budget| selector.reads(budget.part, &budget.name))
            .peekable();
        read.peek()?;
        let own = |budget: &BudgetCredits| budget.norm.as_deref() == Some(&*self.labels.norm);
        read.all(own).then_some(&self.labels)
    }

    /// The years of the budgets, ascending.
    pub fn years(&self) -> Vec<CreditYear> {
        let mut years: BTreeMap<i32, CreditYear> = BTreeMap::new();
        for budget in &self.budgets {
            let known = years.entry(budget.year).or_insert_with(|| CreditYear {
                year: budget.year,
                step: budget.step,
                bridged_from: budget.bridged_from.clone(),
                example: false,
            });
            known.example |= budget.example;
        }
        years.into_values().collect()
    }

    /// Whether an amount of these credits is invented for a demonstration.
    pub fn example(&self) -> bool {
        self.budgets.iter().any(|budget| budget.example) || self.actions.iter().any(|action| action.example)
    }
}

impl ActionCredits {
    /// The expenses of a section by year; none where the action takes nothing of it.
    pub fn expenses(&self, section: BudgetSection) -> Option<&BTreeMap<i32, EntryAmounts>> {
        let mut series = self.series.iter();
        let found = series.find(|series| series.section == section && series.direction == BudgetDirection::Expense);
        found.map(|series| &series.years)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{by_function, named, taken};
    use crate::model::fixture::{entry, year_budget};
    use crate::model::{BudgetPart, CreditSelector, YearBudget};

    #[test]
    fn labels_are_those_of_the_nomenclature_of_every_budget_that_a_selector_reads() {
        let green = || by_function("823");
        let water = || CreditSelector {
            budget: Some("Eau".to_owned()),
            ..green()
        };
        let year = |year: i32, norm: Option<&str>| YearBudget {
            nomenclature: norm.map(Into::into),
            ..year_budget(year, vec![entry("2151", "823", 5)])
        };
        let annex = YearBudget {
            part: BudgetPart::Annex,
            name: "Eau".into(),
            ..year(2025, Some("M49"))
        };
        let labelled = |years: Vec<YearBudget>| {
            let (mut credits, _) = taken(&[named("velo", vec![green(), water()])], years);
            credits.labels.norm = "M57".to_owned();
            [green(), water()].map(|selector| credits.labels_of(&selector).is_some())
        };
        assert_eq!(labelled(vec![year(2025, Some("M57-M57_D")), annex]), [true, false]);
        assert_eq!(labelled(vec![year(2025, Some("M14-M14_SUP3500"))]), [false, false]);
        assert_eq!(labelled(vec![year(2025, None)]), [false, false]);
        assert_eq!(
            labelled(vec![year(2024, Some("M14")), year(2025, Some("M57"))]),
            [false, false]
        );
    }

    #[test]
    fn a_year_is_an_example_where_its_budget_is() {
        for example in [true, false] {
            let budget = YearBudget {
                example,
                ..year_budget(2025, vec![entry("2151", "844", 100)])
            };
            let (credits, _) = taken(&[named("velo", vec![by_function("84")])], vec![budget]);
            let years: Vec<bool> = credits.years().iter().map(|year| year.example).collect();
            assert_eq!(years, [example]);
        }
    }
}
