//! What changed since the last edition: a row a difference, each between what was published and what is.
//!
//! Revised values are not among them: `revisions` is their table.

use super::revisions::telling;
use crate::assess::{Difference, EditionChange, EditionChanges, Report};
use crate::french;
use crate::model::Anchor;
use crate::printed::{Cell, PrintedTable};

/// Letters of a definition that a page prints.
const LETTERS: usize = 240;

/// A row of an indicator.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub change: &'a EditionChange,
    pub of: Of<'a>,
    pub first: bool,
}

/// Of what a row speaks.
#[derive(Clone, Copy)]
pub(super) enum Of<'a> {
    Status,
    Difference(&'a Difference),
}

impl Report {
    /// What differs from the last edition; none where nothing does, or there is no last edition.
    pub fn changes_table(&self) -> Option<PrintedTable> {
        let EditionChanges { changes, not_compared } = self.changes.as_ref()?;
        let lines: Vec<Line> = changes.iter().flat_map(lines).collect();
        let table = PrintedTable::each(lines)
            .text("titre", "Indicateur", titled)
            .text("objet", "Ce qui change", subject)
            .text("avant", "Édition précédente", |line| sides(line)[0].clone())
            .text("apres", "Cette édition", |line| sides(line)[1].clone());
        let mut table = table.unless_empty()?;
        if !not_compared.is_empty() {
            let lacking = french::list(not_compared);
            let note =
                format!("L’édition précédente n’a pas publié ce qu’il faut pour comparer {lacking} : non comparé.");
            table.notes.push(french::punctuate(&note));
        }
        Some(table)
    }
}

/// The status, then what is not a value: those have a table of their own.
fn lines(change: &EditionChange) -> Vec<Line<'_>> {
    let is_value = |difference: &&Difference| matches!(difference, Difference::Value { .. });
    let status = (change.before != change.after).then_some(Of::Status);
    let differences = change.differences.iter().filter(|difference| !is_value(difference));
    let all = status.into_iter().chain(differences.map(Of::Difference));
    let line = |(rank, of)| Line {
        change,
        of,
        first: rank == 0,
    };
    all.enumerate().map(line).collect()
}

/// The title and the unit, once an indicator.
pub(super) fn titled(line: Line) -> Cell {
    match line.first {
        true => {
            let unit = Some(line.change.unit.clone()).filter(|unit| !unit.is_empty());
            let named = Cell::text(&*line.change.title).naming(Anchor::Indicator(line.change.indicator.clone()));
            named.over(unit.map(|unit| format!("en {unit}")))
        }
        false => Cell::text("").said(""),
    }
}

pub(super) fn subject(line: Line) -> Cell {
    match line.of {
        Of::Status => Cell::text("Statut"),
        Of::Difference(Difference::Unit { .. }) => {
            Cell::text("Unité").over(Some("Les nombres ne sont pas comparés.".to_owned()))
        }
        Of::Difference(Difference::Title { .. }) => Cell::text("Titre"),
        Of::Difference(Difference::Definition { .. }) => Cell::text("Définition"),
        Of::Difference(Difference::Target { year, .. }) => Cell::text(format!("Cible {year}")),
        Of::Difference(Difference::Method { .. }) => Cell::text("Méthode"),
        Of::Difference(Difference::Reference {
            then: Some((then, _)),
            now: Some((now, _)),
        }) if then == now => Cell::text(format!("Référence {now}")),
        Of::Difference(Difference::Reference { .. }) => Cell::text("Référence"),
        Of::Difference(Difference::Value { part, year, .. }) => {
            Cell::text(format!("Valeur {year}")).over(Some(part.replace('=', " : ")).filter(|part| !part.is_empty()))
        }
    }
}

/// What was published, and what is.
pub(super) fn sides(line: Line) -> [Cell; 2] {
    let (change, precision) = (line.change, decimals(&line.of));
    let number = |value: Option<f64>| Cell::from(value.map(|value| Cell::number(value, precision)));
    match line.of {
        Of::Status => {
            let said = match (change.before, change.after) {
                (None, _) => Some("Nouvel indicateur.".to_owned()),
                (_, None) => Some("L’indicateur est retiré.".to_owned()),
                _ => because(change),
            };
            [change.before.into(), Cell::from(change.after).over(said)]
        }
        Of::Difference(Difference::Unit { then, now }) => [Cell::text(&**then), Cell::text(&**now)],
        Of::Difference(Difference::Title { then, now }) => [Cell::text(&**then), Cell::text(&**now)],
        Of::Difference(Difference::Definition { then, now }) => [Cell::text(short(then)), Cell::text(short(now))],
        Of::Difference(Difference::Method { then, now }) => [Cell::text(then.label()), Cell::text(now.label())],
        Of::Difference(Difference::Target { then, now, .. }) => [number(*then), number(*now)],
        Of::Difference(Difference::Reference {
            then: Some((before, then)),
            now: Some((after, now)),
        }) if before == after => [number(Some(*then)), number(Some(*now))],
        Of::Difference(Difference::Reference { then, now }) => {
            let dated = |point: &Option<(i32, f64)>| {
                Cell::from(point.map(|(year, value)| format!("{year} : {}", french::number(value, precision))))
            };
            [dated(then), dated(now)]
        }
        Of::Difference(Difference::Value { then, now, .. }) => [number(Some(*then)), number(*now)],
    }
}

/// Digits after the comma that tell both numbers apart.
fn decimals(of: &Of) -> usize {
    let numbers: Vec<f64> = match of {
        Of::Difference(Difference::Target { then, now, .. }) => then.iter().chain(now).copied().collect(),
        Of::Difference(Difference::Reference { then, now }) => then.iter().chain(now).map(|point| point.1).collect(),
        Of::Difference(Difference::Value { then, now, .. }) => std::iter::once(then).chain(now).copied().collect(),
        _ => Vec::new(),
    };
    telling(&numbers)
}

/// What moved the status.
fn because(change: &EditionChange) -> Option<String> {
    let words: Vec<&str> = change.causes.iter().map(|cause| cause.words()).collect();
    match (words.len(), change.differences.len()) {
        (0, 0) => None,
        (0, _) => Some("Tient à plusieurs changements.".to_owned()),
        (1, _) => Some(format!("Tient à {}.", words[0])),
        _ => Some(format!("Tient à {}, ensemble.", french::list(&words))),
    }
}

fn short(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    french::shortened(&text, LETTERS)
}
