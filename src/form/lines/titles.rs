//! The titles that the columns of a table have in a file, as `rapport.yaml` gives them: `colonnes: {type: Catégorie}`.
//!
//! It says under which key a column stands, and not what the column holds.

use super::column::same;
use super::{Line, Others, Titles};
use crate::diagnostic::{Cause, Diagnostics, Placed};
use crate::form::document::{Node, Shape};
use crate::form::entry::{Fields, FromYaml};
use crate::form::scalars::Sentence;
use crate::french::name;
use crate::table::{Cell, Content};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Value, json};
use std::borrow::Cow;
use std::marker::PhantomData;

/// The cells of a header, those whose title the author gave under their key: `Exercice` becomes `annee`.
///
/// A column of that key by its own name then stands under nothing, as the others do where they are ignored.
pub fn under_keys<'a>(header: &'a [Cell], titles: &Titles, others: Others) -> Cow<'a, [Cell]> {
    if titles.is_empty() {
        return Cow::Borrowed(header);
    }
    let given: Vec<Option<String>> = header.iter().map(|cell| key(&cell.content.display(), titles)).collect();
    let is_given = |title: &str| given.iter().flatten().any(|key| same(key, title));
    let named = header.iter().zip(&given).map(|(cell, key)| {
        let content = match key {
            Some(key) => Content::Text(key.clone()),
            None if others == Others::Ignored || is_given(&cell.content.display()) => Content::Empty,
            None => cell.content.clone(),
        };
        let place = cell.place.clone();
        Cell { content, place }
    });
    Cow::Owned(named.collect())
}

/// The key to which the author gave a title, with the year that follows it: `Mandaté 2025` is `paye-2025`.
fn key(title: &str, titles: &Titles) -> Option<String> {
    let found = titles
        .iter()
        .filter_map(|(key, given)| Some((key, year_of(title, &given.value)?)));
    let (key, year) = found.min_by_key(|(_, year)| year.len())?;
    Some([key, &*year].join("-").trim_end_matches('-').to_owned())
}

/// What follows a given title: nothing, or a year; none where the title is another.
pub(super) fn year_of(title: &str, given: &str) -> Option<String> {
    if same(title, given) {
        return Some(String::new());
    }
    let title = name(title);
    let (words, year) = title.rsplit_once('-')?;
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    (is_year && same(words, given)).then(|| year.to_owned())
}

/// What a title that no table has leaves unknown.
pub(super) fn cause(given: &str) -> Cause {
    Cause::entry(&format!("colonnes: {given}"))
}

/// The titles of the columns of a declared table, by key.
pub struct TitlesOf<T>(PhantomData<T>);

impl<T: Line> FromYaml for TitlesOf<T> {
    type Value = Titles;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<Titles> {
        let node = &under_canonical_keys::<T>(node);
        let keys = every::<T>();
        let fields = Fields::open(node, "la correspondance des colonnes", &keys, diagnostics)?;
        let title = |key: &&'static str| Some((*key, fields.optional::<Placed<Sentence>>(key, diagnostics)?));
        Some(keys.iter().filter_map(title).collect())
    }
}

/// The keys of columns that may have another title.
fn every<T: Line>() -> Vec<&'static str> {
    let mut keys: Vec<&'static str> = T::KEYS
        .iter()
        .filter(|key| !T::YAML_ONLY.contains(key))
        .copied()
        .collect();
    keys.extend(
        T::MORE_COLUMNS
            .iter()
            .chain(T::TITLED)
            .filter(|key| !T::KEYS.contains(key)),
    );
    keys.dedup();
    keys
}

/// The same mapping, where another title of a column is written under its key.
fn under_canonical_keys<T: Line>(node: &Node) -> Node {
    let mut node = node.clone();
    if let Shape::Map(entries) = &mut node.shape {
        for (key, _) in entries {
            let alias = T::ALIASES.iter().find(|(alias, _)| same(alias, &key.value));
            if let Some((_, known)) = alias {
                (*known).clone_into(&mut key.value);
            }
        }
    }
    node
}

/// Each key is a text, which its column describes.
impl<T: Line + JsonSchema> JsonSchema for TitlesOf<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("Titles{}", T::schema_name()).into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        // What the cells hold is no part of this file: its definitions stay apart.
        let mut schema = T::json_schema(&mut SchemaGenerator::default());
        schema.remove("required");
        schema.insert(
            "description".to_owned(),
            json!("Le titre, dans le fichier, de chaque colonne."),
        );
        let properties = schema.get_mut("properties").and_then(Value::as_object_mut);
        if let Some(properties) = properties {
            properties.retain(|key, _| !T::YAML_ONLY.contains(&key.as_str()));
            for property in properties.values_mut() {
                *property = json!({ "description": property["description"], "type": "string", "minLength": 1 });
            }
        }
        if !T::MORE_COLUMNS.is_empty() {
            let own = json!({
                "^(cible|finalite|reference|source)_": {
                    "description": "Le titre d’une colonne à part.", "type": "string", "minLength": 1
                }
            });
            schema.insert("patternProperties".to_owned(), own);
        }
        schema
    }
}

/// The titles of a `rapport.yaml`, each at a line of its own.
#[cfg(test)]
pub fn fixture(titles: &[(&'static str, &str)]) -> Titles {
    let placed = (1..).zip(titles).map(|(line, (key, title))| {
        let place = crate::diagnostic::Place::line("data/rapport.yaml", line, 1);
        (*key, Placed::new((*title).to_owned(), place))
    });
    placed.collect()
}
