//! The plan as the JSON documented in the guide, with French keys and dates `AAAA-MM-JJ`.

use crate::assess::{CalendarDate, RuleOutcome};
use crate::run::ComputedCalendar;
use serde_json::{Map, Value, json};

pub fn json(calendar: &ComputedCalendar) -> String {
    let settings = &calendar.settings;
    let plan = &calendar.plan;
    let document = json!({
        "collectivite": settings.community.name,
        "edition": settings.edition,
        "exercice_budget": settings.budget_year,
        "vote_budget": plan.vote.to_string(),
        "etapes": plan.steps_table().json(),
        "regles": plan.rules.iter().map(rule).collect::<Vec<_>>(),
    });
    format!("{document:#}")
}

fn rule(outcome: &RuleOutcome) -> Value {
    let rule = &outcome.rule;
    let date = |date: &CalendarDate| (date.step.key().to_owned(), json!(date.day.to_string()));
    json!({
        "cle": rule.key,
        "regle": rule.text,
        "source": rule.source,
        "precaution": rule.caution,
        "certitude": rule.certainty.key(),
        "dates": Value::Object(outcome.dates.iter().map(date).collect::<Map<_, _>>()),
        "resultat": outcome.state.label(),
        "detail": (!outcome.detail.is_empty()).then_some(&outcome.detail),
    })
}
