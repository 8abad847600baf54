//! The sample of the repository: what a reader, sighted or not, finds in it.

use crate::fixture::{Project, repository};
use unicode_width::UnicodeWidthStr;

#[test]
fn the_sample_is_published_whole() {
    let project = Project::copy_of(&repository());
    let run = project.run(&["generer"]).done();
    for file in [
        "rapport.pdf",
        "bilan-numerique.pdf",
        "manifeste.json",
        "donnees/indicateurs.csv",
        "donnees/evaluation.csv",
        "deliberation.pdf",
        "deliberation.docx",
        "donnees/deliberation-scdl.csv",
    ] {
        assert!(!project.published(&format!("2026/{file}")).is_empty(), "{file}");
    }
    assert!(run.stdout.contains("PDF/UA-1 et PDF/A-3a"), "{}", run.stdout);
}

#[test]
fn the_sample_is_never_official() {
    let run = Project::copy_of(&repository()).run(&["generer", "--officiel"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("exemple"), "{}", run.stderr);
}

#[test]
fn the_sample_has_the_breadth_it_promises() {
    let run = Project::copy_of(&repository()).run(&["indicateurs", "--json"]).done();
    let rows: Vec<serde_json::Value> = serde_json::from_str(&run.stdout).unwrap();
    assert!(rows.len() >= 40, "{} indicators", rows.len());
    for finality in 1..=5 {
        for scope in ["interne", "territorial"] {
            let found = rows
                .iter()
                .any(|row| row["finalite"] == finality && row["volet"] == scope);
            assert!(found, "no indicator of finalité {finality}, volet {scope}");
        }
    }
}

#[test]
fn no_page_of_a_terminal_is_wider_than_a_hundred_columns() {
    let project = Project::copy_of(&repository());
    for command in ["indicateurs", "empreinte", "cotation", "calendrier"] {
        let page = project.run(&[command]).done().stdout;
        assert!(page.lines().count() > 10, "{command}: {page}");
        for line in page.lines() {
            assert!(UnicodeWidthStr::width(line) <= 100, "{command}: {line}");
        }
    }
}
