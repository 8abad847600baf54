//! Statuses counted, in the words of a key.

use crate::model::Status;
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Count {
    pub key: &'static str,
    pub label: &'static str,
    pub count: usize,
}

/// Statuses that occur, in the order of certainty; the two falls that read alike are counted together.
pub fn counts(statuses: &BTreeMap<Status, usize>) -> Vec<Count> {
    let mut counts: Vec<Count> = Vec::new();
    for (&status, &count) in statuses.iter().filter(|(_, count)| **count > 0) {
        let (key, label) = match status {
            Status::Worsening => (Status::Regressing.key(), Status::Regressing.label()),
            Status::Level => (status.key(), "stable (contexte)"),
            Status::Monitored => (status.key(), "suivi seulement"),
            other => (other.key(), other.label()),
        };
        match counts.iter_mut().find(|known| known.key == key) {
            Some(known) => known.count += count,
            None => counts.push(Count { key, label, count }),
        }
    }
    counts
}
