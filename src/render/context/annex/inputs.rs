//! The inputs and results of every status, cut by finalité.

use super::super::Prepared;
use super::super::wording::{StatusWord, optional, status_word};
use super::{AnnexFilter, short};
use crate::assess::{Finding, Report};
use crate::french;
use crate::model::{Direction, Method};
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
pub struct InputsSection {
    pub number: u8,
    pub short: String,
    pub rows: Vec<InputsRow>,
}

/// Every input and result of the formula for one indicator; a dash where it does not exist.
#[derive(Clone, Debug, Serialize)]
pub struct InputsRow {
    pub label: String,
    pub title: String,
    pub baseline: String,
    pub last: String,
    pub target: String,
    /// `+1`, `−1` or `0`.
    pub direction: String,
    pub method: &'static str,
    pub observed: String,
    pub required: String,
    pub ratio: String,
    pub status: StatusWord,
    pub reason: Option<String>,
}

/// Cut by finalité, those without an indicator left out.
pub fn inputs(report: &Report, filter: AnnexFilter<'_>, prepared: &Prepared) -> Vec<InputsSection> {
    let sections = report.sections.iter().map(|section| InputsSection {
        number: section.finality.number(),
        short: short(report, section.finality),
        rows: filter
            .findings(section)
            .map(|finding| inputs_row(finding, prepared))
            .collect(),
    });
    sections.filter(|section| !section.rows.is_empty()).collect()
}

const NONE: &str = "–";

fn inputs_row(finding: &Finding, prepared: &Prepared) -> InputsRow {
    let (indicator, inputs) = (&finding.indicator, &finding.assessment.inputs);
    let point = |point: Option<(i32, f64)>| match point {
        Some((year, value)) => format!("{year} : {}", french::number(value, indicator.precision)),
        None => NONE.to_owned(),
    };
    let maintained = indicator.direction == Direction::Maintain;
    let rate = |rate: Option<f64>| match (rate, inputs.method) {
        (None, _) => NONE.to_owned(),
        (Some(rate), Some(Method::GrowthRate) | None) => french::signed_quantity(rate * 100.0, 2, "%"),
        (Some(share), Some(Method::Linear | Method::Milestones)) => french::quantity(share * 100.0, 1, "%"),
    };
    InputsRow {
        label: format!("ind-{}", indicator.id),
        title: french::punctuate(prepared.title(indicator)),
        baseline: french::punctuate(&point(inputs.baseline)),
        last: french::punctuate(&point(inputs.last)),
        target: french::punctuate(&point(inputs.target)),
        direction: french::signed(f64::from(inputs.direction), 0),
        method: inputs.method.map_or(NONE, method_word),
        observed: rate(inputs.observed),
        required: match inputs.required {
            Some(tolerance) if maintained => format!("± {}", french::quantity(tolerance * 100.0, 1, "%")),
            required => rate(required),
        },
        ratio: inputs
            .ratio
            .map_or_else(|| NONE.to_owned(), |ratio| french::number(ratio, 2)),
        status: status_word(finding.assessment.status),
        reason: optional(&finding.assessment.reason),
    }
}

fn method_word(method: Method) -> &'static str {
    match method {
        Method::GrowthRate => "taux",
        Method::Linear => "linéaire",
        Method::Milestones => "jalons",
    }
}
