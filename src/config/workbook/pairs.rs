//! A sheet of keys and values becomes the tree of a declaration: `deliberation.votes.1.groupe` is a key in keys.
//!
//! A number in a key is a rank in a list, where the declaration has one there. A key without a value says nothing.

use super::outline::Outline;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Placed};
use crate::form::document::{Node, Shape};
use crate::form::entry::{EMPTY_VALUE, entry};
use crate::form::kinds::Required;
use crate::form::lines::Line;
use crate::form::lines::column::{Column, among};
use crate::form::lines::{Titles, every_node};
use crate::form::scalars::TextIfAny;
use crate::table::Table;
use schemars::JsonSchema;
use std::sync::Arc;

entry! {
    /// Une clé et sa valeur.
    PairLine, "la ligne" {
        /// La clé ; un point mène à une clé qui est dans une autre, un nombre au rang dans une liste : deliberation.votes.1.groupe.
        #[allow(dead_code, reason = "read as a node, and placed under its own key")]
        key("cle"): Required<Placed<String>>,
        /// La valeur ; plusieurs se séparent par « ; ».
        #[allow(dead_code, reason = "read as a node, and placed under its own key")]
        value("valeur"): Option<TextIfAny>,
    }
}

impl Line for PairLine {
    const TITLE: &str = "Les clés d’un projet tenu dans un classeur";
    const FILE: &str = "data/projet.xlsx, feuilles Rapport, Calendrier, Parc et Stratégie";
    const TITLES: &str = "";
    const REMINDERS: &[&str] = &["explication", "remarque"];
    const EITHER: &[&'static str] = &["valeur"];

    fn column(title: &str) -> Option<Column> {
        among(title, &["cle", "valeur"]).map(Column::One)
    }
}

/// The tree of sheets of keys, each below a key; none where one of them has no such columns, which was told.
pub(super) fn tree<'t, T: JsonSchema>(
    sheets: impl Iterator<Item = (&'t Table, &'static str)>,
    file: &Arc<str>,
    diagnostics: &mut Diagnostics,
) -> Option<Node> {
    let outline = Outline::of::<T>();
    let mut root = Branch::keys(Place::file(file.clone()));
    for (rank, (table, below)) in sheets.enumerate() {
        let lines = every_node::<PairLine>(table, &Titles::new(), diagnostics)?;
        if rank == 0
            && let Some(first) = table.header.first()
        {
            root.place = first.place.clone();
        }
        for line in lines {
            let Some(key) = line.get("cle") else { continue };
            let empty = Node {
                shape: Shape::Empty,
                place: key.place.clone(),
            };
            // A row ends at its last cell that is filled.
            let value = line.get("valeur").unwrap_or(&empty);
            let Some(written) = key.text() else {
                if value.shape != Shape::Empty {
                    diagnostics.push(untitled(value));
                }
                continue;
            };
            let parts = [below, written]
                .into_iter()
                .flat_map(|text| text.split('.'))
                .map(str::trim);
            let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
            root.put(&parts, &key.place, value);
        }
    }
    Some(root.node(&mut Vec::new(), &outline))
}

fn untitled(value: &Node) -> Diagnostic {
    let message = "Cette valeur n’a pas de clé : rien ne dit ce qu’elle est.";
    let help = "Écrivez la clé dans la même ligne, colonne « cle », ou videz la cellule.";
    value.error(EMPTY_VALUE, message).help(help)
}

/// Keys in keys, as they are met.
struct Branch {
    place: Place,
    /// Of what has no keys below it.
    value: Option<Node>,
    keys: Vec<(Placed<String>, Branch)>,
}

impl Branch {
    fn keys(place: Place) -> Self {
        Branch {
            place,
            value: None,
            keys: Vec::new(),
        }
    }

    fn put(&mut self, path: &[&str], place: &Place, value: &Node) {
        let [first, rest @ ..] = path else { return };
        let is_leaf = rest.is_empty();
        let mut same = self.keys.iter_mut().filter(|(key, _)| key.value == *first);
        if is_leaf && value.shape == Shape::Empty && same.next().is_some() {
            return;
        }
        // A key without a value says nothing: it gives its place to what says something under the same name.
        let mut same = self.keys.iter_mut().filter(|(key, _)| key.value == *first);
        if let Some((key, branch)) = same.find(|(_, branch)| branch.waits()) {
            key.place = place.clone();
            *branch = Branch::keys(place.clone());
            if is_leaf {
                branch.value = Some(value.clone());
                return;
            }
        }
        // A key that stands twice is told by the reader of its mapping.
        let known = self
            .keys
            .iter()
            .position(|(key, branch)| !is_leaf && key.value == *first && branch.value.is_none());
        let known = known.unwrap_or_else(|| {
            let key = Placed::new((*first).to_owned(), place.clone());
            self.keys.push((key, Branch::keys(place.clone())));
            self.keys.len() - 1
        });
        let (_, branch) = &mut self.keys[known];
        match is_leaf {
            true => branch.value = Some(value.clone()),
            false => branch.put(rest, place, value),
        }
    }

    /// Whether it is a key without a value.
    fn waits(&self) -> bool {
        self.value.as_ref().is_some_and(|value| value.shape == Shape::Empty)
    }

    /// Whether a cell below says something.
    fn speaks(&self) -> bool {
        let says = self.value.as_ref().is_some_and(|value| value.shape != Shape::Empty);
        says || self.keys.iter().any(|(_, branch)| branch.speaks())
    }

    fn node(self, path: &mut Vec<String>, outline: &Outline) -> Node {
        let is_list = outline.is_list(path);
        if let Some(value) = self.value {
            return match is_list {
                true => values(value, outline.is_list_of_words(path)),
                false => value,
            };
        }
        let rank = |key: &Placed<String>| key.value.parse::<usize>().ok();
        let ranked = is_list && self.keys.iter().all(|(key, _)| rank(key).is_some());
        let mut nodes = Vec::new();
        for (key, branch) in self.keys {
            // Keys that all wait for their value are a part that is not there.
            if branch.value.is_none() && !branch.speaks() {
                continue;
            }
            path.push(key.value.clone());
            let node = branch.node(path, outline);
            path.pop();
            nodes.push((key, node));
        }
        let shape = match ranked {
            true => {
                nodes.sort_by_key(|(key, _)| rank(key));
                Shape::List(nodes.into_iter().map(|(_, node)| node).collect())
            }
            false => Shape::Map(nodes),
        };
        Node {
            shape,
            place: self.place,
        }
    }
}

/// Values that a cell holds, where a list may stand; a comma separates the words of a closed list.
fn values(node: Node, of_words: bool) -> Node {
    let Some(text) = node.text() else { return node };
    let one = |text: &str| Node {
        shape: Shape::Scalar {
            text: text.trim().to_owned(),
            quoted: true,
        },
        place: node.place.clone(),
    };
    let separates = |letter: char| matches!(letter, ';' | '\n') || of_words && letter == ',';
    let parts = text.split(separates).filter(|part| !part.trim().is_empty());
    Node {
        shape: Shape::List(parts.map(one).collect()),
        place: node.place.clone(),
    }
}
