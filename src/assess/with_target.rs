//! An indicator with a target: reached, on its way, or past its year.
//!
//! Cuts of the ratio `R` (Open SDG): from 0.95 on track, from 0.60 to accelerate, from 0 insufficient, below regressing.

use super::Assessment;
use super::case::{Case, DUST, outcome};
use super::method::{self, Aim, Progress};
use crate::model::{Direction, Status, Target};

/// From this ratio an indicator is on track.
pub const ON_TRACK: f64 = 0.95;
/// From this ratio an indicator has to accelerate; below, its progress is insufficient.
pub const TO_ACCELERATE: f64 = 0.60;

/// The status looks at this target, which is the first one not before the data year or the last of all.
pub(super) fn assess(case: Case<'_>, target: &Target) -> Assessment {
    let Case {
        indicator,
        data_year,
        last,
        course,
        mut inputs,
    } = case;
    inputs.target = Some((target.year, target.value));
    let mut progress = None;
    let mut reason = String::new();
    if let Some(course) = course.ok().filter(|course| course.start.0 < target.year) {
        let choice = method::choose(indicator, course, target);
        let aim = Aim {
            target,
            targets: &indicator.targets,
            direction: inputs.direction,
        };
        let measured = method::measure(choice.method, course, aim);
        inputs.method = Some(choice.method);
        inputs.observed = Some(measured.observed);
        inputs.required = Some(measured.required);
        inputs.ratio = measured.ratio;
        inputs.path.clone_from(&measured.path);
        reason = choice.reason;
        progress = Some(measured);
    }
    if meets(indicator.direction, last.1, target.value) {
        return outcome(Status::Reached, reason, inputs);
    }
    if within_limit(
        indicator.direction,
        last.1,
        indicator.limit.as_ref().map(|limit| limit.value),
    ) {
        return outcome(
            Status::Reached,
            "La valeur respecte la limite qui vaut atteinte de l’objectif.",
            inputs,
        );
    }
    if last.0 >= target.year {
        return outcome(Status::Missed, reason, inputs);
    }
    if target.year < data_year {
        let reason = format!(
            "La cible de {} est échue, mais la dernière valeur est de {}.",
            target.year, last.0
        );
        return outcome(Status::NotAssessable, reason, inputs);
    }
    match (course, progress) {
        (Ok(_), Some(progress)) => outcome(status(&progress), reason, inputs),
        (Err(unmeasured), _) => outcome(Status::NotAssessable, unmeasured.reason(), inputs),
        (Ok(course), None) => {
            let reason = format!(
                "La cible de {} n’est pas postérieure à l’année de référence {}.",
                target.year, course.start.0
            );
            outcome(Status::NotAssessable, reason, inputs)
        }
    }
}

/// Whether a value is at the target or beyond it.
pub(super) fn meets(direction: Direction, value: f64, target: f64) -> bool {
    match direction {
        Direction::Increase => value >= target,
        Direction::Decrease => value <= target,
        Direction::Maintain | Direction::Monitor => false,
    }
}

/// Whether a value is at the limit or on its good side; false without a limit.
pub(super) fn within_limit(direction: Direction, value: f64, limit: Option<f64>) -> bool {
    limit.is_some_and(|limit| meets(direction, value, limit))
}

fn status(progress: &Progress) -> Status {
    match progress.ratio {
        Some(ratio) if ratio >= ON_TRACK - DUST => Status::OnTrack,
        Some(ratio) if ratio >= TO_ACCELERATE - DUST => Status::ToAccelerate,
        Some(ratio) if ratio >= -DUST => Status::Insufficient,
        Some(_) => Status::Regressing,
        None if progress.ahead => Status::OnTrack,
        None => Status::Regressing,
    }
}
