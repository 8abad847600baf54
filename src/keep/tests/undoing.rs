//! The last change of a command is put back, unless somebody changed a file since.

use super::super::undo;
use super::*;

fn changed() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    lay(folder.path(), &before());
    run(
        folder.path(),
        &dying(Road::Exchange, usize::MAX),
        &file_changes(Undo::Kept),
    )
    .unwrap();
    folder
}

fn without_history(mut tree: Tree) -> Tree {
    tree.retain(|path, _| !path.starts_with(".millesime/"));
    tree
}

#[test]
fn the_last_change_is_undone_with_the_folders_it_made_and_nothing_of_it_is_left() {
    let folder = changed();
    let kept = folder.path().join(".millesime/annulations/0001-generer-2026-11-29/0");
    assert_eq!(fs_err::read_to_string(kept).unwrap(), "avant");
    let undone = undo(folder.path(), &writer()).unwrap().unwrap();
    assert_eq!(
        undone.paths,
        [
            "data/change.yaml",
            "data/nouveaux/dossiers/cree.yaml",
            "data/retire.yaml"
        ]
    );
    assert_eq!(read(folder.path()), before());
    assert!(undo(folder.path(), &writer()).unwrap().is_none());
}

#[test]
fn nothing_is_undone_where_a_file_has_changed_since_and_it_is_named() {
    let folder = changed();
    fs_err::write(folder.path().join("data/change.yaml"), "encore").unwrap();
    fs_err::write(folder.path().join("data/retire.yaml"), "revenu").unwrap();
    let standing = read(folder.path());
    let refused = undo(folder.path(), &writer());
    let Err(Error::Changed(paths)) = refused else {
        panic!("undone");
    };
    let named: Vec<_> = paths.iter().filter_map(|path| path.file_name()).collect();
    assert_eq!(named, ["change.yaml", "retire.yaml"]);
    assert_eq!(read(folder.path()), standing);
}

#[test]
fn a_change_that_dies_can_be_undone_once_finished_and_an_undoing_that_dies_is_finished() {
    let mut count = 0;
    loop {
        let folder = tempfile::tempdir().unwrap();
        lay(folder.path(), &before());
        let hand = dying(Road::Journal, count);
        let done = run(folder.path(), &hand, &file_changes(Undo::Kept)).is_ok() && hand.left.get() > 0;
        let again = dying(Road::Journal, usize::MAX);
        settle(folder.path(), &again).unwrap();
        let undone = undo(folder.path(), &writer()).unwrap();
        assert_eq!(without_history(read(folder.path())), before(), "dead after {count}");
        assert!(undone.is_some() || !done);
        if done {
            break;
        }
        count += 1;
    }
    for count in 0.. {
        let folder = changed();
        let (area, hand, writer) = (Area::below(folder.path()), dying(Road::Journal, count), writer());
        let done = Session::open(&area, &hand, &writer).is_ok_and(|mut session| {
            let done = session.undo().is_ok();
            session.close();
            done
        });
        settle(folder.path(), &dying(Road::Journal, usize::MAX)).unwrap();
        let left = undo(folder.path(), &writer).unwrap();
        assert_eq!(without_history(read(folder.path())), before(), "dead after {count}");
        if done && left.is_none() && hand.left.get() > 0 {
            break;
        }
    }
}

#[test]
fn the_oldest_changes_are_forgotten() {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..25 {
        let changes = Changes {
            undo: Undo::Kept,
            ..Changes::written([("a.txt".to_owned(), number.to_string().into_bytes())])
        };
        run(folder.path(), &dying(Road::Exchange, usize::MAX), &changes).unwrap();
    }
    let mut undone = 0;
    while undo(folder.path(), &writer()).unwrap().is_some() {
        undone += 1;
    }
    assert_eq!(undone, 20);
    assert_eq!(fs_err::read_to_string(folder.path().join("a.txt")).unwrap(), "4");
}
