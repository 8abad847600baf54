//! The délibération of a project, as it is published.

use crate::fixture::Project;

/// The minimal project with these lines at the end of its `rapport.yaml`.
fn with(lines: &str) -> Project {
    let project = Project::minimal();
    let report = std::fs::read_to_string(project.path().join("data/rapport.yaml")).unwrap();
    project.with("data/rapport.yaml", report + lines)
}

#[test]
fn a_project_that_says_nothing_of_it_gets_an_act_to_fill_in() {
    let project = with("");
    let run = project.run(&["generer", "--livrable", "deliberation"]).done();
    assert!(run.stdout.contains("deliberation.pdf : "), "{}", run.stdout);
    assert!(run.stderr.contains("M530"), "{}", run.stderr);
    assert!(!project.published("2026/deliberation.docx").is_empty());
    assert!(
        !project
            .path()
            .join("output/2026/donnees/deliberation-scdl.csv")
            .exists()
    );
}

#[test]
fn without_the_deliverable_nothing_of_it_is_published() {
    let project = with("deliberation: {numero: \"12\"}\n");
    project.run(&["generer"]).done();
    assert!(!project.path().join("output/2026/deliberation.docx").exists());
}

#[test]
fn two_projects_give_the_same_act() {
    let lines = "livrables: [deliberation]\ndeliberation: {numero: \"12\", seance: 2026-12-18, siret: \"00000000000012\", matiere: {code: \"7.1\", nom: Finances}}\n";
    let (one, other) = (with(lines), with(lines));
    one.run(&["generer"]).done();
    other.run_in(&["generer"], &[("TZ", "Pacific/Auckland")]).done();
    for file in [
        "deliberation.pdf",
        "deliberation.docx",
        "donnees/deliberation-scdl.csv",
        "manifeste.json",
    ] {
        let path = format!("2026/{file}");
        assert!(one.published(&path) == other.published(&path), "{file} differs");
    }
}

#[test]
fn an_official_act_wants_the_words_of_its_rapporteur() {
    let project = with("livrables: [deliberation]\n");
    let run = project.run(&["verifier", "--officiel"]);
    assert!(run.stderr.contains("M431"), "{}", run.stderr);
    let project = project.with("data/textes/deliberation.md", "Le rapporteur a choisi.\n");
    let run = project.run(&["verifier", "--officiel"]);
    assert!(!run.stderr.contains("M431"), "{}", run.stderr);
    let whole = "Le rapporteur expose.\n\nVu le code général des collectivités territoriales,\n\nAprès en avoir délibéré, le conseil :\n";
    let project = project.with("data/textes/deliberation.md", whole);
    let run = project.run(&["verifier", "--officiel"]);
    assert!(
        run.stderr.contains("M431") && run.stderr.contains("l’exposé des motifs : le programme écrit"),
        "{}",
        run.stderr
    );
}
