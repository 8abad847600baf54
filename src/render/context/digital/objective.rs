//! The sheet of an objective: what is wanted, how it is followed, what is done, with what, what comes next.

use super::super::Prepared;
use super::super::counts::{Count, counts};
use super::super::indicator::IndicatorContext;
use super::super::wording::{euros, optional};
use super::grid;
use crate::assess::{ObjectiveReview, Report};
use crate::french;
use crate::model::{Anchor, BudgetSection, Identifier, Measure, Objective};
use crate::render::dialect::PrintedText;
use serde::Serialize;

/// Years of an action’s credits on the sheet; the pages of the budget have them all.
const YEARS_SHOWN: usize = 2;

#[derive(Clone, Debug, Serialize)]
pub struct ObjectiveContext {
    pub number: usize,
    /// `obj-ID`.
    pub label: Anchor,
    pub title: String,
    /// Its number and its title.
    pub heading: String,
    pub description: Option<String>,
    /// Theme of the decree, from 1 to 6, and its short title.
    pub theme: u8,
    pub short: String,
    /// Short titles of its perimeters.
    pub perimeters: Vec<String>,
    /// Question, priority, frameworks, recurrence, horizon: short phrases.
    pub facts: Vec<String>,
    /// Statuses of its indicators.
    pub counts: Vec<Count>,
    pub indicators: Vec<IndicatorContext>,
    pub measures: Vec<MeasureContext>,
    pub means: MeansContext,
    /// Path of a text.
    pub results: Option<PrintedText>,
    /// Path of a text.
    pub next_steps: Option<PrintedText>,
    /// What the decree asks and the objective does not have, in one sentence.
    pub lacks: Option<String>,
    pub example: bool,
}

#[derive(Clone, Debug, Serialize)]
pub struct MeasureContext {
    pub title: String,
    /// `act-ID` where it is an action of `actions.yaml`.
    pub label: Option<Anchor>,
    pub state: &'static str,
    /// `60 %`.
    pub progress: Option<String>,
    /// The same from 0 to 1.
    pub share: Option<f64>,
    pub pilot: Option<String>,
    pub partners: Vec<String>,
    pub example: bool,
}

/// Money, time, what is shared; all of it may be absent.
#[derive(Clone, Debug, Serialize)]
pub struct MeansContext {
    /// By year, ascending.
    pub credits: Vec<CreditRow>,
    /// `1,5 ETP`.
    pub staff: Option<String>,
    pub shared: Option<String>,
    /// Actions whose credits serve the objective.
    pub actions: Vec<ActionName>,
    pub example: bool,
}

