//! The shape that a declaration gives to what stands under a key: one value, values, or keys.
//!
//! It is read from the JSON Schema of the declaration, so that nothing is declared twice.

use crate::form::reading::schema;
use schemars::JsonSchema;
use serde_json::Value;

/// The shape of a declaration.
pub(super) struct Outline(Value);

impl Outline {
    pub fn of<T: JsonSchema>() -> Self {
        Outline(schema::<T>())
    }

    /// Whether the declaration has something at a path.
    pub fn has(&self, path: &[String]) -> bool {
        let found = path.iter().try_fold(&self.0, |shape, key| self.below(shape, key));
        found.is_some()
    }

    /// Whether a list may stand at a path.
    pub fn is_list(&self, path: &[String]) -> bool {
        let found = path.iter().try_fold(&self.0, |shape, key| self.below(shape, key));
        found.is_some_and(|shape| self.list(shape).is_some())
    }

    /// Whether a list at a path is of words that are known: a comma separates them, as no word has one.
    pub fn is_list_of_words(&self, path: &[String]) -> bool {
        let found = path.iter().try_fold(&self.0, |shape, key| self.below(shape, key));
        let items = found.and_then(|shape| self.list(shape)?.get("items"));
        let forms = items.map(|items| self.forms(items)).unwrap_or_default();
        !forms.is_empty() && forms.iter().all(|form| form["enum"].is_array())
    }

    /// The words that the value of a key may be; none of a list, nor of a value that may be any other text.
    pub fn words(&self, key: &str) -> Vec<String> {
        let Some(shape) = self.below(&self.0, key).filter(|shape| self.list(shape).is_none()) else {
            return Vec::new();
        };
        let forms = self.forms(shape);
        let forms = forms.iter().filter(|form| form["type"] != "null");
        let listed: Option<Vec<&Vec<Value>>> = forms.map(|form| form["enum"].as_array()).collect();
        let words = listed.into_iter().flatten().flatten();
        words.filter_map(|word| Some(word.as_str()?.to_owned())).collect()
    }

    /// The keys in keys below one that hold a value or values, each with what it means; a list of keys, or keys that nobody knows, have none.
    pub fn keys(&self, below: &[String], apart: &[&str]) -> Vec<(String, String)> {
        let mut keys = Vec::new();
        if let Some(shape) = below.iter().try_fold(&self.0, |shape, key| self.below(shape, key)) {
            self.gather(shape, "", apart, &mut keys);
        }
        keys
    }

    fn gather(&self, shape: &Value, above: &str, apart: &[&str], keys: &mut Vec<(String, String)>) {
        for form in self.forms(shape) {
            for (key, below) in form["properties"].as_object().into_iter().flatten() {
                let path = if above.is_empty() {
                    key.clone()
                } else {
                    format!("{above}.{key}")
                };
                let forms = self.forms(below);
                let holds_keys = |shape: &Value| self.forms(shape).iter().any(|form| form["type"] == "object");
                let of_keys = self.list(below).is_some_and(|list| holds_keys(&list["items"]));
                if apart.contains(&path.as_str()) || of_keys {
                    continue;
                }
                if holds_keys(below) {
                    self.gather(below, &path, apart, keys);
                    continue;
                }
                let told = std::iter::once(below)
                    .chain(forms)
                    .find_map(|form| form["description"].as_str());
                keys.push((path, told.unwrap_or_default().to_owned()));
            }
        }
    }

    fn below<'a>(&'a self, shape: &'a Value, key: &str) -> Option<&'a Value> {
        if let Some(list) = self.list(shape)
            && key.bytes().all(|byte| byte.is_ascii_digit())
        {
            return list.get("items");
        }
        let forms = self.forms(shape);
        // Keys that the author names, titles of columns for one, are all of one shape.
        let named = forms.iter().find_map(|form| form["properties"].get(key));
        let any = || forms.iter().map(|form| &form["additionalProperties"]);
        named.or_else(|| any().find(|shape| shape.is_object()))
    }

    fn list<'a>(&'a self, shape: &'a Value) -> Option<&'a Value> {
        self.forms(shape).into_iter().find(|form| form.get("items").is_some())
    }

    /// The shapes that a schema admits, each where it is defined.
    fn forms<'a>(&'a self, shape: &'a Value) -> Vec<&'a Value> {
        let reference = shape["$ref"].as_str().and_then(|path| path.strip_prefix('#'));
        if let Some(defined) = reference.and_then(|path| self.0.pointer(path)) {
            return self.forms(defined);
        }
        let several = ["anyOf", "allOf", "oneOf"].iter().find_map(|key| shape[key].as_array());
        match several {
            Some(shapes) => shapes.iter().flat_map(|shape| self.forms(shape)).collect(),
            None => vec![shape],
        }
    }
}
