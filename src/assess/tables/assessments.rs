//! Every input and result of the formula that gave each status: one table for the annex, the terminal and the file.

use super::{Titles, title};
use crate::assess::{AssessmentInputs, Finding, Report};
use crate::french;
use crate::model::{Anchor, Direction, Method};
use crate::printed::{Audience, Cell, Column, PrintedTable};

/// Which year and value of the inputs.
type Pick = fn(&AssessmentInputs) -> Option<(i32, f64)>;

impl Report {
    /// A row an indicator, in the order of the report.
    pub fn assessments_table(&self, titles: &Titles) -> PrintedTable {
        Finding::assessments_table(self.findings(), titles)
    }
}

impl Finding {
    /// A row an indicator.
    pub fn assessments_table<'a>(findings: impl IntoIterator<Item = &'a Finding>, titles: &Titles) -> PrintedTable {
        let mut rows = PrintedTable::each(findings)
            .data("indicateur", |finding| finding.indicator.id.as_str())
            .text("titre", "Indicateur", |finding| titled(finding, titles))
            .data("unite", |finding| finding.indicator.unit.as_str())
            .data("finalite", |finding| finding.indicator.finality.number())
            .data("volet", |finding| finding.indicator.scope.key())
            .data("nature", |finding| finding.indicator.nature.key())
            .data("sens", |finding| finding.indicator.direction.key());
        let points: [(&str, &str, Pick); 3] = [
            ("reference", "Référence", |inputs| inputs.baseline),
            ("derniere", "Dernière valeur", |inputs| inputs.last),
            ("cible", "Cible", |inputs| inputs.target),
        ];
        for (key, head, point) in points {
            let of = |finding: &Finding| point(&finding.assessment.inputs);
            rows = rows
                .data(&format!("annee_{key}"), |finding| {
                    of(finding).map(|(year, _)| Cell::whole(year))
                })
                .data(&format!("valeur_{key}"), |finding| {
                    of(finding).map(|(_, value)| Cell::number(value, 0))
                })
                .column(Column::number(key, head).only(Audience::Readers), |finding| {
                    let precision = finding.indicator.precision;
                    of(finding).map(|(year, value)| format!("{year} : {}", french::number(value, precision)))
                });
        }
        let inputs = |finding: &'a Finding| &finding.assessment.inputs;
        rows.column(Column::number("d", "d").only(Audience::Readers), |finding| {
            french::signed(f64::from(inputs(finding).direction), 0)
        })
        .text("methode", "Méthode", |finding| inputs(finding).method.map(method))
        .number("taux_observe", "Observé", |finding| {
            rate(inputs(finding).observed, inputs(finding).method)
        })
        .number("taux_requis", "Requis", required)
        .number("ratio", "R", |finding| {
            inputs(finding).ratio.map(|ratio| Cell::number(ratio, 2))
        })
        .text("statut", "Statut", |finding| {
            let status = finding.assessment.status;
            Cell::status(status, status.shown(finding.indicator.direction))
        })
        .data("motif", |finding| finding.assessment.reason.as_str())
        .data("definition", |finding| finding.indicator.definition.as_str())
        .data("cibles", targets)
        .table()
    }
}

/// Its title, which names its sheet, over the reason of its status.
fn titled(finding: &Finding, titles: &Titles) -> Cell {
    let reason = french::punctuate(finding.assessment.reason.trim());
    Cell::from(title(titles, &finding.indicator))
        .naming(Anchor::Indicator(finding.indicator.id.clone()))
        .over((!reason.is_empty()).then_some(reason))
}

/// Every target, as the next edition reads them back: « 2030 = 25 ; 2050 = 0 ».
fn targets(finding: &Finding) -> String {
    let targets = finding.indicator.targets.iter();
    let targets = targets.map(|target| format!("{} = {}", target.year, target.value));
    targets.collect::<Vec<_>>().join(" ; ")
}

fn method(method: Method) -> Cell {
    let word = match method {
        Method::GrowthRate => "taux",
        Method::NearLimit => "taux, près de la limite",
        Method::Linear => "linéaire",
        Method::Milestones => "jalons",
    };
    Cell::key(method.key(), word)
}

/// What is required; the tolerance of what is to be maintained.
fn required(finding: &Finding) -> Option<Cell> {
    let inputs = &finding.assessment.inputs;
    let around = |tolerance: f64| format!("± {}", french::quantity(tolerance * 100.0, 1, "%"));
    match inputs.required {
        Some(tolerance) if finding.indicator.direction == Direction::Maintain => {
            Some(Cell::number(tolerance, 0).said(around(tolerance)))
        }
        required => rate(required, inputs.method),
    }
}

/// A yearly rate with its sign, or a share of a way; a fraction in the files, a percentage on a page.
fn rate(value: Option<f64>, method: Option<Method>) -> Option<Cell> {
    let value = value?;
    let words = match method {
        Some(Method::GrowthRate | Method::NearLimit) | None => french::signed_quantity(value * 100.0, 2, "%"),
        Some(Method::Linear | Method::Milestones) => french::quantity(value * 100.0, 1, "%"),
    };
    Some(Cell::number(value, 0).said(words))
}
