//! `catalogue.jsonld`: what a portal harvests, in DCAT, as JSON-LD.
//!
//! The properties are those that data.gouv.fr reads (udata, `core/dataset/rdf.py`). A portal makes no resource without an address to
//! download it from, so that there is no catalogue where the project has not said where its data will be.

use super::{KEYWORDS, Resource, description, title};
use crate::assess::Report;
use serde_json::{Value, json};

/// The files besides the tables that are part of the data set: the package that describes them.
const PACKAGE: &str = "datapackage.json";

pub(super) fn catalogue(report: &Report, resources: &[Resource]) -> Option<Value> {
    let settings = &report.settings;
    let base = settings.open_data.address.as_deref()?;
    let date = json!({ "@type": "xsd:date", "@value": settings.document_date.to_string() });
    let licence = settings
        .open_data
        .licence
        .map(|licence| json!({ "@id": licence.address() }));
    let dataset = format!("{base}#jeu");
    let years = report
        .findings()
        .flat_map(|finding| finding.headline.points.iter().map(|point| point.year));
    let (first, last) = years.fold((settings.data_year, settings.data_year), |(first, last), year| {
        (first.min(year), last.max(year))
    });
    let distributions: Vec<Value> = resources
        .iter()
        .map(|resource| distribution(base, resource, licence.as_ref()))
        .collect();
    let refers = |node: &Value| json!({ "@id": node["@id"] });
    let mut described = json!({
        "@id": dataset,
        "@type": "dcat:Dataset",
        "dct:identifier": format!("rsdd-{}-{}", settings.community.siren, settings.edition),
        "dct:title": french(&title(settings)),
        "dct:description": french(&description(report)),
        "dct:language": { "@id": "http://publications.europa.eu/resource/authority/language/FRA" },
        "dct:publisher": { "@id": format!("{base}#collectivite") },
        "dct:issued": date,
        "dct:modified": date,
        "dct:accrualPeriodicity": { "@id": "http://publications.europa.eu/resource/authority/frequency/ANNUAL" },
        "dct:accessRights": { "@id": "http://publications.europa.eu/resource/authority/access-right/PUBLIC" },
        "dct:provenance": french(&format!(
            "Fait par {} {} à partir des fichiers que {} tient ; {PACKAGE} et ro-crate-metadata.json disent lesquels.",
            env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"), settings.community.name
        )),
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": { "@type": "xsd:date", "@value": format!("{first}-01-01") },
            "dcat:endDate": { "@type": "xsd:date", "@value": format!("{last}-12-31") },
        },
        "dcat:keyword": KEYWORDS.map(french),
        "dcat:landingPage": { "@id": base },
        "dcat:distribution": distributions.iter().map(refers).collect::<Vec<_>>(),
    });
    if let Some(licence) = licence {
        described["dct:license"] = licence;
    }
    let publisher = json!({ "@id": format!("{base}#collectivite"), "@type": "foaf:Organization", "foaf:name": settings.community.name });
    let catalogue = json!({
        "@id": format!("{base}catalogue.jsonld"),
        "@type": "dcat:Catalog",
        "dct:title": french(&title(settings)),
        "dct:publisher": refers(&publisher),
        "dcat:dataset": { "@id": dataset },
    });
    let graph = [catalogue, described, publisher].into_iter().chain(distributions);
    Some(json!({
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "spdx": "http://spdx.org/rdf/terms#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@graph": graph.collect::<Vec<_>>(),
    }))
}

fn distribution(base: &str, resource: &Resource, licence: Option<&Value>) -> Value {
    let address = format!("{base}{}", resource.path());
    let mut distribution = json!({
        "@id": format!("{base}#{}", resource.table.key()),
        "@type": "dcat:Distribution",
        "dct:identifier": resource.table.key(),
        "dct:title": french(&format!("{}.csv", resource.table.key())),
        "dct:description": french(resource.table.label()),
        "dcat:accessURL": { "@id": address },
        "dcat:downloadURL": { "@id": address },
        "dcat:byteSize": { "@type": "xsd:nonNegativeInteger", "@value": resource.bytes.len().to_string() },
        "dcat:mediaType": { "@id": "https://www.iana.org/assignments/media-types/text/csv" },
        "dct:format": { "@id": "http://publications.europa.eu/resource/authority/file-type/CSV" },
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": { "@id": "spdx:checksumAlgorithm_sha256" },
            // Without the type that the vocabulary gives it: data.gouv.fr would keep bytes, which are no fingerprint any more.
            "spdx:checksumValue": resource.sha256(),
        },
    });
    if let Some(licence) = licence {
        distribution["dct:license"] = licence.clone();
    }
    distribution
}

fn french(text: &str) -> Value {
    json!({ "@language": "fr", "@value": text })
}
