//! The tagging tables of `data/budget/` become [`TransitionRule`]s: prefixes of accounts, a class by axis, who and when.
//!
//! What a line needs is checked here and every fault found; which line of a budget each one takes is for `compute`.

mod codes;
#[cfg(test)]
mod tests;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Placed};
use crate::form::cells::{Answer, Digits, day};
use crate::form::lines::{Titles, sound};
use crate::form::tables::TaggingLine;
use crate::french::quoted;
use crate::load::Table;
use crate::model::TransitionRule;
use jiff::civil::Date;
use std::sync::Arc;

/// A line does not say who tagged it, or when.
const UNSIGNED: Code = Code("M299");

/// Every line that gives a class; one with a fault is left out, and the fault says why.
///
/// A line whose axes are all empty waits to be filled in: it says nothing yet.
pub(super) fn rules(tables: &[Table], titles: &Titles, diagnostics: &mut Diagnostics) -> Vec<TransitionRule> {
    tables
        .iter()
        .flat_map(|table| {
            let zeros = codes::keeps_zeros(table, titles);
            sound(table, titles.into(), diagnostics, |line, diagnostics| {
                rule(line, zeros, diagnostics)
            })
        })
        .collect()
}

fn rule(line: TaggingLine, zeros: bool, diagnostics: &mut Diagnostics) -> Option<TransitionRule> {
    let place = line.nature.as_ref().map_or(&line.place, |nature| &nature.place).clone();
    codes::check(&line, zeros, diagnostics);
    let author = author(line.author.clone(), diagnostics);
    let date = date(line.date.clone(), diagnostics);
    let code = |code: &Option<Placed<Digits>>| code.as_ref().map_or_else(String::new, |code| code.value.text.clone());
    Some(TransitionRule {
        norm: line.norm.as_deref().unwrap_or("M57").to_uppercase(),
        nature: code(&line.nature),
        function: code(&line.function),
        ratings: line.ratings().collect(),
        author: author?,
        date: date?,
        example: line.status.is_some(),
        place,
    })
}

/// Who tagged the line: a service or a role.
fn author(cell: Answer<String>, diagnostics: &mut Diagnostics) -> Option<Arc<str>> {
    let author = cell.or_else(|place| {
        let message = "La ligne ne dit pas qui l’a cotée.";
        let help = "Écrivez le service ou la fonction (« Direction des finances ») dans la colonne « auteur » : le rapport l’imprime.";
        diagnostics.push(Diagnostic::error(UNSIGNED, place, message).help(help));
        None
    })?;
    Some(Arc::from(author))
}

/// The day of the tagging.
fn date(cell: Answer<Placed<String>>, diagnostics: &mut Diagnostics) -> Option<Date> {
    let help = "Écrivez le jour de la cotation dans la colonne « date » : 15/03/2026, ou 2026-03-15.";
    let written = cell.or_else(|place| {
        let message = "La ligne ne dit pas quand elle a été cotée.";
        diagnostics.push(Diagnostic::error(UNSIGNED, place, message).help(help));
        None
    })?;
    let text = &written.value;
    let date = day(text);
    if date.is_none() {
        let message = format!("{} n’est pas une date.", quoted(text));
        let fault = Diagnostic::error(UNSIGNED, written.place.clone(), message);
        diagnostics.push(fault.help(help).raw(text));
    }
    date
}
