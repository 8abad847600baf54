//! The closed sets of words of a budget: its step, the section, direction and movement of a line.

/// Where a document stands in the life of a budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BudgetStep {
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

impl BudgetStep {
    /// The short word of finance departments, also that of the JSON.
    pub fn key(self) -> &'static str {
        match self {
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
