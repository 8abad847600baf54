//! What each value that came back is beside what is known: new, the same, better told, or another one.
//!
//! It decides what is written in the table of the collection, and never touches another.

use super::records::{Origin, Record, Records};
use crate::french::folded;
use crate::model::{Identifier, Observation, ObservationStatus, Value, to_twelve_digits};
use std::collections::{BTreeMap, BTreeSet};

/// By what a value is known: its indicator, its year, its parts whatever their capitals and accents.
pub(super) type Key = (Identifier, i32, Vec<(String, String)>);

/// What is known of a value, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    pub value: Value,
    pub status: ObservationStatus,
    pub note: String,
    /// Where it stands, as a sentence writes it.
    pub address: String,
    /// It stands in the table of the collection.
    pub ours: bool,
    /// Its parts as they are written there.
    pub breakdown: BTreeMap<String, String>,
}

/// What a value that came back is.
#[derive(Clone, Debug, PartialEq)]
pub enum Fate {
    /// Nothing was known.
    New,
    /// The same value, with a status or a note that was not known.
    Detailed,
    Unchanged,
    /// Another value than the one that is known.
    Revised {
        before: Known,
        accepted: bool,
    },
}

/// Which revisions are taken, and why.
#[derive(Clone, Debug, Default)]
pub struct Acceptance {
    pub all: bool,
    pub of: BTreeSet<String>,
    pub reason: Option<String>,
}

impl Acceptance {
    fn takes(&self, id: &Identifier) -> bool {
        self.all || self.of.contains(id.as_str())
    }
}

pub(super) fn key(observation: &Observation) -> Key {
    let parts = observation.breakdown.iter();
    let parts = parts.map(|(column, part)| (folded(column), folded(part))).collect();
    (observation.indicator.clone(), observation.year, parts)
}

/// What is known, by key; `ours` is the path of the table of the collection.
pub(super) fn known(observations: &[Observation], ours: &str) -> BTreeMap<Key, Known> {
    let told = |observation: &Observation| Known {
        value: observation.value,
        status: observation.status,
        note: observation.note.clone(),
        address: observation.place.to_string(),
        ours: *observation.place.file == *ours,
        breakdown: observation.breakdown.clone(),
    };
    observations.iter().map(|one| (key(one), told(one))).collect()
}

/// What came back beside what is known, once it is merged: the table and the knowledge follow.
pub(super) struct Merging<'m> {
    pub known: &'m mut BTreeMap<Key, Known>,
    pub records: &'m mut Records,
    pub acceptance: &'m Acceptance,
}

impl Merging<'_> {
    /// `spoken`: a status is written beside the value.
    pub fn merge(&mut self, found: &Observation, spoken: bool, origin: &Origin) -> Fate {
        let key = key(found);
        let known = self.known.get(&key).cloned();
        let fate = fate(found, known.as_ref(), spoken, self.acceptance);
        let before = match &fate {
            Fate::Unchanged | Fate::Revised { accepted: false, .. } => return fate,
            Fate::Revised { before, .. } => format!("{} ({})", before.value.said(), before.address),
            Fate::New | Fate::Detailed => String::new(),
        };
        let silent = known
            .as_ref()
            .filter(|known| !spoken && known.value != Value::Missing && known.status != ObservationStatus::Example);
        let status = match silent {
            // A status that nobody said again stays, but what a value was kept secret for.
            Some(known) if known.status != ObservationStatus::Secret && found.status == ObservationStatus::Final => {
                known.status
            }
            _ => found.status,
        };
        let breakdown = known
            .as_ref()
            .map_or_else(|| found.breakdown.clone(), |known| known.breakdown.clone());
        let mut note = match found.note.is_empty() {
            true => known.as_ref().map(|known| known.note.clone()).unwrap_or_default(),
            false => found.note.clone(),
        };
        if let (Fate::Revised { .. }, Some(reason)) = (&fate, &self.acceptance.reason) {
            note = match note.is_empty() {
                true => reason.clone(),
                false => format!("{note} ; {reason}"),
            };
        }
        self.records.put(Record {
            indicator: found.indicator.clone(),
            year: found.year,
            breakdown: breakdown.clone(),
            value: found.value,
            status,
            note: note.clone(),
            origin: Origin {
                before,
                ..origin.clone()
            },
        });
        let now = Known {
            value: found.value,
            status,
            note,
            address: format!("{}, {}", origin.workbook, origin.cell),
            ours: true,
            breakdown,
        };
        self.known.insert(key, now);
        fate
    }
}

fn fate(found: &Observation, known: Option<&Known>, spoken: bool, acceptance: &Acceptance) -> Fate {
    let Some(known) = known else { return Fate::New };
    if is_same(found.value, known.value) {
        let status = spoken && found.status != known.status;
        let note = !found.note.is_empty() && found.note != known.note;
        return match status || note || found.value == Value::Missing && !known.ours {
            true => Fate::Detailed,
            false => Fate::Unchanged,
        };
    }
    // What was missing or invented gives way.
    if known.value == Value::Missing || known.status == ObservationStatus::Example {
        return Fate::New;
    }
    Fate::Revised {
        before: known.clone(),
        accepted: acceptance.takes(&found.indicator),
    }
}

/// Whether two values are one, whatever the last digit that a spreadsheet loses.
fn is_same(one: Value, other: Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => to_twelve_digits(one) == to_twelve_digits(other),
        (one, other) => one == other,
    }
}
