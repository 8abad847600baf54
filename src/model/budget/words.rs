//! The closed sets of words of a budget: its step, the section, direction and movement of a line.

use crate::model::vocabulary::vocabulary;

/// Where a document stands in the life of a budget, from the least final to the most.
///
/// The budget of a year stands where the furthest of its documents does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BudgetStep {
    /// A draft budget, which says itself that it is not voted: its amounts are `proposed`.
    Draft,
    /// Budget primitif.
    Primitive,
    /// Budget supplémentaire.
    Supplementary,
    /// Décision modificative.
    Amendment,
    /// Balance des comptes of the DGFiP: what was realised, and no credit.
    Ledger,
    /// Compte administratif; its open credits already hold those of the steps before.
    Accounts,
    /// Compte financier unique, which replaces the compte administratif.
    SingleAccounts,
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

vocabulary!(BudgetStep {
    Primitive => "bp", "budget primitif";
    Supplementary => "bs", "budget supplémentaire";
    Amendment => "dm", "décision modificative";
    Accounts => "ca", "compte administratif";
    SingleAccounts => "cfu", "compte financier unique";
    Ledger => "balance", "balance des comptes";
    Draft => "projet", "projet de budget";
});

impl BudgetStep {
    /// The short word of finance departments, also that of the JSON: `BP`, `balance`.
    pub fn acronym(self) -> &'static str {
        match self {
            BudgetStep::Draft | BudgetStep::Ledger => self.key(),
            BudgetStep::Primitive => "BP",
            BudgetStep::Supplementary => "BS",
            BudgetStep::Amendment => "DM",
            BudgetStep::Accounts => "CA",
            BudgetStep::SingleAccounts => "CFU",
        }
    }

    /// The label with its article: `un budget primitif`.
    pub fn of_one(self) -> String {
        match self {
            BudgetStep::Amendment | BudgetStep::Ledger => format!("une {}", self.label()),
            _ => format!("un {}", self.label()),
        }
    }

    /// The budget primitif and the decisions that change it.
    pub fn is_voted(self) -> bool {
        matches!(
            self,
            BudgetStep::Primitive | BudgetStep::Supplementary | BudgetStep::Amendment
        )
    }

    /// Compte administratif or compte financier unique: they replace the budget primitif and its decisions.
    pub fn is_accounts(self) -> bool {
        matches!(self, BudgetStep::Accounts | BudgetStep::SingleAccounts)
    }

    /// Whether the year is over: accounts, or the balance that precedes them.
    pub fn is_realised(self) -> bool {
        self >= BudgetStep::Ledger
    }

    /// What the credits of such a year are: `crédits ouverts`, `projet de budget`.
    pub fn credits_label(self) -> &'static str {
        match self {
            BudgetStep::Draft => self.label(),
            _ => "crédits ouverts",
        }
    }

    /// What the amounts of such a year are, in a column header or a caption.
    pub fn amounts_label(self) -> &'static str {
        match self {
            BudgetStep::Draft | BudgetStep::Ledger => self.label(),
            BudgetStep::Accounts | BudgetStep::SingleAccounts => "comptes",
            BudgetStep::Primitive | BudgetStep::Supplementary | BudgetStep::Amendment => "crédits ouverts",
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
