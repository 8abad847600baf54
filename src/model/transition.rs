//! The words of the transition effect of investment: axes, classes, what each exercice asks, who tagged what.
//!
//! What each exercice asks is reference data, read from texts that change; a class is only ever given by a
//! tagging table of the project.

use super::vocabulary::vocabulary;
use crate::diagnostic::Place;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The class of an expense on one axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TransitionClass {
    Favourable,
    Unfavourable,
    Neutral,
    Mixed,
    Unrated,
}

/// What the texts ask, as the reference data has it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TransitionReference {
    /// The article, as printed.
    pub basis: String,
    /// The day the texts were read.
    pub read_on: Option<Date>,
    /// By number, from 1 to 6.
    pub axes: BTreeMap<u8, TransitionAxis>,
    /// By first exercice; no two of them hold the same exercice.
    pub scopes: Vec<TransitionScope>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TransitionAxis {
    pub title: String,
    /// For the heads of tables and charts.
    pub short: String,
}

/// What is looked at, from one exercice to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TransitionScope {
    pub from: i32,
    /// None: until further notice.
    pub to: Option<i32>,
    /// Ascending.
    pub axes: Vec<u8>,
    /// Prefixes of the norms concerned: `M4` stands for M41, M43, M49…
    pub norms: Vec<String>,
    /// Prefixes of accounts; empty where every account of investment is looked at.
    pub accounts: Vec<String>,
    /// Those of `accounts` that were not found again in the text.
    pub unread: Vec<String>,
    /// Whether the texts make the axes depend on a condition that the reference data does not know.
    pub conditional: bool,
}

/// A class given by an author.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TransitionRating {
    pub class: TransitionClass,
    /// Of a mixed expense, the part that the author says favourable, in hundredths of a percent.
    pub favourable_part: Option<u16>,
}

/// A line of the tagging table: what it speaks of, and the class it gives on each axis it names.
#[derive(Clone, Debug, PartialEq)]
pub struct TransitionRule {
    /// Prefix of the norm whose codes these are: `M57`, `M4`.
    pub norm: String,
    /// Prefix; empty for any nature.
    pub nature: String,
    /// Prefix; empty for any function.
    pub function: String,
    /// Never empty.
    pub ratings: BTreeMap<u8, TransitionRating>,
    /// A service or a role.
    pub author: Arc<str>,
    pub date: Date,
    /// Invented for a demonstration.
    pub example: bool,
    pub place: Place,
}

vocabulary!(TransitionClass {
    Favourable => "favorable", "favorable";
    Unfavourable => "defavorable", "défavorable";
    Neutral => "neutre", "neutre";
    Mixed => "mixte", "mixte";
    Unrated => "non cotee", "non cotée";
});

impl TransitionReference {
    /// What the texts ask for an exercice; none where they ask nothing.
    pub fn scope_of(&self, year: i32) -> Option<&TransitionScope> {
        self.scopes.iter().find(|scope| scope.holds(year))
    }
}

impl TransitionScope {
    pub fn holds(&self, year: i32) -> bool {
        self.from <= year && self.to.is_none_or(|last| year <= last)
    }

    /// Whether budgets of this norm are looked at.
    pub fn takes_norm(&self, norm: &str) -> bool {
        self.norms.iter().any(|prefix| norm.starts_with(prefix.as_str()))
    }

    /// Whether this account is looked at.
    pub fn takes_account(&self, nature: &str) -> bool {
        self.accounts.is_empty() || begins_with_one(nature, &self.accounts)
    }

    /// The listed account that this one begins with and that was not found again in the text.
    pub fn unread_account(&self, nature: &str) -> Option<&str> {
        let mut unread = self.unread.iter().map(String::as_str);
        unread.find(|prefix| nature.starts_with(prefix))
    }
}

fn begins_with_one(code: &str, prefixes: &[String]) -> bool {
    prefixes.iter().any(|prefix| code.starts_with(prefix.as_str()))
}

impl TransitionRule {
    /// Whether it speaks of a line of a budget.
    pub fn matches(&self, norm: &str, nature: &str, function: &str) -> bool {
        norm.starts_with(&self.norm) && nature.starts_with(&self.nature) && function.starts_with(&self.function)
    }

    /// Whether it says more than the other of every line that both speak of.
    pub fn refines(&self, other: &TransitionRule) -> bool {
        let codes = |rule: &TransitionRule| (rule.norm.clone(), rule.nature.clone(), rule.function.clone());
        codes(self) != codes(other) && other.matches(&self.norm, &self.nature, &self.function)
    }
}