#[derive(Clone, Debug, Serialize)]
pub struct CreditRow {
    pub year: String,
    pub amount: String,
    pub purposes: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct ActionName {
    /// `act-ID`.
    pub label: Anchor,
    pub title: String,
    /// Its expenses in the budgets, a section each: `investissement 2026 : 310 000 €, 2027 : 380 000 €`.
    pub amounts: Vec<String>,
    /// An amount is invented for a demonstration.
    pub example: bool,
}

/// The sheet; `sheets` gives the indicators of a list of identifiers.
pub fn describe(
    report: &Report,
    rank: usize,
    review: &ObjectiveReview,
    sheets: impl Fn(&[Identifier]) -> Vec<IndicatorContext>,
    prepared: &Prepared,
) -> ObjectiveContext {
    let objective = &review.objective;
    let theme = report.provenance.reference.themes.get(&objective.theme);
    let text = |part: &str| prepared.strategy.get(&format!("{}-{part}", objective.id)).cloned();
    let lacks: Vec<&str> = review.lacks.iter().map(|lack| lack.label()).collect();
    ObjectiveContext {
        number: rank + 1,
        label: Anchor::Objective(objective.id.clone()),
        title: french::punctuate(&objective.title),
        heading: french::punctuate(&format!("Objectif {} : {}", rank + 1, objective.title)),
        description: optional(prepared.description(objective)),
        theme: objective.theme,
        short: theme.map(|theme| french::punctuate(&theme.short)).unwrap_or_default(),
        perimeters: objective
            .perimeters
            .iter()
            .map(|&perimeter| grid::perimeter(report, perimeter))
            .collect(),
        facts: facts(report, objective),
        counts: counts(&review.statuses),
        indicators: sheets(&objective.indicators),
        measures: objective.measures.iter().map(measure).collect(),
        means: means(report, review),
        results: text("resultats"),
        next_steps: text("suites"),
        lacks: (!lacks.is_empty()).then(|| format!("Il manque à cet objectif {}.", french::list(&lacks))),
        example: objective.example,
    }
}

fn facts(report: &Report, objective: &Objective) -> Vec<String> {
    let digital = &report.provenance.reference.digital;
    let questions: Vec<&str> = objective
        .questions
        .iter()
        .filter_map(|question| digital.questions.get(question))
        .map(|wording| wording.short.as_str())
        .collect();
    let priority = objective.priority.and_then(|number| {
        let wording = digital.priorities.get(&number)?;
        Some(format!("priorité {number} du Manifeste : {}", wording.short))
    });
    [
        (!questions.is_empty()).then(|| format!("répond à : {}", french::list(&questions))),
        priority,
        (!objective.frameworks.is_empty()).then(|| format!("se rattache à : {}", french::list(&objective.frameworks))),
        objective
            .recurrence
            .map(|recurrence| format!("objectif {}", recurrence.label())),
        objective.horizon.map(|year| format!("à l’horizon {year}")),
    ]
    .into_iter()
    .flatten()
    .map(|fact| french::punctuate(&fact))
    .collect()
}

fn measure(measure: &Measure) -> MeasureContext {
    MeasureContext {
        title: french::punctuate(&measure.title),
        label: measure.action.clone().map(Anchor::Action),
        state: measure.state.label(),
        progress: measure
            .progress
            .as_ref()
            .map(|percent| french::quantity(percent.value, 0, "%")),
        share: measure
            .progress
            .as_ref()
            .map(|percent| (percent.value / 100.0).clamp(0.0, 1.0)),
        pilot: optional(&measure.pilot),
        partners: measure.partners.iter().filter_map(|name| optional(name)).collect(),
        example: measure.example,
    }
}

fn means(report: &Report, review: &ObjectiveReview) -> MeansContext {
    let means = &review.objective.means;
    let purposes = |year: i32| {
        let of_year = means.credits.iter().filter(move |credit| credit.year == year);
        of_year.filter_map(|credit| optional(&credit.purpose)).collect()
    };
    MeansContext {
        credits: review
            .credits
            .iter()
            .map(|(&year, &amount)| CreditRow {
                year: year.to_string(),
                amount: euros(amount),
                purposes: purposes(year),
            })
            .collect(),
        staff: means
            .staff
            .map(|staff| french::quantity(staff, staff_decimals(staff), "ETP")),
        shared: optional(&means.shared),
        actions: means.actions.iter().filter_map(|id| action(report, id)).collect(),
        example: means.example,
    }
}

/// An action that serves the objective, with what it takes of the budgets where they are read.
fn action(report: &Report, id: &Identifier) -> Option<ActionName> {
    let action = report.funded().find(|action| action.id == *id)?;
    let credits = report.credits.as_ref().and_then(|credits| credits.of_action(id));
    let amounts = BudgetSection::ALL.into_iter().filter_map(|section| {
        let years = credits?.expenses(section)?;
        let known = years
            .iter()
            .filter_map(|(year, amounts)| Some(format!("{year} : {}", euros(amounts.credits()?))));
        let known: Vec<String> = known.collect();
        let latest = &known[known.len().saturating_sub(YEARS_SHOWN)..];
        (!latest.is_empty()).then(|| format!("{} {}", section.label(), latest.join(", ")))
    });
    Some(ActionName {
        label: Anchor::Action(id.clone()),
        title: french::punctuate(&action.title),
        amounts: amounts.map(|text| french::punctuate(&text)).collect(),
        example: credits.is_some_and(|credits| credits.example),
    })
}

/// A quarter of a post is not three tenths: as many decimals as were written, two at most.
fn staff_decimals(staff: f64) -> usize {
    let hundredths = (staff * 100.0).round() as i64;
    match (hundredths % 10, hundredths % 100) {
        (_, 0) => 0,
        (0, _) => 1,
        _ => 2,
    }
}
