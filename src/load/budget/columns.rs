//! The columns of a budget table by their standard names, and the cells under them.

use super::super::{Cell, Content, Table};
use super::faults::Faults;
use crate::diagnostic::{Place, Spot};
use crate::form::lines::column::same;
use crate::form::lines::faults::{missing, renaming, repeated};
use crate::form::lines::header::absent;
use crate::form::lines::units::other_unit;
use crate::form::lines::{Titles, above};
use crate::form::number::{money, signed};
use crate::form::separators::{Notation, Separators, Stake};
use crate::model::Money;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Where each column of a header is, by its key.
pub(super) struct Columns {
    indexes: BTreeMap<&'static str, usize>,
    /// What the amounts of the table tell of their points and commas.
    separators: Separators,
}

/// One row seen through its columns.
pub(super) struct Row<'a> {
    columns: &'a Columns,
    pub cells: &'a [Cell],
    pub line: u32,
}

impl Columns {
    /// The columns of these keys: each under the title that its author gave it, else under its own name.
    pub fn of(table: &Table, keys: &[&'static str], titles: &Titles) -> Self {
        Columns {
            indexes: Columns::under(&table.header, keys, titles),
            separators: Separators::default(),
        }
    }

    /// Where the column of each key is, if this row is the header.
    fn under(row: &[Cell], keys: &[&'static str], titles: &Titles) -> BTreeMap<&'static str, usize> {
        let index = |key: &'static str| {
            let wanted = titles.get(key).map_or(key, |given| &given.value);
            let mut cells = row.iter();
            Some((key, cells.position(|cell| same(wanted, &cell.content.display()))?))
        };
        keys.iter().copied().filter_map(index).collect()
    }

    /// The same; none where the table lacks every column of a group, has one twice, or no line.
    pub fn checked(
        table: &Table,
        keys: &[&'static str],
        titles: &Titles,
        needed: &[&[&'static str]],
        faults: &mut Faults,
    ) -> Option<Self> {
        let columns = Columns::of(table, keys, titles);
        let own = columns.indexes.len();
        let named = |row: &[Cell]| Columns::under(row, keys, titles).len();
        let above = (own < 2).then(|| above::fault(table, |row| named(row) > own.max(1)));
        if let Some(fault) = above.flatten() {
            faults.header(fault);
            return None;
        }
        let lacking: Vec<Vec<&str>> = needed
            .iter()
            .filter(|group| !group.iter().any(|key| columns.has(key)))
            .map(|group| group.to_vec())
            .collect();
        for (key, title) in titles.iter().filter(|(key, _)| !columns.has(key)) {
            faults.header(absent(table, key, title));
        }
        if !lacking.is_empty() {
            let header: Vec<String> = table.header.iter().map(|cell| cell.content.display()).collect();
            let renamed = renaming(header.iter().map(String::as_str), &lacking.concat());
            let help = renamed
                .unwrap_or_else(|| "Gardez la ligne d’en-tête du format, avec le nom de ses colonnes ; pour une table simple, dites sous « colonnes », à l’entrée du fichier (« budget: fichiers », dans rapport.yaml), le titre que chacune y porte.".to_owned());
            faults.header(missing(table, &lacking, titles, &help));
        }
        for first in columns.indexes.values().copied() {
            let title = table.header[first].content.display();
            let mut others = table.header.iter().skip(first + 1);
            if let Some(cell) = others.find(|cell| same(&title, &cell.content.display())) {
                faults.header(repeated(cell, first));
            }
        }
        if table.rows.is_empty() && !faults.any() {
            faults.no_line(0, "aucune ligne sous son en-tête");
        }
        (!faults.any()).then_some(columns)
    }

    /// The same, once the amounts of the whole table have told how they are written; a doubt is a fault.
    pub fn reading(mut self, table: &Table, amounts: &[&str], notation: Notation, faults: &mut Faults) -> Self {
        let mut learnt = Separators::declared(notation.decimal);
        let ranks: Vec<usize> = amounts
            .iter()
            .filter_map(|name| self.indexes.get(name))
            .copied()
            .collect();
        for cell in ranks.iter().filter_map(|rank| table.header.get(*rank)) {
            if let Some(fault) = other_unit(cell, "€") {
                faults.header(fault);
            }
        }
        for cell in table
            .rows
            .iter()
            .flat_map(|row| ranks.iter().filter_map(|rank| row.get(*rank)))
        {
            if let Content::Text(text) = &cell.content {
                learnt.learn(&signed(text), Stake::Money, Some(&cell.place));
            }
        }
        if let Some(doubt) = learnt.doubt("un montant", Stake::Money, notation) {
            faults.header(doubt);
        }
        self.separators = learnt;
        self
    }

    /// Whether a column of the table is one of these.
    pub fn reads(&self, index: usize) -> bool {
        self.keys(index).next().is_some()
    }

    /// The keys of a column of the table: a title given for one may be the name of another.
    pub fn keys(&self, index: usize) -> impl Iterator<Item = &'static str> {
        let read = self.indexes.iter();
        read.filter(move |(_, read)| **read == index).map(|(key, _)| *key)
    }

    /// Where the column of this key is.
    pub fn index(&self, name: &str) -> Option<usize> {
        self.indexes.get(name).copied()
    }

    pub fn has(&self, name: &str) -> bool {
        self.indexes.contains_key(name)
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
    /// Where the column of this name is.
    pub fn index(&self, name: &str) -> Option<usize> {
        self.columns.index(name)
    }

    /// The text of a cell; empty where the column or the cell is not there.
    pub fn text(&self, name: &str) -> Cow<'a, str> {
        match self.cell(name).map(|cell| &cell.content) {
            Some(Content::Text(text)) => Cow::Borrowed(text.as_str()),
            Some(content) => Cow::Owned(content.display()),
            None => Cow::Borrowed(""),
        }
    }

    /// The text, where there is one.
    pub fn some(&self, name: &str) -> Option<Cow<'a, str>> {
        Some(self.text(name)).filter(|text| !text.is_empty())
    }

    /// An amount as people leave it in a table: `1 234,50 €`, blank or `-` for none.
    pub fn cell_amount(&self, name: &str, faults: &mut Faults) -> Option<Money> {
        let text = self.some(name)?;
        let plain = match self.cell(name).map(|cell| &cell.content) {
            Some(Content::Text(_)) => {
                Cow::Owned(self.columns.separators.plain(&signed(&text), Stake::Money).into_owned())
            }
            _ => Cow::Borrowed(&*text),
        };
        money(&plain)
            .inspect_err(|reason| faults.amount_at(self.place(name), name, (&text, &plain), &reason.to_string()))
            .ok()?
    }

    /// The place of a cell; that of the row where the cell is not there.
    pub fn place(&self, name: &str) -> Option<Place> {
        self.cell(name).or(self.cells.first()).map(|cell| cell.place.clone())
    }

    pub fn cell(&self, name: &str) -> Option<&'a Cell> {
        self.columns.indexes.get(name).and_then(|index| self.cells.get(*index))
    }
}

fn line(cell: &Cell) -> u32 {
    match cell.place.spot {
        Spot::Line { line, .. } => line,
        Spot::Cell { row, .. } => row,
        Spot::File | Spot::Paragraph { .. } => 0,
    }
}
