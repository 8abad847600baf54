//! The page that describes the tables says what the program reads.
//!
//! `UPDATE_REFERENCE=1 cargo test reference` writes it anew: read its difference.

use crate::fixture::{millesime, repository};

const PAGE: &str = "docs/reference/tableaux.md";

#[test]
fn the_reference_of_tables_is_what_the_program_prints() {
    let output = millesime().args(["schema", "--tableaux"]).output().unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success() && printed.lines().count() > 100, "{printed}");
    let path = repository().join(PAGE);
    if std::env::var_os("UPDATE_REFERENCE").is_some() {
        std::fs::write(&path, &printed).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written == printed,
        "{PAGE} is stale: UPDATE_REFERENCE=1 cargo test reference"
    );
}
