//! The rows of the texts of the law: those that were read, then those that the report and its délibération cite and that wait to be.

use crate::config::reference::{TextEntry, to_read};
use crate::diagnostic::Diagnostics;
use crate::form::document::Node;
use crate::form::entry::{Entry, FromYaml};
use crate::form::lines::Line;
use crate::form::words::Word;
use crate::model::CommunityType;
use std::collections::BTreeMap;

/// What is asked of a text that the program knows; the other columns are of a text of one's own.
pub(super) const TITLES: [&str; 5] = ["id", "reference", "article", "lu_le", "lu_par"];

/// The columns of a text of one's own.
pub(super) fn more() -> Vec<&'static str> {
    let in_cells = |key: &&&'static str| !TITLES.contains(*key) && !TextEntry::YAML_ONLY.contains(*key);
    TextEntry::KEYS.iter().filter(in_cells).copied().collect()
}

/// Adds to the rows of the texts that were read those that wait, and to each its reference.
pub(super) fn join(lines: &mut Vec<BTreeMap<String, String>>, report: &Node) {
    let kind = report.get("collectivite").and_then(|node| node.get("type"));
    let kind = kind.and_then(|node| Word::<CommunityType>::from_yaml(node, &mut Diagnostics::default()));
    let on = report.get("date_document").and_then(|node| node.text()?.parse().ok());
    for (id, reference) in kind.map_or_else(Vec::new, |kind| to_read(kind, on)) {
        match lines.iter_mut().find(|line| line.get("id") == Some(&id)) {
            Some(line) => _ = line.insert("reference".to_owned(), reference),
            None => lines.push(BTreeMap::from([
                ("id".to_owned(), id),
                ("reference".to_owned(), reference),
            ])),
        }
    }
}
