//! `indicateurs`: what is known and judged of every indicator, as a table or as JSON.

use super::arguments::Indicators;
use super::{Failure, messages, run, screen};
use crate::assess::{Finding, Titles};
use serde::Serialize;

/// Runs the house up to the assessment and prints it.
pub fn indicateurs(arguments: &Indicators) -> Result<(), Failure> {
    let outcome = run::assessed(arguments.project.options())?;
    if !arguments.json || outcome.diagnostics.has_errors() {
        messages::about(
            &outcome.diagnostics,
            &["data/indicateurs", "data/valeurs", "data/sources"],
        );
    }
    if let Some(report) = &outcome.report {
        if arguments.json {
            let rows: Vec<Row> = report.findings().map(Row::from).collect();
            screen::json(&serde_json::to_string_pretty(&rows).expect("strings and numbers always serialise"))?;
        } else {
            let shown = [
                "indicateur",
                "derniere",
                "reference",
                "cible",
                "unite",
                "ratio",
                "statut",
            ];
            let table = report.assessments_table(&Titles::default()).pick(&shown);
            screen::print(&table.terminal(screen::width()))?;
        }
    }
    if outcome.diagnostics.has_errors() {
        Err(Failure::Author)
    } else {
        Ok(())
    }
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
