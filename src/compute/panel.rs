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

/// From what a decimal is less than a hundred thousandth of a number.
const LARGE: f64 = 10_000.0;

/// A series for one combination of disaggregations.
#[derive(Clone, Debug, PartialEq)]
pub struct Breakdown {
    pub key: BTreeMap<String, String>,
    pub series: Series,
}

impl Measure {
    /// Without decimals where its author asked for no precision and every number of it is whole, or so large that a decimal says
    /// nothing of it.
    pub(super) fn at_its_precision(mut self) -> Self {
        let parts = self.breakdowns.iter().map(|part| &part.series);
        let read = std::iter::once(&self.headline).chain(parts).flat_map(Series::numbers);
        let targets = self.indicator.targets.iter().map(|target| target.value);
        let baseline = self.indicator.baseline.iter().filter_map(|baseline| baseline.value);
        let numbers: Vec<f64> = read.map(|(_, value)| value).chain(targets).chain(baseline).collect();
        let is_whole = |number: &f64| number.fract() == 0.0 || number.abs() >= LARGE;
        let whole = !numbers.is_empty() && numbers.iter().all(is_whole);
        if self.indicator.free_precision && whole {
            self.indicator.precision = 0;
        }
        self
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture::{indicator, series};

    #[test]
    fn whole_values_are_printed_whole_unless_their_author_said_otherwise() {
        let digits = |free_precision: bool, values: &[(i32, f64)]| {
            let indicator = Indicator {
                free_precision,
                ..indicator("a")
            };
            let measure = Measure {
                indicator,
                headline: series(values),
                breakdowns: Vec::new(),
                withheld: BTreeSet::new(),
            };
            measure.at_its_precision().indicator.precision
        };
        assert_eq!(digits(true, &[(2020, 10_650.0), (2021, 11.0)]), 0);
        assert_eq!(digits(true, &[(2020, 10_650.0), (2021, 11.5)]), 1);
        assert_eq!(digits(true, &[(2020, 10_650.5), (2021, 11_000.0)]), 0);
        assert_eq!(digits(false, &[(2020, 10_650.0)]), 1);
        assert_eq!(digits(true, &[]), 1);
    }
}
