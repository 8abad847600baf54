//! The columns of numbers of a declared table, whose points and commas are read together.

use super::cell::pair;
use super::header::Header;
use super::units::other_unit_of_rows;
use super::{Known, Line};
use crate::diagnostic::Diagnostics;
use crate::form::separators::{Separators, Stake};
use crate::french::{Separation, quoted, separation};
use crate::table::{Cell, Content, Table};
use std::borrow::Cow;
use std::ops::Range;

/// The table, without the signs that group the thousands of its numbers; each doubt is told once a column.
pub(super) fn settled<'t, T: Line>(
    table: &'t Table,
    header: &Header,
    known: Known,
    diagnostics: &mut Diagnostics,
) -> Cow<'t, Table> {
    units_of_rows::<T>(table, header, diagnostics);
    let mut whole = Separators::declared(known.notation.decimal);
    let mut columns: Vec<(usize, Separators, Stake)> = Vec::new();
    for (rank, column) in header.columns.iter().enumerate() {
        let mut own = None;
        let mut gravest = Stake::Measure;
        for row in &table.rows {
            let stake = column
                .as_ref()
                .and_then(|column| T::stake(column.key(), &cells(row, header)));
            let (Some(stake), Some(cell)) = (stake, row.get(rank)) else {
                continue;
            };
            let Content::Text(text) = &cell.content else { continue };
            let own = own.get_or_insert_with(Separators::default);
            for value in values(text).into_iter().map(|range| &text[range]) {
                own.learn(value, stake, Some(&cell.place));
                whole.learn(value, stake, None);
                if ['.', ',']
                    .iter()
                    .any(|sign| separation(value, *sign) == Some(Separation::Either))
                {
                    gravest = gravest.max(stake);
                }
            }
        }
        columns.extend(own.map(|own| (rank, own, gravest)));
    }
    let mut settled = Cow::Borrowed(table);
    for (rank, own, gravest) in columns {
        let learnt = own.among(&whole);
        let title = table
            .header
            .get(rank)
            .map(|cell| cell.content.display())
            .unwrap_or_default();
        let what = format!("la colonne {}", quoted(title.trim()));
        diagnostics.extend(learnt.doubt(&what, gravest, known.notation));
        let Some(column) = &header.columns[rank] else { continue };
        for (line, row) in table.rows.iter().enumerate() {
            let Some(Content::Text(text)) = row.get(rank).map(|cell| &cell.content) else {
                continue;
            };
            let Some(stake) = T::stake(column.key(), &cells(row, header)) else {
                continue;
            };
            let mut plain = text.clone();
            for range in values(text).into_iter().rev() {
                plain.replace_range(range.clone(), &learnt.plain(&text[range], stake));
            }
            if plain != *text {
                settled.to_mut().rows[line][rank].content = Content::Text(plain);
            }
        }
    }
    settled
}

/// Holds the unit that a title says against that of each line whose number stands under it.
fn units_of_rows<T: Line>(table: &Table, header: &Header, diagnostics: &mut Diagnostics) {
    let Some((unit, keys)) = T::OWN_UNIT else { return };
    for (rank, column) in header.columns.iter().enumerate() {
        let title = table.header.get(rank);
        let is_in_unit = column.as_ref().is_some_and(|column| keys.contains(&column.key()));
        let Some(title) = title.filter(|_| is_in_unit) else {
            continue;
        };
        let filled = table
            .rows
            .iter()
            .filter(|row| row.get(rank).is_some_and(|cell| cell.content != Content::Empty));
        let units = filled.map(|row| (row, cells(row, header)(unit)));
        diagnostics.extend(other_unit_of_rows(title, units));
    }
}

/// The cells of a row by their key; empty where there is none.
fn cells<'a>(row: &'a [Cell], header: &'a Header) -> impl Fn(&str) -> String + 'a {
    |key| {
        let mut columns = row.iter().zip(&header.columns);
        let found = columns.find(|(_, column)| column.as_ref().is_some_and(|column| column.key() == key));
        found.map(|(cell, _)| cell.content.display()).unwrap_or_default()
    }
}

/// Where the values of a cell are: `2018 = 62 000`, `43 000 (Plan climat)`, `2030 = 43 000 (PCAET) ; 2050 = 0`.
fn values(text: &str) -> Vec<Range<usize>> {
    let mut begins = 0;
    let mut values = Vec::new();
    for part in text.split_inclusive([';', '\n']) {
        let value = part.trim_end_matches([';', '\n']);
        let value = pair(value).map_or(value, |(_, value)| value);
        let value = value.split_once('(').map_or(value, |(value, _)| value).trim();
        let start = begins + (value.as_ptr() as usize - part.as_ptr() as usize);
        values.push(start..start + value.len());
        begins += part.len();
    }
    values
}
