//! What a reader would expect and does not find.

use super::super::wording::optional;
use super::AnnexFilter;
use crate::assess::{MissingDatum, Report};
use crate::french;
use crate::model::Anchor;
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
pub struct MissingRow {
    pub label: Anchor,
    pub title: String,
    pub number: u8,
    pub years: String,
    pub reason: String,
    pub service: String,
}

/// In the order of the report.
pub fn missing(report: &Report, filter: AnnexFilter<'_>) -> Vec<MissingRow> {
    let kept = report.missing.iter().filter(|datum| filter.keeps(&datum.indicator));
    kept.map(missing_row).collect()
}

fn missing_row(datum: &MissingDatum) -> MissingRow {
    MissingRow {
        label: Anchor::Indicator(datum.indicator.clone()),
        title: french::punctuate(&datum.title),
        number: datum.finality.number(),
        years: french::years(&datum.years),
        reason: french::punctuate(&datum.reason),
        service: optional(&datum.service).unwrap_or_else(|| "non renseigné".to_owned()),
    }
}
