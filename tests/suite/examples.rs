//! The programs of `examples/` hold: the gallery and the measure of speed are published, the workbook of the sample is the file.

use crate::fixture::{repository, run_at};
use calamine::{Data, Range, Reader, Xlsx};
use std::io::Cursor;
use std::path::Path;

#[allow(dead_code)]
#[path = "../../examples/banc.rs"]
mod banc;
#[allow(dead_code)]
#[path = "../../examples/classeur_numerique.rs"]
mod classeur_numerique;

#[test]
fn the_gallery_calls_every_component_as_it_stands() {
    let output = tempfile::tempdir().unwrap();
    published(&repository().join("examples/galerie"), output.path());
    assert!(output.path().join("2026/rapport.pdf").exists());
}

#[test]
fn the_project_that_measures_speed_is_published() {
    let folder = tempfile::tempdir().unwrap();
    banc::project(6, folder.path()).unwrap();
    published(folder.path(), &folder.path().join("output"));
    assert!(folder.path().join("output/2026/rapport.pdf").exists());
}

#[test]
fn the_workbook_of_the_sample_is_what_its_program_writes() {
    let written = classeur_numerique::workbook().unwrap().save_to_buffer().unwrap();
    let kept = std::fs::read(repository().join("data/valeurs/saisie-numerique.xlsx")).unwrap();
    // Sheets, not bytes: the frame of a workbook is decided by the version of a library.
    assert!(
        sheets(written) == sheets(kept),
        "run `cargo run --example classeur_numerique`"
    );
}

/// Publishes a project that brings its own templates, which a copy of the data would leave behind.
fn published(project: &Path, output: &Path) {
    let arguments = ["generer", "--sortie", output.to_str().unwrap()];
    run_at(project, &arguments, &[]).done();
}

fn sheets(workbook: Vec<u8>) -> Vec<(String, Range<Data>)> {
    Xlsx::new(Cursor::new(workbook)).unwrap().worksheets()
}
