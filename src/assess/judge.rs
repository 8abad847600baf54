//! One indicator receives its status: which question is asked of it, in which order.
//!
//! Followed only; of context without a target; to be maintained; with a target; with a limit; without either.

use super::case::{Case, outcome, trend};
use super::course::{self, Base, Unmeasured};
use super::{Assessment, AssessmentInputs, maintain, no_target, with_target};
use crate::model::{Direction, Indicator, Nature, Series, Status};

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
