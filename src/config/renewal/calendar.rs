//! The calendar of the next edition: every date goes, and a remark proposes another at its place; none is planned for the author.

use crate::diagnostic::Diagnostics;
use crate::form::document;
use crate::form::edit::{Edit, edited, path};
use crate::model::CalendarStep;
use jiff::civil::Date;
use std::sync::Arc;

pub(super) const KEY: &str = "calendrier";
/// What stands above the proposals, once.
const NOTICE: &str = "Dates proposées : retirez le croisillon (#) d’une date quand elle est décidée.";

/// The text with no date planned, and the proposals as remarks; none where its layout is not known.
pub fn proposed(file: &Arc<str>, text: &str, proposals: &[(CalendarStep, Date)]) -> Option<String> {
    let line = |step: CalendarStep| {
        let day = proposals.iter().find(|(proposed, _)| *proposed == step)?.1;
        Some(format!("{}: {day}", step.key()))
    };
    let text = moved_on(text, &line);
    let root = document::parse(file, &text, &mut Diagnostics::default()).root?;
    let Some(calendar) = root.get(KEY) else {
        let remarks = remarks(&text, proposals);
        let lines: String = remarks.iter().map(|remark| format!("  # {remark}\n")).collect();
        return edited(file, &text, &[Edit::Append(format!("\n{KEY}:\n{lines}"))]);
    };
    let written = CalendarStep::ALL
        .iter()
        .filter(|step| calendar.get(step.key()).is_some());
    let edits: Vec<Edit> = written
        .map(|step| Edit::Remove(path([KEY, step.key()]), line(*step)))
        .collect();
    let text = edited(file, &text, &edits)?;
    match remarks(&text, proposals) {
        remarks if remarks.is_empty() => Some(text),
        remarks => edited(file, &text, &[Edit::Remark(path([KEY]), remarks)]),
    }
}

/// The proposals that no remark of the text makes yet, under what explains them.
fn remarks(text: &str, proposals: &[(CalendarStep, Date)]) -> Vec<String> {
    let stands = |remark: &str| text.lines().any(|line| line.trim() == format!("# {remark}"));
    let lines = proposals.iter().map(|(step, day)| format!("{}: {day}", step.key()));
    let notice = std::iter::once(NOTICE.to_owned());
    notice.chain(lines).filter(|remark| !stands(remark)).collect()
}

/// The text whose remarks that hold a date of a step, as `nouveau` and an earlier year wrote them, hold the proposed one.
fn moved_on(text: &str, line: &impl Fn(CalendarStep) -> Option<String>) -> String {
    let mut inside = false;
    let moved = text.split_inclusive('\n').map(|written| {
        if !written.starts_with([' ', '#', '\n', '\r', '\t']) {
            inside = written.starts_with(KEY);
        }
        let bare = written.trim();
        let step = bare.strip_prefix('#').and_then(|remark| {
            let (key, day) = remark.trim_start().split_once(": ")?;
            let is_day = day.get(..10)?.parse::<Date>().is_ok();
            CalendarStep::ALL
                .iter()
                .copied()
                .find(|step| is_day && step.key() == key)
        });
        match step.filter(|_| inside) {
            Some(step) => {
                let proposal = line(step).unwrap_or_else(|| format!("{}: AAAA-MM-JJ", step.key()));
                written.replacen(bare, &format!("# {proposal}"), 1)
            }
            None => written.to_owned(),
        }
    });
    moved.collect()
}
