//! The tables published beside the report, which also travel inside its PDF.
//!
//! CSV as a French spreadsheet opens it: UTF-8 with its mark, `;`, decimal comma, every digit of the value.

use super::context::Prepared;
use crate::assess::{Finding, Report};
use crate::diagnostic::{Place, Spot};
use crate::error::Error;
use crate::model::{Money, Point, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

const VALUES: &str = "indicateur;titre;unite;annee;valeur;statut;note;ventilation;fichier;feuille;cellule_ou_ligne";
const ASSESSMENTS: &str = "indicateur;titre;unite;finalite;volet;nature;sens;annee_reference;valeur_reference;\
    annee_derniere;valeur_derniere;annee_cible;valeur_cible;methode;taux_observe;taux_requis;ratio;statut;motif";

/// Without it, Excel reads UTF-8 as Windows-1252.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// `donnees/indicateurs.csv`: every value, headline first, then each disaggregation.
pub fn values(report: &Report, prepared: &Prepared) -> Result<Arc<[u8]>, Error> {
    let mut rows = Vec::new();
    for finding in report.findings() {
        for point in &finding.headline.points {
            rows.push(value_row(finding, point, &BTreeMap::new(), prepared));
        }
        for breakdown in &finding.breakdowns {
            for point in &breakdown.series.points {
                rows.push(value_row(finding, point, &breakdown.key, prepared));
            }
        }
    }
    csv(VALUES, &rows)
}

/// `donnees/evaluation.csv`: every input and result of the formula that gave each status.
pub fn assessments(report: &Report, prepared: &Prepared) -> Result<Arc<[u8]>, Error> {
    let rows: Vec<_> = report
        .findings()
        .map(|finding| assessment_row(finding, prepared))
        .collect();
    csv(ASSESSMENTS, &rows)
}

fn value_row(finding: &Finding, point: &Point, key: &BTreeMap<String, String>, prepared: &Prepared) -> Vec<String> {
    let mut marks: Vec<&str> = point.marks.iter().map(|mark| mark.key()).collect();
    if point.value == Value::Secret && !marks.contains(&"secret") {
        marks.push("secret");
    }
    let breakdown: Vec<String> = key.iter().map(|(column, value)| format!("{column}={value}")).collect();
    vec![
        finding.indicator.id.to_string(),
        prepared.title(&finding.indicator).to_owned(),
        finding.indicator.unit.clone(),
        point.year.to_string(),
        decimal(point.value.number()),
        marks.join(", "),
        point.note.clone(),
        breakdown.join(", "),
        distinct(&point.places, |place| Some(place.file.to_string())),
        distinct(&point.places, |place| match &place.spot {
            Spot::Cell { sheet, .. } => Some(sheet.to_string()),
            Spot::File | Spot::Line { .. } => None,
        }),
        distinct(&point.places, |place| match &place.spot {
            Spot::Cell { .. } => place.spot.address(),
            Spot::Line { line, .. } => Some(line.to_string()),
            Spot::File => None,
        }),
    ]
}

fn assessment_row(finding: &Finding, prepared: &Prepared) -> Vec<String> {
    let indicator = &finding.indicator;
    let inputs = &finding.assessment.inputs;
    let year = |point: Option<(i32, f64)>| point.map_or(String::new(), |(year, _)| year.to_string());
    let value = |point: Option<(i32, f64)>| decimal(point.map(|(_, value)| value));
    vec![
        indicator.id.to_string(),
        prepared.title(indicator).to_owned(),
        indicator.unit.clone(),
        indicator.finality.number().to_string(),
        indicator.scope.key().to_owned(),
        indicator.nature.key().to_owned(),
        indicator.direction.key().to_owned(),
        year(inputs.baseline),
        value(inputs.baseline),
        year(inputs.last),
        value(inputs.last),
        year(inputs.target),
        value(inputs.target),
        inputs.method.map_or("", |method| method.key()).to_owned(),
        decimal(inputs.observed),
        decimal(inputs.required),
        decimal(inputs.ratio),
        finding.assessment.status.key().to_owned(),
        finding.assessment.reason.clone(),
    ]
}

/// An exact amount, with a comma.
pub(super) fn decimal_money(amount: Money) -> String {
    amount.to_string().replace('.', ",")
}

/// File, sheet, and cell or line of a place.
pub(super) fn place_columns(place: &Place) -> [String; 3] {
    let (sheet, spot) = match &place.spot {
        Spot::Cell { sheet, .. } => (sheet.to_string(), place.spot.address().unwrap_or_default()),
        Spot::Line { line, .. } => (String::new(), line.to_string()),
        Spot::File => (String::new(), String::new()),
    };
    [place.file.to_string(), sheet, spot]
}

/// The places of a value in their order, each said once.
fn distinct(places: &[Place], part: impl Fn(&Place) -> Option<String>) -> String {
    let mut seen = BTreeSet::new();
    let parts = places.iter().filter_map(part).filter(|part| seen.insert(part.clone()));
    parts.collect::<Vec<_>>().join(", ")
}

/// As many digits as it takes to read the same number back, with a comma; empty where there is none.
pub(super) fn decimal(number: Option<f64>) -> String {
    number.map_or(String::new(), |number| number.to_string().replace('.', ","))
}

pub(super) fn csv(header: &str, rows: &[Vec<String>]) -> Result<Arc<[u8]>, Error> {
    let defect = |detail: String| Error::Defect { room: "render", detail };
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .from_writer(BYTE_ORDER_MARK.to_vec());
    writer
        .write_record(header.split(';'))
        .map_err(|error| defect(error.to_string()))?;
    for row in rows {
        writer.write_record(row).map_err(|error| defect(error.to_string()))?;
    }
    let bytes = writer.into_inner().map_err(|error| defect(error.to_string()))?;
    Ok(bytes.into())
}
