//! The pages of the reference say what the program reads and takes.
//!
//! `UPDATE_REFERENCE=1 cargo test reference` writes them anew: read their difference.

use crate::fixture::{millesime, repository};

fn is_what_is_printed(page: &str, command: &[&str]) {
    let output = millesime().args(command).output().unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success() && printed.lines().count() > 100, "{printed}");
    let path = repository().join("docs/reference").join(page);
    if std::env::var_os("UPDATE_REFERENCE").is_some() {
        std::fs::write(&path, &printed).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written == printed,
        "docs/reference/{page} is stale: UPDATE_REFERENCE=1 cargo test reference"
    );
}

#[test]
fn the_reference_of_tables_is_what_the_program_prints() {
    is_what_is_printed("tableaux.md", &["schema", "--tableaux"]);
}

#[test]
fn the_reference_of_keys_is_what_the_program_prints() {
    is_what_is_printed("fichiers.md", &["schema", "--cles"]);
}

#[test]
fn the_reference_of_formats_is_what_the_program_prints() {
    is_what_is_printed("formats.md", &["schema", "--formats"]);
}

#[test]
fn the_reference_of_commands_is_what_the_program_prints() {
    is_what_is_printed("commandes.md", &["manuel", "--page"]);
}
