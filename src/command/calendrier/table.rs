//! The plan as a table for a terminal, then the rules that the planned dates keep or break.

use crate::assess::{PlannedStep, RuleOutcome};
use crate::french;
use crate::model::CalendarStep;
use crate::printed::wrapped;
use crate::run::ComputedCalendar;

pub fn text(calendar: &ComputedCalendar, width: usize) -> String {
    let settings = &calendar.settings;
    let is_vote = |step: &&PlannedStep| step.step == CalendarStep::BudgetVote;
    let planned = calendar.plan.steps.iter().find(is_vote).is_none_or(|vote| vote.planned);
    let mut page = format!(
        "{}, édition {}, vote du budget {} le {}{}\n\n",
        settings.community.name,
        settings.edition,
        settings.budget_year,
        french::date(calendar.plan.vote),
        if planned {
            ""
        } else {
            " (date proposée : la vôtre n’est pas connue)"
        }
    );
    page = wrapped(&page, width);
    page.push_str(&calendar.plan.steps_table().terminal(width));
    page.push_str("\nRègles vérifiées sur les dates prévues :\n");
    for rule in &calendar.plan.rules {
        page.push_str(&wrapped(&ruled(rule), width));
    }
    page
}

fn ruled(outcome: &RuleOutcome) -> String {
    let (state, rule) = (outcome.state.label(), &outcome.rule);
    let (text, source) = (rule.text.trim_end_matches('.'), rule.doubted_source());
    let certainty = rule.certainty.label();
    let detail = if outcome.detail.is_empty() {
        String::new()
    } else {
        format!(" {}", outcome.detail)
    };
    french::punctuate(&format!("- {state} : {text} ({source} ; {certainty}).{detail}\n"))
}
