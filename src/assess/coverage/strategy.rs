//! C7: the bilan of the stratégie numérique responsable.

use super::Found;
use crate::assess::{CoverageState, DigitalReview, Report};
use crate::french;
use crate::model::Anchor;

/// Covered where every objective of the strategy has an indicator with a value, a measure and means; partial where a
/// strategy is described without all of them, or where there are only digital indicators and actions.
pub fn digital(report: &Report) -> Found {
    if !report.provenance.legal.digital_bilan {
        let detail = "Le bilan de la stratégie numérique n’est pas demandé à ce type de collectivité.".to_owned();
        return Found {
            state: CoverageState::NotApplicable,
            detail,
            labels: Vec::new(),
        };
    }
    match &report.digital {
        Some(review) if !review.objectives.is_empty() => described(review),
        _ => scattered(report),
    }
}

fn described(review: &DigitalReview) -> Found {
    let whole = review.objectives.iter().filter(|review| review.is_whole()).count();
    let count = review.objectives.len();
    let objectives = french::plural(count, "objectif", "objectifs");
    let (state, detail) = if whole == count {
        let detail = format!("{objectives} ; chacun a un indicateur renseigné, une mesure et des moyens.");
        (CoverageState::Covered, detail)
    } else {
        let detail = format!("{objectives} ; {whole} avec un indicateur renseigné, une mesure et des moyens.");
        (CoverageState::Partial, detail)
    };
    Found {
        state,
        detail,
        labels: vec![Anchor::Part("numerique")],
    }
}

/// Without an objective: what the catalogue and the actions say of digital technology.
fn scattered(report: &Report) -> Found {
    let indicators: Vec<Anchor> = report
        .findings()
        .filter(|finding| finding.indicator.digital_theme.is_some() && finding.has_value())
        .map(|finding| Anchor::Indicator(finding.indicator.id.clone()))
        .collect();
    let measures = report
        .actions
        .iter()
        .filter(|action| action.digital_theme.is_some())
        .count();
    let detail = format!(
        "{} et {} du numérique ; la stratégie elle-même (objectifs, moyens) n’est pas décrite.",
        french::plural(indicators.len(), "indicateur", "indicateurs"),
        french::plural(measures, "action", "actions")
    );
    let state = if indicators.is_empty() && measures == 0 {
        CoverageState::Absent
    } else {
        CoverageState::Partial
    };
    Found {
        state,
        detail,
        labels: indicators,
    }
}
