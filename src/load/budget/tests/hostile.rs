//! What is refused in XML: files cut, files of another kind, files made to harm. None takes memory for it.

use super::super::faults::Faults;
use super::super::fixture::{line, read, totem};
use super::super::folder::Found;
use super::super::stream::Decoded;
use super::super::totem;
use crate::diagnostic::Diagnostics;
use std::io::{self, Read};
use std::path::PathBuf;
use std::sync::Arc;

fn good() -> String {
    totem(&line("60612", "011", "D", "0", r#"<MtPrev V="10"/>"#))
}

/// The only fault of a file, which gives no budget.
fn refused(content: impl AsRef<[u8]>) -> String {
    let (documents, told) = read("a.xml", content);
    assert_eq!(documents, []);
    assert_eq!(told.len(), 1, "{told:?}");
    told[0].clone()
}

fn starts(content: impl AsRef<[u8]>, expected: &str) {
    let told = refused(content);
    assert!(told.starts_with(expected), "{told}");
}

#[test]
fn a_file_cut_anywhere_is_refused() {
    let good = good();
    let (inside, _) = good.split_once("<MtPrev").unwrap();
    starts(inside, "M181:24:65 Le XML est coupé ou mal formé");
    starts(&good[..inside.len() + 4], "M181:24");
    for length in (300..good.trim_end().len())
        .step_by(41)
        .filter(|length| good.is_char_boundary(*length))
    {
        let (documents, told) = read("a.xml", &good[..length]);
        assert!(documents.is_empty() && !told.is_empty(), "{}", &good[..length]);
    }
    starts(good.replace("</BlocBudget>", "</Bloc>"), "M181:18");
    starts(good.replace("UTF-8", "klingon"), "M181:1 ");
    starts(good.replace(r#"<NatDec V="01"/>"#, "<NatDec V=01/>"), "M181:15");
}

#[test]
fn a_document_of_another_kind_is_named() {
    starts(
        good().replace("cp/demat/docbudgetaire", "cp/demat/autre"),
        "M182:2 La racine du XML est «\u{a0}DocumentBudgetaire\u{a0}» dans l’espace de noms",
    );
    starts(
        good().replace(" xmlns=", " a="),
        "M182:2 La racine du XML est « DocumentBudgetaire » sans espace de noms",
    );
    for page in [
        "<html><body/></html>",
        "<!DOCTYPE html>\n<html></html>",
        "<!doctype HTML><html/>",
    ] {
        starts(page, "M182:1 Le fichier est une page web");
    }
    starts("<CompteFinancierUnique/>", "M182:1");
}

#[test]
fn a_budget_without_budget_or_without_line_is_refused() {
    starts(totem(""), "M184:26 Le fichier ne contient aucune ligne");
    let good = good();
    let (start, _) = good.split_once("   <Budget>").unwrap();
    starts(
        format!("{start}</DocumentBudgetaire>"),
        "M184 Le fichier ne contient aucun budget",
    );
}

#[test]
fn a_head_that_cannot_be_believed_is_told_at_its_line() {
    let good = good();
    let change = |from: &str, to: &str| good.replace(from, to);
    starts(
        change("00000000000019", "0000000000001"),
        "M185:11 Le SIRET est «\u{a0}0000000000001\u{a0}»",
    );
    starts(change("00000000000001", "ABC"), "M185:6 Le SIRET");
    starts(change(r#""2026""#, r#""2026 en cours""#), "M185:16 L’exercice");
    starts(change(r#"<Exer V="2026"/>"#, ""), "M185:27 L’exercice manque");
    starts(
        change(r#"<NatDec V="01"/>"#, r#"<NatDec V="99"/>"#),
        "M185:15 L’étape budgétaire (NatDec)",
    );
    for nomenclature in ["M57-M57_abrege", "57", "", "M57 M57_A", "Mxx-Mxx"] {
        starts(change("M57-M57_D", nomenclature), "M185:12 La nomenclature");
    }
}

#[test]
fn every_faulty_line_is_told_in_one_run() {
    let lines = [
        line("60612", "011", "X", "0", ""),
        line("60612", "011", "D", "2", ""),
        line("60612", "011", "D", "0", r#"<MtReal V="1.234"/><CredOuv V="dix"/>"#),
        line("", "", "D", "0", ""),
    ];
    let (documents, told) = read("a.xml", totem(&lines.concat()));
    assert_eq!(documents, []);
    let starts: Vec<&str> = told.iter().map(|told| &told[..7]).collect();
    assert_eq!(starts, ["M186:24", "M186:25", "M187:26", "M187:26", "M186:27"]);
}

#[test]
fn entities_are_never_expanded_nor_fetched() {
    let bomb = r#"<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<DocumentBudgetaire"#;
    starts(
        good().replace("<DocumentBudgetaire", bomb),
        "M183:2 Le XML déclare ou appelle une entité",
    );
    let external = r#"<!DOCTYPE d SYSTEM "http://localhost/d.dtd"><DocumentBudgetaire"#;
    starts(good().replace("<DocumentBudgetaire", external), "M183:2");
    starts(good().replace(r#"V="10""#, r#"V="&montant;""#), "M183:24");
    starts(
        good().replace(r#"V="10""#, r#"V="EAU & FORÊTS""#),
        "M181:24:80 Le XML est coupé ou mal formé : le « & » de « EAU & FORÊTS »",
    );
    // A reference in a text that no one reads is no fault, and gives nothing.
    let (documents, told) = read("a.xml", good().replace("<Annexes>", "<Annexes>&a; & "));
    assert_eq!((documents.len(), told), (1, Vec::new()));
}

/// A source without an end: read whole, it would fill any memory.
fn endless(start: String, byte: u8) -> String {
    let found = Found {
        path: Arc::from("a.xml"),
        absolute: PathBuf::new(),
    };
    let mut diagnostics = Diagnostics::default();
    let mut faults = Faults::new(&found, &mut diagnostics);
    let source = Decoded::new(io::Cursor::new(start).chain(io::repeat(byte)))
        .unwrap()
        .unwrap();
    assert_eq!(totem::read(found.path.clone(), source, &mut faults), []);
    let told = diagnostics.sorted();
    format!("{} {}", told[0].code, told[0].message)
}

#[test]
fn endless_texts_and_values_stop_at_a_bound() {
    let good = good();
    let (inside, _) = good.split_once("<MtPrev").unwrap();
    for start in [String::new(), inside.to_owned(), format!("{inside}<MtPrev V=\"")] {
        let told = endless(start, b' ');
        assert!(told.starts_with("M188 La lecture s’arrête"), "{told}");
    }
    assert!(endless(format!("{inside}<!-- "), b'-').starts_with("M188"));
}

#[test]
fn endless_nesting_stops_at_a_bound() {
    starts(
        good().replace("<Annexes>", &"<a>".repeat(100_000)),
        "M188:26:601 La lecture s’arrête",
    );
}

#[test]
fn the_faults_of_a_file_of_one_line_stand_each_at_its_column() {
    let lines = line("60612", "011", "D", "0", r#"<MtPrev V="10"/>"#).replace(r#"<CodRD V="D"/>"#, "");
    let whole = totem(&lines.repeat(2)).replace('\n', "");
    let (documents, told) = read("a.xml", &whole);
    assert!(documents.is_empty());
    let place = |rank: usize| {
        let starts = whole.match_indices("<LigneBudget>").skip(1 + rank);
        let at = starts.map(|(at, _)| whole[..at].chars().count() + 1).next().unwrap();
        format!("M186:1:{at} ")
    };
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(
        told[0].starts_with(&place(0)) && told[1].starts_with(&place(1)),
        "{told:?}"
    );
}
