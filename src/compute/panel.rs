//! The series on which everything is judged and drawn.

use super::{Credits, Footprint, Transition};
use crate::model::{Indicator, Series};
use std::collections::{BTreeMap, BTreeSet};

/// One measure an indicator, in the order of the catalogue.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Panel {
    pub measures: Vec<Measure>,
    /// None where `data/parc/` holds no inventory.
    pub footprint: Option<Footprint>,
    /// What the actions take of the budgets.
    pub credits: Credits,
    /// The transition effect of the investment executed; none where the project has no accounts.
    pub transition: Option<Transition>,
}

/// An indicator and its values.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    pub indicator: Indicator,
    /// The values that are judged; empty where the catalogue says `total: aucun` and the table has no headline.
    pub headline: Series,
    /// The disaggregated series, sorted by key.
    pub breakdowns: Vec<Breakdown>,
    /// The years in which a value was made secret since another one could be deduced from it.
    pub withheld: BTreeSet<i32>,
}

/// A series for one combination of disaggregations.
#[derive(Clone, Debug, PartialEq)]
pub struct Breakdown {
    pub key: BTreeMap<String, String>,
    pub series: Series,
}

impl Breakdown {
    /// The key as data files say it: `secteur=résidentiel, energie=gaz`.
    pub fn said(&self) -> String {
        let said = self.key.iter().map(|(column, value)| format!("{column}={value}"));
        said.collect::<Vec<_>>().join(", ")
    }

    /// The values of the key joined for a legend: `résidentiel`, `résidentiel, gaz`.
    pub fn label(&self) -> String {
        self.key.values().cloned().collect::<Vec<_>>().join(", ")
    }
}
