//! A rule against the dates: kept, broken in its order, broken in its delay, or impossible to tell.

use super::case::{Binding, Case};
use super::noun::{CalendarDate, RuleOutcome, RuleState};
use crate::french;
use crate::model::{CalendarAnchor, CalendarRelation, CalendarRule, CalendarStep, Certainty, Delay};
use jiff::civil::Date;

/// A rule that binds the case, and what was found.
pub struct Judged<'a> {
    pub rule: &'a CalendarRule,
    pub dates: Vec<CalendarDate>,
    pub finding: Finding,
}

/// What the dates say of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    Kept,
    /// The order itself is wrong.
    OutOfOrder,
    /// The order is right, and the limit is passed.
    OutOfDelay(Date),
    /// The two are on the same day, and the day does not tell which comes first.
    SameDay,
    /// A French sentence: what is not known.
    Unknown(String),
}

/// Every rule that binds the case, or might.
pub fn judged<'a>(rules: &'a [CalendarRule], case: &Case) -> Vec<Judged<'a>> {
    rules.iter().filter_map(|rule| judge(rule, case)).collect()
}

fn judge<'a>(rule: &'a CalendarRule, case: &Case) -> Option<Judged<'a>> {
    let unknown = |dates, sentence: String| Judged {
        rule,
        dates,
        finding: Finding::Unknown(sentence),
    };
    match case.binding(&rule.audience) {
        Binding::BindsNot => return None,
        Binding::Undetermined => {
            let sentence = "La nomenclature du budget n’est pas connue.";
            return Some(unknown(Vec::new(), sentence.to_owned()));
        }
        Binding::Binds => {}
    }
    let step = case.day(rule.step);
    let (anchor, delay) = match rule.anchor {
        CalendarAnchor::Step(anchor, delay) => (case.day(anchor).ok_or(anchor), delay),
        CalendarAnchor::DayAfterDataYear { month, day } => (Ok((rule.step, case.after_data_year(month, day)?)), None),
    };
    let dated = |(step, day)| CalendarDate { step, day };
    let (step, anchor) = match (step, anchor) {
        (Some(step), Ok(anchor)) => (step, anchor),
        (None, Err(anchor)) => {
            return Some(unknown(Vec::new(), missing(&[rule.step, anchor])));
        }
        (None, Ok(_)) => return Some(unknown(Vec::new(), missing(&[rule.step]))),
        (Some(step), Err(anchor)) => return Some(unknown(vec![dated(step)], missing(&[anchor]))),
    };
    let mut dates = vec![dated(step)];
    if anchor.0 != step.0 {
        dates.push(dated(anchor));
    }
    let finding = match compare(rule.relation, delay, step.1, anchor.1)? {
        Finding::SameDay if rule.certainty == Certainty::Habit || dates.len() == 1 => Finding::Kept,
        finding => finding,
    };
    Some(Judged { rule, dates, finding })
}

/// What two days say of a relation; none where a limit is beyond the dates that exist.
fn compare(relation: CalendarRelation, delay: Option<Delay>, step: Date, anchor: Date) -> Option<Finding> {
    Some(match (relation, delay) {
        (CalendarRelation::Before, _) if step < anchor => Finding::Kept,
        (CalendarRelation::NotAfter, _) if step < anchor => Finding::Kept,
        (CalendarRelation::NotAfter, _) if step == anchor => Finding::SameDay,
        (CalendarRelation::AtMostBefore, Some(delay)) if step <= anchor => {
            let earliest = delay.before(anchor)?;
            within(step >= earliest, earliest)
        }
        (CalendarRelation::AtLeastBefore, Some(delay)) if step < anchor => {
            let latest = delay.before(anchor)?;
            within(step <= latest, latest)
        }
        (CalendarRelation::AtMostAfter, Some(delay)) => {
            let latest = delay.after(anchor)?;
            within(step <= latest, latest)
        }
        _ => Finding::OutOfOrder,
    })
}

fn within(kept: bool, limit: Date) -> Finding {
    if kept {
        Finding::Kept
    } else {
        Finding::OutOfDelay(limit)
    }
}

fn missing(steps: &[CalendarStep]) -> String {
    let names: Vec<&str> = steps.iter().map(|step| step.label()).collect();
    match names.as_slice() {
        [one] => format!("Date à donner : {one}."),
        several => format!("Dates à donner : {}.", french::list(several)),
    }
}

impl Judged<'_> {
    /// What the report says of the rule; none for a habit, which binds nobody.
    pub fn outcome(self) -> Option<RuleOutcome> {
        let rule = self.rule;
        if rule.certainty == Certainty::Habit {
            return None;
        }
        let (state, detail) = match &self.finding {
            Finding::Kept => (RuleState::Respected, String::new()),
            Finding::OutOfOrder => (
                RuleState::Broken,
                "L’ordre des dates n’est pas celui de la règle.".to_owned(),
            ),
            Finding::OutOfDelay(limit) => (RuleState::Broken, self.limit(*limit)),
            Finding::SameDay => (
                RuleState::Unknown,
                "Le même jour : la date ne dit pas ce qui vient d’abord.".to_owned(),
            ),
            Finding::Unknown(sentence) => (RuleState::Unknown, sentence.clone()),
        };
        Some(RuleOutcome {
            rule: rule.clone(),
            dates: self.dates,
            state,
            detail,
        })
    }

    /// The day that was passed, as a sentence.
    pub fn limit(&self, limit: Date) -> String {
        let side = match self.rule.relation {
            CalendarRelation::AtMostBefore => "tôt",
            _ => "tard",
        };
        format!("La règle demande au plus {side} le {}.", french::date(limit))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::DelayUnit;
    use jiff::civil::date;

    #[test]
    fn what_must_come_before_is_out_of_order_on_the_same_day() {
        let delay = Delay {
            count: 5,
            unit: DelayUnit::Days,
        };
        let found = |relation, day| compare(relation, Some(delay), date(2027, 2, day), date(2027, 2, 10));
        assert_eq!(found(CalendarRelation::AtLeastBefore, 5), Some(Finding::Kept));
        let late = Finding::OutOfDelay(date(2027, 2, 5));
        assert_eq!(found(CalendarRelation::AtLeastBefore, 6), Some(late));
        assert_eq!(found(CalendarRelation::AtLeastBefore, 10), Some(Finding::OutOfOrder));
        assert_eq!(found(CalendarRelation::Before, 10), Some(Finding::OutOfOrder));
        assert_eq!(found(CalendarRelation::NotAfter, 10), Some(Finding::SameDay));
        assert_eq!(found(CalendarRelation::AtMostBefore, 10), Some(Finding::Kept));
    }
}
