//! The plan back from the vote: the dates of the author, and for each other step the limit of a rule or a habit.
//!
//! A proposal falls on a working day: it is brought forward to the last one before a week-end or a public holiday.

use super::case::{Binding, Case};
use super::noun::PlannedStep;
use crate::french;
use crate::model::{
    CalendarAnchor, CalendarHabit, CalendarReference, CalendarRelation, CalendarRule, CalendarStep, Certainty, Proposal,
};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A day to propose, and why.
struct Proposed {
    day: Date,
    origin: String,
    certainty: Certainty,
}

/// The steps by date.
pub fn steps(reference: &CalendarReference, case: &Case) -> Vec<PlannedStep> {
    let planned = case.dates.iter().map(|(step, day)| PlannedStep {
        step: *step,
        day: *day,
        planned: true,
        origin: "prévu par le projet".to_owned(),
        certainty: None,
        note: french::day_off(*day).map_or(String::new(), |why| format!("c’est un {why}")),
    });
    let mut steps: Vec<PlannedStep> = planned.collect();
    let mut known = case.dates.clone();
    for habit in &reference.habits {
        if known.contains_key(&habit.step) || case.binding(&habit.audience) != Binding::Binds {
            continue;
        }
        let Some(proposed) = proposed(habit, reference, case, &known) else {
            continue;
        };
        let day = working_day(proposed.day);
        known.insert(habit.step, day);
        steps.push(PlannedStep {
            step: habit.step,
            day,
            planned: false,
            origin: proposed.origin,
            certainty: Some(proposed.certainty),
            note: moved(proposed.day, day),
        });
    }
    steps.sort_by_key(|step| (step.day, step.step));
    steps
}

fn proposed(
    habit: &CalendarHabit,
    reference: &CalendarReference,
    case: &Case,
    known: &BTreeMap<CalendarStep, Date>,
) -> Option<Proposed> {
    match &habit.proposal {
        Proposal::Rule(key) => {
            let rule = reference.rules.iter().find(|rule| rule.key == *key)?;
            (case.binding(&rule.audience) == Binding::Binds).then_some(())?;
            Some(Proposed {
                day: limit(rule, case, known)?,
                origin: format!(
                    "limite de la règle « {} » ({})",
                    rule.text.trim_end_matches('.'),
                    rule.doubted_source()
                ),
                certainty: rule.certainty,
            })
        }
        Proposal::Habit { anchor, delay, reason } => {
            let anchor_day = day(*anchor, known)?;
            let (day, so_long) = match delay {
                Some(delay) => (
                    delay.before(anchor_day)?,
                    format!("{} avant {}", delay.words(), anchor.named()),
                ),
                None => (anchor_day, format!("le même jour que {}", anchor.named())),
            };
            Some(Proposed {
                day,
                origin: format!("{so_long} : {reason}"),
                certainty: Certainty::Habit,
            })
        }
        Proposal::Day { month, day, reason } => Some(Proposed {
            day: case.of_budget_year(*month, *day)?,
            origin: reason.clone(),
            certainty: Certainty::Habit,
        }),
    }
}

/// The last day on which a step keeps a rule.
fn limit(rule: &CalendarRule, case: &Case, known: &BTreeMap<CalendarStep, Date>) -> Option<Date> {
    match rule.anchor {
        CalendarAnchor::DayAfterDataYear { month, day } => case.after_data_year(month, day),
        CalendarAnchor::Step(anchor, delay) => {
            let anchor = day(anchor, known)?;
            match (rule.relation, delay) {
                (CalendarRelation::Before, _) => anchor.yesterday().ok(),
                (CalendarRelation::NotAfter, _) => Some(anchor),
                (CalendarRelation::AtMostAfter, Some(delay)) => delay.after(anchor),
                (_, Some(delay)) => delay.before(anchor),
                (_, None) => None,
            }
        }
    }
}

/// The day of a step; the first meeting on the budget is that of the vote, unless another is known.
fn day(step: CalendarStep, known: &BTreeMap<CalendarStep, Date>) -> Option<Date> {
    let vote = || (step == CalendarStep::BudgetMeeting).then(|| known.get(&CalendarStep::BudgetVote))?;
    known.get(&step).or_else(vote).copied()
}

/// The day itself, or the last working day before it.
fn working_day(mut day: Date) -> Date {
    while french::day_off(day).is_some() {
        match day.yesterday() {
            Ok(before) => day = before,
            Err(_) => return day,
        }
    }
    day
}

fn moved(wanted: Date, kept: Date) -> String {
    match french::day_off(wanted) {
        Some(why) if wanted != kept => format!("avancé : le {} est un {why}", french::date(wanted)),
        _ => String::new(),
    }
}
