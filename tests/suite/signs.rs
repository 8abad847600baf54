//! What a help says to write in `rapport.yaml` of the numbers of a file is written there, and the file is then read.

use crate::fixture::Project;

/// The minimal project and values of a year, with a point that may be either.
fn values(number: &str) -> Project {
    Project::minimal().with(
        "data/valeurs/habitants.csv",
        format!("indicateur;annee;valeur\npopulation;2019;{number}\n"),
    )
}

/// The line that the help of M242 gives to write.
fn gesture(project: &Project) -> String {
    let told = project.run(&["verifier"]);
    let told = told.stdout + &told.stderr;
    let (_, after) = told.split_once("M242").unwrap_or_else(|| panic!("{told}"));
    let (_, after) = after.split_once("la ligne «").unwrap_or_else(|| panic!("{told}"));
    after.split_once('»').unwrap().0.trim().replace('\u{A0}', " ")
}

fn with_settings(project: Project, line: &str) -> Project {
    let path = project.path().join("data/rapport.yaml");
    let settings = std::fs::read_to_string(path).unwrap();
    project.with("data/rapport.yaml", format!("{settings}\n{line}\n"))
}

fn doubts(project: &Project) -> usize {
    let told = project.told();
    assert!(!told.iter().any(|told| told.contains("rapport.yaml")), "{told:?}");
    told.iter().filter(|told| told.starts_with("M242")).count()
}

#[test]
fn the_line_that_a_help_gives_ends_the_doubt() {
    let project = values("58.900");
    assert_eq!(doubts(&project), 1);
    let line = gesture(&project);
    assert_eq!(doubts(&with_settings(project, &line)), 0, "{line}");
    // Where the file has its entry, the line goes under it.
    let entry = "valeurs:\n  - fichier: habitants.csv";
    let project = with_settings(values("58.900"), entry);
    let line = gesture(&project);
    let project = with_settings(values("58.900"), &format!("{entry}\n    {line}"));
    assert_eq!(doubts(&project), 0, "{line}");
}

#[test]
fn so_does_that_of_an_inventory() {
    let parc = "type;nombre;kwh_an;annee\nordinateur portable;12;1.250 kWh;2025\n";
    let project = || Project::minimal().with("data/parc/inventaire.csv", parc);
    assert_eq!(doubts(&project()), 1);
    let line = gesture(&project());
    assert_eq!(doubts(&with_settings(project(), &line)), 0, "{line}");
}
