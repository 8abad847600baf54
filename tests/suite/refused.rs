//! One fault a folder: each project of `tests/projects/refused/` is refused with the message stored beside it.
//!
//! A folder holds only what differs from `tests/projects/minimal`, and `message.txt`, what `verifier`
//! prints. `UPDATE_MESSAGES=1 cargo test refused` writes the messages anew: read them before committing.

use crate::fixture::{Project, files, in_parallel, repository};
use std::path::Path;

#[test]
fn every_fault_is_refused_with_its_full_message() {
    let folder = repository().join("tests/projects/refused");
    let mut names: Vec<_> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    names.sort();
    assert!(names.len() >= 25, "only {} refused projects", names.len());
    let different: Vec<String> = in_parallel(&names, |path| misjudged(path))
        .into_iter()
        .flatten()
        .collect();
    assert!(different.is_empty(), "{}", different.join("\n\n"));
}

/// What `verifier` says of a refused project, where it is not what is stored beside it.
fn misjudged(path: &Path) -> Option<String> {
    let run = spoilt(path).run(&["verifier", "--complet"]);
    let stored = path.join("message.txt");
    if std::env::var_os("UPDATE_MESSAGES").is_some() {
        std::fs::write(&stored, &run.stderr).unwrap();
    }
    let expected = std::fs::read_to_string(&stored).unwrap_or_default();
    (run.code != 1 || run.stderr != expected)
        .then(|| format!("{} (code {}):\n{}", path.display(), run.code, run.stderr))
}

#[test]
fn a_refused_run_leaves_the_last_publication_untouched() {
    let project = Project::minimal();
    project.run(&["generer"]).done();
    let before = project.published("2026/rapport.pdf");
    let project = project.with(
        "data/valeurs/indicateurs.csv",
        "indicateur;annee;valeur\ninconnu;2024;12\n",
    );
    let run = project.run(&["generer"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(project.published("2026/rapport.pdf") == before);
    assert_eq!(
        files(&project.path().join("output"))
            .iter()
            .filter(|file| file.ends_with("rapport.pdf"))
            .count(),
        1
    );
}

/// The minimal project with the files of this folder laid over it; a file named `x.absent` removes `x`.
fn spoilt(path: &Path) -> Project {
    let mut project = Project::minimal();
    for file in files(path) {
        if file.as_os_str() == "message.txt" {
            continue;
        }
        let name = file.to_str().unwrap().to_owned();
        match name.strip_suffix(".absent") {
            Some(absent) => std::fs::remove_file(project.path().join(absent)).unwrap(),
            None => project = project.with(&name, std::fs::read(path.join(&file)).unwrap()),
        }
    }
    project
}
