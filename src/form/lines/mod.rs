//! A line of a table becomes the same node as an entry of a YAML file, and is read by the same reader.
//!
//! So the readers, the defaults and the faults are those of YAML, at the sheet and cell. It knows columns and the
//! shapes of their cells, not what the values mean.

pub mod above;
pub mod column;
pub mod header;
pub mod kept;
pub mod faults;
mod numbers;
pub mod units;
mod apart;
mod cell;
pub mod titles;

pub use apart::{found as found_apart, headings, is_alone, told as told_apart};

use super::characters;
use super::document::{Node, Shape};
use super::entry::{self, Entry};
use super::reading::Reading;
use super::separators::{Notation, Stake};
use super::unfilled;
use crate::diagnostic::{Diagnostics, Placed, Severity};
use crate::french::{quoted, without_capital};
use crate::model::Identifier;
use crate::table::{Cell, Table};
use column::Column;
use header::Header;
use std::collections::BTreeMap;

/// An entry that a line of a table can hold.
pub trait Line: Entry + Sized {
    /// What the tables of these lines describe.
    const TITLE: &str;
    /// Where they are, from the root of the project.
    const FILE: &str;
    /// How an author gives their titles to its columns, in `rapport.yaml`; empty where they have none but their own.
    const TITLES: &str;
    /// The other titles of a column, each with its key.
    const ALIASES: &[(&str, &'static str)] = &[];
    /// The columns that help whoever fills the table, and that nothing reads.
    const REMINDERS: &[&str] = &[];
    /// The keys of which a table has at least one.
    const EITHER: &[&'static str] = &[];
    /// The same; a line that fills none of them says nothing yet.
    const SUBSTANCE: &[&'static str] = &[];
    /// The keys whose value only YAML can hold.
    const YAML_ONLY: &[&str] = &[];
    /// The columns beside the keys themselves, to be proposed where a title is misspelt.
    const MORE_COLUMNS: &[&'static str] = &[];
    /// More of them, that an author may title and that no message proposes: there is one a year.
    const TITLED: &[&'static str] = &[];
    /// How grave a column is that nothing reads.
    const STRANGE: Severity = Severity::Warning;
    /// What becomes of the other columns, where the author gave titles to some.
    const OTHERS: Others = Others::Read;
    /// The keys whose cells are numbers, and what depends on them.
    const NUMBERS: &[(&'static str, Stake)] = &[];
    /// The keys whose numbers are in one unit, and this unit; those of money are in euros.
    const UNITS: &[(&'static str, &'static str)] = &[];
    /// The key that says the unit of a line, and the keys whose numbers are in it.
    const OWN_UNIT: Option<(&'static str, &[&'static str])> = None;
    /// Where to find a table with its header.
    const ADVICE: &str = "";

    /// What depends on the numbers of a key in a row, of which `cell` gives the other cells; none where it holds none.
    fn stake(key: &str, _cell: &dyn Fn(&str) -> String) -> Option<Stake> {
        let known = Self::NUMBERS.iter().find(|(number, _)| *number == key);
        known.map(|(_, stake)| *stake)
    }

    /// The column of a title whose case, accents and signs are gone; none where it is unknown.
    fn column(title: &str) -> Option<Column> {
        column::known::<Self>(title).map(Column::Shown)
    }
}

/// What becomes of the columns to which the author gave no title, in a table where some have one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Others {
    /// They are read under their own names.
    Read,
    /// They are not: the export of another tool has columns of our names that mean something else.
    Ignored,
}

/// Key of a column → the title that it has in a file.
pub type Titles = BTreeMap<&'static str, Placed<String>>;

/// What is known of a table beside its declaration.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The titles that its author gave to columns.
    pub titles: &'a Titles,
    /// The keys whose value is said elsewhere.
    pub given: &'a [&'static str],
    /// How its numbers are written.
    pub notation: Notation<'a>,
}

impl<'a> From<&'a Titles> for Known<'a> {
    fn from(titles: &'a Titles) -> Self {
        Known {
            titles,
            given: &[],
            notation: Notation::default(),
        }
    }
}

/// The entries of a table.
pub fn entries<T: Line<Value = T>>(table: &Table, titles: &Titles, diagnostics: &mut Diagnostics) -> Reading<Vec<T>> {
    characters::cells(table, diagnostics);
    let known = Known::from(titles);
    let header = header::header::<T>(table, known, diagnostics);
    let table = &*numbers::settled::<T>(table, &header, known, diagnostics);
    let rows = lines(table, &header, diagnostics);
    let nodes: Vec<Node> = rows.iter().map(|row| node(row, &header, diagnostics)).collect();
    nodes.iter().for_each(|node| unfilled::look(node, diagnostics));
    let ids = nodes.iter().filter_map(|node| node.get("id").and_then(Node::text));
    let written: Vec<Identifier> = ids.filter_map(Identifier::written).collect();
    // Without a required column every line would say the same thing: the header has said it.
    let content = header.complete.then(|| {
        nodes
            .iter()
            .zip(&rows)
            .filter_map(|(node, row)| {
                entry::blamed(node, diagnostics, |node, diagnostics| {
                    read(node, row, table, diagnostics)
                })
            })
            .collect()
    });
    Reading { content, written }
}

/// Every row of a table as a node, a total or a note too, where none can be one; none without its required columns.
pub fn every_node<T: Line>(table: &Table, titles: &Titles, diagnostics: &mut Diagnostics) -> Option<Vec<Node>> {
    characters::cells(table, diagnostics);
    let known = Known::from(titles);
    let header = header::header::<T>(table, known, diagnostics);
    let table = &*numbers::settled::<T>(table, &header, known, diagnostics);
    let rows = header.complete.then_some(&table.rows)?;
    Some(rows.iter().map(|row| node(row, &header, diagnostics)).collect())
}

/// The lines of a table as nodes that something larger holds, each with its cells; none without its required columns.
pub fn nodes<'t, T: Line>(table: &'t Table, diagnostics: &mut Diagnostics) -> Vec<(Node, &'t [Cell])> {
    characters::cells(table, diagnostics);
    let titles = Titles::new();
    let header = header::header::<T>(table, Known::from(&titles), diagnostics);
    if !header.complete {
        return Vec::new();
    }
    let rows = lines(table, &header, diagnostics).into_iter();
    rows.map(|row| (node(row, &header, diagnostics), row)).collect()
}

/// What the lines of a table mean; a line with a fault is left out, once all that is wrong with it was told.
pub fn sound<T: Line<Value = T>, N>(
    table: &Table,
    known: Known,
    diagnostics: &mut Diagnostics,
    mut meaning: impl FnMut(T, &mut Diagnostics) -> Option<N>,
) -> Vec<N> {
    let header = header::header::<T>(table, known, diagnostics);
    let table = &*numbers::settled::<T>(table, &header, known, diagnostics);
    let rows = match header.complete {
        true => lines(table, &header, diagnostics),
        false => Vec::new(),
    };
    let rows = rows.into_iter();
    rows.filter_map(|row| {
        let mark = diagnostics.mark();
        let node = node(row, &header, diagnostics);
        if !speaks::<T>(&node) {
            return None;
        }
        let meant = read(&node, row, table, diagnostics).and_then(|line| meaning(line, diagnostics));
        meant.filter(|_| !diagnostics.faulty_since(mark))
    })
    .collect()
}

/// The gesture for a row that sums others.
const TOTAL_HELP: &str = "Retirez-la : ce qu’elle additionne serait compté deux fois.";

/// The rows that are lines: neither a total nor a note, which are told where the header is sound.
fn lines<'a>(table: &'a Table, header: &Header, diagnostics: &mut Diagnostics) -> Vec<&'a [Cell]> {
    let rows = table.rows.iter().map(Vec::as_slice);
    rows.filter(|row| !header.complete || !told_apart(row, TOTAL_HELP, diagnostics))
        .collect()
}

