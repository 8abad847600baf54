//! Steps planned against steps done, on the day of the document.
//!
//! A date is as precise as its author knows it, and what is said of it is no more precise.

use super::noun::{DeadlineReview, Delay, StepOutcome, StepReview};
use crate::model::{LegalDeadline, Moment, StrategyStep};
use jiff::civil::Date;
use jiff::{Unit, civil::DateDifference};

/// What becomes of a step on a day; a step done later is not done yet.
pub fn review(step: &StrategyStep, today: Date) -> StepReview {
    let done = step
        .done
        .as_ref()
        .map(|done| done.value)
        .filter(|done| done.first_day() <= today);
    let planned = step.planned.as_ref().map(|planned| planned.value);
    StepReview {
        outcome: outcome(planned, done, today),
        done,
        step: step.clone(),
    }
}

/// A deadline of the law, answered by the first step of its kind that was done.
pub fn deadline(deadline: &LegalDeadline, steps: &[StepReview], today: Date) -> DeadlineReview {
    let of_kind = steps.iter().filter(|review| review.step.kind == deadline.kind);
    let done = of_kind
        .filter_map(|review| review.done)
        .min_by_key(|moment| moment.last_day());
    DeadlineReview {
        outcome: outcome(Some(Moment::Day(deadline.day)), done, today),
        done,
        deadline: deadline.clone(),
    }
}

/// A promise and what came of it.
fn outcome(planned: Option<Moment>, done: Option<Moment>, today: Date) -> StepOutcome {
    match (planned, done) {
        (None, None) => StepOutcome::Undated,
        (None, Some(_)) => StepOutcome::Done,
        (Some(planned), Some(done)) if done.last_day() <= planned.last_day() => StepOutcome::OnTime,
        (Some(planned), Some(done)) if done.first_day() > planned.last_day() => StepOutcome::Late(delay(planned, done)),
        (Some(_), Some(_)) => StepOutcome::Unclear,
        (Some(planned), None) if today > planned.last_day() => StepOutcome::Overdue(exact(planned.last_day(), today)),
        (Some(planned), None) => StepOutcome::ToCome(exact(today, planned.last_day())),
    }
}

/// From the last day of what was planned to what was done, no more precisely than the latter is known.
fn delay(planned: Moment, done: Moment) -> Delay {
    let (from, to) = (planned.last_day(), done.first_day());
    let years = i32::from(to.year()) - i32::from(from.year());
    let months = years * 12 + i32::from(to.month()) - i32::from(from.month());
    match done {
        Moment::Day(day) => exact(from, day),
        Moment::Month(_) => Delay::Months(months.unsigned_abs()),
        Moment::Year(_) => Delay::Years(years.unsigned_abs()),
    }
}

/// Whole months, then the days that are left.
fn exact(from: Date, to: Date) -> Delay {
    let span = from
        .until(DateDifference::new(to).largest(Unit::Month))
        .unwrap_or_default();
    Delay::Exact {
        months: span.get_months().unsigned_abs(),
        days: span.get_days().unsigned_abs(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 20);

    fn day(year: i16, month: i8, day: i8) -> Moment {
        Moment::Day(date(year, month, day))
    }

    fn month(year: i16, month: i8) -> Moment {
        Moment::Month(date(year, month, 1))
    }

    #[test]
    fn a_promise_is_kept_until_its_last_day() {
        let outcome = |planned, done| outcome(Some(planned), Some(done), TODAY);
        assert_eq!(outcome(month(2024, 1), day(2024, 1, 31)), StepOutcome::OnTime);
        let late = StepOutcome::Late(Delay::Exact { months: 0, days: 1 });
        assert_eq!(outcome(month(2024, 1), day(2024, 2, 1)), late);
        let late = StepOutcome::Late(Delay::Exact { months: 1, days: 2 });
        assert_eq!(outcome(day(2023, 1, 1), day(2023, 2, 3)), late);
        assert_eq!(
            outcome(month(2024, 11), month(2025, 2)),
            StepOutcome::Late(Delay::Months(3))
        );
        assert_eq!(
            outcome(month(2023, 6), Moment::Year(2025)),
            StepOutcome::Late(Delay::Years(2))
        );
    }

    #[test]
    fn what_the_dates_cannot_tell_is_not_told() {
        assert_eq!(
            outcome(Some(month(2024, 1)), Some(Moment::Year(2024)), TODAY),
            StepOutcome::Unclear
        );
        assert_eq!(outcome(None, Some(month(2024, 1)), TODAY), StepOutcome::Done);
        assert_eq!(outcome(None, None, TODAY), StepOutcome::Undated);
    }

    #[test]
    fn what_is_not_done_is_late_from_the_day_after() {
        let planned = |moment| outcome(Some(moment), None, TODAY);
        let overdue = |months, days| StepOutcome::Overdue(Delay::Exact { months, days });
        assert_eq!(planned(day(2026, 11, 19)), overdue(0, 1));
        assert_eq!(planned(month(2025, 1)), overdue(21, 20));
        assert_eq!(
            planned(day(2026, 11, 20)),
            StepOutcome::ToCome(Delay::Exact { months: 0, days: 0 })
        );
        assert_eq!(
            planned(Moment::Year(2027)),
            StepOutcome::ToCome(Delay::Exact { months: 13, days: 11 })
        );
    }
}
