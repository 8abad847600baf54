//! What every question about an indicator starts from, and the shape of every answer.

use super::course::{Course, Unmeasured};
use super::{Assessment, AssessmentInputs, Trend, method};
use crate::model::{Indicator, Status};

/// From this yearly rate it improves slightly, or has a trend at all.
pub const SLIGHT: f64 = 0.005;

/// Binary fractions must not move a ratio across a cut.
pub(super) const DUST: f64 = 1e-9;
/// What every question starts from.
pub(super) struct Case<'a> {
    pub indicator: &'a Indicator,
    /// The last year read.
    pub data_year: i32,
    pub last: (i32, f64),
    pub course: Result<Course, Unmeasured>,
    /// Filled with what is known whatever the outcome: base, last value, direction.
    pub inputs: AssessmentInputs,
}

/// An assessment whose trend is not yet known.
pub(super) fn outcome(status: Status, reason: impl Into<String>, inputs: AssessmentInputs) -> Assessment {
    Assessment {
        status,
        reason: reason.into(),
        trend: None,
        inputs,
    }
}

/// Rising or falling from half a percent a year; level below. From a base of zero, any change counts.
pub(super) fn trend(course: Course) -> Trend {
    let (measure, threshold) = match method::yearly_rate(course) {
        Some((rate, _)) => (rate, SLIGHT),
        None => (course.change(), f64::MIN_POSITIVE),
    };
    if measure >= threshold {
        Trend::Rising
    } else if measure <= -threshold {
        Trend::Falling
    } else {
        Trend::Level
    }
}
