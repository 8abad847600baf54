//! The text of a GeoJSON as a list of features (RFC 7946): what each is called, what shape it has.

use super::NOT_A_MAP;
use crate::diagnostic::{Diagnostic, Place};
use serde_json::{Map, Value};
use std::sync::Arc;

/// A surface of the file, its properties and its geometry as they are written.
pub(super) struct Feature<'a> {
    /// From 1, in the order of the file.
    pub rank: usize,
    pub geometry: &'a Value,
    properties: Option<&'a Map<String, Value>>,
}

impl Feature<'_> {
    /// A property as a text: a code may be written as a number.
    pub fn property(&self, name: &str) -> Option<String> {
        match self.properties?.get(name)? {
            Value::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }

    /// The names of its properties.
    pub fn properties(&self) -> Vec<&str> {
        let properties = self.properties.into_iter().flat_map(Map::keys);
        properties.map(String::as_str).collect()
    }
}

/// The document of a file.
pub(super) fn parse(path: &Arc<str>, bytes: &[u8]) -> Result<Value, Box<Diagnostic>> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    serde_json::from_slice(bytes).map_err(|error| {
        let line = u32::try_from(error.line()).unwrap_or(u32::MAX);
        let column = u32::try_from(error.column()).unwrap_or(0);
        let message = format!("« {path} » n’est pas un fichier GeoJSON lisible : son JSON est rompu à cet endroit.");
        let place = Place::line(path.clone(), line, column);
        Box::new(
            Diagnostic::error(NOT_A_MAP, place, message)
                .help("Enregistrez de nouveau la couche au format GeoJSON, en UTF-8, sans l’ouvrir dans un tableur."),
        )
    })
}

/// The features of a document, one at least.
pub(super) fn features<'a>(path: &Arc<str>, document: &'a Value) -> Result<Vec<Feature<'a>>, Box<Diagnostic>> {
    let refuse = |reason: &str| {
        Box::new(
            Diagnostic::error(NOT_A_MAP, Place::file(path.clone()), format!("« {path} » {reason}.")).help(
                "Il faut une collection de surfaces (« FeatureCollection »), une par commune, comme QGIS l’enregistre.",
            ),
        )
    };
    if document.get("type").and_then(Value::as_str) != Some("FeatureCollection") {
        return Err(refuse("est du JSON, mais pas une collection de surfaces"));
    }
    let list = document
        .get("features")
        .and_then(Value::as_array)
        .filter(|list| !list.is_empty())
        .ok_or_else(|| refuse("est une collection de surfaces qui n’en contient aucune"))?;
    let feature = |(rank, value): (usize, &'a Value)| Feature {
        rank,
        geometry: value.get("geometry").unwrap_or(&Value::Null),
        properties: value.get("properties").and_then(Value::as_object),
    };
    Ok((1..).zip(list).map(feature).collect())
}
