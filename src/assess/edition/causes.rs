//! Which of the differences moved a status: those without which it would have stayed.
//!
//! Each is undone alone and the indicator judged again. Nothing is guessed: where several were needed, all are named.

use super::{Difference, StatusCause};
use crate::assess::Finding;
use crate::assess::judge::judge;
use crate::load::PreviousAssessment;
use crate::model::{Baseline, Indicator, Point, Series, Target, Value};

/// What moved the status; empty where it did not move, or where no one of them is enough to put it back.
pub fn causes(
    finding: &Finding,
    before: &PreviousAssessment,
    differences: &[Difference],
    data_year: i32,
) -> Vec<StatusCause> {
    let Some(status) = before.status.filter(|status| *status != finding.assessment.status) else {
        return Vec::new();
    };
    let undone = |cause: StatusCause| {
        let mut indicator = finding.indicator.clone();
        let mut headline = finding.headline.clone();
        let mut year = data_year;
        match cause {
            StatusCause::Targets => undo_targets(&mut indicator, differences),
            StatusCause::Reference => undo_reference(&mut indicator, before, differences),
            StatusCause::Values => undo_values(&mut headline, differences),
            StatusCause::NewValues => {
                year = before.last.map_or(year - 1, |last| last.0.max(year - 1));
                let last = before.last.map_or(i32::MIN, |last| last.0);
                headline.points.retain(|point| point.year <= last);
            }
            StatusCause::Time => year -= 1,
        }
        let is_time = cause == StatusCause::Time;
        let other = is_time || indicator != finding.indicator || headline != finding.headline;
        other && judge(&indicator, &headline, year).status == status
    };
    let mut causes: Vec<StatusCause> = StatusCause::ALL.into_iter().filter(|cause| undone(*cause)).collect();
    // A status that the values of the year did not move is not said to be theirs.
    if causes.contains(&StatusCause::Time) {
        causes.retain(|cause| *cause != StatusCause::NewValues);
    }
    causes
}

fn undo_targets(indicator: &mut Indicator, differences: &[Difference]) {
    for difference in differences {
        let Difference::Target { year, then, .. } = difference else {
            continue;
        };
        let place = indicator.place.clone();
        indicator.targets.retain(|target| target.year != *year);
        indicator.targets.extend(then.map(|value| Target {
            year: *year,
            value,
            origin: String::new(),
            place,
        }));
    }
    indicator.targets.sort_by_key(|target| target.year);
}

fn undo_reference(indicator: &mut Indicator, before: &PreviousAssessment, differences: &[Difference]) {
    let differs = differences
        .iter()
        .any(|difference| matches!(difference, Difference::Reference { .. }));
    if let Some((year, value)) = before.baseline.filter(|_| differs) {
        indicator.baseline = Some(Baseline {
            year,
            value: Some(value),
            place: indicator.place.clone(),
        });
    }
}

fn undo_values(headline: &mut Series, differences: &[Difference]) {
    for difference in differences {
        let Difference::Value { part, year, then, .. } = difference else {
            continue;
        };
        if !part.is_empty() {
            continue;
        }
        let was = Value::Number(*then);
        match headline.points.iter_mut().find(|point| point.year == *year) {
            Some(point) => point.value = was,
            None => headline.points.push(Point {
                year: *year,
                value: was,
                marks: Vec::new(),
                note: String::new(),
                places: Vec::new(),
            }),
        }
    }
    headline.points.sort_by_key(|point| point.year);
}
