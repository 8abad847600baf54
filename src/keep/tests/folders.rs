//! What the author has in a folder that the program makes, and what earlier versions left beside it.

use super::*;

fn published(standing: &Tree, files: &[(&str, &str)]) -> (Tree, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    lay(folder.path(), standing);
    let changes = Changes {
        folders: edition(files),
        ..Changes::default()
    };
    let notices = run(folder.path(), &dying(Road::Exchange, usize::MAX), &changes).unwrap();
    let told = notices
        .iter()
        .map(|notice| notice.to_string().replace(&folder.path().display().to_string(), "…"));
    (read(folder.path()), told.collect())
}

fn standing(files: &[(&str, &str)], foreign: &[(&str, &str)]) -> Tree {
    let mut tree: Tree = files
        .iter()
        .chain(foreign)
        .map(|(path, text)| (format!("2026/{path}"), (*text).to_owned()))
        .collect();
    tree.insert("2026/manifeste.json".to_owned(), manifest(files));
    tree
}

#[test]
fn the_new_folder_stands_alone_but_for_what_the_author_had_put_there() {
    let foreign = [
        ("notes.txt", "à garder"),
        ("donnees/notes.txt", "à garder"),
        ("vide/", ""),
    ];
    let (found, told) = published(&standing(&OLD, &foreign), &NEW);
    assert_eq!(found, standing(&NEW, &foreign));
    assert_eq!(told, Vec::<String>::new());
}

#[test]
fn a_part_of_an_edition_leaves_the_rest_of_it_and_its_manifest_lists_both() {
    let folder = tempfile::tempdir().unwrap();
    let old = [OLD.as_slice(), &[("retire.csv", "ancien")]].concat();
    lay(folder.path(), &standing(&old, &[("notes.txt", "à garder")]));
    fs_err::remove_file(folder.path().join("2026/retire.csv")).unwrap();
    let mut folders = edition(&NEW);
    folders.values_mut().for_each(|change| change.extent = Extent::Part);
    let changes = Changes {
        folders,
        ..Changes::default()
    };
    run(folder.path(), &dying(Road::Exchange, usize::MAX), &changes).unwrap();
    let mut found = read(folder.path());
    let manifest = found.remove("2026/manifeste.json").unwrap();
    let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
    let listed: Vec<&str> = manifest["sorties"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|entry| entry["chemin"].as_str())
        .collect();
    assert_eq!(listed, ["a.pdf", "donnees/b.csv", "graphiques/c.svg"]);
    let expected = [
        ("2026/a.pdf", "nouveau"),
        ("2026/donnees/b.csv", "ancien"),
        ("2026/graphiques/c.svg", "nouveau"),
        ("2026/notes.txt", "à garder"),
    ];
    assert_eq!(found, tree(&expected));
    // All of it again: what the program had made goes.
    let (found, told) = published(&read(folder.path()), &NEW);
    assert_eq!(found, standing(&NEW, &[("notes.txt", "à garder")]));
    assert_eq!(told, Vec::<String>::new());
}

#[test]
fn a_file_that_the_author_changed_is_kept_beside_the_new_one() {
    let mut old = standing(&OLD, &[]);
    old.insert("2026/a.pdf".to_owned(), "annoté à la main".to_owned());
    let (found, told) = published(&old, &NEW);
    assert_eq!(found, standing(&NEW, &[("a (2026-11-29).pdf", "annoté à la main")]));
    assert_eq!(
        told,
        [
            "« …/2026/a.pdf », que le programme n’avait pas écrit ainsi, est gardé sous le nom « …/2026/a (2026-11-29).pdf »."
        ]
    );
    let mut again = found;
    again.insert("2026/a.pdf".to_owned(), "annoté encore".to_owned());
    let (found, _) = published(&again, &NEW);
    assert_eq!(found["2026/a (2026-11-29, 2).pdf"], "annoté encore");
    assert_eq!(found["2026/a (2026-11-29).pdf"], "annoté à la main");
}

#[test]
fn a_folder_of_somebody_else_and_a_link_are_refused_and_an_empty_folder_is_not() {
    let refused = |standing: &Tree, link: bool| {
        let folder = tempfile::tempdir().unwrap();
        lay(folder.path(), standing);
        #[cfg(unix)]
        if link {
            std::os::unix::fs::symlink("ailleurs", folder.path().join("2026")).unwrap();
        }
        let before = read(folder.path());
        let error = run(folder.path(), &dying(Road::Journal, usize::MAX), &changes_of_edition());
        if error.is_err() {
            assert_eq!(read(folder.path()), before);
        }
        error
    };
    assert!(matches!(
        refused(&tree(&[("2026/photo.jpg", "")]), false),
        Err(Error::NotEmpty(_))
    ));
    assert!(refused(&tree(&[("2026/", "")]), false).is_ok());
    #[cfg(unix)]
    assert!(matches!(
        refused(&tree(&[("ailleurs/a.txt", "")]), true),
        Err(Error::Link(_))
    ));
}

