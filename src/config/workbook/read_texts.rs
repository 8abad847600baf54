//! The texts of the law that were read, told in the rows of a workbook.

use super::tests::{folder, project, sample, told};
use crate::config::{Conversion, converted};
use crate::diagnostic::Diagnostics;

#[test]
fn a_text_of_the_law_is_read_in_a_row_of_its_sheet_and_in_no_file_beside() {
    let waiting = sample();
    let sheet = waiting.iter().find(|sheet| sheet.name == "Textes de loi").unwrap();
    let id = sheet.titles.iter().position(|title| title == "id").unwrap();
    let ids: Vec<&str> = sheet.rows.iter().map(|row| row[id].as_str()).collect();
    assert!(
        ids.contains(&"cgct-l-2311-1-1") && ids.contains(&"cgct-d-2311-15"),
        "{ids:?}"
    );
    assert!(!ids.contains(&"cgct-l-3311-2"), "a text of the départements: {ids:?}");
    assert!(!ids.contains(&"decret-2022-1084"), "a text that was read: {ids:?}");
    let (kept, _) = project(folder(&waiting).path());
    assert!(!kept.reference.texts.is_confirmed("cgct-d-2311-15"));
    let mut sheets = waiting.clone();
    let sheet = sheets.iter_mut().find(|sheet| sheet.name == "Textes de loi").unwrap();
    let row = sheet.rows.iter_mut().find(|row| row[id] == "cgct-d-2311-15").unwrap();
    for (title, text) in [("lu_le", "2026-11-03"), ("lu_par", "Affaires juridiques")] {
        row[sheet.titles.iter().position(|known| known == title).unwrap()] = text.to_owned();
    }
    let kept_in = folder(&sheets);
    let (kept, said) = project(kept_in.path());
    assert_eq!(said, Vec::<String>::new());
    assert!(
        kept.reference.texts.is_confirmed("cgct-d-2311-15") && !kept.reference.texts.is_confirmed("cgct-l-2311-1-1")
    );
    // The file of the same name says it a second time.
    let line = "textes:\n  - {id: cgct-d-2311-15, lu_le: 2026-11-03, lu_par: Affaires juridiques}\n";
    fs_err::create_dir_all(kept_in.path().join("data/referentiels")).unwrap();
    fs_err::write(kept_in.path().join("data/referentiels/textes.yaml"), line).unwrap();
    let twice = told(kept_in.path()).1;
    assert!(
        twice.len() == 1 && twice[0].starts_with("M061 data/projet.xlsx, feuille Textes de loi, "),
        "{twice:?}"
    );
    let mut log = Diagnostics::default();
    assert!(converted(kept_in.path(), &mut log).unwrap().is_none());
    fs_err::remove_file(kept_in.path().join("data/referentiels/textes.yaml")).unwrap();
    match converted(kept_in.path(), &mut Diagnostics::default()).unwrap() {
        Some(Conversion::Files { files, .. }) => {
            let text = String::from_utf8(files["referentiels/textes.yaml"].to_vec()).unwrap();
            assert!(
                text.contains("cgct-d-2311-15") && !text.contains("cgct-l-2311-1-1"),
                "{text}"
            );
        }
        other => panic!("{other:?}"),
    }
}
