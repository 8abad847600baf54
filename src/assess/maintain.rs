//! An indicator to be maintained is inside its tolerance around the reference, or out of it.
//!
//! `observed` is the deviation `(y_t - y_0) / |y_0|`, `required` the tolerance; there is no method and no ratio.

use super::Assessment;
use super::case::{Case, DUST, outcome};
use crate::model::Status;

pub(super) fn assess(case: Case<'_>) -> Assessment {
    let Case {
        indicator,
        data_year,
        mut inputs,
        course,
        ..
    } = case;
    let course = match course {
        Ok(course) => course,
        Err(unmeasured) => return outcome(Status::NotAssessable, unmeasured.reason(), inputs),
    };
    let (year, start) = course.start;
    inputs.required = Some(indicator.tolerance);
    inputs.observed = (start != 0.0).then(|| course.change() / start.abs());
    inputs.path = vec![(year, start), (data_year.max(course.last.0), start)];
    let inside = course.change().abs() <= start.abs() * (indicator.tolerance + DUST);
    let status = if inside {
        Status::Maintained
    } else {
        Status::OutOfTolerance
    };
    outcome(status, "", inputs)
}
