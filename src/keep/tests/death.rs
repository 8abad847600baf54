//! A run that dies after each of its gestures in turn: the next one finds all of the old, or makes all of the new.

use super::*;

/// How many gestures a whole run takes, nobody dying.
fn gestures(road: Road) -> usize {
    let folder = tempfile::tempdir().unwrap();
    lay(folder.path(), &before());
    let hand = dying(road, usize::MAX);
    run(folder.path(), &hand, &changes()).unwrap();
    assert_eq!(read(folder.path()), after());
    usize::MAX - hand.left.get()
}

/// A folder in which a run died after this many gestures.
fn dead(road: Road, count: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    lay(folder.path(), &before());
    _ = run(folder.path(), &dying(road, count), &changes());
    folder
}

fn is_whole(root: &Path, said: &str) {
    let found = read(root);
    assert!(found == before() || found == after(), "{said}: {found:#?}");
}

#[test]
fn after_any_death_the_next_run_finds_all_of_the_old_or_makes_all_of_the_new() {
    let mut ends = [0, 0];
    for road in [Road::Journal, Road::Exchange] {
        let all = gestures(road);
        assert!(all > 30, "{all} gestures");
        for count in 0..all {
            let folder = dead(road, count);
            let told = settle(folder.path(), &dying(road, usize::MAX)).unwrap();
            is_whole(folder.path(), &format!("{road:?}, dead after {count}"));
            let new = read(folder.path()) == after();
            ends[usize::from(new)] += 1;
            let told = told.join("\n");
            // Nothing to tell where nothing was begun, and once everything is done but the cleaning.
            let begun = told.contains("est achevé : « ") || told.contains("ses restes sont effacés") || told.is_empty();
            assert!(begun, "{told}");
        }
    }
    assert!(ends[0] > 10 && ends[1] > 10, "{ends:?}");
}

#[test]
fn a_death_while_the_names_are_exchanged_leaves_a_whole_edition_in_its_place() {
    if !exchanges() {
        return;
    }
    for count in 0..gestures(Road::Exchange) {
        let folder = dead(Road::Exchange, count);
        let pdf = fs_err::read_to_string(folder.path().join("2026/a.pdf")).unwrap();
        let listed = fs_err::read_to_string(folder.path().join("2026/manifeste.json")).unwrap();
        let whole = (pdf == "ancien" && listed == manifest(&OLD)) || (pdf == "nouveau" && listed == manifest(&NEW));
        assert!(whole, "dead after {count}: {pdf}, {listed}");
    }
}

/// Whether the disk of the tests has an exchange of names.
fn exchanges() -> bool {
    let folder = tempfile::tempdir().unwrap();
    lay(folder.path(), &tree(&[("a/", ""), ("b/", "")]));
    let hand = Hand::new(Road::Exchange);
    hand.exchange(&folder.path().join("a"), &folder.path().join("b"))
        .unwrap()
}

#[test]
fn a_run_that_dies_while_it_settles_the_death_of_another_changes_nothing_to_that() {
    for road in [Road::Journal, Road::Exchange] {
        for count in (15..gestures(road)).step_by(3) {
            for second in (2..40).step_by(4) {
                let folder = dead(road, count);
                _ = settle(folder.path(), &dying(road, second));
                settle(folder.path(), &dying(road, usize::MAX)).unwrap();
                is_whole(folder.path(), &format!("{road:?}, dead after {count}, then {second}"));
            }
        }
    }
}

#[test]
fn a_file_changed_after_a_death_stays_as_it_was_changed_and_the_rest_is_put_back() {
    for road in [Road::Journal, Road::Exchange] {
        for count in 0..gestures(road) {
            for second in [7, usize::MAX] {
                let folder = dead(road, count);
                let changed = folder.path().join("data/change.yaml");
                fs_err::write(&changed, "corrigé à la main").unwrap();
                _ = settle(folder.path(), &dying(road, second));
                settle(folder.path(), &dying(road, usize::MAX)).unwrap();
                let found = read(folder.path());
                let with = |mut tree: Tree| {
                    tree.insert("data/change.yaml".to_owned(), "corrigé à la main".to_owned());
                    tree
                };
                assert!(
                    found == with(before()) || found == with(after()),
                    "{road:?}, dead after {count}, then {second}: {found:#?}"
                );
            }
        }
    }
}

#[test]
fn a_gesture_that_the_disk_refuses_puts_everything_back_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut standing = before();
    // A file where a folder is needed: the step after the edition’s cannot be made.
    standing.insert("data/nouveaux".to_owned(), "un fichier".to_owned());
    lay(folder.path(), &standing);
    let refused = run(folder.path(), &dying(Road::Journal, usize::MAX), &changes());
    assert!(matches!(refused, Err(Error::Io(_))), "{refused:?}");
    assert_eq!(read(folder.path()), standing);
}

#[test]
fn a_journal_that_leads_out_of_its_folder_is_refused_and_nothing_moves() {
    let folder = tempfile::tempdir().unwrap();
    let inside = folder.path().join("projet");
    fs_err::create_dir(&inside).unwrap();
    for path in [
        "../dehors.txt",
        "/dehors.txt",
        "data/../../dehors.txt",
        "lien/dehors.txt",
        "",
    ] {
        let step = serde_json::json!({"path": path, "kind": "File", "former": null, "fresh": Fingerprint::of(b"x")});
        let journal = serde_json::json!({
            "version": 1, "writer": writer(), "direction": "Forward", "steps": [step], "made": [],
            "kept": null, "forgotten": null, "unmade": [],
        });
        lay(
            &inside,
            &tree(&[
                (".millesime/journal.json", &journal.to_string()),
                (".millesime/chantier/neuf/0", "x"),
            ]),
        );
        #[cfg(unix)]
        if !inside.join("lien").is_symlink() {
            std::os::unix::fs::symlink(folder.path(), inside.join("lien")).unwrap();
        }
        let refused = settle(&inside, &dying(Road::Journal, usize::MAX));
        assert!(matches!(refused, Err(Error::Journal(_))), "{path}: {refused:?}");
        assert!(!folder.path().join("dehors.txt").exists(), "{path}");
    }
}
