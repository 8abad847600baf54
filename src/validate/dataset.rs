//! What may be computed on: observations whose indicator, year and value are known to be right.

use super::Fleet;
use crate::model::{Authorisation, Budgets, Observation, TransitionRule};

/// Typed observations, sorted by indicator, year, disaggregation; none later than the data year.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dataset {
    pub observations: Vec<Observation>,
    /// The budgets by name and year; empty where `data/budget/` holds none.
    pub budget: Budgets,
    /// What `data/parc/` holds; the factors of the reference data are there even where it is empty.
    pub fleet: Fleet,
    /// The multi-year authorisations, in the order of their table.
    pub authorisations: Vec<Authorisation>,
    /// The lines of the tagging tables, in the order of the files; empty where there is none.
    pub transition: Vec<TransitionRule>,
}
