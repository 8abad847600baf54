//! The annexes: inputs of every status, missing data, sources, legal coverage, changes, glossary.

use super::origin::{self, OriginRow};
use super::wording::{self, StatusWord, optional, status_word, years};
use crate::assess::{Finding, MissingDatum, Report, StatusChange};
use crate::french;
use crate::model::{Direction, Method};
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
pub struct Annex {
    /// Cut by finalité, those without an indicator left out.
    pub inputs: Vec<InputsSection>,
    pub missing: Vec<MissingRow>,
    /// Cut by finalité, those without an indicator left out.
    pub sources: Vec<SourcesSection>,
    pub files: Vec<FileRow>,
    /// C1 to C8.
    pub coverage: Vec<CoverageRow>,
    /// Absent when there is no last edition.
    pub changes: Option<Vec<ChangeRow>>,
    /// The edition with which `changes` compares.
    pub previous_edition: Option<String>,
    pub glossary: Vec<Term>,
}

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

#[derive(Clone, Debug, Serialize)]
pub struct MissingRow {
    pub label: String,
    pub title: String,
    pub number: u8,
    pub years: String,
    pub reason: String,
    pub service: String,
}

/// The sources of the indicators of a finalité.
#[derive(Clone, Debug, Serialize)]
pub struct SourcesSection {
    pub number: u8,
    pub short: String,
    pub rows: Vec<SourceSheet>,
}

/// Where the values of one indicator come from.
#[derive(Clone, Debug, Serialize)]
pub struct SourceSheet {
    /// `src-ID`.
    pub label: String,
    pub title: String,
    pub id: String,
    pub unit: String,
    /// Who produced the values, and in which version.
    pub origin: String,
    /// Method and limits, when they are told.
    pub facts: Vec<Fact>,
    pub rows: Vec<OriginRow>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Fact {
    pub name: &'static str,
    pub text: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct FileRow {
    pub path: String,
    pub bytes: String,
    pub sha256: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct CoverageRow {
    pub code: String,
    pub element: String,
    pub basis: String,
    pub criterion: String,
    /// `couvert`, `partiel`, `absent`, `à présenter` or `sans objet`.
    pub state: &'static str,
    pub detail: Option<String>,
    /// Labels whose pages are printed.
    pub labels: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct ChangeRow {
    pub label: String,
    pub title: String,
    pub before: Option<StatusWord>,
    pub after: Option<StatusWord>,
    /// `2023 : 12,3 devenu 12,5`.
    pub revised: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Term {
    pub term: String,
    pub definition: String,
}

pub fn describe(report: &Report) -> Annex {
    let short = |finality| {
        let text = report.reference.finalities.get(finality);
        text.map(|text| french::punctuate(&text.short)).unwrap_or_default()
    };
    Annex {
        inputs: report
            .sections
            .iter()
            .filter(|section| !section.findings.is_empty())
            .map(|section| InputsSection {
                number: section.finality.number(),
                short: short(&section.finality),
                rows: section.findings.iter().map(inputs_row).collect(),
            })
            .collect(),
        missing: report.missing.iter().map(missing_row).collect(),
        sources: report
            .sections
            .iter()
            .filter(|section| !section.findings.is_empty())
            .map(|section| SourcesSection {
                number: section.finality.number(),
                short: short(&section.finality),
                rows: section.findings.iter().map(source_sheet).collect(),
            })
            .collect(),
        files: report
            .files
            .iter()
            .map(|file| FileRow {
                path: file.path.to_string(),
                bytes: french::number(file.bytes as f64, 0),
                sha256: file.sha256.clone(),
            })
            .collect(),
        coverage: coverage(report),
        changes: report
            .changes
            .as_ref()
            .map(|changes| changes.iter().map(change_row).collect()),
        previous_edition: report.previous_edition.map(|edition| edition.to_string()),
        glossary: report
            .reference
            .glossary
            .iter()
            .map(|(term, definition)| Term {
                term: french::punctuate(term),
                definition: french::punctuate(definition),
            })
            .collect(),
    }
}

const NONE: &str = "–";

fn inputs_row(finding: &Finding) -> InputsRow {
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
        title: french::punctuate(&indicator.title),
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

fn missing_row(datum: &MissingDatum) -> MissingRow {
    MissingRow {
        label: format!("ind-{}", datum.indicator),
        title: french::punctuate(&datum.title),
        number: datum.finality.number(),
        years: years(&datum.years),
        reason: french::punctuate(&datum.reason),
        service: optional(&datum.service).unwrap_or_else(|| "non renseigné".to_owned()),
    }
}

fn source_sheet(finding: &Finding) -> SourceSheet {
    let (indicator, source) = (&finding.indicator, &finding.indicator.source);
    let facts = [("Méthode", source.method.clone()), ("Limites", source.limits.clone())];
    SourceSheet {
        label: format!("src-{}", indicator.id),
        title: french::punctuate(&indicator.title),
        id: indicator.id.to_string(),
        unit: wording::unit(indicator, None).unwrap_or_else(|| "nombre".to_owned()),
        origin: wording::named_source(source),
        facts: facts
            .into_iter()
            .filter_map(|(name, text)| {
                Some(Fact {
                    name,
                    text: optional(&text)?,
                })
            })
            .collect(),
        rows: origin::rows(finding),
    }
}

fn coverage(report: &Report) -> Vec<CoverageRow> {
    report
        .coverage
        .iter()
        .map(|line| CoverageRow {
            code: line.code.clone(),
            element: french::punctuate(&line.element),
            basis: french::punctuate(&line.basis),
            criterion: french::punctuate(&line.criterion),
            state: line.state.label(),
            detail: optional(&line.detail),
            labels: line.labels.clone(),
        })
        .collect()
}

fn change_row(change: &StatusChange) -> ChangeRow {
    ChangeRow {
        label: format!("ind-{}", change.indicator),
        title: french::punctuate(&change.title),
        before: change.before.map(status_word),
        after: change.after.map(status_word),
        revised: change.revised.map(|(year, then, now)| {
            let plain = |value: f64| french::number(value, 2);
            french::punctuate(&format!("{year} : {} devenu {}", plain(then), plain(now)))
        }),
    }
}
