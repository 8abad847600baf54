//! `ro-crate-metadata.json`: which files and which program the tables come from (RO-Crate 1.3, one run as a `CreateAction`).
//!
//! The inputs are not in the crate: each is a thing with a name, a size and a fingerprint, and no address. Source of the format:
//! w3id.org/ro/crate/1.3, published on 22 June 2026.

use super::{Resource, description, title, workbook};
use crate::assess::Report;
use crate::model::Fingerprint;
use serde_json::{Value, json};

pub(super) fn metadata(report: &Report, resources: &[Resource], tables: &[u8]) -> Value {
    let settings = &report.settings;
    let id = |id: &str| json!({ "@id": id });
    let described = "datapackage.json";
    let outputs: Vec<Value> = resources
        .iter()
        .map(|resource| id(&resource.path()))
        .chain([id(described), id(workbook::PATH)])
        .collect();
    let inputs = report.provenance.files.iter().map(|file| {
        json!({
            "@id": format!("#entree/{}", escaped(&file.path)),
            "@type": "CreativeWork",
            "name": &*file.path,
            "contentSize": file.bytes.to_string(),
            "sha256": file.sha256,
        })
    });
    let inputs: Vec<Value> = inputs.collect();
    let date = settings.document_date.to_string();
    let licence = settings.open_data.licence;
    let mut graph = vec![
        json!({
            "@id": "ro-crate-metadata.json",
            "@type": "CreativeWork",
            "about": id("./"),
            "conformsTo": id("https://w3id.org/ro/crate/1.3"),
        }),
        json!({
            "@id": "./",
            "@type": "Dataset",
            "name": title(settings),
            "description": description(report),
            "datePublished": date,
            "license": licence.map_or_else(|| json!("La collectivité n’a pas dit sous quelle licence."), |licence| id(licence.address())),
            "publisher": id("#collectivite"),
            "inLanguage": "fr",
            "hasPart": outputs,
            "mentions": id("#passage"),
        }),
        json!({ "@id": "#collectivite", "@type": "Organization", "name": settings.community.name }),
        json!({
            "@id": "#millesime",
            "@type": "SoftwareApplication",
            "name": env!("CARGO_PKG_NAME"),
            "version": env!("CARGO_PKG_VERSION"),
            "description": env!("CARGO_PKG_DESCRIPTION"),
        }),
        json!({
            "@id": "#passage",
            "@type": "CreateAction",
            "name": format!("millesime generer, édition {}", settings.edition),
            "endTime": date,
            "instrument": id("#millesime"),
            "agent": id("#collectivite"),
            "object": inputs.iter().map(|input| id(input["@id"].as_str().unwrap_or_default())).collect::<Vec<_>>(),
            "result": outputs,
        }),
        json!({
            "@id": described,
            "@type": "File",
            "name": "Data Package",
            "description": "Le type et le sens de chaque colonne.",
            "encodingFormat": "application/json",
        }),
        json!({
            "@id": workbook::PATH,
            "@type": "File",
            "name": "Tous les tableaux dans un classeur",
            "encodingFormat": workbook::MEDIA_TYPE,
            "contentSize": tables.len().to_string(),
            "sha256": Fingerprint::of(tables).to_string(),
        }),
    ];
    if let Some(licence) = licence {
        graph.push(json!({
            "@id": licence.address(),
            "@type": "CreativeWork",
            "name": licence.title(),
            "description": "La licence de réutilisation des données.",
        }));
    }
    graph.extend(resources.iter().map(|resource| {
        json!({
            "@id": resource.path(),
            "@type": "File",
            "name": resource.table.label(),
            "encodingFormat": "text/csv",
            "contentSize": resource.bytes.len().to_string(),
            "sha256": resource.sha256(),
        })
    }));
    graph.extend(inputs);
    json!({ "@context": "https://w3id.org/ro/crate/1.3/context", "@graph": graph })
}

/// A path as the end of an address: what no address holds is written by its bytes.
fn escaped(path: &str) -> String {
    let mut address = String::new();
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b'~' => {
                address.push(char::from(byte))
            }
            _ => address.push_str(&format!("%{byte:02X}")),
        }
    }
    address
}
