//! Ratio of compound annual growth rates.
//!
//! `observed = (y_t / y_0)^(1/(t - t_0)) - 1`, `required = (y_T / y_0)^(1/(T - t_0)) - 1`,
//! `R = d · observed / |required|` (Eurostat and Statistics Canada, Open SDG methodology).

use super::{Aim, Progress};
use crate::assess::course::Course;

/// The yearly rate that leads from one value to another: 0.02 is 2 % a year.
///
/// `from` is positive, `to` not negative, `years` positive.
pub fn rate(from: f64, to: f64, years: f64) -> f64 {
    (to / from).powf(1.0 / years) - 1.0
}

/// Progress by growth rates; the path is the geometric curve, a point a year.
pub fn measure(course: Course, aim: Aim<'_>) -> Progress {
    let (start_year, start) = course.start;
    let span = f64::from(aim.target.year - start_year);
    let observed = rate(start, course.last.1, course.years());
    let required = rate(start, aim.target.value, span);
    let direction = f64::from(aim.direction);
    let on_curve = |year: i32| {
        let share = f64::from(year - start_year) / span;
        start * (aim.target.value / start).powf(share)
    };
    let mut path: Vec<(i32, f64)> = (start_year..aim.target.year)
        .map(|year| (year, on_curve(year)))
        .collect();
    path.push((aim.target.year, aim.target.value));
    Progress {
        observed,
        required,
        ratio: (required != 0.0).then(|| direction * observed / required.abs()),
        ahead: direction * course.change() >= 0.0,
        path,
    }
}
