//! An indicator without a target: its yearly rate says whether it improves; of context, it only says where it goes.
//!
//! Cuts on `d · observed` (Open SDG): from 1.5 % a year improving, from 0.5 % slightly, from 0 stable, below worsening.
//! On request (`taux-limite`), as Open SDG does near a natural limit: the first two are multiplied by
//! `1 − (y_0 / limit)^4.44`, since what stands at 98 % of all that can be has no room for 1.5 % a year.

use super::case::{Case, DUST, SLIGHT, outcome, trend};
use super::with_target::within_limit;
use super::{Assessment, Trend, method};
use crate::french;
use crate::model::{Indicator, Method, Status};

/// From this yearly rate in the wanted direction an indicator improves.
pub const CLEAR: f64 = 0.015;
/// How fast the cuts fall as the base comes near the limit (Open SDG).
const NEARNESS: f64 = 4.44;

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
    let nearness = nearness(indicator, course.start.1);
    let reason = match (method, nearness) {
        (Method::Linear, _) => {
            "Évolution annuelle moyenne rapportée à la référence, car des valeurs sont négatives.".to_owned()
        }
        (_, Some(nearness)) => {
            inputs.method = Some(Method::NearLimit);
            lowered(nearness)
        }
        (_, None) => String::new(),
    };
    let kept = 1.0 - nearness.filter(|_| method != Method::Linear).unwrap_or_default();
    outcome(status(f64::from(inputs.direction) * rate, kept), reason, inputs)
}

/// The part that is taken off the cuts; none where it was not asked for, or where no limit says so.
fn nearness(indicator: &Indicator, base: f64) -> Option<f64> {
    let limit = indicator.limit.as_ref()?.value;
    let asked = indicator.method == Some(Method::NearLimit) && limit > 0.0 && base >= 0.0;
    asked.then(|| (base / limit).powf(NEARNESS).min(1.0))
}

/// The cuts that were used.
fn lowered(nearness: f64) -> String {
    let cut = |cut: f64| french::quantity(cut * (1.0 - nearness) * 100.0, 2, "%");
    format!(
        "Seuils abaissés près de la limite : {} par an pour « en progrès », {} pour « en léger progrès ».",
        cut(CLEAR),
        cut(SLIGHT)
    )
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

/// The status of a yearly gain, the cuts being multiplied by `kept`.
fn status(gain: f64, kept: f64) -> Status {
    if gain >= CLEAR * kept - DUST {
        Status::Improving
    } else if gain >= SLIGHT * kept - DUST {
        Status::SlightlyImproving
    } else if gain >= -DUST {
        Status::Stable
    } else {
        Status::Worsening
    }
}

#[cfg(test)]
mod tests {
    use crate::assess::judge;
    use crate::diagnostic::{Place, Placed};
    use crate::model::fixture::{indicator, series};
    use crate::model::{Indicator, Method, Status};

    /// The status and the reason of a share that should rise to 100, by a method.
    fn rising(method: Option<Method>, limit: Option<f64>, last: f64) -> (Status, String) {
        let wanted = Indicator {
            method,
            limit: limit.map(|limit| Placed::new(limit, Place::file("c.yaml"))),
            ..indicator("a")
        };
        let assessment = judge(&wanted, &series(&[(2020, 98.0), (2025, last)]), 2025);
        (assessment.status, assessment.reason)
    }

    #[test]
    fn cuts_are_lower_near_a_limit_only_where_it_is_asked_for() {
        let near = Some(Method::NearLimit);
        assert_eq!(rising(None, Some(100.0), 98.6), (Status::Stable, String::new()));
        assert_eq!(rising(near, None, 98.6), (Status::Stable, String::new()));
        let (status, reason) = rising(near, Some(100.0), 98.6);
        assert_eq!(status, Status::SlightlyImproving);
        assert!(reason.contains("0,13") && reason.contains("0,04"), "{reason}");
        assert_eq!(rising(near, Some(100.0), 98.8).0, Status::Improving);
        assert_eq!(rising(near, Some(100.0), 97.9).0, Status::Worsening);
        // Far from the limit the cuts are nearly those of everyone.
        assert_eq!(rising(near, Some(1000.0), 98.6).0, Status::Stable);
    }
}
