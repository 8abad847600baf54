//! A budget cycle planned back from its vote, step by step.

use crate::assess::{BackPlan, PlannedStep};
use crate::french;
use crate::printed::{Audience, Cell, Column, PrintedTable};

impl BackPlan {
    /// A row a step, by date.
    pub fn steps_table(&self) -> PrintedTable {
        let columns = [
            Column::text("quand", "Date").only(Audience::Readers),
            Column::data("etape"),
            Column::text("libelle", "Étape"),
            Column::data("date"),
            Column::data("jour"),
            Column::data("chome"),
            Column::text("prevu", ""),
            Column::text("dit", "D’où elle vient").only(Audience::Readers),
            Column::data("origine"),
            Column::data("certitude"),
            Column::data("remarque"),
        ];
        PrintedTable::of(columns, self.steps.iter().map(row))
    }
}

fn row(step: &PlannedStep) -> [Cell; 11] {
    let (day, weekday) = (french::date(step.day), french::weekday(step.day));
    [
        format!("{weekday} {day}").into(),
        step.step.key().into(),
        step.step.label().into(),
        step.day.to_string().into(),
        weekday.into(),
        french::day_off(step.day).into(),
        Cell::flag(step.planned).said(if step.planned { "prévu" } else { "proposé" }),
        told(step).into(),
        step.origin.as_str().into(),
        step.certainty.map(|certainty| certainty.key()).into(),
        Some(step.note.as_str()).filter(|note| !note.is_empty()).into(),
    ]
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
