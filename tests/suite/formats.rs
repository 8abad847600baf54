//! A project of each format: read by this version, and brought to its format without a word of the author’s lost.

use crate::fixture::{Project, files, repository};
use std::collections::BTreeMap;
use std::path::Path;

#[test]
fn a_project_of_each_format_says_the_same_before_and_after_it_is_brought_to_the_last_one() {
    let folder = repository().join("tests/projects/formats");
    let mut formats: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    formats.sort();
    assert!(formats.len() >= 2, "{formats:?}");
    let mut said = Vec::new();
    for format in &formats {
        let project = Project::copy_of(format);
        let before = content(project.path());
        said.push(project.run(&["indicateurs", "--json"]).done().stdout);
        let changed = project.run(&["mettre-a-jour"]).done().stdout;
        assert_eq!(
            project.run(&["mettre-a-jour"]).done().stdout,
            "Ce projet est déjà au format 1 : rien à changer.\n"
        );
        said.push(project.run(&["indicateurs", "--json"]).done().stdout);
        project.run(&["verifier"]).done();
        if changed.contains("est passé du format") {
            let after = content(project.path());
            let report = "data/rapport.yaml";
            let lines: Vec<&str> = after[report].lines().collect();
            assert!(before[report].lines().all(|line| lines.contains(&line)), "{lines:?}");
            project.run(&["annuler"]).done();
        }
        assert_eq!(content(project.path()), before);
    }
    said.dedup();
    assert_eq!(said.len(), 1, "the formats do not say the same");
}

fn content(folder: &Path) -> BTreeMap<String, String> {
    let paths = files(folder).into_iter().map(|path| path.to_str().unwrap().to_owned());
    paths
        .map(|path| {
            let text = std::fs::read_to_string(folder.join(&path)).unwrap();
            (path, text)
        })
        .collect()
}
