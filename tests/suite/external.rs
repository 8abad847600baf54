//! What needs a tool that is not Rust: run with `cargo test -- --ignored`, never skipped silently.
//!
//! `MILLESIME_VERAPDF` names a command that takes the profiles (`ua1,3a`) and files, and fails when one does not conform.

use crate::fixture::{Project, files, repository};
use std::process::Command;

#[test]
#[ignore = "needs veraPDF, named by MILLESIME_VERAPDF"]
fn the_reference_validator_agrees_on_the_sample_and_on_the_minimal_report() {
    let verapdf = std::env::var("MILLESIME_VERAPDF").expect("MILLESIME_VERAPDF names the command of veraPDF");
    for project in [Project::copy_of(&repository()), Project::minimal()] {
        project
            .run(&["generer", "--livrable", "rapport", "--livrable", "deliberation"])
            .done();
        let folder = project.path().join("output/2026");
        let documents = files(&folder).into_iter().map(|file| folder.join(file));
        let documents = documents.filter(|file| file.extension().is_some_and(|extension| extension == "pdf"));
        let output = Command::new(&verapdf).arg("ua1,3a").args(documents).output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        println!("{said}");
        assert!(output.status.success(), "{said}");
    }
}

#[test]
#[ignore = "needs LibreOffice, named by MILLESIME_LIBREOFFICE"]
fn a_word_processor_opens_the_deliberation() {
    let office =
        std::env::var("MILLESIME_LIBREOFFICE").expect("MILLESIME_LIBREOFFICE names the command of LibreOffice");
    let project = Project::copy_of(&repository());
    project.run(&["generer", "--livrable", "deliberation"]).done();
    let (folder, made) = (project.path().join("output/2026"), project.path().join("ouvert"));
    let output = Command::new(office)
        .args(["--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir"])
        .arg(&made)
        .arg(folder.join("deliberation.docx"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = std::fs::read_to_string(made.join("deliberation.txt")).unwrap();
    for words in [
        "Délibération du Conseil métropolitain",
        "Exposé des motifs",
        "Prend acte",
        "Le Président",
    ] {
        assert!(text.contains(words), "« {words} » is not in:\n{text}");
    }
}
