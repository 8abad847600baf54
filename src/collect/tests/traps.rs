//! What spoils a workbook elsewhere is not in ours: read in the XML that spreadsheets read.

use crate::collect::fixture::{campaign, requests};
use crate::collect::workbook::workbook;
use crate::diagnostic::Diagnostics;
use crate::table::{self, Content, Kind};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

/// The parts of the workbook of « Énergie ».
fn parts() -> BTreeMap<String, String> {
    let bytes = workbook(&requests()[1], &campaign()).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|rank| {
            let mut part = archive.by_index(rank).unwrap();
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            (part.name().unwrap().into_owned(), text)
        })
        .collect()
}

fn all(parts: &BTreeMap<String, String>) -> String {
    parts.values().cloned().collect()
}

#[test]
fn nothing_is_merged_hidden_frozen_filtered_named_nor_behind_a_password() {
    let all = all(&parts());
    for trap in [
        "<mergeCell",
        "hidden=",
        "<pane",
        "<autoFilter",
        "<definedName",
        "password",
        "hashValue",
        "vbaProject",
    ] {
        assert!(!all.contains(trap), "{trap}");
    }
}

#[test]
fn lists_come_from_ranges_and_each_range_has_one_rule() {
    let parts = parts();
    let rules: Vec<&str> = parts
        .values()
        .flat_map(|part| part.split("<dataValidation ").skip(1))
        .collect();
    assert_eq!(rules.len(), 2, "one for the values, one for their statuses");
    for rule in rules {
        let formula = rule.split("<formula1>").nth(1).unwrap();
        assert!(!formula.starts_with('"'), "a literal list: {formula:.60}");
        let prompt = rule.split("prompt=\"").nth(1).unwrap().split('"').next().unwrap();
        assert!(prompt.chars().count() <= 255);
    }
}

#[test]
fn names_of_sheets_are_short_and_tables_are_real_ones_with_names() {
    let parts = parts();
    let book = &parts["xl/workbook.xml"];
    let names: Vec<&str> = book
        .split("<sheet name=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    assert_eq!(names, ["Mode d’emploi", "Valeurs 2025", "Récit", "Listes et repères"]);
    assert!(names.iter().all(|name| name.chars().count() <= 31));
    let tables: Vec<&str> = parts
        .iter()
        .filter(|(path, _)| path.starts_with("xl/tables/"))
        .map(|(_, part)| part.split(" name=\"").nth(1).unwrap().split('"').next().unwrap())
        .collect();
    assert_eq!(tables, ["Valeurs", "Recit", "Absences", "Statuts", "Etats", "Reperes"]);
}

#[test]
fn only_the_sheet_of_values_is_protected_and_it_may_be_sorted() {
    let parts = parts();
    let protected: Vec<&String> = parts
        .iter()
        .filter(|(_, part)| part.contains("<sheetProtection"))
        .map(|(path, _)| path)
        .collect();
    assert_eq!(protected, ["xl/worksheets/sheet2.xml"]);
    assert!(parts["xl/worksheets/sheet2.xml"].contains("sort=\"0\""));
}

#[test]
fn what_a_line_is_worth_is_in_the_workbook_before_any_spreadsheet_computes_it() {
    let bytes = workbook(&requests()[0], &campaign()).unwrap();
    let mut told = Diagnostics::default();
    let table = table::read(&"a.xlsx".into(), &bytes, Kind::Xlsx, Some("Valeurs 2025"), &mut told).unwrap();
    assert!(told.sorted().is_empty(), "{told:?}");
    let text = |content: &Content| content.display();
    let overall = text(&table.rows[1][0].content);
    assert!(overall.ends_with("manquantes : 2."), "{overall}");
    let last = table.rows[3].last().unwrap();
    assert_eq!(text(&last.content), "manquant");
    let energy = all(&parts());
    assert!(energy.contains("<v>bon</v>"), "80 after 90 is no leap");
}

#[test]
fn the_same_project_makes_the_same_bytes() {
    let made = || workbook(&requests()[0], &campaign()).unwrap();
    assert!(made() == made());
}
