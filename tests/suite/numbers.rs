//! The report says the numbers of the files that it carries: its pages are read, then the tables attached to it.

use crate::fixture::sample;
use lopdf::{Dictionary, Document, Object};
use std::collections::BTreeMap;

/// A row of a file, by column.
type Line = BTreeMap<String, String>;

#[test]
fn the_pages_print_the_numbers_of_the_attached_tables() {
    let document = Document::load_mem(sample()).unwrap();
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    let text = letters(&document.extract_text(&pages).unwrap());
    let (mut read, mut absent) = (0, Vec::new());
    let mut expect = |what: String, written: Vec<String>| {
        read += 1;
        if !written.iter().any(|words| text.contains(&letters(words))) {
            absent.push(format!("{what}: {written:?}"));
        }
    };
    for line in attached(&document, "donnees/evaluation.csv") {
        for point in ["reference", "derniere", "cible"] {
            let (year, value) = (&line[&format!("annee_{point}")], &line[&format!("valeur_{point}")]);
            if !value.is_empty() {
                let written = (0..5).map(|decimals| format!("{year}:{}", rounded(value, decimals)));
                expect(format!("{} {point}", line["indicateur"]), written.collect());
            }
        }
        if !line["ratio"].is_empty() {
            expect(format!("{} R", line["indicateur"]), vec![rounded(&line["ratio"], 2)]);
        }
    }
    for line in attached(&document, "donnees/credits.csv") {
        let printed = ["action", "finalite"].contains(&line["objet"].as_str());
        for amount in ["ouvert", "realise"] {
            if printed && !line[amount].is_empty() {
                let what = format!("{} {} {amount}", line["intitule"], line["exercice"]);
                expect(what, vec![rounded(&line[amount], 0)]);
            }
        }
    }
    for line in attached(&document, "donnees/empreinte.csv") {
        if line["origine"] == "autre outil" {
            let tonnes = line["kgco2e"].replace(',', ".").parse::<f64>().unwrap() / 1000.0;
            expect(
                format!("{} {}", line["methode"], line["annee"]),
                vec![rounded(&tonnes.to_string(), 1)],
            );
        }
    }
    assert_eq!(absent, Vec::<String>::new());
    assert!(read > 150, "{read} numbers were looked for");
}

/// A number as a page writes it, its halves away from zero, without the spaces of its thousands.
fn rounded(number: &str, decimals: usize) -> String {
    let number: f64 = number.replace(',', ".").parse().unwrap();
    let unit = 10_f64.powi(i32::try_from(decimals).unwrap());
    let written = format!("{:.decimals$}", (number.abs() * unit + 1e-9).round() / unit);
    let zero = !written.contains(|letter: char| ('1'..='9').contains(&letter));
    let sign = if number < 0.0 && !zero { "−" } else { "" };
    format!("{sign}{}", written.replace('.', ","))
}

/// A text without its spaces: a page sets them where it wants.
fn letters(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// The rows of a table attached to the report.
fn attached(document: &Document, path: &str) -> Vec<Line> {
    let named = |dictionary: &&Dictionary| {
        let name = dictionary.get(b"UF").and_then(Object::as_str).unwrap_or_default();
        lopdf::decode_text_string(&Object::string_literal(name)).is_ok_and(|name| name.ends_with(path))
    };
    let specifications = document.objects.values().filter_map(|object| object.as_dict().ok());
    let specification = specifications
        .filter(|dictionary| dictionary.has(b"EF"))
        .find(named)
        .unwrap_or_else(|| panic!("{path} is not attached"));
    let embedded = specification.get(b"EF").and_then(Object::as_dict).unwrap();
    let stream = document
        .dereference(embedded.get(b"F").unwrap())
        .unwrap()
        .1
        .as_stream()
        .unwrap();
    let bytes = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
    let text = String::from_utf8(bytes).unwrap();
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
    let rows = reader.deserialize().map(|row| row.unwrap());
    rows.collect()
}
