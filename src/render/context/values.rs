//! The table of values of an indicator: years across, the headline then its disaggregations.

use super::wording::{cell, mark_code};
use crate::assess::Finding;
use crate::french;
use crate::model::{ObservationStatus, Series};
use serde::Serialize;
use std::collections::BTreeSet;

/// Years printed on the sheet; older values are in the attached file.
const YEARS_SHOWN: usize = 20;
/// Disaggregated series printed on the sheet; beyond, the attached file has them.
const SERIES_SHOWN: usize = 8;

#[derive(Clone, Debug, Serialize)]
pub struct ValuesTable {
    pub years: Vec<String>,
    pub rows: Vec<ValuesRow>,
    /// What the marks of the cells mean.
    pub legend: Option<String>,
    /// What the table leaves to the attached file.
    pub more: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct ValuesRow {
    pub name: String,
    pub cells: Vec<ValueCell>,
}

/// A value as text and the code of its mark.
#[derive(Clone, Debug, Serialize)]
pub struct ValueCell {
    pub text: String,
    pub mark: Option<String>,
}

/// The table of a finding; none without a value.
pub fn describe(finding: &Finding) -> Option<ValuesTable> {
    let breakdowns = if finding.breakdowns.len() <= SERIES_SHOWN {
        finding.breakdowns.as_slice()
    } else {
        &[]
    };
    let series = || std::iter::once(&finding.headline).chain(breakdowns.iter().map(|breakdown| &breakdown.series));
    let every: Vec<i32> = series()
        .flat_map(|series| series.points.iter().map(|point| point.year))
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let shown = &every[every.len().saturating_sub(YEARS_SHOWN)..];
    if shown.is_empty() {
        return None;
    }
    let mut rows = Vec::new();
    if !finding.headline.points.is_empty() {
        let name = if breakdowns.is_empty() { "Valeur" } else { "Ensemble" };
        rows.push(row(finding, name.to_owned(), &finding.headline, shown));
    }
    for breakdown in breakdowns {
        rows.push(row(
            finding,
            french::punctuate(&breakdown.label()),
            &breakdown.series,
            shown,
        ));
    }
    let marks: BTreeSet<ObservationStatus> = series()
        .flat_map(|series| series.points.iter())
        .filter(|point| shown.contains(&point.year))
        .flat_map(|point| point.marks.iter().copied())
        .collect();
    Some(ValuesTable {
        years: shown.iter().map(i32::to_string).collect(),
        rows,
        legend: legend(&marks),
        more: more(finding, every.len() > shown.len(), breakdowns.is_empty()),
    })
}

fn row(finding: &Finding, name: String, series: &Series, years: &[i32]) -> ValuesRow {
    let cells = years.iter().map(|&year| match series.at(year) {
        None => ValueCell {
            text: "–".to_owned(),
            mark: None,
        },
        Some(point) => {
            let codes: Vec<&str> = point.marks.iter().filter_map(|mark| mark_code(*mark)).collect();
            ValueCell {
                text: cell(&finding.indicator, point.value),
                mark: (!codes.is_empty()).then(|| codes.join(" ")),
            }
        }
    });
    ValuesRow {
        name,
        cells: cells.collect(),
    }
}

fn legend(marks: &BTreeSet<ObservationStatus>) -> Option<String> {
    let entries: Vec<String> = marks
        .iter()
        .filter_map(|mark| Some(format!("{} = {}", mark_code(*mark)?, mark.label())))
        .collect();
    (!entries.is_empty()).then(|| french::punctuate(&format!("{}.", entries.join(" ; "))))
}

fn more(finding: &Finding, older: bool, without_breakdowns: bool) -> Option<String> {
    let hidden = without_breakdowns && !finding.breakdowns.is_empty();
    let what = match (older, hidden) {
        (false, false) => return None,
        (true, false) => "Les années plus anciennes".to_owned(),
        (false, true) => format!("Les {} séries du détail", finding.breakdowns.len()),
        (true, true) => format!(
            "Les années plus anciennes et les {} séries du détail",
            finding.breakdowns.len()
        ),
    };
    Some(format!("{what} sont dans le fichier joint donnees/indicateurs.csv."))
}
