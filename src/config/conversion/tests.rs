//! A project is the same in files, in a workbook, and in files made again from it, places apart.

use super::{Conversion, converted, in_sheets};
use crate::collect::{ProjectBook, project_workbook};
use crate::config::workbook::tests::said;
use crate::config::{Beginning, Options, Project, read, starter};
use crate::diagnostic::Diagnostics;
use crate::model::Changes;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// What a workbook stands for.
const REPLACED: [&str; 4] = ["rapport.yaml", "actions.", "credits.", "strategie.yaml"];

fn project(root: &Path) -> Project {
    let mut log = Diagnostics::default();
    let options = Options {
        root: root.to_owned(),
        edition: None,
    };
    let project = read(&options, &mut log).unwrap();
    assert!(!log.has_errors(), "{root:?}: {:#?}", log.sorted());
    project.unwrap()
}

/// What is told of a project, and what would be of an official edition, places apart.
fn told(root: &Path) -> Vec<String> {
    let mut log = Diagnostics::default();
    let options = Options {
        root: root.to_owned(),
        edition: None,
    };
    read(&options, &mut log).unwrap();
    let told = log.sorted().into_iter().chain(log.reserved());
    let mut told: Vec<String> = told.map(|told| format!("{} {}", told.code, told.message)).collect();
    told.sort_unstable();
    told
}

/// The same folder without what describes the project.
fn bare(root: &Path) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut left = vec![PathBuf::from("data")];
    while let Some(below) = left.pop() {
        fs_err::create_dir_all(folder.path().join(&below)).unwrap();
        for entry in fs_err::read_dir(root.join(&below)).unwrap() {
            let path = below.join(entry.unwrap().file_name());
            let name = path.strip_prefix("data").unwrap().to_str().unwrap();
            if root.join(&path).is_dir() {
                left.extend((name != "indicateurs").then_some(path));
            } else if !REPLACED.iter().any(|replaced| name.starts_with(replaced)) && !name.starts_with("projet.") {
                fs_err::copy(root.join(&path), folder.path().join(&path)).unwrap();
            }
        }
    }
    folder
}

fn conversion(root: &Path) -> Conversion {
    let mut log = Diagnostics::default();
    converted(root, &mut log)
        .unwrap()
        .unwrap_or_else(|| panic!("{:#?}", log.sorted()))
}

fn in_a_workbook(root: &Path, own: &Project) -> (TempDir, Vec<u8>) {
    let Conversion::Workbook { sheets, remarks } = conversion(root) else {
        panic!("{root:?} is a workbook")
    };
    let book = ProjectBook {
        sheets: &sheets,
        remarks: &remarks,
        community: &own.settings.community.name,
        dated: own.settings.document_date,
    };
    let bytes = project_workbook(&book).unwrap();
    assert_eq!(bytes, project_workbook(&book).unwrap(), "the same project, other bytes");
    let folder = bare(root);
    fs_err::write(folder.path().join("data/projet.xlsx"), &bytes).unwrap();
    (folder, bytes)
}

fn in_files(root: &Path) -> TempDir {
    let Conversion::Files { files, left } = conversion(root) else {
        panic!("{root:?} is no workbook")
    };
    assert_eq!(left.first(), Some(&"Lisez-moi"));
    let folder = bare(root);
    for (path, text) in files {
        let path = folder.path().join("data").join(path);
        fs_err::create_dir_all(path.parent().unwrap()).unwrap();
        fs_err::write(path, text).unwrap();
    }
    folder
}

fn begun(beginning: &Beginning) -> TempDir {
    written(starter(beginning))
}

fn written(changes: Changes) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, change) in changes.files {
        let path = folder.path().join(path);
        fs_err::create_dir_all(path.parent().unwrap()).unwrap();
        fs_err::write(path, change.content.unwrap()).unwrap();
    }
    folder
}

#[test]
fn a_project_is_the_same_in_files_in_a_workbook_and_in_files_again() {
    let begun = begun(&Beginning::default());
    let roots = [".", "tests/projects/minimal", "examples/galerie"].map(PathBuf::from);
    for root in roots.into_iter().chain([begun.path().to_owned()]) {
        let own = project(&root);
        let (book, _) = in_a_workbook(&root, &own);
        let again = in_files(book.path());
        for other in [book.path(), again.path()] {
            let (one, other) = (told(&root), told(other));
            let apart: Vec<&String> = one.iter().filter(|line| !other.contains(line)).collect();
            assert_eq!(one.len(), other.len(), "{root:?}: {apart:#?}");
        }
        let told = [said(&own), said(&project(book.path())), said(&project(again.path()))];
        for (other, way) in told[1..].iter().zip(["a workbook", "files again"]) {
            let differs = told[0].lines().zip(other.lines()).find(|(one, other)| one != other);
            assert!(told[0] == *other, "{root:?} in {way}: {differs:?}");
        }
    }
}

