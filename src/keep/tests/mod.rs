//! A folder as it is on a disk, and a set of changes that takes every kind of step.

mod death;
mod folders;
mod locks;
mod undoing;

use super::area::Area;
use super::hand::Hand;
use super::session::Session;
use super::{Notice, Road, Writer};
use crate::error::Error;
use crate::model::{Changes, Extent, FileChange, Fingerprint, FolderChange, Former, FormerFolder, Undo};
use std::collections::BTreeMap;
use std::path::Path;

/// Path → text, for every file below a folder; a folder without a file is a path that ends with `/`.
type Tree = BTreeMap<String, String>;

pub fn tree(files: &[(&str, &str)]) -> Tree {
    files
        .iter()
        .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))
        .collect()
}

/// The folder on the disk, with the manifest of each edition written from what it lists.
pub fn lay(root: &Path, files: &Tree) {
    for (path, text) in files {
        let target = root.join(path);
        fs_err::create_dir_all(target.parent().unwrap()).unwrap();
        match path.ends_with('/') {
            true => fs_err::create_dir_all(target).unwrap(),
            false => fs_err::write(target, text).unwrap(),
        }
    }
}

pub fn read(root: &Path) -> Tree {
    let mut found = Tree::new();
    visit(root, "", &mut found);
    found
}

fn visit(folder: &Path, prefix: &str, found: &mut Tree) {
    for entry in fs_err::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type().unwrap().is_symlink() {
            found.insert(path, "lien".to_owned());
        } else if entry.file_type().unwrap().is_dir() {
            let before = found.len();
            visit(&entry.path(), &format!("{path}/"), found);
            if found.len() == before {
                found.insert(format!("{path}/"), String::new());
            }
        } else {
            let text = fs_err::read(entry.path()).unwrap();
            found.insert(path, String::from_utf8_lossy(&text).into_owned());
        }
    }
}

/// The manifest of these files, as an edition has it.
pub fn manifest(files: &[(&str, &str)]) -> String {
    let outputs: Vec<_> = files
        .iter()
        .map(|(path, text)| serde_json::json!({"chemin": path, "sha256": Fingerprint::of(text.as_bytes()).to_string()}))
        .collect();
    serde_json::json!({"edition": 2026, "sorties": outputs}).to_string()
}

/// The manifest of these files, as an official edition has it.
pub fn sealed(files: &[(&str, &str)]) -> String {
    manifest(files).replacen('{', "{\"officielle\":true,", 1)
}

/// The edition of these files, and its manifest.
pub fn edition(files: &[(&str, &str)]) -> BTreeMap<String, FolderChange> {
    let manifest = manifest(files);
    let files = files.iter().copied().chain([("manifeste.json", manifest.as_str())]);
    let edition = FolderChange {
        files: files
            .map(|(path, text)| (path.to_owned(), text.as_bytes().into()))
            .collect(),
        extent: Extent::Whole,
        former: FormerFolder::Replaced,
    };
    BTreeMap::from([("2026".to_owned(), edition)])
}

pub const OLD: [(&str, &str); 2] = [("a.pdf", "ancien"), ("donnees/b.csv", "ancien")];
pub const NEW: [(&str, &str); 2] = [("a.pdf", "nouveau"), ("graphiques/c.svg", "nouveau")];

/// What stands before: an edition and a sealed one, with files of the author in them, and a project.
pub fn before() -> Tree {
    let mut files = tree(&[
        ("data/change.yaml", "avant"),
        ("data/retire.yaml", "à retirer"),
        ("data/autre.yaml", "étranger"),
        ("2026/notes.txt", "à garder"),
        ("2026/donnees/notes.txt", "à garder"),
        ("2026/photos/une.jpg", "à garder"),
        ("2026/vide/", ""),
    ]);
    files.extend(tree(&OLD.map(|(path, text)| (path, text))).into_iter().map(in_edition));
    files.insert("2026/manifeste.json".to_owned(), manifest(&OLD));
    files.extend(official("2025"));
    files
}

/// A sealed edition, with a note of the author.
fn official(folder: &str) -> Tree {
    let manifest = sealed(&OLD);
    let all = [&OLD[..], &[("manifeste.json", &manifest), ("notes.txt", "à garder")]].concat();
    all.iter()
        .map(|(path, text)| (format!("{folder}/{path}"), (*text).to_owned()))
        .collect()
}

/// What stands after the changes.
pub fn after() -> Tree {
    let mut files = before();
    files.insert("data/change.yaml".to_owned(), "après".to_owned());
    files.remove("data/retire.yaml");
    files.insert("data/nouveaux/dossiers/cree.yaml".to_owned(), "créé".to_owned());
    files.remove("2026/donnees/b.csv");
    files.extend(tree(&NEW).into_iter().map(in_edition));
    files.insert("2026/manifeste.json".to_owned(), manifest(&NEW));
    files.extend(official("2025.remplacee-2026-11-29"));
    files.remove("2025/donnees/b.csv");
    let replacing = tree(&NEW).into_iter();
    files.extend(replacing.map(|(path, text)| (format!("2025/{path}"), text)));
    files.insert("2025/manifeste.json".to_owned(), manifest(&NEW));
    files
}

fn in_edition((path, text): (String, String)) -> (String, String) {
    (format!("2026/{path}"), text)
}

/// The changes of files alone, decided upon what stands before.
pub fn file_changes(undo: Undo) -> Changes {
    let content = |text: &str| Former::Content(Fingerprint::of(text.as_bytes()));
    let change = |former, content: Option<&str>| FileChange {
        former,
        content: content.map(|text| text.as_bytes().into()),
    };
    let files = [
        ("data/change.yaml", change(content("avant"), Some("après"))),
        ("data/nouveaux/dossiers/cree.yaml", change(Former::Absent, Some("créé"))),
        ("data/retire.yaml", change(content("à retirer"), None)),
    ];
    Changes {
        files: files.map(|(path, change)| (path.to_owned(), change)).into(),
        undo,
        ..Changes::default()
    }
}

/// Every kind of step in one set.
pub fn changes() -> Changes {
    let mut folders = edition(&NEW);
    let replacing = FolderChange {
        former: FormerFolder::KeptBeside,
        ..folders["2026"].clone()
    };
    folders.insert("2025".to_owned(), replacing);
    Changes {
        folders,
        ..file_changes(Undo::Remade)
    }
}

pub fn writer() -> Writer {
    Writer {
        command: "generer".to_owned(),
        user: "marie".to_owned(),
        machine: "POSTE-12".to_owned(),
        process: 4242,
        moment: "2026-11-29T07:05:00".to_owned(),
        road: Road::Journal,
    }
}

/// A hand that dies after this many gestures.
pub fn dying(road: Road, gestures: usize) -> Hand {
    let mut hand = Hand::new(road);
    hand.patience = 1;
    hand.left.set(gestures);
    hand
}

/// A whole run with this hand.
pub fn run(root: &Path, hand: &Hand, changes: &Changes) -> Result<Vec<Notice>, Error> {
    let (area, writer) = (Area::below(root), writer());
    let mut session = Session::open(&area, hand, &writer)?;
    let done = session.commit(changes);
    let notices = session.close();
    done.map(|()| notices)
}

/// A run that only settles what a dead one left.
pub fn settle(root: &Path, hand: &Hand) -> Result<Vec<String>, Error> {
    let notices = Session::open(&Area::below(root), hand, &writer())?.close();
    Ok(notices.iter().map(ToString::to_string).collect())
}
