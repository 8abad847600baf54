//! The closed sets of words of a budget: its step, the section, direction and movement of a line.

use crate::model::vocabulary::vocabulary;

/// Where a document stands in the life of a budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BudgetStep {
    /// A draft budget, which says itself that it is not voted.
    Draft,
    /// Budget primitif.
    Primitive,
    /// Budget supplémentaire.
    Supplementary,
    /// Décision modificative.
    Amendment,
    /// Compte administratif; its open credits already hold those of the steps before.
    Accounts,
    /// Compte financier unique, which replaces the compte administratif.
    SingleAccounts,
    /// Balance des comptes of the DGFiP: what was executed, and no credit.
    Ledger,
}

/// The section of a line; the two are never summed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BudgetSection {
    Investment,
    Operating,
}

/// Whether a line spends or receives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BudgetDirection {
    Expense,
    Revenue,
}

/// Whether money moves: `ordre` lines are entries between sections or accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BudgetMovement {
    Real,
    Order,
}

/// What the author says that a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BudgetRole {
    Primitive,
    Supplementary,
    Amendment,
    Accounts,
    SingleAccounts,
    Ledger,
    /// A draft budget, not voted.
    Draft,
}

/// What a line is beside the policies it may pay for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BudgetMark {
    /// Spending and revenue like another.
    Policy,
    /// Loans, their repayment and their interest.
    Debt,
    /// From the main budget to an annex one, or back: in both, never summed.
    InternalFlow,
    /// The result of the year before, carried.
    CarriedResult,
}

vocabulary!(BudgetRole {
    Primitive => "bp", "budget primitif";
    Supplementary => "bs", "budget supplémentaire";
    Amendment => "dm", "décision modificative";
    Accounts => "ca", "compte administratif";
    SingleAccounts => "cfu", "compte financier unique";
    Ledger => "balance", "balance des comptes";
    Draft => "projet", "projet de budget";
});

impl BudgetStep {
    /// The short word of finance departments, also that of the JSON.
    pub fn key(self) -> &'static str {
        match self {
            BudgetStep::Draft => "projet",
            BudgetStep::Primitive => "BP",
            BudgetStep::Supplementary => "BS",
            BudgetStep::Amendment => "DM",
            BudgetStep::Accounts => "CA",
            BudgetStep::SingleAccounts => "CFU",
            BudgetStep::Ledger => "balance",
        }
    }

    /// The whole name, as SCDL writes it.
    pub fn label(self) -> &'static str {
        match self {
            BudgetStep::Draft => "projet de budget",
            BudgetStep::Primitive => "budget primitif",
            BudgetStep::Supplementary => "budget supplémentaire",
            BudgetStep::Amendment => "décision modificative",
            BudgetStep::Accounts => "compte administratif",
            BudgetStep::SingleAccounts => "compte financier unique",
            BudgetStep::Ledger => "balance des comptes",
        }
    }
}

impl BudgetSection {
    pub const ALL: [BudgetSection; 2] = [BudgetSection::Investment, BudgetSection::Operating];

    pub fn label(self) -> &'static str {
        match self {
            BudgetSection::Investment => "investissement",
            BudgetSection::Operating => "fonctionnement",
        }
    }

    /// After a noun: `dépenses d’investissement`.
    pub fn complement(self) -> &'static str {
        match self {
            BudgetSection::Investment => "d’investissement",
            BudgetSection::Operating => "de fonctionnement",
        }
    }
}

impl BudgetDirection {
    pub const ALL: [BudgetDirection; 2] = [BudgetDirection::Expense, BudgetDirection::Revenue];

    pub fn label(self) -> &'static str {
        match self {
            BudgetDirection::Expense => "dépense",
            BudgetDirection::Revenue => "recette",
        }
    }
}

impl BudgetMovement {
    pub const ALL: [BudgetMovement; 2] = [BudgetMovement::Real, BudgetMovement::Order];

    pub fn label(self) -> &'static str {
        match self {
            BudgetMovement::Real => "réel",
            BudgetMovement::Order => "ordre",
        }
    }
}
