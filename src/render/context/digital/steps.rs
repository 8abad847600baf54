//! The steps planned and done: a table, and the places of a drawing that says the same.

use super::super::wording::optional;
use crate::assess::{DeadlineReview, Delay, DigitalReview, Report, StepOutcome, StepReview};
use crate::french;
use crate::model::Moment;
use jiff::civil::Date;
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
pub struct Calendar {
    pub steps: Vec<StepRow>,
    /// What the law wanted, and by when; empty where the bilan is not owed.
    pub deadlines: Vec<DeadlineRow>,
    /// The years of the drawing; none without a date.
    pub axis: Option<Axis>,
    /// What is late and what comes next, in a sentence or two.
    pub sentence: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct StepRow {
    pub title: String,
    pub planned: Option<String>,
    pub done: Option<String>,
    pub outcome: OutcomeWord,
    pub decision: Option<String>,
    pub note: Option<String>,
    pub example: bool,
    /// Places on the axis, from 0 to 1.
    pub planned_at: Option<f64>,
    pub done_at: Option<f64>,
}

#[derive(Clone, Debug, Serialize)]
pub struct DeadlineRow {
    pub title: String,
    pub day: String,
    pub basis: String,
    pub done: Option<String>,
    pub outcome: OutcomeWord,
}

/// What came of a promise: the key of its shape, and its words.
#[derive(Clone, Debug, Serialize)]
pub struct OutcomeWord {
    /// `done`, `on-time`, `late`, `unclear`, `to-come`, `overdue` or `undated`.
    pub key: &'static str,
    pub label: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct Axis {
    pub ticks: Vec<Tick>,
    /// The place of the day of the document.
    pub today_at: f64,
    /// That day, in words.
    pub today: String,
}

/// The first day of a year.
#[derive(Clone, Debug, Serialize)]
pub struct Tick {
    pub year: String,
    pub at: f64,
}

pub fn describe(report: &Report, review: &DigitalReview) -> Calendar {
    let today = report.settings.document_date;
    let bounds = bounds(review, today);
    let place = |day: Date| bounds.map(|(first, last)| share(day, first, last));
    let moment = |moment: Moment| place(moment.last_day());
    Calendar {
        steps: review
            .steps
            .iter()
            .map(|review| StepRow {
                planned_at: review.step.planned.as_ref().and_then(|planned| moment(planned.value)),
                done_at: review.done.and_then(moment),
                ..step(review)
            })
            .collect(),
        deadlines: review.deadlines.iter().map(deadline).collect(),
        axis: bounds.map(|(first, last)| Axis {
            ticks: (first.year()..=last.year())
                .filter_map(|year| {
                    let day = Date::new(year, 1, 1).ok()?;
                    Some(Tick {
                        year: year.to_string(),
                        at: share(day, first, last),
                    })
                })
                .collect(),
            today_at: share(today, first, last),
            today: french::date(today),
        }),
        sentence: sentence(review),
    }
}

fn step(review: &StepReview) -> StepRow {
    let step = &review.step;
    StepRow {
        title: french::punctuate(&step.title),
        planned: step.planned.as_ref().map(|planned| words(planned.value)),
        done: review.done.map(words),
        outcome: outcome(review.outcome),
        decision: optional(&step.decision),
        note: optional(&step.note),
        example: step.example,
        planned_at: None,
        done_at: None,
    }
}

fn deadline(review: &DeadlineReview) -> DeadlineRow {
    DeadlineRow {
        title: french::capital(review.deadline.kind.label()),
        day: french::date(review.deadline.day),
        basis: french::punctuate(&review.deadline.basis),
        done: review.done.map(words),
        outcome: outcome(review.outcome),
    }
}

/// From the first day of the first year that is told to the last of the last.
fn bounds(review: &DigitalReview, today: Date) -> Option<(Date, Date)> {
    let moments = review.steps.iter().flat_map(|review| {
        review
            .step
            .planned
            .as_ref()
            .map(|planned| planned.value)
            .into_iter()
            .chain(review.done)
    });
    let years: Vec<i16> = moments.map(|moment| moment.last_day().year()).collect();
    let first = years.iter().min()?.min(&today.year()).to_owned();
    let last = years.iter().max()?.max(&today.year()).to_owned();
    Some((Date::new(first, 1, 1).ok()?, Date::new(last, 12, 31).ok()?))
}

fn share(day: Date, first: Date, last: Date) -> f64 {
    let days = |to: Date| f64::from((to - first).get_days());
    (days(day) / days(last)).clamp(0.0, 1.0)
}

fn words(moment: Moment) -> String {
    match moment {
        Moment::Day(day) => french::date(day),
        Moment::Month(day) => french::month(day),
        Moment::Year(year) => year.to_string(),
    }
}

fn outcome(outcome: StepOutcome) -> OutcomeWord {
    let (key, label) = match outcome {
        StepOutcome::Done => ("done", "c’est fait".to_owned()),
        StepOutcome::OnTime => ("on-time", "c’est fait, dans les temps".to_owned()),
        StepOutcome::Late(delay) => ("late", format!("c’est fait, avec {} de retard", duration(delay))),
        StepOutcome::Unclear => (
            "unclear",
            "c’est fait ; les dates ne disent pas si c’est à temps".to_owned(),
        ),
        StepOutcome::ToCome(delay) => ("to-come", format!("à venir, dans {}", duration(delay))),
        StepOutcome::Overdue(delay) => ("overdue", format!("en retard de {}", duration(delay))),
        StepOutcome::Undated => ("undated", "sans date".to_owned()),
    };
    OutcomeWord {
        key,
        label: french::punctuate(&label),
    }
}

fn duration(delay: Delay) -> String {
    match delay {
        Delay::Exact { months, days } => french::duration(months, days),
        Delay::Months(months) => format!("environ {}", french::duration(months, 0)),
        Delay::Years(years) => format!(
            "environ {}",
            french::plural(usize::try_from(years).unwrap_or(usize::MAX), "an", "ans")
        ),
    }
}

fn sentence(review: &DigitalReview) -> String {
    let count = |wanted: fn(&StepOutcome) -> bool| review.steps.iter().filter(|step| wanted(&step.outcome)).count();
    let done = count(|outcome| {
        matches!(
            outcome,
            StepOutcome::Done | StepOutcome::OnTime | StepOutcome::Late(_) | StepOutcome::Unclear
        )
    });
    let late = count(|outcome| matches!(outcome, StepOutcome::Overdue(_)));
    let to_come = count(|outcome| matches!(outcome, StepOutcome::ToCome(_)));
    if review.steps.is_empty() {
        return "Aucune étape n’est décrite.".to_owned();
    }
    let parts = [
        (done, format!("{done} réalisée{}", plural(done))),
        (late, format!("{late} en retard")),
        (to_come, format!("{to_come} à venir")),
    ];
    let told: Vec<String> = parts
        .into_iter()
        .filter_map(|(count, words)| (count > 0).then_some(words))
        .collect();
    let steps = french::plural(review.steps.len(), "étape", "étapes");
    french::punctuate(&match told.is_empty() {
        true => format!("{steps}."),
        false => format!("{steps} : {}.", french::list(&told)),
    })
}

fn plural(count: usize) -> &'static str {
    if count > 1 { "s" } else { "" }
}
