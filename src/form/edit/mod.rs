//! A YAML text changed in place: a scalar for another, an entry taken out or put in, remarks; every other letter stays.
//!
//! What was written is read again and compared with what was meant: a layout that these few gestures do not know gives no
//! text, and never a wrong one. It decides nothing of what is to change.

mod out;
mod page;
mod remarks;

use super::document::{self, Node, Shape};
use crate::diagnostic::{Diagnostics, Place, Spot};
pub use out::yaml;
use page::Page;
pub use remarks::remarks;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The keys that lead to a value, and the ranks in lists.
pub type Path = Vec<String>;

/// One gesture.
#[derive(Clone, Debug)]
pub enum Edit {
    /// Another plain scalar in the place of the one that stands there.
    Set(Path, String),
    /// An entry goes, with its value; where it had lines of its own, a remark takes their place.
    Remove(Path, Option<String>),
    /// A new entry beside that of a path, after it: its key, and a plain scalar.
    Add(Path, &'static str, String),
    /// Remarks under the line of a key, each without its sign.
    Remark(Path, Vec<String>),
    /// Lines at the end of the text.
    Append(String),
}

/// The path that these keys are.
pub fn path<const LENGTH: usize>(keys: [&str; LENGTH]) -> Path {
    keys.map(str::to_owned).to_vec()
}

/// The text with its edits; none where it has a fault, or a layout that one of them does not know.
pub fn edited(file: &Arc<str>, text: &str, edits: &[Edit]) -> Option<String> {
    let root = parsed(file, text)?;
    let mut meant = leaves(&root);
    let found = found(&root);
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut page = Page {
        lines: text.split_inclusive('\n').map(str::to_owned).collect(),
        found: &found,
        end,
    };
    // From the last to the first, so that what is above stays where it was read.
    let mut placed: Vec<(&Found, &Edit)> = Vec::new();
    for edit in edits {
        let (Edit::Set(path, _) | Edit::Remove(path, _) | Edit::Add(path, ..) | Edit::Remark(path, _)) = edit else {
            continue;
        };
        placed.push((found.iter().find(|found| found.path == *path)?, edit));
    }
    placed.sort_by_key(|(found, _)| std::cmp::Reverse(found.starts()));
    for (found, edit) in placed {
        match edit {
            Edit::Set(path, value) => {
                page.set(found, value)?;
                meant.insert(path.clone(), value.clone());
            }
            Edit::Remove(path, remark) => {
                page.remove(found, remark.as_deref())?;
                meant.retain(|other, _| !other.starts_with(path));
            }
            Edit::Add(path, key, value) => {
                page.add(found, &format!("{key}: {value}"))?;
                let mut beside = path.clone();
                *beside.last_mut()? = (*key).to_owned();
                meant.insert(beside, value.clone());
            }
            Edit::Remark(_, remarks) => page.remark(found, remarks)?,
            Edit::Append(_) => {}
        }
    }
    let mut written = page.lines.concat();
    for edit in edits {
        if let Edit::Append(lines) = edit {
            meant.extend(leaves(&parsed(file, lines)?));
            if !written.is_empty() && !written.ends_with('\n') {
                written.push_str(end);
            }
            written.push_str(&lines.replace('\n', end));
        }
    }
    (leaves(&parsed(file, &written)?) == meant).then_some(written)
}

/// The tree of a text without a fault.
fn parsed(file: &Arc<str>, text: &str) -> Option<Node> {
    let mut faults = Diagnostics::default();
    let mark = faults.mark();
    let root = document::parse(file, text, &mut faults).root;
    root.filter(|_| !faults.faulty_since(mark))
}

/// Every scalar, by its path.
fn leaves(root: &Node) -> BTreeMap<Path, String> {
    let found = found(root).into_iter();
    found.filter_map(|found| Some((found.path, found.text?))).collect()
}

/// A value of a document, and where it and its key begin: a line from 0, a letter of it from 0.
struct Found {
    path: Path,
    /// None in a list.
    key: Option<(usize, usize)>,
    value: (usize, usize),
    /// Of a scalar.
    text: Option<String>,
}

impl Found {
    fn starts(&self) -> (usize, usize) {
        self.key.unwrap_or(self.value)
    }
}

/// Every value of a document, in its order.
fn found(root: &Node) -> Vec<Found> {
    let mut all = Vec::new();
    gather(root, &mut Vec::new(), &mut all);
    all
}

fn gather(node: &Node, path: &mut Path, all: &mut Vec<Found>) {
    let mut child = |name: String, key: Option<&Place>, value: &Node, path: &mut Path| {
        path.push(name);
        all.push(Found {
            path: path.clone(),
            key: key.map(spot),
            value: spot(&value.place),
            text: value.text().map(ToOwned::to_owned),
        });
        gather(value, path, all);
        path.pop();
    };
    match &node.shape {
        Shape::Map(entries) | Shape::Line(entries) => {
            for (key, value) in entries {
                child(key.value.clone(), Some(&key.place), value, path);
            }
        }
        Shape::List(nodes) => {
            for (rank, value) in nodes.iter().enumerate() {
                child(rank.to_string(), None, value, path);
            }
        }
        Shape::Empty | Shape::Scalar { .. } => {}
    }
}

fn spot(place: &Place) -> (usize, usize) {
    let from_zero = |number: u32| usize::try_from(number).unwrap_or_default().saturating_sub(1);
    match place.spot {
        Spot::Line { line, column } => (from_zero(line), from_zero(column)),
        Spot::File | Spot::Paragraph { .. } | Spot::Cell { .. } => (0, 0),
    }
}

#[cfg(test)]
mod tests;
