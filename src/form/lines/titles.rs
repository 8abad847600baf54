//! The titles that the columns of a table have in a file, as `rapport.yaml` gives them: `colonnes: {type: Catégorie}`.

use super::{Line, Titles};
use crate::diagnostic::Diagnostics;
use crate::form::document::Node;
use crate::form::entry::{Fields, FromYaml};
use crate::form::scalars::Sentence;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Value, json};
use std::borrow::Cow;
use std::marker::PhantomData;

/// The titles of the columns of a declared table, by key.
pub struct TitlesOf<T>(PhantomData<T>);

impl<T: Line> FromYaml for TitlesOf<T> {
    type Value = Titles;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<Titles> {
        let fields = Fields::open(node, "la correspondance des colonnes", T::KEYS, diagnostics)?;
        let title = |key: &&'static str| Some((*key, fields.optional::<Sentence>(key, diagnostics)?));
        Some(T::KEYS.iter().filter_map(title).collect())
    }
}

/// Each key is a text, which its column describes.
impl<T: Line + JsonSchema> JsonSchema for TitlesOf<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("Titles{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = T::json_schema(generator);
        schema.remove("required");
        schema.insert(
            "description".to_owned(),
            json!("Le titre, dans le fichier, de chaque colonne."),
        );
        let properties = schema.get_mut("properties").and_then(Value::as_object_mut);
        for property in properties.into_iter().flat_map(|properties| properties.values_mut()) {
            *property = json!({ "description": property["description"], "type": "string", "minLength": 1 });
        }
        schema
    }
}
