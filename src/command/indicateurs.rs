//! `indicateurs`: what is known and judged of every indicator, as a table or as JSON.

use super::arguments::Indicators;
use super::{Failure, messages, run};
use crate::assess::{Finding, Report};
use crate::french;
use serde::Serialize;

/// Runs the house up to the assessment and prints it.
pub fn indicateurs(arguments: &Indicators) -> Result<(), Failure> {
    let outcome = run::assessed(arguments.project.options())?;
    if !arguments.json || outcome.diagnostics.has_errors() {
        messages::print(&outcome.diagnostics);
    }
    if let Some(report) = &outcome.report {
        if arguments.json {
            let rows: Vec<Row> = report.findings().map(Row::from).collect();
            println!(
                "{}",
                serde_json::to_string_pretty(&rows).expect("strings and numbers always serialise")
            );
        } else {
            print!("{}", table(report));
        }
    }
    if outcome.diagnostics.has_errors() {
        Err(Failure::Author)
    } else {
        Ok(())
    }
}

/// A table in columns as wide as their longest cell.
fn table(report: &Report) -> String {
    let header = ["indicateur", "dernière", "référence", "cible", "méthode", "R", "statut"].map(String::from);
    let rows: Vec<[String; 7]> = std::iter::once(header).chain(report.findings().map(cells)).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: [usize; 7] = std::array::from_fn(width);
    let line = |row: &[String; 7]| {
        let padded = row.iter().zip(widths).map(|(cell, width)| {
            let missing = width - cell.chars().count();
            format!("{cell}{}", " ".repeat(missing))
        });
        padded.collect::<Vec<_>>().join("  ").trim_end().to_owned() + "\n"
    };
    rows.iter().map(line).collect()
}

fn cells(finding: &Finding) -> [String; 7] {
    let indicator = &finding.indicator;
    let inputs = &finding.assessment.inputs;
    let dated = |point: Option<(i32, f64)>| match point {
        Some((year, value)) => {
            format!(
                "{} ({year})",
                french::quantity(value, indicator.precision, &indicator.unit)
            )
        }
        None => "–".to_owned(),
    };
    [
        indicator.id.to_string(),
        dated(inputs.last),
        dated(inputs.baseline),
        dated(inputs.target),
        inputs.method.map_or("–", |method| method.key()).to_owned(),
        inputs.ratio.map_or("–".to_owned(), |ratio| french::number(ratio, 2)),
        finding.assessment.status.label().to_owned(),
    ]
}

/// One indicator in JSON, with French keys.
#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    titre: &'a str,
    unite: &'a str,
    finalite: u8,
    volet: &'a str,
    derniere: Option<Dated>,
    reference: Option<Dated>,
    cible: Option<Dated>,
    methode: Option<&'a str>,
    taux_observe: Option<f64>,
    taux_requis: Option<f64>,
    ratio: Option<f64>,
    statut: &'a str,
    motif: &'a str,
}

#[derive(Serialize)]
struct Dated {
    annee: i32,
    valeur: f64,
}

impl<'a> From<&'a Finding> for Row<'a> {
    fn from(finding: &'a Finding) -> Self {
        let indicator = &finding.indicator;
        let inputs = &finding.assessment.inputs;
        let dated = |point: Option<(i32, f64)>| point.map(|(annee, valeur)| Dated { annee, valeur });
        Row {
            id: indicator.id.as_str(),
            titre: &indicator.title,
            unite: &indicator.unit,
            finalite: indicator.finality.number(),
            volet: indicator.scope.key(),
            derniere: dated(inputs.last),
            reference: dated(inputs.baseline),
            cible: dated(inputs.target),
            methode: inputs.method.map(|method| method.key()),
            taux_observe: inputs.observed,
            taux_requis: inputs.required,
            ratio: inputs.ratio,
            statut: finding.assessment.status.label(),
            motif: &finding.assessment.reason,
        }
    }
}
