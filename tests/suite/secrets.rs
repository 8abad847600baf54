//! What must not be published is nowhere in what is: every byte of an edition is searched, archives and streams opened.
//!
//! The raw bytes only: what a reader could work out from published sums is looked at where parts are withheld.

use crate::fixture::{Project, files};
use crate::sealing::official;
use rust_xlsxwriter::Workbook;
use std::io::{Cursor, Read};
use std::path::Path;

/// A number that nothing else holds, in one kind of input or another.
const SECRET: &str = "4829,37";
/// A person and how to reach her.
const PERSON: [&str; 3] = ["quatremère", "quatremere", "0612345678"];

/// Everything that a folder says: names, raw bytes, the parts of ZIP archives, the streams and the pages of PDF.
fn said(folder: &Path) -> Vec<(String, String)> {
    let mut said = Vec::new();
    for path in files(folder) {
        let bytes = std::fs::read(folder.join(&path)).unwrap();
        let name = path.display().to_string();
        said.push((name.clone(), name.clone()));
        open(&name, &bytes, &mut said);
    }
    said
}

fn open(name: &str, bytes: &[u8], said: &mut Vec<(String, String)>) {
    let mut add = |part: &str, bytes: &[u8]| {
        let text: String = String::from_utf8_lossy(bytes).to_lowercase();
        let text = text.chars().filter(|letter| !letter.is_whitespace()).collect();
        said.push((format!("{name} {part}"), text));
    };
    add("", bytes);
    if bytes.starts_with(b"PK") {
        let mut parts = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        for rank in 0..parts.len() {
            let mut part = parts.by_index(rank).unwrap();
            let name = part.name().unwrap().into_owned();
            let mut content = Vec::new();
            part.read_to_end(&mut content).unwrap();
            add(&name, &content);
        }
    }
    if bytes.starts_with(b"%PDF") {
        let document = lopdf::Document::load_mem(bytes).unwrap();
        for (id, object) in &document.objects {
            if let Ok(stream) = object.as_stream() {
                let content = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
                add(&format!("{id:?}"), &content);
            }
        }
        for page in document.get_pages().into_keys() {
            add(
                &format!("page {page}"),
                document.extract_text(&[page]).unwrap().as_bytes(),
            );
        }
    }
}

/// Where any of these words stands.
fn found(folder: &Path, words: &[&str]) -> Vec<String> {
    let holds = |text: &str| words.iter().any(|word| text.contains(word));
    said(folder)
        .into_iter()
        .filter(|(_, text)| holds(text))
        .map(|(name, _)| name)
        .collect()
}

/// A workbook of values whose first line of values is secret, and that names who gave them, on a sheet of its own too.
fn workbook() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, title) in ["indicateur", "annee", "valeur", "statut", "Courriel"]
        .iter()
        .enumerate()
    {
        sheet.write(0, u16::try_from(column).unwrap(), *title).unwrap();
    }
    for (row, year) in [(1, 2024), (2, 2025)] {
        sheet.write(row, 0, "eau").unwrap();
        sheet.write(row, 1, year).unwrap();
        sheet.write(row, 2, if year == 2024 { 4829.37 } else { 10.0 }).unwrap();
        sheet.write(row, 3, if year == 2024 { "secret" } else { "" }).unwrap();
        sheet.write(row, 4, "z.quatremere@exemple.fr").unwrap();
    }
    let contacts = workbook.add_worksheet();
    contacts.write(0, 0, "Téléphone").unwrap();
    contacts.write(1, 0, "06 12 34 56 78").unwrap();
    workbook.save_to_buffer().unwrap()
}

