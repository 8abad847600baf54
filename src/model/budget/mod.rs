//! A budget as its standard files tell it: documents, lines and their words, money exact to the cent.
//!
//! Nothing here knows TOTEM, SCDL or a balance: that is `load`. Sections are never summed into one another.

mod money;
mod document;
mod words;
mod totals;

pub use document::{BudgetAmounts, BudgetDocument, BudgetLine, BudgetPart, LineCount};
pub use money::{Money, MoneyFault};
pub use totals::BudgetTotals;
pub use words::{BudgetDirection, BudgetMovement, BudgetSection, BudgetStep};
