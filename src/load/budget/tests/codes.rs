//! Codes that a spreadsheet took for numbers.

use super::super::fixture::{one, read};
use super::plain;
use crate::model::BudgetDirection;
use rust_xlsxwriter::Workbook;

const HEADER: &str =
    "BGT_NATDEC;BGT_ANNEE;BGT_SIRET;BGT_CONTNAT;BGT_NATURE;BGT_FONCTION;BGT_CODRD;BGT_OPBUDG;BGT_MTREAL";

fn scdl(codes: &[&str]) -> (usize, Vec<String>) {
    let lines: Vec<String> = codes
        .iter()
        .map(|codes| format!("CA;2025;00000000000019;{codes};D;R;12"))
        .collect();
    let (documents, told) = read("ca.csv", format!("{HEADER}\n{}\n", lines.join("\n")));
    (documents.len(), told)
}

#[test]
fn a_table_that_lost_the_zeros_of_its_codes_is_refused() {
    for codes in [
        ["21;2183;020", "11;60612;020"],
        ["65;6574;020", "42;6811;01"],
        ["2;2;020", "65;6574;020"],
    ] {
        let (documents, told) = scdl(&codes);
        assert_eq!(documents, 0, "{codes:?}");
        assert!(told.len() == 1 && told[0].starts_with("M128"), "{told:?}");
    }
    assert_eq!(scdl(&["21;2183;020", "011;60612;020", "65;6574;213"]), (1, vec![]));
    // Every one of the column, in one fault.
    let (_, told) = scdl(&["11;60612;020", "42;6811;020"]);
    assert!(
        told[0].contains("11\u{A0}» et «\u{A0}42") && told[0].contains("011\u{A0}» et «\u{A0}042"),
        "{told:?}"
    );
}

#[test]
fn a_code_typed_again_leaves_the_doubt_on_those_that_were_not() {
    let (documents, told) = scdl(&["21;2183;020", "16;1641;1", "65;6574;213"]);
    assert_eq!(documents, 1);
    assert!(
        told.len() == 1 && told[0].starts_with("M128") && told[0].contains("«\u{A0}01\u{A0}»"),
        "{told:?}"
    );
    assert_eq!(
        scdl(&["21;2183;020", "16;1641;01", "65;6574;84", "65;6574;213"]),
        (1, vec![])
    );
}

#[test]
fn a_function_that_may_have_lost_its_zero_is_told() {
    let (documents, told) = scdl(&["21;2183;20", "65;6574;213"]);
    assert_eq!((documents, told.len()), (1, 1), "{told:?}");
    assert!(told[0].starts_with("M128"), "{told:?}");
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, title) in (0..).zip(["nature", "fonction", "vote"]) {
        sheet.write(0, column, title).unwrap();
    }
    for (row, function) in (1..).zip([20, 213]) {
        sheet.write(row, 0, 60612).unwrap();
        sheet.write(row, 1, function).unwrap();
        sheet.write(row, 2, 500).unwrap();
    }
    let mut file = plain::declared("export.xlsx", &[]);
    file.direction = Some(BudgetDirection::Expense);
    let (inputs, told) = plain::read(file, workbook.save_to_buffer().unwrap());
    assert!(inputs.budgets.is_empty());
    assert!(told.len() == 1 && told[0].starts_with("M128"), "{told:?}");
}

/// The codes that a plain table gives, `nature function`, and what is told of it.
fn plain_codes(rows: &str) -> (Vec<String>, Vec<String>) {
    let mut file = plain::declared("export.csv", &[]);
    file.direction = Some(BudgetDirection::Expense);
    let (inputs, told) = plain::read(file, format!("nature;fonction;vote\n{rows}"));
    let lines = inputs.budgets.iter().flat_map(|budget| &budget.lines);
    let codes = lines.map(|line| format!("{} {}", line.nature, line.function.as_deref().unwrap_or_default()));
    (codes.collect(), told)
}

#[test]
fn a_code_is_read_without_what_a_spreadsheet_leaves_around_it() {
    for row in [
        "60612;\"=\"\"020\"\"\"",
        "'60612;'020",
        "60612;\u{200B}020",
        "60612\u{A0};020",
        "60 612;020",
        "60612.0;020",
    ] {
        let (codes, told) = plain_codes(&format!("{row};1\n6411;211;2\n"));
        assert_eq!(
            (codes, told),
            (vec!["60612 020".to_owned(), "6411 211".to_owned()], vec![]),
            "{row}"
        );
    }
    let document = one(
        "ca.csv",
        format!("{HEADER}\nCA;2025;00000000000019;'011;60 612;\"=\"\"020\"\"\";D;R;12\n"),
    );
    let line = &document.lines[0];
    let codes = (line.chapter.as_deref(), &*line.nature, line.function.as_deref());
    assert_eq!(codes, (Some("011"), "60612", Some("020")));
}

#[test]
fn a_code_exported_as_a_number_may_have_lost_its_zeros() {
    let (codes, told) = plain_codes("60612;211.0;1000\n6411;20.0;500\n");
    assert_eq!((codes.len(), told.len()), (0, 1), "{told:?}");
    assert!(told[0].starts_with("M128 data/budget/export.csv:3:"), "{told:?}");
    let (codes, told) = plain_codes("60612;211.0;1000\n6411;212.0;500\n");
    assert_eq!(
        (codes, told),
        (vec!["60612 211".to_owned(), "6411 212".to_owned()], vec![])
    );
}

#[test]
fn a_code_that_a_spreadsheet_rounded_is_refused_at_its_cell() {
    for (row, spot) in [("6,06E+04;211", "2:1"), ("60*;211", "2:1"), ("60612;2xx", "2:7")] {
        let (codes, told) = plain_codes(&format!("{row};1\n6411;212;2\n"));
        assert_eq!((codes.len(), told.len()), (0, 1), "{told:?}");
        assert!(
            told[0].starts_with(&format!("M126 data/budget/export.csv:{spot}")),
            "{told:?}"
        );
    }
    let (documents, told) = scdl(&["011;6,06E+04;020"]);
    assert!(
        documents == 0 && told.len() == 1 && told[0].starts_with("M126:2:"),
        "{told:?}"
    );
}
