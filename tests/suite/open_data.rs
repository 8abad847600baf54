//! `donnees/` is open data as it stands: every column typed and told, every file named with its fingerprint, no secret, no formula.
//!
//! `MILLESIME_PYTHON` names a Python that has frictionless, rdflib, pyshacl, roc-validator and csv-detective (external suite).

use crate::fixture::{Project, repository};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::process::Command;

const ADDRESS: &str =
    "donnees_ouvertes:\n  adresse: https://data.exemple.fr/2026/donnees\n  licence: licence-ouverte\n";

fn sample() -> Project {
    let project = Project::copy_of(&repository());
    let settings = std::fs::read_to_string(project.path().join("data/rapport.yaml")).unwrap();
    let project = project.with("data/rapport.yaml", format!("{settings}\n{ADDRESS}"));
    project.run(&["generer", "--livrable", "rapport"]).done();
    project
}

fn json(project: &Project, path: &str) -> Value {
    serde_json::from_slice(&project.published(path)).unwrap()
}

fn header(bytes: &[u8]) -> Vec<String> {
    csv::Reader::from_reader(bytes)
        .headers()
        .unwrap()
        .iter()
        .map(str::to_owned)
        .collect()
}

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn every_tidy_table_is_described_and_every_description_names_a_file() {
    let project = sample();
    let package = json(&project, "2026/donnees/datapackage.json");
    let resources = package["resources"].as_array().unwrap();
    assert_eq!(resources.len(), 8, "{resources:#?}");
    let mut told = BTreeSet::new();
    for resource in resources {
        let path = resource["path"].as_str().unwrap();
        let bytes = project.published(&format!("2026/donnees/{path}"));
        assert_eq!(resource["hash"], format!("sha256:{}", hex(&bytes)), "{path}");
        assert_eq!(resource["bytes"], bytes.len(), "{path}");
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let names: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
        assert_eq!(header(&bytes), names, "{path}");
        for field in fields {
            assert_ne!(field["type"], "any", "{path}: {field}");
            assert!(
                field["description"].as_str().is_some_and(|told| told.len() > 10),
                "{path}: {field}"
            );
        }
        told.insert(path.to_owned());
    }
    // The portal and the crate speak of the same files.
    let catalogue = json(&project, "2026/donnees/catalogue.jsonld");
    let graph = catalogue["@graph"].as_array().unwrap();
    let addresses: BTreeSet<String> = graph
        .iter()
        .filter_map(|node| node["dcat:downloadURL"]["@id"].as_str())
        .map(|address| address.replace("https://data.exemple.fr/2026/donnees/", ""))
        .collect();
    assert_eq!(addresses, told);
    let crated = json(&project, "2026/donnees/ro-crate-metadata.json");
    let graph = crated["@graph"].as_array().unwrap();
    let named: BTreeSet<&str> = graph.iter().filter_map(|node| node["@id"].as_str()).collect();
    assert!(told.iter().all(|path| named.contains(path.as_str())));
    // Nothing is named that is not described.
    let mut referred = 0;
    for list in graph
        .iter()
        .flat_map(|node| ["object", "result", "hasPart"].map(|key| &node[key]))
    {
        for reference in list.as_array().into_iter().flatten() {
            assert!(named.contains(reference["@id"].as_str().unwrap()), "{reference}");
            referred += 1;
        }
    }
    assert!(referred > 30, "{referred}");
}

#[test]
fn values_are_numbers_or_say_why_not_and_no_text_is_a_formula() {
    let project = Project::minimal();
    let values = std::fs::read_to_string(project.path().join("data/valeurs/indicateurs.csv")).unwrap();
    let values = values
        .replace("elec-batiments;2021;985;exemple;", "elec-batiments;2021;n.d.;;")
        .replace('\n', ";\n")
        .replacen("filiere;", "filiere;note", 1)
        .replace(
            "elec-batiments;2025;905;exemple;;",
            "elec-batiments;2025;905;exemple;;=1+1",
        );
    let project = project.with("data/valeurs/indicateurs.csv", values);
    project.run(&["generer"]).done();
    let bytes = project.published("2026/donnees/ouvertes/observations.csv");
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let header = reader.headers().unwrap().clone();
    let column = |name: &str| header.iter().position(|other| other == name).unwrap();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let elec: Vec<[&str; 4]> = rows
        .iter()
        .filter(|row| &row[column("indicateur")] == "elec-batiments")
        .map(|row| ["annee", "valeur", "absence", "note"].map(|name| &row[column(name)]))
        .collect();
    assert_eq!(elec[1], ["2021", "", "non disponible", ""]);
    assert_eq!(elec[2], ["2022", "968.5", "", ""]);
    assert_eq!(elec[5], ["2025", "905", "", "'=1+1"]);
    // No address was given: there is no catalogue to harvest, and no licence is made up.
    assert!(!project.path().join("output/2026/donnees/catalogue.jsonld").exists());
    let package = json(&project, "2026/donnees/datapackage.json");
    assert_eq!(package.get("licenses"), None);
}

