//! The steps of the strategy: planned, done, and what the law wanted.

use super::StepKind;
use crate::diagnostic::{Place, Placed};
use jiff::civil::Date;

/// A step, planned or done or both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StrategyStep {
    pub place: Place,
    pub kind: StepKind,
    pub title: String,
    /// When it was to be done.
    pub planned: Option<Placed<Moment>>,
    /// When it was done.
    pub done: Option<Placed<Moment>>,
    /// `délibération n° 8`; may be empty.
    pub decision: String,
    /// A sentence about it; may be empty.
    pub note: String,
    pub example: bool,
}

/// A date as precise as its author knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    Day(Date),
    /// The first day of the month.
    Month(Date),
    Year(i16),
}

/// What the law wanted done, and by when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegalDeadline {
    pub kind: StepKind,
    pub day: Date,
    /// The text that says so, as printed.
    pub basis: String,
}

impl Moment {
    /// The last day that keeps the promise: the 31st of December for a year.
    pub fn last_day(self) -> Date {
        match self {
            Moment::Day(day) => day,
            Moment::Month(day) => day.last_of_month(),
            Moment::Year(year) => Date::new(year, 12, 31).unwrap_or(Date::MAX),
        }
    }

    /// The first day at which it may have been.
    pub fn first_day(self) -> Date {
        match self {
            Moment::Day(day) => day,
            Moment::Month(day) => day.first_of_month(),
            Moment::Year(year) => Date::new(year, 1, 1).unwrap_or(Date::MIN),
        }
    }
}
