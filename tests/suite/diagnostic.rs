//! `diagnostic`: twenty lines for a help desk, on a sound project, on an empty folder and on a broken one.

use crate::fixture::{Project, files, run_at};
use std::path::Path;

/// What follows the title of a line.
fn line<'a>(text: &'a str, title: &str) -> &'a str {
    let found = text
        .lines()
        .find_map(|line| line.strip_prefix(title)?.trim_start().strip_prefix(": "));
    found.unwrap_or_else(|| panic!("no line « {title} »:\n{text}"))
}

/// The text that is pasted: the run succeeds, says nothing elsewhere, and writes nothing.
fn told(folder: &Path, environment: &[(&str, &str)]) -> String {
    let before = files(folder);
    let run = run_at(folder, &["diagnostic"], environment);
    assert_eq!((run.code, &*run.stderr), (0, ""));
    assert_eq!(files(folder), before);
    assert!(run.stdout.lines().count() <= 20, "{}", run.stdout);
    run.stdout
}

#[test]
fn a_sound_project_is_described_without_its_values_nor_the_name_of_its_user() {
    let project = Project::minimal()
        .with("data/valeurs/~$saisie.xlsx", "Camille Exemple")
        .with(
            ".millesime/verrou",
            r#"{"command":"generer","user":"camille","machine":"PC","process":1,"moment":""}"#,
        );
    let home = project.path().parent().unwrap().to_str().unwrap();
    let text = told(
        project.path(),
        &[("HOME", home), ("USER", "camille"), ("USERPROFILE", home)],
    );
    assert!(line(&text, "Version").contains(env!("CARGO_PKG_VERSION")));
    assert!(line(&text, "Dossier du projet").starts_with("~/"), "{text}");
    assert!(
        !text.contains(home) && !text.to_lowercase().contains("camille"),
        "{text}"
    );
    assert_eq!(line(&text, "Écrire dans le projet"), "oui (essayé)");
    assert!(line(&text, "Projet").starts_with("rapport.yaml, format"), "{text}");
    assert!(line(&text, "Projet").ends_with("édition 2026"), "{text}");
    assert_eq!(
        line(&text, "Fichiers de data/"),
        "indicateurs 1, valeurs 1, sources 0, budget 0, parc 0, textes 5"
    );
    assert_eq!(line(&text, "Écriture en cours"), "verrou de « generer »");
    assert!(line(&text, "Fichiers ouverts").starts_with('1'), "{text}");
}

#[test]
fn an_empty_folder_and_one_that_is_not_there_are_described_too() {
    let folder = tempfile::tempdir().unwrap();
    assert!(line(&told(folder.path(), &[]), "Projet").starts_with("aucun"));
    let absent = folder.path().join("absent");
    let run = run_at(&absent, &["diagnostic"], &[]);
    assert_eq!(run.code, 0);
    assert_eq!(
        line(&run.stdout, "Écrire dans le projet"),
        "non, ce dossier n’existe pas"
    );
    assert!(!absent.exists());
}

#[test]
fn a_report_that_cannot_be_read_is_a_line() {
    let project = Project::minimal().with("data/rapport.yaml", b"titre: \xE9nergie\n");
    let text = told(project.path(), &[]);
    assert!(
        line(&text, "Projet").contains("ILLISIBLE") && text.contains("M003"),
        "{text}"
    );
    std::fs::remove_file(project.path().join("data/rapport.yaml")).unwrap();
    assert_eq!(
        line(&told(project.path(), &[]), "Projet"),
        "data/ sans rapport.yaml ni projet.xlsx"
    );
}
