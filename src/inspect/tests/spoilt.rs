//! The inspection sees what was spoilt in a document after Typst had made it well.
//!
//! Typst refuses to export such documents itself, so they are spoilt in their bytes.

use crate::inspect::{Verdict, inspect};
use crate::typeset::Document;
use crate::typeset::fixture::{document, page};
use lopdf::{Dictionary, Object};

fn good() -> Document {
    document(&page("#image(\"carre.svg\", alt: \"Un carré\")\nDu texte."))
}

/// The verdict on the good document after a change of each of its dictionaries.
fn verdict_after(spoil: impl Fn(&mut Dictionary)) -> Verdict {
    let good = good();
    let mut file = lopdf::Document::load_mem(&good.pdf).unwrap();
    for object in file.objects.values_mut() {
        match object {
            Object::Dictionary(dictionary) => spoil(dictionary),
            Object::Stream(stream) => spoil(&mut stream.dict),
            _ => {}
        }
    }
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    inspect(&Document {
        pdf: bytes.into(),
        ..good
    })
    .unwrap()
}

fn broken(verdict: &Verdict, rule: &str) -> bool {
    verdict.failed.iter().any(|failed| failed.rule == rule)
}

#[test]
fn a_good_document_passes_both_profiles() {
    let verdict = inspect(&good()).unwrap();
    assert_eq!(verdict.profiles, ["PDF/UA-1", "PDF/A-3a"]);
    assert!(verdict.passed(), "{:#?}", verdict.failed);
    assert!(verdict.checked > 200, "{}", verdict.checked);
}

#[test]
fn a_figure_without_alternative_text_is_seen() {
    let verdict = verdict_after(|dictionary| drop(dictionary.remove(b"Alt")));
    assert!(broken(&verdict, "ISO 14289-1:2014:7.3:1"), "{:#?}", verdict.failed);
}

#[test]
fn a_document_without_title_is_seen() {
    let verdict = verdict_after(|dictionary| drop(dictionary.remove(b"ViewerPreferences")));
    assert!(broken(&verdict, "ISO 14289-1:2014:7.1:10"), "{:#?}", verdict.failed);
}

#[test]
fn a_document_without_language_is_seen() {
    let verdict = verdict_after(|dictionary| drop(dictionary.remove(b"Lang")));
    let language = verdict
        .failed
        .iter()
        .any(|failed| failed.rule.starts_with("ISO 14289-1:2014:7.2:"));
    assert!(language, "{:#?}", verdict.failed);
}

#[test]
fn a_document_without_metadata_is_seen_by_both_profiles() {
    let verdict = verdict_after(|dictionary| drop(dictionary.remove(b"Metadata")));
    for profile in &verdict.profiles {
        assert!(
            verdict.failed.iter().any(|failed| &failed.profile == profile),
            "{:#?}",
            verdict.failed
        );
    }
}

#[test]
fn a_table_of_more_than_a_thousand_rows_is_inspected() {
    let rows = "#table(columns: 2, table.header([a], [b]), ..range(2200).map(n => str(n)))";
    assert!(inspect(&document(&page(rows))).unwrap().passed());
}

#[test]
fn a_report_of_a_thousand_headings_at_one_level_is_inspected() {
    let headings: String = (1..=1_000).map(|rank| format!("== Indicateur {rank}\n")).collect();
    let verdict = inspect(&document(&page(&headings))).unwrap();
    assert!(verdict.passed(), "{:#?}", verdict.failed);
}