/// The cells of a sheet, from its first row on.
fn sheets(bytes: &[u8]) -> Vec<(String, Vec<Vec<calamine::Data>>)> {
    let mut book: calamine::Xlsx<_> = calamine::Reader::new(std::io::Cursor::new(bytes.to_vec())).unwrap();
    let worksheets = calamine::Reader::worksheets(&mut book);
    let rows = |range: calamine::Range<calamine::Data>| range.rows().map(<[_]>::to_vec).collect();
    worksheets
        .into_iter()
        .map(|(name, range)| (name, rows(range)))
        .collect()
}

/// What a spreadsheet shows of a cell, as the CSV has it.
fn same(cell: &calamine::Data, text: &str) -> bool {
    match cell {
        calamine::Data::Empty => text.is_empty(),
        calamine::Data::Float(number) => text.parse() == Ok(*number),
        calamine::Data::Int(number) => text.parse() == Ok(*number),
        calamine::Data::Bool(flag) => text.parse() == Ok(*flag),
        calamine::Data::String(words) => words == text || format!("'{words}") == text,
        _ => false,
    }
}

#[test]
fn the_workbook_of_tables_holds_every_cell_of_the_csv_and_says_what_each_empty_one_means() {
    let project = sample();
    let bytes = project.published("2026/donnees/tableaux.xlsx");
    let book = sheets(&bytes);
    let (_, columns) = &book[1];
    let package = json(&project, "2026/donnees/datapackage.json");
    let resources = package["resources"].as_array().unwrap();
    assert_eq!(book.len(), resources.len() + 2);
    let (mut lines, mut cells, mut emptied) = (columns.iter().skip(3), 0, 0);
    for (resource, (sheet, rows)) in resources.iter().zip(&book[2..]) {
        let csv = project.published(&format!("2026/donnees/{}", resource["path"].as_str().unwrap()));
        let mut reader = csv::Reader::from_reader(csv.as_slice());
        let header = reader.headers().unwrap().clone();
        let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), records.len() + 3, "{sheet}");
        for (column, key) in header.iter().enumerate() {
            assert_eq!(rows[2][column].to_string(), key, "{sheet}");
            for (row, record) in rows[3..].iter().zip(&records) {
                assert!(
                    same(&row[column], &record[column]),
                    "{sheet}, {key}: {} {:?}",
                    row[column],
                    &record[column]
                );
                cells += 1;
            }
            let empty = records.iter().filter(|record| record[column].is_empty()).count();
            let told: Vec<String> = lines.next().unwrap().iter().map(ToString::to_string).collect();
            assert_eq!([&told[0], &told[1], &told[4]], [sheet, key, &empty.to_string()]);
            assert!(told[2].len() > 10, "{sheet}, {key}: nothing is said of it");
            assert_eq!(told[3] == "aucune n’est vide", empty == 0, "{sheet}, {key}");
            emptied += empty;
        }
    }
    assert_eq!(lines.next(), None);
    assert!(cells > 10_000 && emptied > 1_000, "{cells} {emptied}");
    // What a screen reader stumbles on is in no part, nor is anything that a spreadsheet would compute.
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut tables = 0;
    for rank in 0..archive.len() {
        let mut part = archive.by_index(rank).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut part, &mut text).unwrap();
        for trap in ["<mergeCell", "hidden=", "<pane", "<autoFilter", "<definedName", "<f>"] {
            assert!(!text.contains(trap), "{name}: {trap}");
        }
        tables += usize::from(name.starts_with("xl/tables/"));
    }
    assert_eq!(tables, book.len(), "a sheet without a real table");
}

#[test]
#[ignore = "needs frictionless, rdflib, pyshacl, roc-validator and csv-detective, in the Python that MILLESIME_PYTHON names"]
fn the_package_the_catalogue_and_the_crate_are_what_their_readers_read() {
    let project = sample();
    let python = std::env::var("MILLESIME_PYTHON").expect("MILLESIME_PYTHON names a Python");
    let script = repository().join("tests/external/open_data.py");
    let folder = project.path().join("output/2026/donnees");
    let run = Command::new(python).arg(script).arg(&folder).output().unwrap();
    let said = String::from_utf8_lossy(&run.stdout);
    println!("{said}");
    assert!(run.status.success(), "{said}\n{}", String::from_utf8_lossy(&run.stderr));
}

