//! An error of a spreadsheet in a column that nothing reads: « Évolution » of the first year is a division by zero.

use crate::diagnostic::Diagnostics;
use crate::load::{Content, Table};
use crate::table::grid::CELL_ERROR;
use crate::validate::layout::{Layout, Values};
use std::collections::BTreeSet;

/// Takes back what the reading of a table told of such cells: they change nothing of what is published.
pub fn withdraw(table: &Table, layout: &Layout, diagnostics: &mut Diagnostics) {
    let mut read: BTreeSet<usize> = layout.values.columns().into_iter().collect();
    if let Values::Long { year, .. } = layout.values {
        read.insert(year);
    }
    read.extend(layout.breakdowns.iter().map(|(column, _)| *column));
    read.extend(
        [layout.indicator, layout.unit, layout.status, layout.note]
            .into_iter()
            .flatten(),
    );
    let cells = table.rows.iter().flat_map(|row| row.iter().enumerate());
    // A cell in error was emptied once it was told.
    let unread = cells.filter(|(rank, cell)| cell.content == Content::Empty && !read.contains(rank));
    let unread: BTreeSet<_> = unread.map(|(_, cell)| &cell.place).collect();
    if !unread.is_empty() {
        diagnostics.withdraw(CELL_ERROR, &unread);
    }
}
