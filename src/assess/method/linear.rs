//! Share of the straight path covered, against the share of the time elapsed.
//!
//! `R = (d · (y_t - y_0) / |y_T - y_0|) / ((t - t_0) / (T - t_0))`. Written with `d` and an absolute value so that a value
//! moving away from the wanted direction counts as a retreat even when its target is on that side.

use super::{Aim, Progress};
use crate::assess::course::Course;

/// Progress on the straight line; `observed` is the share of the way, `required` the share of the time.
pub fn measure(course: Course, aim: Aim<'_>) -> Progress {
    let gained = f64::from(aim.direction) * course.change();
    let way = (aim.target.value - course.start.1).abs();
    let observed = if way > 0.0 { gained / way } else { 0.0 };
    let required = course.years() / f64::from(aim.target.year - course.start.0);
    Progress {
        observed,
        required,
        ratio: (way > 0.0).then(|| observed / required),
        ahead: gained >= 0.0,
        path: vec![course.start, (aim.target.year, aim.target.value)],
    }
}