/// The schema that is proposed is that of the observations, with a value of the sample for each column.
#[test]
fn the_schema_that_is_proposed_is_what_the_program_publishes() {
    let project = sample();
    let package = json(&project, "2026/donnees/datapackage.json");
    let published = package["resources"].as_array().unwrap();
    let published = published
        .iter()
        .find(|resource| resource["name"] == "observations")
        .unwrap();
    let bytes = project.published("2026/donnees/ouvertes/observations.csv");
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let mut fields = published["schema"]["fields"].as_array().unwrap().clone();
    for (rank, field) in fields.iter_mut().enumerate() {
        let example = rows.iter().map(|row| &row[rank]).find(|value| !value.is_empty());
        if let Some(example) = example {
            field["example"] = match field["type"].as_str().unwrap() {
                "number" => example.parse::<f64>().unwrap().into(),
                "integer" | "year" => example.parse::<i64>().unwrap().into(),
                _ => example.into(),
            };
        }
    }
    let schema = serde_json::json!({
        "$schema": "https://specs.frictionlessdata.io/schemas/table-schema.json",
        "name": "indicateurs-developpement-durable",
        "title": "Indicateurs d’un rapport sur la situation en matière de développement durable",
        "description": "Les valeurs des indicateurs que publie une collectivité avec son rapport sur la situation en matière de développement durable (art. L. 2311-1-1, L. 3311-2 et L. 4310-1 du CGCT) : une ligne par indicateur, par année et par partie.",
        "version": "0.1.0",
        "resources": [{ "title": "Exemple valide", "path": "exemple-valide.csv" }],
        "missingValues": [""],
        "fields": fields,
    });
    let mut table = "| Colonne | Type | Ce qu’elle contient | Exemple |\n|---|---|---|---|\n".to_owned();
    for field in schema["fields"].as_array().unwrap() {
        let example = field
            .get("example")
            .map_or(String::new(), |example| match example.as_str() {
                Some(text) => text.to_owned(),
                None => example.to_string(),
            });
        let cells = [
            field["name"].as_str(),
            field["type"].as_str(),
            field["description"].as_str(),
        ]
        .map(Option::unwrap);
        table.push_str(&format!(
            "| `{}` | {} | {} | {example} |\n",
            cells[0], cells[1], cells[2]
        ));
    }
    // A whole, a part, an absence, a value that something qualifies.
    let column = |name: &str| header(&bytes).iter().position(|other| other == name).unwrap();
    let [part, absence, status] = ["ventilation", "absence", "statut"].map(column);
    let kinds: [&dyn Fn(&csv::StringRecord) -> bool; 4] = [
        &|row| row[part].is_empty() && row[status].is_empty(),
        &|row| !row[part].is_empty(),
        &|row| !row[absence].is_empty(),
        &|row| !row[status].is_empty() && row[absence].is_empty(),
    ];
    let mut example = csv::Writer::from_writer(Vec::new());
    example.write_record(header(&bytes)).unwrap();
    for kind in kinds {
        let mut found = 0;
        for row in rows.iter().filter(|row| kind(row)).take(4) {
            example.write_record(row).unwrap();
            found += 1;
        }
        assert!(found > 0);
    }
    let example = example.into_inner().unwrap();
    let readme_of = |readme: &str| {
        let (before, rest) = readme.split_once("<!-- colonnes -->\n").unwrap();
        let (_, after) = rest.split_once("<!-- fin des colonnes -->").unwrap();
        format!("{before}<!-- colonnes -->\n{table}<!-- fin des colonnes -->{after}")
    };
    let folder = repository().join("docs/schema");
    let readme = std::fs::read_to_string(folder.join("README.md")).unwrap();
    let files = [
        ("schema.json", format!("{schema:#}\n").into_bytes()),
        ("exemple-valide.csv", example),
        ("README.md", readme_of(&readme).into_bytes()),
    ];
    for (name, expected) in files {
        let path = folder.join(name);
        if std::env::var_os("UPDATE_REFERENCE").is_some() {
            std::fs::write(&path, &expected).unwrap();
        }
        let kept = std::fs::read(&path).unwrap_or_default();
        assert!(
            kept == expected,
            "docs/schema/{name} is not what the program publishes: UPDATE_REFERENCE=1 writes it"
        );
    }
}
