//! What differs from the last edition, indicator by indicator: its status, what that rests on, and what moved it.

use crate::model::{Identifier, Method, Status};
use std::collections::{BTreeMap, BTreeSet};

/// What changed since the last edition for one indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct EditionChange {
    pub indicator: Identifier,
    /// That of the last edition, where this one has no such indicator.
    pub title: String,
    /// That of this edition; empty where the indicator is gone, or has none.
    pub unit: String,
    pub before: Option<Status>,
    pub after: Option<Status>,
    /// What moved the status; empty where it did not, or where nothing does so alone.
    pub causes: Vec<StatusCause>,
    pub differences: Vec<Difference>,
    /// Why a value is another, by year, where the author says it or a formula gives it.
    pub reasons: BTreeMap<i32, String>,
}

/// What differs from the last edition.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EditionChanges {
    pub changes: Vec<EditionChange>,
    /// What the last edition did not publish, as a sentence lists it: not compared.
    pub not_compared: Vec<&'static str>,
}

/// Something that the last edition published, and that is other now; none where it is not there.
#[derive(Clone, Debug, PartialEq)]
pub enum Difference {
    Title {
        then: String,
        now: String,
    },
    Unit {
        then: String,
        now: String,
    },
    Definition {
        then: String,
        now: String,
    },
    Target {
        year: i32,
        then: Option<f64>,
        now: Option<f64>,
    },
    Method {
        then: Method,
        now: Method,
    },
    Reference {
        then: Option<(i32, f64)>,
        now: Option<(i32, f64)>,
    },
    Value {
        /// The disaggregation as data files say it; empty for the whole.
        part: String,
        year: i32,
        then: f64,
        now: Option<f64>,
    },
}

/// Without which a status would be that of the last edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StatusCause {
    Targets,
    Reference,
    /// Values corrected since.
    Values,
    /// Values that the last edition did not have.
    NewValues,
    /// The data year alone: a term has come, or is nearer.
    Time,
}

impl EditionChange {
    /// Nothing changed yet.
    pub fn of(indicator: Identifier, title: String) -> Self {
        EditionChange {
            indicator,
            title,
            unit: String::new(),
            before: None,
            after: None,
            causes: Vec::new(),
            differences: Vec::new(),
            reasons: BTreeMap::new(),
        }
    }
}

impl EditionChange {
    /// The years whose value is another, and no reason says why.
    pub fn unexplained(&self) -> BTreeSet<i32> {
        let revised = self.differences.iter().filter_map(|difference| match difference {
            Difference::Value { year, .. } => Some(*year),
            _ => None,
        });
        revised.filter(|year| !self.reasons.contains_key(year)).collect()
    }
}

impl StatusCause {
    pub const ALL: [StatusCause; 5] = [
        StatusCause::Targets,
        StatusCause::Reference,
        StatusCause::Values,
        StatusCause::NewValues,
        StatusCause::Time,
    ];

    /// After « tient à »: a French noun with its article.
    pub fn words(self) -> &'static str {
        match self {
            StatusCause::Targets => "la cible changée",
            StatusCause::Reference => "la référence changée",
            StatusCause::Values => "la correction des valeurs",
            StatusCause::NewValues => "la nouvelle valeur",
            StatusCause::Time => "l’année qui passe",
        }
    }
}
