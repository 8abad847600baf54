//! The columns of numbers of a declared table, whose points and commas are read together.

use super::column::Column;
use super::header::Header;
use super::{Known, Line};
use crate::diagnostic::Diagnostics;
use crate::form::separators::{Separators, Stake};
use crate::french::quoted;
use crate::table::{Content, Table};
use std::borrow::Cow;

/// The table, without the signs that group the thousands of its numbers; each doubt is told once a column.
pub(super) fn settled<'t, T: Line>(
    table: &'t Table,
    header: &Header,
    known: Known,
    diagnostics: &mut Diagnostics,
) -> Cow<'t, Table> {
    let stake = |column: &Column| {
        T::NUMBERS
            .iter()
            .find(|(key, _)| *key == column.key())
            .map(|(_, stake)| *stake)
    };
    let columns = header.columns.iter().enumerate();
    let columns: Vec<(usize, Stake)> = columns
        .filter_map(|(rank, column)| Some((rank, stake(column.as_ref()?)?)))
        .collect();
    let cells = |rank: usize| table.rows.iter().filter_map(move |row| row.get(rank));
    let mut whole = Separators::declared(known.notation.decimal);
    let mut own: Vec<Separators> = Vec::new();
    for (rank, stake) in &columns {
        let mut learnt = Separators::default();
        for cell in cells(*rank) {
            if let Content::Text(text) = &cell.content {
                learnt.learn(value(text), *stake, Some(&cell.place));
                whole.learn(value(text), *stake, None);
            }
        }
        own.push(learnt);
    }
    let mut table = Cow::Borrowed(table);
    for ((rank, stake), learnt) in columns.into_iter().zip(own) {
        let learnt = learnt.among(&whole);
        let title = table
            .header
            .get(rank)
            .map(|cell| cell.content.display())
            .unwrap_or_default();
        let what = format!("la colonne {}", quoted(title.trim()));
        diagnostics.extend(learnt.doubt(&what, stake, known.notation));
        for line in 0..table.rows.len() {
            let Some(Content::Text(text)) = table.rows[line].get(rank).map(|cell| &cell.content) else {
                continue;
            };
            if let Cow::Owned(plain) = learnt.plain(value(text), stake) {
                let plain = text.replacen(value(text), &plain, 1);
                table.to_mut().rows[line][rank].content = Content::Text(plain);
            }
        }
    }
    table
}

/// The value of a cell that says a year before it: « 2018 = 62 000 ».
fn value(text: &str) -> &str {
    text.split_once('=').map_or(text, |(_, value)| value.trim())
}
