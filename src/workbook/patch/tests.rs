//! What is changed is changed, what is not stays letter for letter, and what would be lost is refused.

use super::*;
use crate::diagnostic::Diagnostics;
use crate::table::{self, Kind};
use jiff::civil::date;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Table, Workbook};

/// Three columns, the second of which holds a number, a text, a date and a formula; row 4 has no cell in it.
fn book() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let sheet = workbook.add_worksheet().set_name("Rapport & suite").unwrap();
    sheet.write_row(0, 0, ["cle", "valeur", "explication"]).unwrap();
    for (row, key) in (1..).zip(["edition", "titre", "nom", "date", "calcul"]) {
        sheet.write(row, 0, key).unwrap();
    }
    sheet.write(1, 1, 2026).unwrap();
    sheet.write(2, 1, "Un < deux").unwrap();
    let dated = ExcelDateTime::from_ymd(2026, 11, 20).unwrap();
    sheet.write_with_format(4, 1, dated, &day).unwrap();
    sheet.write(5, 1, Formula::new("=1+1").set_result("2")).unwrap();
    sheet.add_table(0, 0, 5, 2, &Table::new().set_name("Cles")).unwrap();
    workbook.add_worksheet().write(0, 0, "autre").unwrap();
    workbook.save_to_buffer().unwrap()
}

fn patch(cells: &[((u32, u32), NewCell)]) -> BTreeMap<String, SheetPatch> {
    let patch = SheetPatch {
        cells: cells.iter().cloned().collect(),
        rows: Vec::new(),
    };
    BTreeMap::from([("Rapport & suite".to_owned(), patch)])
}

/// What the reader of tables finds in the sheet, a line a row.
fn read(bytes: &[u8]) -> Vec<String> {
    let mut log = Diagnostics::default();
    let table = table::waiting(&"a.xlsx".into(), bytes, Kind::Xlsx, "Rapport & suite", &mut log).unwrap();
    assert!(log.sorted().is_empty(), "{:?}", log.sorted());
    let line = |row: &Vec<table::Cell>| {
        let cells: Vec<String> = row.iter().map(|cell| cell.content.display()).collect();
        cells.join(" | ")
    };
    table.rows.iter().map(line).collect()
}

fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    names
        .into_iter()
        .map(|name| (name.clone(), part(&mut archive, &name).unwrap()))
        .collect()
}

#[test]
fn cells_are_changed_added_and_emptied_and_nothing_else_moves() {
    let before = book();
    let mut patches = patch(&[
        ((2, 2), NewCell::Number(2027)),
        ((3, 2), NewCell::Text(" = 1 & « 2 » ".to_owned())),
        ((4, 2), NewCell::Text("nouveau".to_owned())),
        ((5, 2), NewCell::Date(date(2027, 11, 20))),
        ((2, 3), NewCell::Date(date(2027, 1, 5))),
    ]);
    let rows = &mut patches.get_mut("Rapport & suite").unwrap().rows;
    rows.push(BTreeMap::from([
        (1, NewCell::Text("en plus".to_owned())),
        (2, NewCell::Number(3)),
    ]));
    let after = patched(&before, &patches).unwrap();
    assert_eq!(
        read(&after),
        [
            "edition | 2027 | 2027-01-05",
            "titre | = 1 & « 2 »",
            "nom | nouveau",
            "date | 2027-11-20",
            "calcul | 2",
            "en plus | 3"
        ]
    );
    let (before, after) = (parts(&before), parts(&after));
    let changed: Vec<&String> = after.keys().filter(|name| before[*name] != after[*name]).collect();
    assert_eq!(changed, ["xl/tables/table1.xml", "xl/worksheets/sheet1.xml"]);
    let table = String::from_utf8_lossy(&after["xl/tables/table1.xml"]);
    assert!(table.contains("ref=\"A1:C7\"") && !table.contains("A1:C6"), "{table}");
    let emptied = patched(&book(), &patch(&[((3, 2), NewCell::Nothing)])).unwrap();
    assert_eq!(read(&emptied)[1], "titre");
}

#[test]
fn a_formula_a_sheet_that_is_not_there_and_another_calendar_are_left_to_their_author() {
    assert_eq!(patched(&book(), &patch(&[((6, 2), NewCell::Number(3))])), None);
    let elsewhere = BTreeMap::from([("Rapport".to_owned(), SheetPatch::default())]);
    assert_eq!(patched(&book(), &elsewhere), None);
    assert_eq!(patched(b"PK", &patch(&[])), None);
}
