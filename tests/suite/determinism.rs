//! The same inputs give the same bytes: in another folder, another time zone, another locale.

use crate::fixture::{Project, files};
use std::path::Path;

#[test]
fn two_folders_two_time_zones_two_locales_one_publication() {
    let here = Project::minimal();
    let there = Project::minimal();
    here.run_in(&["generer"], &[("TZ", "UTC"), ("LANG", "C"), ("LC_ALL", "C")])
        .done();
    there
        .run_in(
            &["generer"],
            &[
                ("TZ", "Pacific/Auckland"),
                ("LANG", "fr_FR.UTF-8"),
                ("LC_ALL", "tr_TR.UTF-8"),
            ],
        )
        .done();
    same(&here.path().join("output"), &there.path().join("output"));
}

#[test]
fn a_second_run_on_top_of_the_first_changes_nothing() {
    let project = Project::minimal();
    project.run(&["generer"]).done();
    let first = Project::copy_of(project.path());
    first.run(&["generer"]).done();
    project.run(&["generer"]).done();
    same(&project.path().join("output"), &first.path().join("output"));
}

fn same(one: &Path, other: &Path) {
    assert_eq!(files(one), files(other));
    for file in files(one) {
        let (left, right) = (
            std::fs::read(one.join(&file)).unwrap(),
            std::fs::read(other.join(&file)).unwrap(),
        );
        assert!(left == right, "{} differs", file.display());
    }
}
