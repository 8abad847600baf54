//! `datapackage.json`: a Data Package (version 2.0) whose schemas are Table Schema.
//!
//! Source of the format: datapackage.org, version 2.0 of 26 June 2024.

use super::field::Kind;
use super::fields;
use super::{KEYWORDS, Resource, description, title};
use crate::assess::Report;
use crate::model::OpenTable;
use serde_json::{Map, Value, json};

const PROFILE: &str = "https://datapackage.org/profiles/2.0/datapackage.json";
const TABLE_PROFILE: &str = "https://datapackage.org/profiles/2.0/tableschema.json";

pub(super) fn package(report: &Report, resources: &[Resource]) -> Value {
    let settings = &report.settings;
    let whose = match settings.community.siren.as_str() {
        "" => String::new(),
        siren => format!("-{siren}"),
    };
    let mut package = json!({
        "$schema": PROFILE,
        "name": format!("rsdd{whose}-{}", settings.edition),
        "title": title(settings),
        "description": description(report),
        "version": settings.edition.to_string(),
        "created": format!("{}T00:00:00Z", settings.document_date),
        "keywords": KEYWORDS,
        "contributors": [{ "title": settings.community.name, "roles": ["publisher"] }],
        "resources": resources.iter().map(resource).collect::<Vec<_>>(),
    });
    let address = settings.open_data.address.as_ref();
    let licence = settings.open_data.licence;
    let told = [
        ("homepage", address.map(|address| json!(address))),
        (
            "licenses",
            licence.map(
                |licence| json!([{ "name": licence.name(), "path": licence.address(), "title": licence.title() }]),
            ),
        ),
    ];
    extend(&mut package, told);
    package
}

/// Adds what is known.
fn extend(object: &mut Value, told: impl IntoIterator<Item = (&'static str, Option<Value>)>) {
    if let Value::Object(object) = object {
        let told = told
            .into_iter()
            .filter_map(|(key, value)| Some((key.to_owned(), value?)));
        object.extend(told.collect::<Map<String, Value>>());
    }
}

fn resource(resource: &Resource) -> Value {
    json!({
        "name": resource.table.key(),
        "path": resource.path(),
        "title": resource.table.label(),
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": resource.bytes.len(),
        "hash": format!("sha256:{}", resource.sha256()),
        "schema": schema(resource.table, &resource.columns),
    })
}

/// The schema of a table of these columns.
pub(super) fn schema(table: OpenTable, columns: &[String]) -> Value {
    let fields: Vec<Value> = columns.iter().map(|column| field(table, column)).collect();
    let mut schema = json!({ "$schema": TABLE_PROFILE, "fields": fields, "missingValues": [""] });
    extend(
        &mut schema,
        [
            ("primaryKey", key(table).map(|key| json!(key))),
            ("foreignKeys", foreign(table)),
        ],
    );
    schema
}

fn field(table: OpenTable, column: &str) -> Value {
    let Some(found) = fields::field(table, column) else {
        return json!({ "name": column, "type": "any" });
    };
    let mut field = json!({ "name": found.name, "type": found.kind.key(), "description": found.told() });
    let constraints = match (table, column) {
        (_, "finalite") => Some(json!({ "required": true, "minimum": 1, "maximum": 5 })),
        (_, "theme_numerique") => Some(json!({ "minimum": 1, "maximum": 6 })),
        (_, "siren") => Some(json!({ "pattern": "[0-9]{9}" })),
        (_, "volet") => Some(json!({ "enum": ["interne", "territorial"] })),
        (_, "absence") => Some(json!({ "enum": ["non disponible", "secret", "sans objet"] })),
        (OpenTable::Observations | OpenTable::Assessments | OpenTable::Indicators, "indicateur")
        | (OpenTable::Observations, "annee")
        | (OpenTable::Actions, "action") => Some(json!({ "required": true })),
        _ => None,
    };
    let separated = (found.kind == Kind::Number).then(|| json!("."));
    extend(&mut field, [("constraints", constraints), ("decimalChar", separated)]);
    field
}

/// The column that names a row.
fn key(table: OpenTable) -> Option<&'static str> {
    match table {
        OpenTable::Indicators | OpenTable::Assessments => Some("indicateur"),
        OpenTable::Actions => Some("action"),
        OpenTable::Coverage => Some("element"),
        OpenTable::Observations | OpenTable::Credits | OpenTable::Footprint | OpenTable::Transition => None,
    }
}

/// What a table takes from another.
fn foreign(table: OpenTable) -> Option<Value> {
    matches!(table, OpenTable::Observations | OpenTable::Assessments).then(|| {
        let of = json!({ "resource": OpenTable::Indicators.key(), "fields": ["indicateur"] });
        json!([{ "fields": ["indicateur"], "reference": of }])
    })
}
