//! A table declared column by column: each says its name, its head, and the cell it has of every row.

use super::{Audience, Cell, Column, PrintedTable, Row};

/// The nouns that become rows, and the columns told so far.
pub struct Rows<T> {
    of: Vec<T>,
    table: PrintedTable,
}

impl PrintedTable {
    /// A row for each of these.
    pub fn each<T: Copy>(of: impl IntoIterator<Item = T>) -> Rows<T> {
        let of: Vec<T> = of.into_iter().collect();
        let rows = vec![Row::default(); of.len()];
        let table = PrintedTable {
            rows,
            ..PrintedTable::default()
        };
        Rows { of, table }
    }
}

impl<T: Copy> Rows<T> {
    pub fn column<C: Into<Cell>>(mut self, column: Column, cell: impl Fn(T) -> C) -> Self {
        self.table.columns.push(column);
        for (row, of) in self.table.rows.iter_mut().zip(&self.of) {
            row.cells.push(cell(*of).into());
        }
        self
    }

    pub fn text<C: Into<Cell>>(self, key: &str, head: &str, cell: impl Fn(T) -> C) -> Self {
        self.column(Column::text(key, head), cell)
    }

    pub fn number<C: Into<Cell>>(self, key: &str, head: &str, cell: impl Fn(T) -> C) -> Self {
        self.column(Column::number(key, head), cell)
    }

    /// Numbers at so many decimals; a dash where there is none.
    pub fn measure<N: Into<Option<f64>>>(self, key: &str, head: &str, decimals: usize, of: impl Fn(T) -> N) -> Self {
        self.number(key, head, |row| {
            of(row).into().map(|value| Cell::number(value, decimals))
        })
    }

    /// A column of CSV and JSON, which no page prints.
    pub fn data<C: Into<Cell>>(self, key: &str, cell: impl Fn(T) -> C) -> Self {
        self.column(Column::data(key), cell)
    }

    /// A column of pages and terminals: it says again, in words, what others hold.
    pub fn words<C: Into<Cell>>(self, key: &str, head: &str, cell: impl Fn(T) -> C) -> Self {
        self.column(Column::text(key, head).only(Audience::Readers), cell)
    }

    /// Which rows are a total of those above, or a whole that they are part of.
    pub fn whole(mut self, whole: impl Fn(T) -> bool) -> Self {
        for (row, of) in self.table.rows.iter_mut().zip(&self.of) {
            row.whole = whole(*of);
        }
        self
    }

    pub fn table(self) -> PrintedTable {
        self.table
    }

    /// The table; none without a row.
    pub fn unless_empty(self) -> Option<PrintedTable> {
        self.table.unless_empty()
    }
}
