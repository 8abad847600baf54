//! A budget cycle planned back from its vote, step by step.

use crate::assess::{BackPlan, PlannedStep};
use crate::french;
use crate::printed::{Cell, PrintedTable};

impl BackPlan {
    /// A row a step, by date.
    pub fn steps_table(&self) -> PrintedTable {
        let planned = |step: &PlannedStep| if step.planned { "prévu" } else { "proposé" };
        PrintedTable::each(&self.steps)
            .words("quand", "Date", |step| {
                format!("{} {}", french::weekday(step.day), french::date(step.day))
            })
            .data("etape", |step| step.step.key())
            .text("libelle", "Étape", |step| step.step.label())
            .data("date", |step| step.day.to_string())
            .data("jour", |step| french::weekday(step.day))
            .data("chome", |step| french::day_off(step.day))
            .text("prevu", "", |step| Cell::flag(step.planned).said(planned(step)))
            .words("dit", "D’où elle vient", told)
            .data("origine", |step| step.origin.as_str())
            .data("certitude", |step| step.certainty.map(|certainty| certainty.key()))
            .data("remarque", |step| {
                Some(step.note.as_str()).filter(|note| !note.is_empty())
            })
            .table()
    }
}

/// Where a proposal comes from and how sure that is, and what is remarkable of the day.
fn told(step: &PlannedStep) -> String {
    let origin = (!step.planned).then(|| step.told_origin());
    let note = (!step.note.is_empty()).then(|| format!("({})", step.note));
    origin.into_iter().chain(note).collect::<Vec<_>>().join(" ")
}

impl PlannedStep {
    /// Where a date comes from, and how sure that is, on one line.
    pub fn told_origin(&self) -> String {
        let certainty = self.certainty.map(|certainty| format!(" [{}]", certainty.label()));
        french::punctuate(&format!("{}{}", self.origin, certainty.unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{CalendarStep, Certainty};

    #[test]
    fn a_proposal_says_where_it_comes_from_and_a_date_of_the_author_does_not() {
        let step = |planned: bool, note: &str| PlannedStep {
            step: CalendarStep::BudgetVote,
            day: jiff::civil::date(2027, 2, 5),
            planned,
            origin: "une règle".to_owned(),
            certainty: None::<Certainty>,
            note: note.to_owned(),
        };
        assert_eq!(told(&step(false, "")), "une règle");
        assert_eq!(told(&step(false, "un samedi")), "une règle (un samedi)");
        assert_eq!(told(&step(true, "un samedi")), "(un samedi)");
        assert_eq!(told(&step(true, "")), "");
    }
}