#[test]
fn words_that_are_left_out_of_the_inventory_are_the_same_in_a_workbook_and_in_files_again() {
    for (yaml, words) in [
        ("{Statut: [En stock, Réformé]}", vec!["En stock", "Réformé"]),
        ("{Statut: En stock}", vec!["En stock"]),
        ("{Statut: \"en stock ; à rendre\"}", vec!["en stock ; à rendre"]),
        (
            "{Statut: [\"en stock ; à rendre\", Réformé]}",
            vec!["en stock ; à rendre", "Réformé"],
        ),
    ] {
        let folder = begun(&Beginning::default());
        let path = folder.path().join("data/rapport.yaml");
        let text = fs_err::read_to_string(&path).unwrap();
        let parc = format!("parc:\n  exclusion: {yaml}\n");
        let text = match text.contains("\nparc:") {
            true => text.replacen("\nparc:\n", &format!("\n{parc}"), 1),
            false => format!("{text}\n{parc}"),
        };
        fs_err::write(&path, text).unwrap();
        let own = project(folder.path());
        assert_eq!(own.settings.fleet.left_out["Statut"], words, "{yaml}");
        let (book, _) = in_a_workbook(folder.path(), &own);
        let again = in_files(book.path());
        for other in [book.path(), again.path()] {
            assert!(
                said(&own) == said(&project(other)),
                "{yaml}: {:?}",
                project(other).settings.fleet.left_out
            );
        }
    }
}

#[test]
fn a_new_project_is_the_same_in_a_workbook() {
    let beginning = Beginning {
        edition: Some(2028),
        ..Beginning::default()
    };
    let mut own = project(begun(&beginning).path());
    // The sheet of the values is not to be named.
    own.settings.values.clear();
    let mut files = starter(&beginning);
    let book = in_sheets(&mut files).unwrap();
    assert!(
        files
            .files
            .keys()
            .all(|path| !path.ends_with(".yaml") && !path.ends_with(".json"))
    );
    let bytes = project_workbook(&ProjectBook {
        sheets: &book.sheets,
        remarks: &[],
        community: &book.community,
        dated: book.dated,
    });
    assert!(!files.files.keys().any(|path| path.contains("valeurs")));
    let values = book.sheets.iter().find(|sheet| sheet.name == "Valeurs").unwrap();
    assert!(
        values
            .titles
            .starts_with(&["indicateur", "annee", "valeur"].map(str::to_owned))
            && values.rows.len() > 20
    );
    let folder = written(files);
    fs_err::write(folder.path().join("data/projet.xlsx"), bytes.unwrap()).unwrap();
    assert!(said(&own) == said(&project(folder.path())));
}

#[test]
fn the_remarks_of_files_stand_beside_their_keys_and_are_not_read() {
    let begun = begun(&Beginning::default());
    let Conversion::Workbook { remarks, .. } = conversion(begun.path()) else {
        panic!()
    };
    let of = |key: &str| {
        remarks
            .iter()
            .find(|remark| remark.file == "rapport.yaml" && remark.key == key)
    };
    assert!(
        of("collectivite.siren").is_some() || of("collectivite.nom").is_some(),
        "{remarks:#?}"
    );
    assert!(
        remarks
            .iter()
            .all(|remark| !remark.text.contains("yaml-language-server"))
    );
}

#[test]
fn a_value_that_no_cell_holds_is_told_at_its_place_and_nothing_is_given() {
    let root = Path::new("tests/projects/minimal");
    let folder = tempfile::tempdir().unwrap();
    for below in ["data", "data/indicateurs", "data/valeurs"] {
        fs_err::create_dir_all(folder.path().join(below)).unwrap();
        for entry in fs_err::read_dir(root.join(below)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                fs_err::copy(&path, folder.path().join(below).join(path.file_name().unwrap())).unwrap();
            }
        }
    }
    let path = folder.path().join("data/indicateurs/indicateurs.yaml");
    let text = fs_err::read_to_string(&path).unwrap();
    let text = text.trim_end().to_owned() + "\n    ventilations: [\"un ; deux\"]\n";
    fs_err::write(&path, text).unwrap();
    let mut log = Diagnostics::default();
    assert!(converted(folder.path(), &mut log).unwrap().is_none());
    let told: Vec<&str> = log.sorted().iter().map(|fault| fault.code.0).collect();
    assert_eq!(told, ["M098"]);
}
