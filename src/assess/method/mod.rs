//! The ways of measuring progress towards a target, and the choice between them.
//!
//! Source of the default: the ratio of growth rates of Eurostat and Statistics Canada, as Open SDG describes it.
//! A method measures; the cuts that make a status of a ratio are in `with_target`.

mod choice;
mod growth_rate;
mod linear;
mod milestones;

pub use choice::{choose, counts_points, yearly_rate};

use super::course::Course;
use crate::model::{Method, Target};

/// What a method needs beside the way travelled.
#[derive(Clone, Copy, Debug)]
pub struct Aim<'a> {
    /// The target the status looks at; its year is after `t_0`.
    pub target: &'a Target,
    /// Every target, ascending, for the path by milestones.
    pub targets: &'a [Target],
    /// `+1` or `-1`.
    pub direction: i8,
}

/// What a method gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    pub observed: f64,
    pub required: f64,
    /// `R`; none where nothing was required yet, so that no quotient exists.
    pub ratio: Option<f64>,
    /// Where there is no ratio: whether the last value is not worse than the path.
    pub ahead: bool,
    /// The path to the target, as a chart draws it.
    pub path: Vec<(i32, f64)>,
}

/// Measures by one method. `GrowthRate` needs what `choose` has checked: positive base and target, a value not negative.
pub fn measure(method: Method, course: Course, aim: Aim<'_>) -> Progress {
    match method {
        Method::GrowthRate | Method::NearLimit => growth_rate::measure(course, aim),
        Method::Linear => linear::measure(course, aim),
        Method::Milestones => milestones::measure(course, aim),
    }
}