/// A secret and a person in each kind of input.
fn project() -> Project {
    let catalogue = include_str!("../projects/minimal/data/indicateurs/indicateurs.yaml");
    let values = include_str!("../projects/minimal/data/valeurs/indicateurs.csv").replace(";exemple;", ";;");
    let entry = |id: &str, more: &str| {
        format!(
            "  - id: {id}\n    titre: Titre {id}\n    unite: m³\n    finalite: 2\n    volet: interne\n    nature: contexte\n    sens: baisse\n{more}"
        )
    };
    let query = "    requete: SELECT annee, SUM(m3) AS valeur FROM releves GROUP BY annee\n";
    official()
        .with(
            "data/indicateurs/indicateurs.yaml",
            format!("{catalogue}{}{}{}", entry("eau", ""), entry("gaz", ""), entry("releve", query)),
        )
        .with("data/valeurs/indicateurs.csv", values)
        .with("data/valeurs/eau.xlsx", workbook())
        .with(
            "data/valeurs/gaz.csv",
            "indicateur;annee;valeur;statut;agent\ngaz;2024;4829,37;secret;Zoé Quatremère\ngaz;2025;12;;Zoé Quatremère\n",
        )
        .with(
            "data/sources/releves.csv",
            "annee;m3;utilisateur\n2024;5;Zoé Quatremère\n2025;6;Zoé Quatremère\n",
        )
        .with(
            "data/parc/inventaire.csv",
            "type;nombre;annee;utilisateur\nportable;3;2025;Zoé Quatremère\n",
        )
        .with(
            "data/budget/compte.csv",
            "nature;fonction;vote;Nom de l’agent\n2151;844;1000;Zoé Quatremère\n",
        )
        .with(
            "data/rapport.yaml",
            format!(
                "{}livrables: [rapport, deliberation]\nbudget:\n  fichiers:\n    - {{fichier: compte.csv, role: bp, exercice: 2025, nomenclature: M57, sens: depense}}\n",
                crate::sealing::real(include_str!("../projects/minimal/data/rapport.yaml"))
            ),
        )
}

#[test]
fn no_secret_and_no_person_of_the_inputs_is_in_a_byte_of_what_is_published() {
    let project = project();
    project.run(&["generer"]).done();
    let output = project.path().join("output");
    let number = SECRET.replace(',', ".");
    let secret: Vec<String> = found(&output, &[SECRET, &number]);
    assert_eq!(secret, Vec::<String>::new());
    assert_eq!(found(&output, &PERSON), Vec::<String>::new());
    // The search finds what is published: a value, by its page, its table and its attachment.
    let published = found(&output, &["58900"]);
    for part in ["indicateurs.csv", "rapport.pdf ("] {
        assert!(published.iter().any(|name| name.contains(part)), "{published:?}");
    }
    assert!(!found(&output, &["titregaz"]).is_empty());
}

#[test]
fn no_person_of_a_table_is_in_the_archive_unless_the_project_says_so() {
    let project = project();
    let report = std::fs::read_to_string(project.path().join("data/rapport.yaml")).unwrap();
    let report = report.replace("livrables: [rapport, deliberation]\n", "");
    let project = project.with("data/rapport.yaml", &report);
    // It is told before anything is sealed.
    let told = project.run(&["verifier", "--officiel"]).done();
    assert!(
        told.stderr.contains("/gaz.csv » que le nom, la taille"),
        "{}",
        told.stderr
    );
    let run = project.run(&["generer", "--officiel"]).done();
    let archives = project.path().join("archives");
    assert_eq!(found(&archives, &PERSON), Vec::<String>::new());
    let withheld = ["eau.xlsx", "gaz.csv", "releves.csv", "inventaire.csv", "compte.csv"];
    for file in withheld {
        let told = format!("/{file} » que le nom, la taille");
        assert!(run.stderr.contains(&told), "{file}: {}", run.stderr);
    }
    let project = project.with("data/rapport.yaml", report + "archives: {personnes: true}\n");
    project.run(&["generer", "--officiel", "--remplacer-officiel"]).done();
    let kept = found(&archives.join("2026"), &PERSON);
    for file in withheld {
        assert!(kept.iter().any(|name| name.contains(file)), "{file}: {kept:?}");
    }
}
