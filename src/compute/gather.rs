//! Observations sorted into series: the headline that a table gives, and its disaggregations.
//!
//! It adds nothing and removes nothing: what a table does not give is made by `headline` or by `formula`.

use super::Breakdown;
use crate::diagnostic::Place;
use crate::model::{Identifier, Observation, ObservationStatus, Point, Series};
use std::collections::BTreeMap;

/// What the tables give of one indicator.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gathered {
    /// Rows without disaggregation.
    pub headline: Series,
    /// Sorted by key.
    pub breakdowns: Vec<Breakdown>,
}

impl Gathered {
    /// The place of the first value, headline before disaggregations.
    pub fn first_place(&self) -> Option<Place> {
        let breakdowns = self.breakdowns.iter().map(|breakdown| &breakdown.series);
        std::iter::once(&self.headline)
            .chain(breakdowns)
            .flat_map(|series| &series.points)
            .find_map(|point| point.places.first().cloned())
    }
}

/// The series of each indicator that has an observation.
///
/// Of two observations of one key and one year the first is kept: `validate` has refused the second.
pub fn by_indicator(observations: &[Observation]) -> BTreeMap<Identifier, Gathered> {
    type ByKey = BTreeMap<BTreeMap<String, String>, BTreeMap<i32, Point>>;
    let mut sorted: BTreeMap<Identifier, ByKey> = BTreeMap::new();
    for observation in observations {
        let by_key = sorted.entry(observation.indicator.clone()).or_default();
        let by_year = by_key.entry(observation.breakdown.clone()).or_default();
        by_year.entry(observation.year).or_insert_with(|| point(observation));
    }
    let series = |by_year: BTreeMap<i32, Point>| Series {
        points: by_year.into_values().collect(),
    };
    let gathered = |mut by_key: ByKey| {
        let headline = by_key.remove(&BTreeMap::new()).map(series).unwrap_or_default();
        let breakdown = |(key, by_year)| Breakdown {
            key,
            series: series(by_year),
        };
        Gathered {
            headline,
            breakdowns: by_key.into_iter().map(breakdown).collect(),
        }
    };
    sorted
        .into_iter()
        .map(|(indicator, by_key)| (indicator, gathered(by_key)))
        .collect()
}

fn point(observation: &Observation) -> Point {
    let said = observation.status != ObservationStatus::Final;
    Point {
        year: observation.year,
        value: observation.value,
        marks: said.then_some(observation.status).into_iter().collect(),
        note: observation.note.clone(),
        places: vec![observation.place.clone()],
    }
}
