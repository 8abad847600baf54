//! What one service is asked for: lines of values, actions, a few words.

use crate::french::name;
use crate::model::{Action, Fingerprint, Indicator, Observation};
use std::collections::BTreeMap;

/// The lines, the actions and the questions of one service.
#[derive(Clone, Debug, PartialEq)]
pub struct ServiceRequest {
    /// As the catalogue first writes it; empty for what no service answers for.
    pub service: String,
    pub lines: Vec<AskedLine>,
    pub actions: Vec<AskedAction>,
    pub questions: Vec<Question>,
}

/// One value to give: an indicator, whole or one of its parts.
#[derive(Clone, Debug, PartialEq)]
pub struct AskedLine {
    pub indicator: Indicator,
    pub breakdown: BTreeMap<String, String>,
    /// What is known by year, the year to fill too.
    pub known: BTreeMap<i32, Observation>,
}

/// An action that is not over.
#[derive(Clone, Debug, PartialEq)]
pub struct AskedAction {
    pub action: Action,
}

/// A few words to write about a finalité.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// `finalite-1-bilan`: what the answer is found by.
    pub key: String,
    /// The finalité, as the law words it in short.
    pub subject: String,
    pub text: String,
}

/// The letters of a service that the name of a file holds.
const LETTERS: usize = 50;
/// How a service without a name is called.
const UNNAMED: &str = "Service à désigner";

impl ServiceRequest {
    /// The name that titles and messages print.
    pub fn label(&self) -> &str {
        match self.service.is_empty() {
            true => UNNAMED,
            false => &self.service,
        }
    }

    /// The name in the name of a file.
    pub fn slug(&self) -> String {
        slug(self.label())
    }

    /// The columns of disaggregation of its lines, in the order of the catalogue.
    pub fn breakdowns(&self) -> Vec<&str> {
        let mut found: Vec<&str> = Vec::new();
        for column in self.lines.iter().flat_map(|line| line.breakdown.keys()) {
            if !found.contains(&column.as_str()) {
                found.push(column);
            }
        }
        found
    }
}

/// A name of service in the name of a file: what no system refuses there, and never that of another service.
pub fn slug(service: &str) -> String {
    let whole = name(service);
    let kept: String = whole
        .chars()
        .filter(|letter| letter.is_alphanumeric() || *letter == '-')
        .take(LETTERS)
        .collect();
    match kept == whole && !kept.is_empty() {
        true => kept,
        false => format!("{kept}-{}", &Fingerprint::of(whole.as_bytes()).to_string()[..8]),
    }
}

impl AskedLine {
    /// The last year before this one of which a number is known.
    pub fn last_number(&self, before: i32) -> Option<(i32, f64)> {
        let numbers = self.known.range(..before).rev();
        numbers
            .filter_map(|(year, known)| Some((*year, known.value.number()?)))
            .next()
    }
}