/// The entry of a line, each fault of its cells under the title of its column.
fn read<T: Line<Value = T>>(node: &Node, row: &[Cell], table: &Table, diagnostics: &mut Diagnostics) -> Option<T> {
    let mark = diagnostics.mark();
    let entry = T::from_yaml(node, diagnostics);
    for fault in diagnostics.since(mark) {
        let mut cells = row.iter().zip(&table.header);
        let column = cells.find(|(cell, _)| fault.place.as_ref() == Some(&cell.place));
        let title = column.map(|(_, title)| quoted(title.content.display().trim()));
        if let Some(title) = title.filter(|_| fault.code != entry::EMPTY_VALUE) {
            fault.message = format!("Colonne {title} : {}", without_capital(&fault.message));
        }
    }
    entry
}

/// Whether a line fills a cell that says something.
fn speaks<T: Line>(node: &Node) -> bool {
    let Shape::Line(cells) = &node.shape else { return false };
    let matters = |key: &str| T::SUBSTANCE.is_empty() || T::SUBSTANCE.contains(&key);
    cells
        .iter()
        .any(|(key, cell)| matters(&key.value) && cell.shape != Shape::Empty)
}

/// The entry that a line describes.
fn node(row: &[Cell], header: &Header, diagnostics: &mut Diagnostics) -> Node {
    let mut keys: Vec<(Placed<String>, Node)> = Vec::new();
    for (cell, column) in row.iter().zip(&header.columns) {
        let Some(column) = column else { continue };
        let Some(value) = cell::node(cell, column, diagnostics) else {
            continue;
        };
        let key = Placed::new(column.key().to_owned(), cell.place.clone());
        let earlier = keys.iter_mut().find(|(name, _)| name.value == key.value);
        match (earlier, column.is_part()) {
            (Some((_, whole)), true) => join(whole, value),
            _ => keys.push((key, value)),
        }
    }
    Node {
        shape: Shape::Line(keys),
        place: row[0].place.clone(),
    }
}

/// Adds what a column says of a key to what the columns before it said.
fn join(whole: &mut Node, part: Node) {
    match (&mut whole.shape, part.shape) {
        (Shape::List(all), Shape::List(more)) => all.extend(more),
        (Shape::Line(all), Shape::Line(more)) | (Shape::Map(all), Shape::Map(more)) => all.extend(more),
        // An empty cell before it said nothing.
        (empty @ Shape::Empty, shape) => *empty = shape,
        _ => {}
    }
}
