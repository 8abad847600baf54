//! A catalogue kept as a table, one line an entry, becomes the same nodes as a catalogue in YAML.
//!
//! So the readers, the defaults and the faults are those of YAML, at the sheet and cell. It knows columns and the
//! shapes of their cells, not what the values mean.

mod column;
mod header;
mod cell;
mod indicators;
mod actions;
#[cfg(test)]
mod tests;

use super::characters;
use super::disk::{Absence, Disk};
use super::document::{Node, Shape};
use super::entry::Entry;
use super::reading::Reading;
use crate::diagnostic::{Diagnostics, Placed};
use crate::error::Error;
use crate::model::Identifier;
use crate::table::{self, Cell, Kind, Table};
use column::Column;
use header::Header;
use std::sync::Arc;

/// The extensions of the tables that may hold entries, those that are refused with their reason too.
pub(super) const EXTENSIONS: [&str; 8] = ["csv", "tsv", "xlsx", "xlsm", "ods", "xls", "xlsb", "numbers"];

/// An entry that a line of a table can hold.
pub(super) trait Line: Entry {
    /// What the entries are called, with their article in the plural.
    const PLURAL: &str;
    /// The keys whose value only YAML can hold.
    const YAML_ONLY: &[&str];
    /// The columns beside the keys themselves, to be proposed where a header is misspelt.
    const MORE_COLUMNS: &[&str];

    /// The column of a header whose case, accents and signs are gone; none where it is unknown.
    fn column(folded: &str) -> Option<Column>;
}

/// The entries of a table of the project: those whose line has no fault.
pub(super) fn file<T: Line>(
    disk: &mut Disk<'_>,
    path: &str,
    diagnostics: &mut Diagnostics,
) -> Result<Reading<Vec<T>>, Error> {
    let nothing = Reading {
        content: None,
        written: Vec::new(),
    };
    let Some(bytes) = disk.bytes(path, Absence::Allowed, diagnostics)? else {
        return Ok(nothing);
    };
    let path: Arc<str> = Arc::from(path);
    let Some(kind) = kind(&path).filter(|kind| *kind != Kind::OldWorkbook) else {
        diagnostics.push(table::old_format(&path));
        return Ok(nothing);
    };
    let table = table::read(&path, &bytes, kind, None, diagnostics);
    Ok(table.map_or(nothing, |table| entries(&table, diagnostics)))
}

/// Whether the name of a file is that of a table.
pub(super) fn is_table(name: &str) -> bool {
    kind(name).is_some()
}

fn kind(name: &str) -> Option<Kind> {
    let (_, extension) = name.rsplit_once('.')?;
    let extension = extension.to_lowercase();
    Kind::announced_by(&extension).filter(|_| EXTENSIONS.contains(&extension.as_str()))
}

/// The entries of a table.
fn entries<T: Line>(table: &Table, diagnostics: &mut Diagnostics) -> Reading<Vec<T>> {
    characters::cells(table, diagnostics);
    let header = header::header::<T>(table, diagnostics);
    let nodes: Vec<Node> = table.rows.iter().map(|row| node(row, &header, diagnostics)).collect();
    let ids = nodes.iter().filter_map(|node| node.get("id").and_then(Node::text));
    let written: Vec<Identifier> = ids.filter_map(Identifier::parse).collect();
    // Without a required column every line would say the same thing: the header has said it.
    let content = header.complete.then(|| {
        nodes
            .iter()
            .filter_map(|node| T::from_yaml(node, diagnostics))
            .collect()
    });
    Reading { content, written }
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
