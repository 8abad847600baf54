//! Facts about this room that could be false.

mod escaping;

use super::*;
use crate::diagnostic::Severity;
use crate::render::Origin;
use jiff::civil::date;
use std::collections::BTreeMap;
use std::sync::Arc;

const HEAD: &str = "#set document(title: \"Essai\")\n#set text(font: \"Noto Sans\")\n";

fn sources(files: &[(&str, &str)]) -> DocumentSources {
    DocumentSources {
        name: "rapport".to_owned(),
        main: "rapport.typ".to_owned(),
        files: files
            .iter()
            .map(|(path, text)| ((*path).to_owned(), Arc::from(text.as_bytes())))
            .collect(),
        fonts: Vec::new(),
        origins: files
            .iter()
            .map(|(path, _)| {
                (
                    (*path).to_owned(),
                    Origin::Same(format!("report-templates/{path}").into()),
                )
            })
            .collect::<BTreeMap<_, _>>(),
        date: date(2026, 11, 20),
    }
}

fn faults(files: &[(&str, &str)]) -> Vec<String> {
    let mut diagnostics = Diagnostics::default();
    let document = typeset(&sources(files), &mut diagnostics).unwrap();
    assert!(document.is_none(), "a document with a fault is not a document");
    assert_eq!(diagnostics.count(Severity::Warning), 0);
    let line = |entry: &&crate::diagnostic::Diagnostic| {
        let place = entry.place.as_ref().map(ToString::to_string).unwrap_or_default();
        format!("{place} {} {}", entry.code, entry.message)
    };
    diagnostics.sorted().iter().map(line).collect()
}

#[test]
fn the_same_sources_give_the_same_bytes() {
    let text = format!("{HEAD}= Titre\nDu texte en français.");
    let sources = sources(&[("rapport.typ", &text)]);
    let once = typeset(&sources, &mut Diagnostics::default()).unwrap().unwrap();
    let twice = typeset(&sources, &mut Diagnostics::default()).unwrap().unwrap();
    assert_eq!(once.pages, 1);
    assert!(once.pdf == twice.pdf);
    assert!(once.pdf.starts_with(b"%PDF-1.7"));
}

#[test]
fn an_error_is_placed_in_its_component_with_the_way_to_it() {
    let main = format!("{HEAD}#import \"components/box.typ\": boxed\n= Titre\n#boxed(1)");
    let component = "#let boxed(body) = {\n  body + \"a\"\n}";
    let found = faults(&[("rapport.typ", &main), ("components/box.typ", component)]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].starts_with("report-templates/components/box.typ:2:3 M550 "),
        "{found:?}"
    );
    assert!(found[0].contains("cannot add integer and string"), "{found:?}");
    assert!(found[0].contains("report-templates/rapport.typ:5:2"), "{found:?}");
}

#[test]
fn a_warning_is_a_fault() {
    let found = faults(&[(
        "rapport.typ",
        "#set document(title: \"E\")\n#set text(font: \"Arial\")\n= Titre",
    )]);
    assert!(found[0].starts_with("report-templates/rapport.typ:2:"), "{found:?}");
    assert!(
        found[0].contains("M551")
            && found[0].contains("une police n’est pas de celles du projet (raison de Typst")
            && found[0].contains("unknown font family: arial"),
        "{found:?}"
    );
}

#[test]
fn an_image_without_alternative_text_is_refused_at_its_place() {
    let svg =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect width=\"9\" height=\"9\"/></svg>";
    let main = format!("{HEAD}= Titre\n#image(\"a.svg\")");
    let found = faults(&[("rapport.typ", &main), ("a.svg", svg)]);
    assert!(
        found[0].starts_with("report-templates/rapport.typ:4:2 M552 "),
        "{found:?}"
    );
}

#[test]
fn a_character_without_a_glyph_is_refused() {
    let main = format!("{HEAD}= Titre\n#text(\"une puce \\u{{f0b7}} et 😀\")");
    let found = faults(&[("rapport.typ", &main)]);
    assert!(
        found
            .iter()
            .all(|fault| fault.contains("report-templates/rapport.typ:4:")),
        "{found:?}"
    );
}

#[test]
fn neither_the_disk_nor_a_package_can_be_read() {
    for import in [
        "#read(\"/etc/hostname\")",
        "#import \"@preview/cetz:0.3.0\"",
        "#read(\"../Cargo.toml\")",
    ] {
        let found = faults(&[("rapport.typ", &format!("{HEAD}= Titre\n{import}"))]);
        assert!(found[0].contains("M550"), "{found:?}");
    }
}

#[test]
fn a_generated_line_is_placed_where_it_came_from() {
    let mut sources = sources(&[("rapport.typ", &format!("{HEAD}= Titre\n#absent"))]);
    let lines = [1, 1, 7, 12]
        .map(|line| ("report-templates/rapport.typ.jinja".into(), line))
        .to_vec();
    sources.origins.insert("rapport.typ".to_owned(), Origin::Lines(lines));
    let mut diagnostics = Diagnostics::default();
    assert!(typeset(&sources, &mut diagnostics).unwrap().is_none());
    let place = diagnostics.sorted()[0].place.clone().unwrap().to_string();
    assert_eq!(place, "report-templates/rapport.typ.jinja:12");
}

#[test]
fn an_expression_that_would_end_the_program_is_refused_where_it_stands() {
    let of = |terms: usize| format!("{HEAD}= Titre\n#let a = {}1\n#a\n", "1+".repeat(terms));
    let long = of(100_000);
    let told = crate::stack::deep(|| faults(&[("rapport.typ", &long)]));
    assert!(
        told.len() == 1 && told[0].starts_with("report-templates/rapport.typ:4:") && told[0].contains(" M553 "),
        "{told:?}"
    );
    let short = of(1_000);
    let sound = crate::stack::deep(|| typeset(&sources(&[("rapport.typ", &short)]), &mut Diagnostics::default()));
    assert!(sound.unwrap().is_some());
}

#[test]
fn a_document_of_more_pages_than_a_machine_composes_is_refused_before_it_is_composed() {
    let of = |letters: usize| format!("{HEAD}= Titre\n/*{}*/\n", "a".repeat(letters));
    let told = faults(&[("rapport.typ", &of(16_000_000))]);
    assert!(told.len() == 1 && told[0].starts_with("data M554 "), "{told:?}");
    let short = of(15_000_000);
    assert!(
        typeset(&sources(&[("rapport.typ", &short)]), &mut Diagnostics::default())
            .unwrap()
            .is_some()
    );
}
