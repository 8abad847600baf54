//! A catalogue kept as a table, one line an entry, becomes the same nodes as a catalogue in YAML.
//!
//! So the readers, the defaults and the faults are those of YAML, at the sheet and cell. It knows columns and the
//! shapes of their cells, not what the values mean.

pub mod column;
mod header;
mod cell;

use super::characters;
use super::document::{Node, Shape};
use super::entry::{self, Entry};
use super::reading::Reading;
use crate::diagnostic::{Diagnostics, Placed};
use crate::model::Identifier;
use crate::table::{Cell, Table};
use column::Column;
use header::Header;

/// An entry that a line of a table can hold.
pub trait Line: Entry {
    /// What the entries are called, with their article in the plural.
    const PLURAL: &str;
    /// The keys whose value only YAML can hold.
    const YAML_ONLY: &[&str];
    /// The columns beside the keys themselves, to be proposed where a header is misspelt.
    const MORE_COLUMNS: &[&str];

    /// The column of a header whose case, accents and signs are gone; none where it is unknown.
    fn column(folded: &str) -> Option<Column>;
}

/// The entries of a table.
pub fn entries<T: Line>(table: &Table, diagnostics: &mut Diagnostics) -> Reading<Vec<T>> {
    characters::cells(table, diagnostics);
    let header = header::header::<T>(table, diagnostics);
    let nodes: Vec<Node> = table.rows.iter().map(|row| node(row, &header, diagnostics)).collect();
    let ids = nodes.iter().filter_map(|node| node.get("id").and_then(Node::text));
    let written: Vec<Identifier> = ids.filter_map(Identifier::parse).collect();
    // Without a required column every line would say the same thing: the header has said it.
    let content = header.complete.then(|| {
        nodes
            .iter()
            .filter_map(|node| entry::blamed(node, diagnostics, T::from_yaml))
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
