//! The text of a file becomes typed entries, whatever the room that took it from the disk.
//!
//! Nothing here knows what the entries mean.

use super::characters;
use super::document::{self, Document, Node, Shape};
use super::entry::FromYaml;
use super::unfilled;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::model::Identifier;
use crate::table::mojibake;
use schemars::{JsonSchema, generate::SchemaSettings};
use serde_json::Value;
use std::sync::Arc;

/// A file that holds nothing.
pub const EMPTY: Code = Code("M002");

/// Where the files of an author are; those of the program are elsewhere.
const PROJECT: &str = "data/";

/// What was read of a file, and every identifier it holds, those of refused entries too.
pub struct Reading<T> {
    pub content: Option<T>,
    pub written: Vec<Identifier>,
}

impl<T> Reading<T> {
    /// The same identifiers, and another shape of what was read.
    pub fn map<U>(self, other: impl FnOnce(T) -> U) -> Reading<U> {
        Reading {
            content: self.content.map(other),
            written: self.written,
        }
    }
}

/// Reads a text; a syntax fault that a forbidden character explains is not said twice.
pub fn text<T: FromYaml<Value = T>>(path: &str, text: &Arc<str>, diagnostics: &mut Diagnostics) -> Reading<T> {
    let file: Arc<str> = Arc::from(path);
    diagnostics.remember(file.clone(), text.clone());
    let clean = characters::check(&file, text, diagnostics);
    if let Some(found) = mojibake::twice_encoded(text) {
        let before = &text[..found.offset];
        let line = before.matches('\n').count() + 1;
        let column = before.chars().rev().take_while(|letter| *letter != '\n').count() + 1;
        let held = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        diagnostics.push(mojibake::mixed(
            path,
            Place::line(file.clone(), held(line), held(column)),
            &found,
        ));
    }
    let mut found = Diagnostics::default();
    let document = document::parse(&file, text, &mut found);
    let faults = found.sorted().len();
    if clean || document.root.is_some() {
        found
            .sorted()
            .into_iter()
            .for_each(|diagnostic| diagnostics.push(diagnostic.clone()));
    }
    if document.root.is_none() && faults == 0 {
        let message = format!("Le fichier « {path} » ne contient que des commentaires.");
        let help = "Retirez le croisillon (#) des lignes utiles, ou supprimez le fichier s’il ne sert pas.";
        diagnostics.push(Diagnostic::error(EMPTY, Place::file(file), message).help(help));
    }
    if let Some(root) = document.root.as_ref().filter(|_| path.starts_with(PROJECT)) {
        unfilled::look(root, diagnostics);
    }
    Reading {
        content: document.root.as_ref().and_then(|root| T::from_yaml(root, diagnostics)),
        written: written(&document),
    }
}

/// What a mapping says that is not written: each of its keys has its default.
pub fn unwritten<T: FromYaml<Value = T>>() -> T {
    let nothing = Node {
        shape: Shape::Map(Vec::new()),
        place: Place::file(""),
    };
    T::from_yaml(&nothing, &mut Diagnostics::default()).expect("every key of an optional mapping has a default")
}

/// The JSON Schema of a declaration, in the dialect that editors of YAML know best (draft 7).
pub fn schema<T: JsonSchema>() -> Value {
    SchemaSettings::draft07()
        .into_generator()
        .into_root_schema_for::<T>()
        .to_value()
}

/// Every identifier of the entries of the lists at the top of a document.
fn written(document: &Document) -> Vec<Identifier> {
    let lists = match document.root.as_ref().map(|root| &root.shape) {
        Some(Shape::Map(entries)) => entries.iter().map(|(_, node)| node).collect(),
        _ => Vec::new(),
    };
    let nodes = lists.into_iter().flat_map(|node| match &node.shape {
        Shape::List(nodes) => nodes.as_slice(),
        _ => &[],
    });
    let ids = nodes.filter_map(|node| node.get("id").and_then(Node::text));
    let lost = document.lost.iter().map(String::as_str);
    ids.chain(lost).filter_map(Identifier::written).collect()
}
