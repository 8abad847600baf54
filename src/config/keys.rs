//! The page that describes the YAML files authors keep, written from the schemas that editors check with.
//!
//! `docs/reference/fichiers.md` is that page; a test of the suite holds them equal. It is not a schema: what a key means
//! beside the others is said by the guide, and judged by the reader.

use super::schema::schemas;
use super::tables::codes;
use serde_json::Value;
use std::collections::VecDeque;

const OPENING: &str = "\
# Les fichiers YAML

Cette page est écrite par `millesime schema --cles`, d’après ce que le programme lit. Les tableaux ont [la
leur](tableaux.md).

Un fichier n’a besoin que de ses clés nécessaires. « … » est une entrée d’une liste, `‹clé›` un nom que vous choisissez. Les fichiers de
`data/referentiels/` remplacent ceux du programme : ils ne servent qu’à qui veut changer une règle ou un mot.
";

/// Files of a project, in the order in which they are written: those that stand in none of these are referentials.
const OWN: [(&str, &str); 4] = [
    ("rapport", "data/rapport.yaml"),
    ("indicateurs", "data/indicateurs/….yaml"),
    ("actions", "data/actions.yaml"),
    ("strategie", "data/strategie.yaml"),
];

/// Where a value stands in its file.
struct Found<'a> {
    path: String,
    value: &'a Value,
}

/// The description of every key of every file, in Markdown.
pub fn keys() -> String {
    let schemas = schemas();
    let own = OWN.map(|(name, file)| (name.to_owned(), file.to_owned()));
    let others = schemas.keys().filter_map(|name| name.strip_suffix(".schema.json"));
    let others = others.filter(|name| OWN.iter().all(|(own, _)| own != name));
    let others = others.map(|name| (name.to_owned(), format!("data/referentiels/{name}.yaml")));
    let files = own.into_iter().chain(others);
    let pages = files.filter_map(|(name, file)| Some(page(&file, schemas.get(&format!("{name}.schema.json"))?)));
    format!("{OPENING}\n{}", pages.collect::<Vec<_>>().join("\n"))
}

fn page(file: &str, schema: &Value) -> String {
    let mut page = format!("## `{file}`\n\n{}\n", sentence(schema));
    let mut told: Vec<&str> = Vec::new();
    let mut left = VecDeque::from([Found {
        path: String::new(),
        value: schema,
    }]);
    while let Some(found) = left.pop_front() {
        if !found.path.is_empty() {
            page.push_str(&format!("\n### `{}`\n\n{}\n", found.path, sentence(found.value)));
        }
        page.push_str("\n| Clé | Ce qu’elle dit | Ce qu’on y écrit |\n|---|---|---|\n");
        for (key, value) in found.value["properties"].as_object().into_iter().flatten() {
            let needed = found.value["required"]
                .as_array()
                .into_iter()
                .flatten()
                .any(|name| name == key);
            let needed = if needed { " (nécessaire)" } else { "" };
            let path = match found.path.as_str() {
                "" => key.clone(),
                path => format!("{path}: {key}"),
            };
            let mut inner = Vec::new();
            let written = match key.as_str() {
                "colonnes" => "par [colonne](tableaux.md), le titre qu’elle porte".to_owned(),
                _ => admitted(value, schema, &path, &mut inner),
            };
            page.push_str(&format!("| `{key}`{needed} | {} | {written} |\n", sentence(value)));
            for (name, found) in inner {
                // A kind of entry that stands in two places is described at the first.
                if !told.contains(&name) {
                    told.push(name);
                    left.push_back(found);
                }
            }
        }
    }
    page
}

/// On one line, as a cell of a table is.
fn sentence(value: &Value) -> String {
    let said = value["description"].as_str().unwrap_or_default();
    said.replace('\n', " ")
}

/// What may be written for a key; the objects that it leads to are added, by the name of their kind.
fn admitted<'a>(value: &'a Value, schema: &'a Value, path: &str, inner: &mut Vec<(&'a str, Found<'a>)>) -> String {
    if let Some(name) = value["$ref"]
        .as_str()
        .and_then(|name| name.strip_prefix("#/definitions/"))
    {
        let value = &schema["definitions"][name];
        if value["properties"].is_object() {
            inner.push((
                name,
                Found {
                    path: path.to_owned(),
                    value,
                },
            ));
            return "des clés, ci-dessous".to_owned();
        }
        return admitted(value, schema, path, inner);
    }
    if let Some(either) = ["anyOf", "oneOf", "allOf"].iter().find_map(|way| value[way].as_array()) {
        let mut ways: Vec<String> = Vec::new();
        for way in either.iter().map(|way| admitted(way, schema, path, inner)) {
            if !way.is_empty() && !ways.contains(&way) {
                ways.push(way);
            }
        }
        return ways.join(", ou ");
    }
    if let Some(words) = value["enum"].as_array() {
        if words.contains(&Value::Bool(true)) {
            return "oui ou non".to_owned();
        }
        let words: Vec<&str> = words.iter().filter_map(Value::as_str).collect();
        return codes(&words);
    }
    if value["items"].is_object() {
        let each = admitted(&value["items"], schema, &format!("{path}: …"), inner);
        return match each.as_str() {
            "" => "une liste".to_owned(),
            each => format!("une liste : {}", each),
        };
    }
    if value["additionalProperties"].is_object() {
        let each = admitted(&value["additionalProperties"], schema, &format!("{path}: ‹clé›"), inner);
        return format!("par `‹clé›` : {}", each);
    }
    let kinds: Vec<&str> = match &value["type"] {
        Value::String(kind) => vec![kind],
        kinds => kinds
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect(),
    };
    let text = kinds.contains(&"string");
    let pattern = value["pattern"].as_str().unwrap_or_default();
    let date = value["format"] == "date" || pattern.starts_with("^[0-9]{4}");
    match (&value["minimum"], &value["maximum"]) {
        (Value::Number(first), Value::Number(last)) => format!("de {first} à {last}"),
        _ if text && date => "une date".to_owned(),
        _ if text => "un texte".to_owned(),
        _ if kinds.contains(&"integer") => "un nombre entier".to_owned(),
        _ if kinds.contains(&"number") => "un nombre".to_owned(),
        _ => String::new(),
    }
}
