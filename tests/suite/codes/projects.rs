//! The minimal project with one thing changed, told as a sentence.

use super::books::{project_in_a_workbook, text_of_word, without_letters};
use crate::fixture::{Project, repository};

const TAGGING: &str = "nature;fonction;axe_1;axe_6;auteur;date;statut\n2151;;neutre;neutre;Voirie;12/03/2026;exemple\n";

pub fn with(path: &str, content: &str) -> Project {
    Project::minimal().with(path, content)
}

pub fn values(name: &str, bytes: &[u8]) -> Project {
    Project::minimal().with(&format!("data/valeurs/{name}"), bytes)
}

/// The minimal project whose éditorial is written in Word, in these runs.
pub fn in_word(runs: &str) -> Project {
    let text = text_of_word(&format!("<w:p>{runs}</w:p>"));
    without("data/textes/edito.md").with("data/textes/edito.docx", text)
}

pub fn without(path: &str) -> Project {
    let project = Project::minimal();
    std::fs::remove_file(project.path().join(path)).unwrap();
    project
}

/// A project kept in a workbook, with one more sheet.
pub fn in_a_workbook(name: &str, rows: &[&[&str]]) -> Project {
    let project = Project::minimal();
    for path in ["rapport.yaml", "indicateurs", "actions.yaml", "strategie.yaml"] {
        let path = project.path().join("data").join(path);
        let _ = std::fs::remove_dir_all(&path).or_else(|_| std::fs::remove_file(&path));
    }
    project.with("data/projet.xlsx", project_in_a_workbook(name, rows))
}

/// The minimal project with more lines in `rapport.yaml`.
pub fn settings(more: &str) -> Project {
    changed("data/rapport.yaml", |text| text + more)
}

pub fn catalogue(from: &str, to: &str) -> Project {
    changed("data/indicateurs/indicateurs.yaml", |text| replaced(&text, from, to))
}

fn changed(path: &str, change: impl Fn(String) -> String) -> Project {
    let project = Project::minimal();
    let text = std::fs::read_to_string(project.path().join(path)).unwrap();
    project.with(path, change(text))
}

/// A file of reference data of the program, changed.
pub fn reference(name: &str, from: &str, to: &str) -> Project {
    let path = repository().join("src/config/referentiels").join(name);
    let text = std::fs::read_to_string(path).unwrap();
    Project::minimal().with(&format!("data/referentiels/{name}"), replaced(&text, from, to))
}

fn replaced(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "« {from} » is no longer there");
    text.replacen(from, to, 1)
}

/// A map whose commune is written once by its code, once by its name.
pub fn same_commune() -> Project {
    let refused = repository().join("tests/projects/refused/carte-commune-inconnue/data");
    let read = |path: &str| std::fs::read_to_string(refused.join(path)).unwrap();
    let map = read("cartes/communes.geojson").replace(
        "{\"code\":\"emballagex\"}",
        "{\"code\":\"emballages\",\"nom\":\"Autre\"}",
    );
    let settings = replaced(&read("rapport.yaml"), "cle: code", "cle: code, nom: nom");
    Project::minimal()
        .with("data/rapport.yaml", settings)
        .with(
            "data/indicateurs/indicateurs.yaml",
            read("indicateurs/indicateurs.yaml"),
        )
        .with("data/cartes/communes.geojson", map)
        .with(
            "data/valeurs/autre.csv",
            "indicateur;annee;valeur;filiere\ndechets;2022;90;Autre\n",
        )
}

/// Two years of plain accounts, the first in no known nomenclature.
pub fn budgets(more: &str) -> Project {
    let table = "nature;fonction;sens;realise\n2152;87;depense;100\n";
    settings(&format!(
        "budget:\n  {more}fichiers:\n    - {{fichier: ca-2024.csv, role: ca, exercice: 2024}}\n    - {{fichier: ca-2025.csv, role: ca, exercice: 2025, nomenclature: M57}}\n"
    ))
    .with("data/budget/ca-2024.csv", table)
    .with("data/budget/ca-2025.csv", table)
}

pub fn tagged() -> Project {
    let accounts = repository().join("tests/projects/refused/cotation-indecise/data/budget/ca-2025.xml");
    Project::minimal()
        .with("data/budget/ca-2025.xml", std::fs::read(accounts).unwrap())
        .with("data/budget/cotation.csv", TAGGING)
}

/// A family without the letters of French.
pub fn partial_fonts() -> Project {
    settings("apparence:\n  polices: {titres: Noto Sans}\n")
        .with("data/polices/a.ttf", without_letters(notosans::REGULAR_TTF))
        .with("data/polices/b.ttf", notosans::BOLD_TTF)
}

#[cfg(unix)]
pub fn endless_link() -> Project {
    let project = Project::minimal();
    std::os::unix::fs::symlink("sources", project.path().join("data/sources")).unwrap();
    project
}
