//! An indicator without a target: its yearly rate says whether it improves; of context, it only says where it goes.
//!
//! Cuts on `d · observed` (Open SDG): from 1.5 % a year improving, from 0.5 % slightly, from 0 stable, below worsening.

use super::case::{Case, DUST, SLIGHT, outcome, trend};
use super::with_target::within_limit;
use super::{Assessment, Trend, method};
use crate::model::{Method, Status};

/// From this yearly rate in the wanted direction an indicator improves.
pub const CLEAR: f64 = 0.015;

pub(super) fn assess(case: Case<'_>) -> Assessment {
    let Case {
        indicator,
        last,
        mut inputs,
        course,
        ..
    } = case;
    let limit = indicator.limit.as_ref().map(|limit| limit.value);
    let rate = course.ok().and_then(method::yearly_rate);
    inputs.observed = rate.map(|(rate, _)| rate);
    inputs.method = rate.map(|(_, method)| method);
    if within_limit(indicator.direction, last.1, limit) {
        return outcome(
            Status::Reached,
            "La valeur respecte la limite qui vaut atteinte de l’objectif.",
            inputs,
        );
    }
    let course = match course {
        Ok(course) => course,
        Err(unmeasured) => return outcome(Status::NotAssessable, unmeasured.reason(), inputs),
    };
    let Some((rate, method)) = rate else {
        if course.change() == 0.0 {
            return outcome(Status::Stable, "", inputs);
        }
        let reason = "Sans cible, une évolution depuis une valeur de référence nulle ne se mesure pas en taux annuel.";
        return outcome(Status::NotAssessable, reason, inputs);
    };
    let reason = match method {
        Method::Linear => "Évolution annuelle moyenne rapportée à la référence, car des valeurs sont négatives.",
        Method::GrowthRate | Method::Milestones => "",
    };
    outcome(status(f64::from(inputs.direction) * rate), reason, inputs)
}

/// A trend word and no judgement: many causes move an indicator of context.
pub(super) fn context(case: Case<'_>) -> Assessment {
    let Case { mut inputs, course, .. } = case;
    let course = match course {
        Ok(course) => course,
        Err(unmeasured) => return outcome(Status::NotAssessable, unmeasured.reason(), inputs),
    };
    let rate = method::yearly_rate(course);
    inputs.observed = rate.map(|(rate, _)| rate);
    inputs.method = rate.map(|(_, method)| method);
    let status = match trend(course) {
        Trend::Rising => Status::Rising,
        Trend::Level => Status::Level,
        Trend::Falling => Status::Falling,
    };
    outcome(status, "", inputs)
}

fn status(gain: f64) -> Status {
    if gain >= CLEAR - DUST {
        Status::Improving
    } else if gain >= SLIGHT - DUST {
        Status::SlightlyImproving
    } else if gain >= -DUST {
        Status::Stable
    } else {
        Status::Worsening
    }
}
