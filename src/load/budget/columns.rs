//! The columns of a budget table by their standard names, and the cells under them.

use super::super::{Cell, Content, Table};
use super::faults::Faults;
use crate::diagnostic::{Place, Spot};
use crate::form::number::money;
use crate::model::Money;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// Where each column of a header is; names are compared in capitals.
pub(super) struct Columns {
    indexes: BTreeMap<String, usize>,
    /// Names that two columns bear.
    repeated: Vec<String>,
}

/// One row seen through its columns.
pub(super) struct Row<'a> {
    columns: &'a Columns,
    cells: &'a [Cell],
    pub line: u32,
}

impl Columns {
    pub fn of(table: &Table) -> Self {
        let mut indexes = BTreeMap::new();
        let mut repeated = Vec::new();
        for (index, cell) in table.header.iter().enumerate() {
            let name = cell.content.display().trim().to_uppercase();
            match indexes.entry(name) {
                Entry::Vacant(free) => _ = free.insert(index),
                Entry::Occupied(taken) => repeated.push(taken.key().clone()),
            }
        }
        Columns { indexes, repeated }
    }

    /// The columns of these keys, which the author placed.
    pub fn at(indexes: impl IntoIterator<Item = (&'static str, usize)>) -> Self {
        let indexes = indexes.into_iter();
        Columns {
            indexes: indexes.map(|(key, index)| (key.to_owned(), index)).collect(),
            repeated: Vec::new(),
        }
    }

    pub fn has(&self, name: &str) -> bool {
        self.indexes.contains_key(name)
    }

    /// A name that two columns bear; those without a name are nobody’s.
    pub fn repeated(&self) -> Option<&str> {
        let mut names = self.repeated.iter().filter(|name| !name.is_empty());
        names.next().map(String::as_str)
    }

    /// Those of these names that are not there, as a French list; none where all are.
    pub fn missing(&self, names: &[&str]) -> Option<String> {
        let missing: Vec<&str> = names.iter().copied().filter(|name| !self.has(name)).collect();
        match missing[..] {
            [] => None,
            [one] => Some(format!("la colonne « {one} »")),
            _ => Some(format!("les colonnes « {} »", missing.join(" », « "))),
        }
    }

    pub fn row<'a>(&'a self, cells: &'a [Cell]) -> Row<'a> {
        Row {
            columns: self,
            cells,
            line: cells.first().map_or(0, line),
        }
    }
}

impl<'a> Row<'a> {
    /// The text of a cell; empty where the column or the cell is not there.
    pub fn text(&self, name: &str) -> Cow<'a, str> {
        let cell = self.columns.indexes.get(name).and_then(|index| self.cells.get(*index));
        match cell.map(|cell| &cell.content) {
            Some(Content::Text(text)) => Cow::Borrowed(text.as_str()),
            Some(content) => Cow::Owned(content.display()),
            None => Cow::Borrowed(""),
        }
    }

    /// The text, where there is one.
    pub fn some(&self, name: &str) -> Option<Cow<'a, str>> {
        Some(self.text(name)).filter(|text| !text.is_empty())
    }

    /// An amount as people leave it in a table: `1 234,50 €`, `-` or `n.d.` for none.
    pub fn cell_amount(&self, name: &str, faults: &mut Faults) -> Option<Money> {
        let text = self.some(name)?;
        money(&text)
            .inspect_err(|reason| faults.amount_at(self.place(name), name, &text, &reason.to_string()))
            .ok()?
    }

    /// The place of a cell; that of the row where the cell is not there.
    pub fn place(&self, name: &str) -> Option<Place> {
        let cell = self.columns.indexes.get(name).and_then(|index| self.cells.get(*index));
        cell.or(self.cells.first()).map(|cell| cell.place.clone())
    }
}

fn line(cell: &Cell) -> u32 {
    match cell.place.spot {
        Spot::Line { line, .. } => line,
        Spot::Cell { row, .. } => row,
        Spot::File => 0,
    }
}
