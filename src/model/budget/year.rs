//! The budgets of the collectivité, one by name and year, made of all the documents that speak of it.
//!
//! How to use them: take the years to compare from [`Budgets::comparable`] (never from `years` alone: it may hold a
//! year written in a nomenclature that no bridge joins to the others), select the entries by their
//! [`BudgetKey`], and sum one field of [`EntryAmounts`] over them. Choose the section, the
//! direction and the movement first: sections are never summed, a real expense is no `ordre` entry, and the
//! expense of an annex budget that the main budget pays for is in both. A share of the budget is taken on the
//! entries marked [`BudgetMark::Policy`]: the debt, the flows between budgets and the carried results are left out.

use super::{AccountLabels, BudgetKey, BudgetMark, BudgetPart, BudgetStep, EntryAmounts};
use crate::diagnostic::Place;
use std::sync::Arc;

/// Every budget read, sorted: the main one first, then the annex ones by name; years ascending.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Budgets {
    /// At most one for each name and year.
    pub years: Vec<YearBudget>,
    /// How natures and functions are called.
    pub labels: AccountLabels,
}

/// One budget, one year: what it is made of, and its lines.
#[derive(Clone, Debug, PartialEq)]
pub struct YearBudget {
    pub part: BudgetPart,
    /// As printed: the name of the file, or the one that `rapport.yaml` gives.
    pub name: Arc<str>,
    /// Fourteen digits; empty where every file is a plain table.
    pub siret: Arc<str>,
    pub year: i32,
    /// That of the furthest document: where the amounts of the year stand.
    pub step: BudgetStep,
    /// Such as `M57-M57_D`; none where nothing tells it. See [`YearBudget::norm`].
    pub nomenclature: Option<Arc<str>>,
    /// The norm (`M14`) whose codes a bridge of `rapport.yaml` translated into those of the series.
    pub bridged_from: Option<Arc<str>>,
    /// False where its codes are in another nomenclature than the latest year’s and no bridge translates them.
    pub in_series: bool,
    /// The files it was made of, by path.
    pub files: Vec<Arc<str>>,
    /// The amounts are invented for a demonstration; said wherever one is printed.
    pub example: bool,
    /// Sorted by key, each key once: lines of the same key are added, field by field.
    pub entries: Vec<BudgetEntry>,
}

/// One line of a year’s budget.
#[derive(Clone, Debug, PartialEq)]
pub struct BudgetEntry {
    /// In the nomenclature of the series, where a bridge translated it.
    pub key: BudgetKey,
    pub amounts: EntryAmounts,
    pub mark: BudgetMark,
    /// The lines of the files (or rows of the sheets) it was added from.
    pub places: Vec<Place>,
}

impl Budgets {
    pub fn is_empty(&self) -> bool {
        self.years.is_empty()
    }

    /// The years that one selector may read together, main budget first, then each annex budget.
    pub fn comparable(&self) -> impl Iterator<Item = &YearBudget> {
        self.years.iter().filter(|budget| budget.in_series)
    }
}

impl YearBudget {
    /// The norm of the nomenclature: `M57`, `M14`, `M4`…
    pub fn norm(&self) -> Option<&str> {
        norm(self.nomenclature.as_deref()?)
    }
}

/// The norm of a nomenclature: what stands before its declension.
pub(crate) fn norm(nomenclature: &str) -> Option<&str> {
    nomenclature.split(['-', '_']).next().filter(|norm| !norm.is_empty())
}