fn changes_of_edition() -> Changes {
    Changes {
        folders: edition(&NEW),
        ..Changes::default()
    }
}

#[test]
fn a_folder_where_a_file_is_to_be_written_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    lay(folder.path(), &tree(&[("a.txt/", "")]));
    let changes = Changes::written([("a.txt".to_owned(), b"a".to_vec())]);
    let refused = run(folder.path(), &dying(Road::Journal, usize::MAX), &changes);
    assert!(matches!(refused, Err(Error::NotAFile(_))), "{refused:?}");
    assert_eq!(read(folder.path()), tree(&[("a.txt/", "")]));
}

#[cfg(unix)]
#[test]
fn no_link_is_followed_to_what_is_removed() {
    let folder = tempfile::tempdir().unwrap();
    lay(
        folder.path(),
        &tree(&[
            ("ailleurs/a.txt", "à garder"),
            ("sortie/.millesime/", ""),
            ("sortie/.millesime-x/", ""),
        ]),
    );
    let link = |to: &str| std::os::unix::fs::symlink(folder.path().join("ailleurs"), folder.path().join(to)).unwrap();
    link("sortie/.millesime/chantier");
    link("sortie/.millesime-x/ancienne");
    link("sortie/.millesime-x/nouvelle");
    settle(&folder.path().join("sortie"), &dying(Road::Journal, usize::MAX)).unwrap();
    assert_eq!(
        read(folder.path()),
        tree(&[("ailleurs/a.txt", "à garder"), ("sortie/", "")])
    );
}

#[test]
fn what_earlier_versions_left_is_put_back_in_its_place_or_cleaned() {
    let lost = |in_place: bool| {
        let folder = tempfile::tempdir().unwrap();
        let mut left: Tree = standing(&OLD, &[("notes.txt", "à garder")])
            .into_iter()
            .map(|(path, text)| (path.replace("2026/", ".millesime-x1/ancienne/"), text))
            .collect();
        left.insert(".millesime-x1/nouvelle/a.pdf".to_owned(), "à moitié".to_owned());
        left.insert(".millesime-x2/nouvelle/a.pdf".to_owned(), "à moitié".to_owned());
        if in_place {
            left.extend(standing(&NEW, &[]));
        }
        lay(folder.path(), &left);
        let told = settle(folder.path(), &dying(Road::Exchange, usize::MAX)).unwrap();
        (read(folder.path()), told.len())
    };
    assert_eq!(lost(false), (standing(&OLD, &[("notes.txt", "à garder")]), 1));
    assert_eq!(lost(true), (standing(&NEW, &[("notes.txt", "à garder")]), 0));
}

#[test]
fn a_sealed_edition_is_replaced_only_on_demand_and_never_set_aside_over_another() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    lay(root, &before());
    lay(root, &tree(&[("2025.remplacee-2026-11-29/photo.jpg", "à garder")]));
    let laid = read(root);
    let replacing = |former| Changes {
        folders: BTreeMap::from([(
            "2025".to_owned(),
            FolderChange {
                former,
                extent: Extent::Part,
                ..edition(&NEW)["2026"].clone()
            },
        )]),
        ..Changes::default()
    };
    let hand = dying(Road::Exchange, usize::MAX);
    let refused = run(root, &hand, &replacing(FormerFolder::Replaced));
    assert!(matches!(refused, Err(Error::Sealed(_))));
    assert_eq!(read(root), laid);
    let told = run(root, &hand, &replacing(FormerFolder::KeptBeside)).unwrap();
    let found = read(root);
    assert_eq!(found["2025.remplacee-2026-11-29/photo.jpg"], "à garder");
    assert_eq!(found["2025.remplacee-2026-11-29-2/manifeste.json"], sealed(&OLD));
    assert_eq!(found["2025.remplacee-2026-11-29-2/notes.txt"], "à garder");
    // A part of it was made: the rest of it stays, the author’s note too.
    assert_eq!(found["2025/a.pdf"], "nouveau");
    assert_eq!(found["2025/donnees/b.csv"], "ancien");
    assert_eq!(found["2025/notes.txt"], "à garder");
    assert!(told[0].to_string().contains("remplacee-2026-11-29-2"), "{}", told[0]);
}
