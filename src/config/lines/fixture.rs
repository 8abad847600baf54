//! Small projects on the disk, of which a test reads the catalogue.

use crate::config::{Options, Project, read};
use crate::diagnostic::Diagnostics;
use std::path::Path;

const REPORT: &str = "\
collectivite: {nom: Exempleville, type: metropole, siren: \"200040715\", population: 60000}
titre: Rapport
edition: 2026
exercice_budget: 2027
annee_donnees: 2025
date_document: 2026-11-20
";

/// What is read of the files of a project, and each fault as `code place: message`.
pub fn read_with(files: &[(&str, &[u8])]) -> (Project, Vec<String>) {
    let (project, diagnostics) = told_with(files);
    let told = diagnostics.sorted().into_iter().map(|found| {
        let place = found.place.as_ref().map_or_else(String::new, ToString::to_string);
        format!("{} {place}: {}", found.code, found.message)
    });
    (project, told.collect())
}

/// What is read of the files of a project, and what was told.
pub fn told_with(files: &[(&str, &[u8])]) -> (Project, Diagnostics) {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &Path, content: &[u8]| {
        fs_err::create_dir_all(path.parent().unwrap()).unwrap();
        fs_err::write(path, content).unwrap();
    };
    let report = files.iter().find(|(path, _)| *path == "data/rapport.yaml");
    let report = report.map_or(&b""[..], |(_, more)| more);
    for (path, content) in files {
        write(&folder.path().join(path), content);
    }
    let report = [REPORT.as_bytes(), report].concat();
    write(&folder.path().join("data/rapport.yaml"), &report);
    let root = folder.path().to_path_buf();
    let mut diagnostics = Diagnostics::default();
    let project = read(&Options { root, edition: None }, &mut diagnostics).unwrap();
    (project.unwrap(), diagnostics)
}
