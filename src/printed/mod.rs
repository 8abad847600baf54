//! A table as it is printed: built once, each cell with its value and its French words, then written by one printer a
//! form: a page of a document, a terminal, CSV, JSON, a workbook.
//!
//! It knows no subject: whoever has a noun builds its table. It decides no look: a component of the templates does.

mod cell;
mod csv;
mod json;
mod page;
mod rows;
mod terminal;
mod workbook;
#[cfg(test)]
mod tests;

pub use cell::{Cell, Raw, percent_of};
pub use csv::Dialect;
pub use page::{PageRow, PageTable};
pub use rows::Rows;
pub use terminal::wrapped;
pub use workbook::{ColumnMeaning, TableSheet, TablesBook};

/// Columns, rows, and what is said under them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PrintedTable {
    pub columns: Vec<Column>,
    /// Each has a cell a column.
    pub rows: Vec<Row>,
    /// Sentences under the table.
    pub notes: Vec<String>,
}

/// What a column holds, for a reader and for a machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name in data files: `valeur_reference`.
    pub key: String,
    /// Its head on a page: `Référence`.
    pub head: String,
    /// What its head belongs to, with its neighbours of the same group: the year of `ouvert` and `réalisé`.
    pub group: Option<String>,
    pub role: Role,
    pub audience: Audience,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// To the left; may be cut into lines.
    Text,
    /// To the right, on one line.
    Number,
}

/// Who receives a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    Everyone,
    /// Pages and terminals only: it says again, in words, what other columns hold.
    Readers,
    /// CSV and JSON only.
    Machines,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    pub cells: Vec<Cell>,
    /// A total of the rows above, or a whole that they are part of.
    pub whole: bool,
}

impl Column {
    pub fn text(key: &str, head: &str) -> Self {
        Column {
            key: key.to_owned(),
            head: head.to_owned(),
            group: None,
            role: Role::Text,
            audience: Audience::Everyone,
        }
    }

    pub fn number(key: &str, head: &str) -> Self {
        Column {
            role: Role::Number,
            ..Column::text(key, head)
        }
    }

    /// A column of CSV and JSON, which no page prints.
    pub fn data(key: &str) -> Self {
        Column::text(key, "").only(Audience::Machines)
    }

    pub fn only(self, audience: Audience) -> Self {
        Column { audience, ..self }
    }

    pub fn within(self, group: impl Into<String>) -> Self {
        Column {
            group: Some(group.into()),
            ..self
        }
    }

    /// The head of a column that stands alone: `2025 réalisé`.
    pub fn whole_head(&self) -> String {
        match &self.group {
            Some(group) => format!("{group} {}", self.head),
            None => self.head.clone(),
        }
    }
}

impl PrintedTable {
    /// A table whose columns are known when it is built only: each row has a cell a column.
    pub fn new(columns: impl IntoIterator<Item = Column>, rows: impl IntoIterator<Item = impl Into<Row>>) -> Self {
        PrintedTable {
            columns: columns.into_iter().collect(),
            rows: rows.into_iter().map(Into::into).collect(),
            notes: Vec::new(),
        }
    }

    /// These columns in this order, for everyone; a column that only machines read has its name for a head.
    pub fn pick(&self, keys: &[&str]) -> Self {
        let found = |key: &&str| self.columns.iter().position(|column| column.key == *key);
        let ranks: Vec<usize> = keys.iter().filter_map(found).collect();
        let column = |rank: &usize| {
            let column = self.columns[*rank].clone().only(Audience::Everyone);
            match column.head.is_empty() {
                true => Column {
                    head: column.key.clone(),
                    ..column
                },
                false => column,
            }
        };
        let cells = |row: &Row| Row {
            cells: ranks.iter().filter_map(|rank| row.cells.get(*rank).cloned()).collect(),
            whole: row.whole,
        };
        PrintedTable {
            columns: ranks.iter().map(column).collect(),
            rows: self.rows.iter().map(cells).collect(),
            notes: self.notes.clone(),
        }
    }

    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// With a sentence that holds in some cases only.
    pub fn note_where(self, holds: bool, note: &str) -> Self {
        match holds {
            true => self.note(note),
            false => self,
        }
    }

    /// The table; none without a row.
    pub fn unless_empty(self) -> Option<Self> {
        (!self.rows.is_empty()).then_some(self)
    }

    /// The names of the columns that data files have, in their order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        let ranks = self.columns_of(Audience::Machines).into_iter();
        ranks.map(|rank| self.columns[rank].key.as_str())
    }

    /// The ranks of the columns of an audience.
    fn columns_of(&self, audience: Audience) -> Vec<usize> {
        let kept = |column: &Column| column.audience == Audience::Everyone || column.audience == audience;
        (0..self.columns.len())
            .filter(|rank| kept(&self.columns[*rank]))
            .collect()
    }
}

impl From<Vec<Cell>> for Row {
    fn from(cells: Vec<Cell>) -> Self {
        Row { cells, whole: false }
    }
}
