//! A budget as its standard files tell it: documents, lines and their words, money exact to the cent.
//!
//! A [`BudgetDocument`] is what one file says; a [`YearBudget`] is what the documents of a year say together, and
//! what later rooms work on. Nothing here knows TOTEM, SCDL or a balance: that is `load`. Sections are never
//! summed into one another.

mod money;
mod document;
mod words;
mod totals;
mod key;
mod amounts;
mod year;
mod accounts;
mod selector;
mod authorisation;

pub use accounts::{AccountChart, AccountLabels};
pub use amounts::{BudgetAmount, EntryAmounts};
pub use authorisation::{Authorisation, AuthorisationKind};
pub use document::{BudgetAmounts, BudgetDocument, BudgetLine, BudgetPart, LineCount};
pub use key::{BudgetKey, ManagementCodes};
pub use money::{Money, MoneyFault};
pub use selector::{CreditSelector, CreditShare};
pub use totals::BudgetTotals;
pub use words::{BudgetDirection, BudgetMark, BudgetMovement, BudgetSection, BudgetStep};
pub use year::{BudgetEntry, Budgets, YearBudget};
