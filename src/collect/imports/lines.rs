//! The lines of a sheet of values, read: the indicator of each, its values and its targets by year.

use super::{Known, text, told};
use crate::config::{ForeignFormat, ValueColumns};
use crate::diagnostic::Diagnostics;
use crate::form::absence::absence;
use crate::french::{folded, read_number};
use crate::table::{Cell, Content};

/// One line of the sheet that says something.
pub(super) struct Line<'t> {
    pub title: String,
    pub unit: String,
    pub service: String,
    /// Year and cell.
    pub results: Vec<(i32, &'t Cell, f64)>,
    pub targets: Vec<(i32, f64)>,
}

/// What a reading leaves beside its lines.
#[derive(Default)]
pub(super) struct Aside {
    /// Lines of other sources.
    pub elsewhere: usize,
    /// Lines without a value.
    pub empty: usize,
}

/// The lines that say something, by the code of their indicator.
pub(super) fn lines<'t>(
    known: &'t Known<'_>,
    columns: &ValueColumns,
    aside: &mut Aside,
    diagnostics: &mut Diagnostics,
) -> Vec<(String, Line<'t>)> {
    let table = &known.sheet.table;
    let rank = |title: &str| ForeignFormat::rank(&table.header, title);
    let first = |titles: &[String]| titles.iter().find_map(|title| rank(title));
    let yearly = |word: &str| {
        let cells = table.header.iter().enumerate();
        let years = cells.filter_map(|(rank, cell)| Some((columns.year(&cell.content.display(), word)?, rank)));
        years.collect::<Vec<(i32, usize)>>()
    };
    let (results, targets) = (yearly(&columns.result), yearly(&columns.target));
    let (unit, service, parent) = (rank(&columns.unit), first(&columns.service), rank(&columns.parent));
    let (code, source, title) = (rank(&columns.code), rank(&columns.source), rank(&columns.title));
    let mut found = Vec::new();
    for row in &table.rows {
        let code = text(row, code);
        let origin = text(row, source);
        if !origin.is_empty() && folded(&origin) != folded(&columns.own) {
            aside.elsewhere += 1;
            continue;
        }
        let mut numbers = |ranks: &[(i32, usize)]| {
            let cells = ranks.iter().filter_map(|(year, rank)| Some((*year, row.get(*rank)?)));
            let said = cells.filter_map(|(year, cell)| Some((year, cell, read(cell, diagnostics)?)));
            said.collect::<Vec<(i32, &Cell, f64)>>()
        };
        let (results, targets) = (numbers(&results), numbers(&targets));
        if code.is_empty() || results.is_empty() && targets.is_empty() {
            aside.empty += 1;
            continue;
        }
        let (name, of) = (text(row, title), text(row, parent));
        let title = match of.is_empty() {
            true => name,
            false => format!("{name} ({of})"),
        };
        let line = Line {
            title,
            unit: text(row, unit),
            service: text(row, service),
            results,
            targets: targets.into_iter().map(|(year, _, value)| (year, value)).collect(),
        };
        found.push((code, line));
    }
    found
}

/// The number of a cell; none of an empty one, nor of one that was told.
fn read(cell: &Cell, diagnostics: &mut Diagnostics) -> Option<f64> {
    if let Content::Number { value, .. } = &cell.content {
        return Some(*value);
    }
    let text = cell.content.display();
    if text.trim().is_empty() || absence(&text).is_some() {
        return None;
    }
    let found = read_number(&text).ok();
    if found.is_none() {
        diagnostics.push(told::no_number(cell));
    }
    found
}
