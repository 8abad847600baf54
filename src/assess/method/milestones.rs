//! Share of the broken line through every target covered: `R = (y_t - y_0) / (path(t) - y_0)`.
//!
//! A trajectory decided in steps is compared with its own steps, not with the straight line to one of them.

use super::{Aim, Progress};
use crate::assess::course::Course;

/// Progress on the broken line; both shares are of the way from the base to the target the status looks at.
///
/// Where the line has not yet left the base, or allows a retreat first, there is no ratio: `ahead` compares with the line.
pub fn measure(course: Course, aim: Aim<'_>) -> Progress {
    let mut path = vec![course.start];
    let later = aim.targets.iter().filter(|target| target.year > course.start.0);
    path.extend(later.map(|target| (target.year, target.value)));
    let direction = f64::from(aim.direction);
    let expected = direction * (value_on(&path, course.last.0) - course.start.1);
    let gained = direction * course.change();
    let way = (aim.target.value - course.start.1).abs();
    let share = |part: f64| if way > 0.0 { part / way } else { 0.0 };
    Progress {
        observed: share(gained),
        required: share(expected),
        ratio: (expected > 0.0).then(|| gained / expected),
        ahead: gained >= expected,
        path,
    }
}

/// The value of a broken line in a year; before its first point or after its last, that point’s value.
pub fn value_on(path: &[(i32, f64)], year: i32) -> f64 {
    let before = path.iter().rev().find(|point| point.0 <= year);
    let after = path.iter().find(|point| point.0 >= year);
    match (before, after) {
        (Some(&(from, low)), Some(&(to, high))) if to > from => {
            low + (high - low) * f64::from(year - from) / f64::from(to - from)
        }
        (Some(point), _) | (None, Some(point)) => point.1,
        (None, None) => f64::NAN,
    }
}
