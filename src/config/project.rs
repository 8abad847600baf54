//! What a project says of itself: who, which edition, its calendar, its catalogue, its actions.

use super::{ProjectFile, Reference, Settings};
use crate::model::{Action, Identifier, Indicator, Names, Strategy};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// What the command line decides before anything is read.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The folder that holds `data/`.
    pub root: PathBuf,
    /// Replaces `edition` of `rapport.yaml` (`--edition`); the data year and the budget year follow by the same shift.
    pub edition: Option<i32>,
}

/// A project as its author keeps it, complete: every default has been decided.
#[derive(Clone, Debug)]
pub struct Project {
    /// The folder that holds `data/`, as given on the command line.
    pub root: PathBuf,
    pub settings: Settings,
    /// In the order of the files (sorted by name), then of the entries.
    pub catalogue: Vec<Indicator>,
    /// Identifiers written in the catalogue whose entry was refused: a table that names one is not at fault.
    pub refused: BTreeSet<Identifier>,
    /// The indicators that are kept for their history: their lines are no fault, and nothing of them is printed.
    pub archived: Vec<Indicator>,
    pub actions: Vec<Action>,
    /// The actions that are closed: only what they took of the budgets is told.
    pub closed: Vec<Action>,
    /// What `strategie.yaml` says; none without that file.
    pub strategy: Option<Strategy>,
    pub reference: Reference,
    /// Every file read so far, for the manifest and the traceability annex.
    pub files: Vec<ProjectFile>,
}

impl Project {
    /// Every action that took something of a budget, closed or not.
    pub fn funded(&self) -> Vec<Action> {
        [self.actions.as_slice(), &self.closed].concat()
    }

    /// What tables and formulas may call an indicator.
    pub fn names(&self) -> Names {
        names(&self.catalogue, &self.archived)
    }
}

/// What these indicators may be called.
pub(super) fn names(catalogue: &[Indicator], archived: &[Indicator]) -> Names {
    Names::of(catalogue.iter().map(called)).with_archived(archived.iter().map(called))
}

fn called(indicator: &Indicator) -> (&Identifier, &str) {
    (&indicator.id, &indicator.title)
}
