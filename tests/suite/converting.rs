//! `convertir` and `nouveau --classeur`: a project kept in one workbook is the project that its files were.

use crate::fixture::{Project, files, millesime, run_at};
use std::collections::BTreeMap;
use std::path::Path;

/// What a workbook stands for.
pub const REPLACED: [&str; 4] = ["rapport.yaml", "indicateurs", "actions.yaml", "strategie.yaml"];

/// Puts what was made in `conversion/` in the place of what it was made of.
pub fn keep_so(project: &Path, replaced: &[&str]) {
    let data = project.join("data");
    for name in replaced {
        let path = data.join(name);
        let _ = std::fs::remove_dir_all(&path).or_else(|_| std::fs::remove_file(&path));
    }
    let made = project.join("conversion");
    for file in files(&made) {
        let to = data.join(&file);
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        std::fs::rename(made.join(&file), to).unwrap();
    }
    std::fs::remove_dir_all(made).unwrap();
}

/// The data files of the edition, by their name; but for the one that names the inputs, which are others.
fn data(project: &Project) -> BTreeMap<String, String> {
    project.run(&["generer"]).done();
    let folder = project.path().join("output/2026/donnees");
    let read = |path: std::path::PathBuf| {
        let content = std::fs::read(folder.join(&path)).unwrap();
        (
            path.display().to_string(),
            String::from_utf8_lossy(&content).into_owned(),
        )
    };
    let named = |path: &std::path::PathBuf| !path.ends_with("ro-crate-metadata.json");
    files(&folder).into_iter().filter(named).map(read).collect()
}

#[test]
fn a_project_goes_to_a_workbook_and_back_and_publishes_the_same_data() {
    let project = Project::minimal();
    let own = data(&project);
    let told = project.told();
    let written = |project: &Project| {
        let folder = project.path().join("data");
        let files = files(&folder).into_iter();
        files
            .map(|path| std::fs::read(folder.join(path)).unwrap())
            .collect::<Vec<_>>()
    };
    let before = written(&project);
    project.run(&["convertir", "--vers", "classeur"]).done();
    assert_eq!(before, written(&project));
    keep_so(project.path(), &REPLACED);
    assert_eq!(data(&project), own);
    assert_eq!(project.told().len(), told.len());
    assert!(
        project.told().iter().all(|told| !told.contains(".yaml")),
        "{:?}",
        project.told()
    );
    project.run(&["convertir", "--vers", "yaml"]).done();
    keep_so(project.path(), &["projet.xlsx"]);
    assert_eq!(data(&project), own);
    assert_eq!(project.told(), told);
}

#[test]
fn a_conversion_is_written_over_nothing_and_undone() {
    let project = Project::minimal();
    project.run(&["convertir", "--vers", "classeur"]).done();
    let made = project.path().join("conversion/projet.xlsx");
    let bytes = std::fs::read(&made).unwrap();
    let again = project.run(&["convertir", "--vers", "classeur"]);
    assert_eq!(again.code, 1);
    assert!(
        again.stderr.contains("conversion/projet.xlsx\u{a0}» y est déjà"),
        "{}",
        again.stderr
    );
    assert_eq!(std::fs::read(&made).unwrap(), bytes);
    let other = project.run(&["convertir", "--vers", "yaml"]);
    assert!(
        other.code == 1 && other.stderr.contains("déjà tenu"),
        "{}",
        other.stderr
    );
    project.run(&["annuler"]).done();
    assert!(!made.exists());
}

#[test]
fn a_new_project_kept_in_a_workbook_builds_at_once_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("p");
    let made = millesime()
        .args(["nouveau", "--classeur"])
        .arg(&project)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&made.stdout).into_owned();
    assert!(
        made.status.success() && said.contains("projet.xlsx") && !said.contains(".yaml"),
        "{said}"
    );
    let described = |path: &std::path::PathBuf| path.extension().is_some_and(|end| end == "yaml" || end == "json");
    let of_author = |path: &std::path::PathBuf| !path.starts_with(".millesime");
    let left: Vec<_> = files(&project)
        .into_iter()
        .filter(of_author)
        .filter(described)
        .collect();
    assert!(left.is_empty(), "{left:?}");
    let checked = run_at(&project, &["verifier"], &[]).done();
    assert!(!checked.stderr.contains("avertissement["), "{}", checked.stderr);
    let told = run_at(&project, &["diagnostic"], &[]).done();
    assert!(
        told.stdout.contains("projet.xlsx, format 1, édition 2026"),
        "{}",
        told.stdout
    );
}
