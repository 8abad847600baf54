//! Codes that a spreadsheet took for numbers.

use super::super::fixture::read;
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
