//! Multi-year authorisations: what was voted for several years, what was paid of it, what remains planned.

use super::{BudgetSection, Money};
use crate::diagnostic::Place;
use crate::model::Identifier;
use std::collections::BTreeMap;

/// An autorisation and the action that it pays for; one that pays for two actions is two of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authorisation {
    /// The line of the table, or the row of the sheet.
    pub place: Place,
    /// The number that the finance department gave it.
    pub code: String,
    /// May be empty.
    pub title: String,
    pub kind: AuthorisationKind,
    pub action: Identifier,
    pub voted: Money,
    /// Crédits de paiement mandated, by year.
    pub paid: BTreeMap<i32, Money>,
    /// Crédits de paiement still planned, by year.
    pub planned: BTreeMap<i32, Money>,
    /// Invented for a demonstration.
    pub example: bool,
}

/// Which section an authorisation is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AuthorisationKind {
    /// Autorisation de programme: investment.
    Programme,
    /// Autorisation d’engagement: operating.
    Engagement,
}

impl Authorisation {
    /// Paid and planned together, over all years.
    pub fn payments(&self) -> Money {
        self.paid.values().chain(self.planned.values()).copied().sum()
    }

    /// What is paid or planned in one year; none where the table says nothing of it.
    pub fn payment(&self, year: i32) -> Option<Money> {
        match (self.paid.get(&year), self.planned.get(&year)) {
            (None, None) => None,
            (paid, planned) => Some([paid, planned].into_iter().flatten().copied().sum()),
        }
    }
}

impl AuthorisationKind {
    pub fn section(self) -> BudgetSection {
        match self {
            AuthorisationKind::Programme => BudgetSection::Investment,
            AuthorisationKind::Engagement => BudgetSection::Operating,
        }
    }

    /// As finance departments write it.
    pub fn key(self) -> &'static str {
        match self {
            AuthorisationKind::Programme => "AP",
            AuthorisationKind::Engagement => "AE",
        }
    }
}
