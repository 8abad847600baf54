//! Every input and result of the formula that gave each status: one table for the annex, the terminal and the file.

use super::{Titles, title};
use crate::assess::{Finding, Report};
use crate::french;
use crate::model::{Direction, Method};
use crate::printed::{Audience, Cell, Column, PrintedTable};

impl Report {
    /// A row an indicator, in the order of the report.
    pub fn assessments_table(&self, titles: &Titles) -> PrintedTable {
        Finding::assessments_table(self.findings(), titles)
    }
}

impl Finding {
    /// A row an indicator.
    pub fn assessments_table<'a>(findings: impl IntoIterator<Item = &'a Finding>, titles: &Titles) -> PrintedTable {
        let words = |key: &str, head: &str| Column::number(key, head).only(Audience::Readers);
        let columns = [
            Column::data("indicateur"),
            Column::text("titre", "Indicateur"),
            Column::data("unite"),
            Column::data("finalite"),
            Column::data("volet"),
            Column::data("nature"),
            Column::data("sens"),
            Column::data("annee_reference"),
            Column::data("valeur_reference"),
            words("reference", "Référence"),
            Column::data("annee_derniere"),
            Column::data("valeur_derniere"),
            words("derniere", "Dernière valeur"),
            Column::data("annee_cible"),
            Column::data("valeur_cible"),
            words("cible", "Cible"),
            words("d", "d"),
            Column::text("methode", "Méthode"),
            Column::number("taux_observe", "Observé"),
            Column::number("taux_requis", "Requis"),
            Column::number("ratio", "R"),
            Column::text("statut", "Statut"),
            Column::data("motif"),
        ];
        PrintedTable::of(columns, findings.into_iter().map(|finding| row(finding, titles)))
    }
}

fn row(finding: &Finding, titles: &Titles) -> [Cell; 23] {
    let (indicator, assessment) = (&finding.indicator, &finding.assessment);
    let inputs = &assessment.inputs;
    let point = |point: Option<(i32, f64)>| match point {
        None => [Cell::default(), Cell::default(), Cell::default()],
        Some((year, value)) => {
            let words = format!("{year} : {}", french::number(value, indicator.precision));
            [
                Cell::whole(year),
                Cell::number(value, indicator.precision),
                words.into(),
            ]
        }
    };
    let [baseline_year, baseline, baseline_words] = point(inputs.baseline);
    let [last_year, last, last_words] = point(inputs.last);
    let [target_year, target, target_words] = point(inputs.target);
    let rate = |rate: Option<f64>| rate.map_or_else(Cell::default, |value| rate_cell(value, inputs.method));
    let reason = french::punctuate(assessment.reason.trim());
    [
        indicator.id.as_str().into(),
        Cell::from(title(titles, indicator))
            .naming(format!("ind-{}", indicator.id))
            .over((!reason.is_empty()).then_some(reason)),
        indicator.unit.as_str().into(),
        Cell::whole(indicator.finality.number()),
        indicator.scope.key().into(),
        indicator.nature.key().into(),
        indicator.direction.key().into(),
        baseline_year,
        baseline,
        baseline_words,
        last_year,
        last,
        last_words,
        target_year,
        target,
        target_words,
        Cell::whole(inputs.direction).said(french::signed(f64::from(inputs.direction), 0)),
        inputs
            .method
            .map(|method| Cell::key(method.key(), method_word(method)))
            .into(),
        rate(inputs.observed),
        match inputs.required {
            Some(tolerance) if indicator.direction == Direction::Maintain => {
                let words = format!("± {}", french::quantity(tolerance * 100.0, 1, "%"));
                Cell::number(tolerance, 3).said(words)
            }
            required => rate(required),
        },
        inputs.ratio.map(|ratio| Cell::number(ratio, 2)).into(),
        Cell::status(assessment.status),
        assessment.reason.as_str().into(),
    ]
}

/// A yearly rate with its sign, or a share of a way; a fraction in the files, a percentage on a page.
fn rate_cell(value: f64, method: Option<Method>) -> Cell {
    let words = match method {
        Some(Method::GrowthRate) | None => french::signed_quantity(value * 100.0, 2, "%"),
        Some(Method::Linear | Method::Milestones) => french::quantity(value * 100.0, 1, "%"),
    };
    Cell::number(value, 3).said(words)
}

fn method_word(method: Method) -> &'static str {
    match method {
        Method::GrowthRate => "taux",
        Method::Linear => "linéaire",
        Method::Milestones => "jalons",
    }
}
