//! One indicator receives its status: which question is asked of it, in which order.
//!
//! Followed only; of context without a target; to be maintained; with a target; with a limit; without either.

use super::course::{self, Base, Course, Unmeasured};
use super::{Assessment, AssessmentInputs, Trend, maintain, method, no_target, with_target};
use crate::model::{Direction, Indicator, Nature, Series, Status};

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

/// Judges a headline; every input of the formula that exists is in the outcome, whatever the status.
pub fn judge(indicator: &Indicator, headline: &Series, data_year: i32) -> Assessment {
    let base = course::base(indicator, headline);
    let course = course::course(base, headline);
    let inputs = AssessmentInputs {
        baseline: base.ok().map(|base| base.point),
        last: course::last(headline),
        direction: course::sign(indicator.direction),
        ..AssessmentInputs::default()
    };
    let mut assessment = match inputs.last {
        _ if indicator.direction == Direction::Monitor => outcome(Status::Monitored, String::new(), inputs),
        None => outcome(Status::NotAssessable, Unmeasured::NoValue.reason(), inputs),
        Some(last) => ask(Case {
            indicator,
            data_year,
            last,
            course,
            inputs,
        }),
    };
    assessment.trend = course.ok().map(trend);
    announce_break(&mut assessment, base);
    assessment
}

fn ask(case: Case<'_>) -> Assessment {
    let indicator = case.indicator;
    if indicator.nature == Nature::Context && indicator.targets.is_empty() {
        return no_target::context(case);
    }
    if indicator.direction == Direction::Maintain {
        return maintain::assess(case);
    }
    match course::aim(indicator, case.data_year) {
        Some(target) => with_target::assess(case, target),
        None => no_target::assess(case),
    }
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
        Some((rate, _)) => (rate, no_target::SLIGHT),
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

fn announce_break(assessment: &mut Assessment, base: Result<Base, Unmeasured>) {
    let Some(year) = base.ok().and_then(|base| base.broken) else {
        return;
    };
    if !assessment.reason.is_empty() {
        assessment.reason.push(' ');
    }
    assessment.reason.push_str(&format!(
        "Rupture de série en {year} : l’évolution est mesurée depuis cette année."
    ));
}
