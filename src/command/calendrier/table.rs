//! The plan as a table for a terminal, then the rules that the planned dates keep or break.

use super::origin;
use crate::ComputedCalendar;
use crate::assess::{PlannedStep, RuleOutcome};
use crate::french;

pub fn text(calendar: &ComputedCalendar) -> String {
    let settings = &calendar.settings;
    let mut page = format!(
        "{}, édition {}, vote du budget {} le {}\n\n",
        settings.community.name,
        settings.edition,
        settings.budget_year,
        french::date(calendar.plan.vote)
    );
    let dates: Vec<String> = calendar.plan.steps.iter().map(dated).collect();
    let wide = |texts: &mut dyn Iterator<Item = usize>| texts.max().unwrap_or(0);
    let dates_wide = wide(&mut dates.iter().map(|date| date.chars().count()));
    let names_wide = wide(&mut calendar.plan.steps.iter().map(|step| step.step.label().chars().count()));
    for (step, date) in calendar.plan.steps.iter().zip(&dates) {
        let planned = if step.planned { "prévu  " } else { "proposé" };
        let name = step.step.label();
        let line = format!("{date:<dates_wide$}  {name:<names_wide$}  {planned}  {}", told(step));
        page.push_str(line.trim_end());
        page.push('\n');
    }
    page.push_str("\nRègles vérifiées sur les dates prévues :\n");
    for rule in &calendar.plan.rules {
        page.push_str(&ruled(rule));
    }
    page
}

/// `vendredi 5 février 2027`.
fn dated(step: &PlannedStep) -> String {
    format!("{} {}", french::weekday(step.day), french::date(step.day))
}

/// Where a proposal comes from, and what is remarkable of the day.
fn told(step: &PlannedStep) -> String {
    let origin = if step.planned { String::new() } else { origin(step) };
    let note = if step.note.is_empty() {
        String::new()
    } else {
        format!("({})", step.note)
    };
    [origin, note].join(" ").trim().to_owned()
}

fn ruled(rule: &RuleOutcome) -> String {
    let (state, text) = (rule.state.label(), rule.text.trim_end_matches('.'));
    let (source, certainty) = (&rule.source, rule.certainty.label());
    let detail = if rule.detail.is_empty() {
        String::new()
    } else {
        format!(" {}", rule.detail)
    };
    french::punctuate(&format!("- {state} : {text} ({source} ; {certainty}).{detail}\n"))
}
