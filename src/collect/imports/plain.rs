//! A file as the query of its entries reads it: its columns under the titles of the format, its amounts and its days alone.
//!
//! A cell that says something else stays as it is, and its entry is left. It decides of no year and of no sum.

use super::year_of_day;
use crate::collect::register::Register;
use crate::config::ForeignFormat;
use crate::diagnostic::Spot;
use crate::form::lines::column::same;
use crate::french::{Separation, apart, converted, read_date, separation};
use crate::table::{Cell, Content, Table};
use std::collections::BTreeSet;

/// The title of a year that a query reads as it is; under any other, it cuts the year off a date.
const YEAR: &str = "annee";

/// The lines of a file, as its query reads them.
pub(super) fn plain(table: &Table, format: &ForeignFormat) -> Register {
    let mut register = Register::of(table);
    let numbers: BTreeSet<usize> = numbers(format).filter_map(|title| rank(table, title)).collect();
    let year = format.year.as_deref();
    let days = year.and_then(|title| rank(table, title));
    for (row, cells) in register.rows.iter_mut().zip(&table.rows) {
        for (rank, (text, cell)) in row.iter_mut().zip(cells).enumerate() {
            let found = match rank {
                _ if Some(rank) == days => day(text, year.is_some_and(|title| same(title, YEAR))),
                _ if numbers.contains(&rank) => Some(number(cell)),
                _ => None,
            };
            *text = found.unwrap_or_else(|| text.clone());
        }
    }
    for title in format.columns() {
        if let Some(rank) = rank(table, title) {
            register.heads[rank].clone_from(title);
        }
    }
    apart_from_each_other(&mut register.heads);
    register
}

/// Whether a query reads a file as it stands.
pub(super) fn is_plain(table: &Table, format: &ForeignFormat) -> bool {
    let is_first = |cell: &Cell| matches!(cell.place.spot, Spot::Line { line: 1, .. });
    table.header.first().is_some_and(is_first) && plain(table, format) == Register::of(table)
}

/// The number of a cell alone, in euros where it is an amount, where its unit says how.
pub(super) fn number(cell: &Cell) -> String {
    let text = match &cell.content {
        // Shown as a percentage, it is a share of one as a query takes it.
        Content::Number { value, .. } => return value.to_string().replace('.', ","),
        content => content.display(),
    };
    let (alone, unit) = apart(&text);
    let is_doubtful = ['.', ',']
        .iter()
        .any(|sign| separation(alone, *sign) == Some(Separation::Either));
    let found = match unit {
        "" => None,
        "%" if !is_doubtful => converted(alone, unit, ""),
        unit if converted("1", unit, "€").as_deref() == Some("1") => Some(alone.to_owned()),
        unit if !is_doubtful => converted(alone, unit, "€"),
        _ => None,
    };
    found.unwrap_or(text)
}

/// The titles under which a query of the format adds numbers up.
pub(super) fn numbers(format: &ForeignFormat) -> impl Iterator<Item = &String> {
    let titles = format
        .proposals
        .iter()
        .flat_map(|proposal| proposal.columns.iter().chain(&proposal.over));
    titles.filter(|title| Some(*title) != format.year.as_ref())
}

fn rank(table: &Table, title: &str) -> Option<usize> {
    ForeignFormat::rank(&table.header, title)
}

/// A day as a query cuts its year off, or its year alone; none where it is one already, or no day.
fn day(text: &str, is_year: bool) -> Option<String> {
    if is_year {
        return year_of_day(text).map(|year| year.to_string());
    }
    let (first, rest) = text.trim().split_once([' ', 'T']).unwrap_or((text, ""));
    let found = read_date(text)
        .map(|day| day.to_string())
        .or_else(|| read_date(first).map(|day| format!("{day} {rest}")));
    let begins = text.bytes().take_while(u8::is_ascii_digit).count() >= 4;
    found.filter(|_| !begins)
}

/// Two columns of one name are no table of a query: the second is numbered.
fn apart_from_each_other(heads: &mut [String]) {
    let mut known = BTreeSet::new();
    for head in heads.iter_mut().filter(|head| !head.trim().is_empty()) {
        let bare = head.clone();
        let mut count = 1;
        while !known.insert(head.clone()) {
            count += 1;
            *head = format!("{bare} ({count})");
        }
    }
}
