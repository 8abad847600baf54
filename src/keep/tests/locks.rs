//! One writer at a time: the living is waited for, the dead of this machine is taken over, another machine is named.

use super::super::lock;
use super::*;

fn note(root: &Path, writer: &Writer) {
    lay(
        root,
        &Tree::from([(".millesime/verrou".to_owned(), serde_json::to_string(writer).unwrap())]),
    );
}

#[test]
fn a_living_writer_is_said_with_the_way_to_break_its_lock() {
    let folder = tempfile::tempdir().unwrap();
    let (area, hand) = (Area::below(folder.path()), dying(Road::Exchange, usize::MAX));
    let held = lock::take(&area, &hand, &writer()).unwrap();
    let refused = run(folder.path(), &hand, &changes()).unwrap_err().to_string();
    let refused = refused.replace(&folder.path().display().to_string(), "…");
    assert_eq!(
        refused,
        "« … » est en cours d’écriture par la commande «\u{a0}generer\u{a0}» (lancée par marie sur POSTE-12, processus\u{a0}4242, \
         le 29\u{a0}novembre 2026 à 7\u{a0}h\u{a0}05). Attendez qu’elle finisse. Si elle ne tourne plus (machine éteinte, par exemple), \
         supprimez « …/.millesime/verrou », puis recommencez"
    );
    held.give_back(&area, &hand);
    assert_eq!(read(folder.path()), Tree::new());
    lay(folder.path(), &before());
    run(folder.path(), &hand, &changes()).unwrap();
}

#[test]
fn the_lock_of_a_dead_process_of_this_machine_is_taken_over_and_that_of_another_machine_is_not() {
    let folder = tempfile::tempdir().unwrap();
    lay(folder.path(), &before());
    let hand = dying(Road::Exchange, usize::MAX);
    note(folder.path(), &writer());
    run(folder.path(), &hand, &changes()).unwrap();
    assert_eq!(read(folder.path()), after());

    let elsewhere = Writer {
        machine: "AUTRE".to_owned(),
        ..writer()
    };
    note(folder.path(), &elsewhere);
    let refused = run(folder.path(), &hand, &changes()).unwrap_err().to_string();
    assert!(refused.contains("AUTRE"), "{refused}");
    fs_err::remove_file(folder.path().join(".millesime/verrou")).unwrap();
    settle(folder.path(), &hand).unwrap();
    assert_eq!(read(folder.path()), after());
}

#[test]
fn writers_in_a_crowd_come_one_after_another_and_the_last_one_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    lay(folder.path(), &before());
    let root = folder.path();
    std::thread::scope(|scope| {
        for number in 0..8 {
            scope.spawn(move || {
                let text = number.to_string();
                let files = [("a.pdf", text.as_str()), ("b.pdf", text.as_str())];
                let changes = Changes {
                    folders: edition(&files),
                    ..Changes::default()
                };
                super::super::keep(root, &changes, &writer()).unwrap();
            });
        }
    });
    let found = read(root);
    assert_eq!(found["2026/a.pdf"], found["2026/b.pdf"]);
    assert_eq!(found["2026/notes.txt"], "à garder");
    assert!(
        found
            .keys()
            .all(|path| !path.contains(".millesime") && !path.contains('(')),
        "{found:#?}"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_pipe_in_the_place_of_the_lock_is_told_and_not_waited_for() {
    for name in ["verrou", "journal.json"] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(".millesime").join(name);
        fs_err::create_dir_all(path.parent().unwrap()).unwrap();
        // Not by a process of its own: until it begins, it holds the locks of the other tests.
        let (kind, mode) = (
            rustix::fs::FileType::Fifo,
            rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR,
        );
        rustix::fs::mknodat(rustix::fs::CWD, &path, kind, mode, 0).unwrap();
        let hand = dying(Road::Exchange, usize::MAX);
        let refused = run(folder.path(), &hand, &changes()).unwrap_err().to_string();
        assert!(refused.contains(name), "{refused}");
    }
}
