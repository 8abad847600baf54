//! C7: the bilan of the stratégie numérique responsable.

use super::Found;
use crate::assess::digital::ObjectiveReview;
use crate::assess::{CoverageState, Report};
use crate::french;
use crate::model::{Anchor, Perimeter};
use std::collections::BTreeSet;

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
    let mut found = match &report.digital {
        Some(review) => {
            let own = |review: &&ObjectiveReview| !report.is_unfilled(&review.objective.id);
            match review.objectives.iter().filter(own).collect::<Vec<_>>() {
                objectives if objectives.is_empty() => scattered(report),
                objectives => described(&objectives),
            }
        }
        None => scattered(report),
    };
    found.detail.push(' ');
    found.detail.push_str(&footprint(report));
    found
}

/// What the footprint covers: the decree speaks of that of the whole territory.
fn footprint(report: &Report) -> String {
    let article = "le décret parle de l’empreinte « du territoire concerné »";
    let Some(footprint) = &report.footprint else {
        return format!("Aucune empreinte n’est calculée ; {article}.");
    };
    let perimeters: BTreeSet<Perimeter> = footprint
        .years
        .iter()
        .flat_map(|year| year.by_perimeter.keys().copied())
        .collect();
    let named: Vec<&str> = perimeters.iter().map(|perimeter| perimeter.label()).collect();
    format!(
        "L’empreinte calculée est celle du périmètre {} ; {article}.",
        french::list(&named)
    )
}

fn described(objectives: &[&ObjectiveReview]) -> Found {
    let whole = objectives.iter().filter(|review| review.is_whole()).count();
    let count = objectives.len();
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
        .filter(|finding| finding.indicator.digital_theme.is_some() && finding.supplied)
        .map(|finding| Anchor::Indicator(finding.indicator.id.clone()))
        .collect();
    let measures = report
        .actions
        .iter()
        .filter(|action| action.digital_theme.is_some() && !report.is_unfilled(&action.id))
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
