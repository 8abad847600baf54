//! A series: at most one point a year, in ascending years.

use super::{ObservationStatus, Value};
use crate::diagnostic::Place;

/// The values of an indicator (or of one of its disaggregations) over the years.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    /// Ascending years, each at most once.
    pub points: Vec<Point>,
}

/// The value of one year, what is said of it, and where it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    pub year: i32,
    pub value: Value,
    /// Ascending, without repetition; empty when nothing was said (a final value).
    pub marks: Vec<ObservationStatus>,
    pub note: String,
    /// Every cell the value was made from: one for a value read, several for a sum or a formula.
    pub places: Vec<Place>,
}

impl Series {
    /// The points that hold a number, as `(year, value)`.
    pub fn numbers(&self) -> impl DoubleEndedIterator<Item = (i32, f64)> + '_ {
        self.points
            .iter()
            .filter_map(|point| Some((point.year, point.value.number()?)))
    }

    pub fn at(&self, year: i32) -> Option<&Point> {
        self.points.iter().find(|point| point.year == year)
    }

    /// The last point that holds a number.
    pub fn last_number(&self) -> Option<&Point> {
        self.points.iter().rev().find(|point| point.value.number().is_some())
    }
}

impl Point {
    pub fn has(&self, mark: ObservationStatus) -> bool {
        self.marks.contains(&mark)
    }
}
