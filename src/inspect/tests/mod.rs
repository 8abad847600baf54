//! Facts about this room that could be false.

mod spoilt;

use super::*;
use crate::diagnostic::Diagnostics;

fn failed() -> Verdict {
    Verdict {
        document: "rapport".to_owned(),
        profiles: vec!["PDF/UA-1".to_owned(), "PDF/A-3a".to_owned()],
        checked: 200,
        failed: vec![FailedRule {
            profile: "PDF/UA-1".to_owned(),
            rule: "ISO 14289-1:2014:7.1:8".to_owned(),
            description: "Catalog has no title".to_owned(),
        }],
    }
}

#[test]
fn a_failed_rule_is_an_error_that_names_its_document_and_its_number() {
    let verdict = failed();
    assert!(!verdict.passed());
    let mut diagnostics = Diagnostics::default();
    verdict
        .diagnostics()
        .into_iter()
        .for_each(|found| diagnostics.push(found));
    let told = diagnostics.sorted();
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].code.to_string(), "M601");
    assert!(told[0].message.contains("ISO 14289-1:2014:7.1:8"));
    assert!(told[0].message.contains("rapport.pdf"));
    let passed = Verdict {
        failed: Vec::new(),
        ..verdict
    };
    assert!(passed.passed() && passed.diagnostics().is_empty());
}

#[test]
fn what_is_not_a_pdf_is_a_defect_and_no_verdict() {
    let document = Document {
        name: "rapport".to_owned(),
        pdf: b"rapport".to_vec().into(),
        pages: 0,
    };
    let error = inspect(&document).unwrap_err().to_string();
    assert!(error.contains("inspect") && error.contains("PDF/UA-1"), "{error}");
}

#[test]
fn only_the_last_byte_of_an_ambiguous_stream_is_changed() {
    let changed = without_ambiguous_ends(b"stream\nab\r\nendstream\r\nab\nendstream\n");
    assert_eq!(changed, b"stream\nab \nendstream\r\nab\nendstream\n");
}
