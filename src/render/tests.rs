//! The whole room, on a small report and templates of its own.

use super::*;
use crate::diagnostic::Severity;
use std::sync::Arc;

const TEMPLATE: &str = "#set document(title: {{ document.title }})\n#attach({{ document.edition }})\n";

fn rendered(report: &Report, template: &str) -> (Sources, Diagnostics) {
    let mut inputs = Inputs::default();
    inputs
        .templates
        .insert("rapport.typ.jinja".to_owned(), Arc::from(template));
    inputs.logo = Some(("Logo.SVG".to_owned(), Arc::from(&b"<svg/>"[..])));
    let mut diagnostics = Diagnostics::default();
    let sources = render(report, &Figures::default(), &inputs, &mut diagnostics).unwrap();
    (sources, diagnostics)
}

fn text(sources: &Sources, path: &str) -> String {
    String::from_utf8(sources.data[path].to_vec()).unwrap()
}

#[test]
fn the_tables_are_read_by_a_french_spreadsheet() {
    let mut report = fixture::report();
    report.sections[0].findings[0].headline.points[0].note = "a;\"b\"".to_owned();
    let (sources, _) = rendered(&report, TEMPLATE);
    let values = text(&sources, "donnees/indicateurs.csv");
    let mut lines = values.lines();
    assert!(
        lines
            .next()
            .unwrap()
            .starts_with("\u{feff}indicateur;titre;unite;annee;valeur;")
    );
    assert_eq!(
        lines.next(),
        Some("elec;Titre de elec;MWh;2019;1234,5;;\"a;\"\"b\"\"\";;data/valeurs/essai.xlsx;Valeurs;B3")
    );
    let assessments = text(&sources, "donnees/evaluation.csv");
    let line = assessments.lines().nth(1).unwrap();
    assert_eq!(
        line,
        "elec;Titre de elec;MWh;1;territorial;contexte;baisse;2019;1234,5;2020;1100;2030;900;taux;-0,108950992304;;;en-bonne-voie;;;"
    );
    assert_eq!(
        assessments.lines().next().unwrap().split(';').count(),
        line.split(';').count()
    );
}

#[test]
fn a_document_has_its_texts_its_tables_its_logo_and_the_places_of_its_lines() {
    let mut report = fixture::report();
    let place = crate::diagnostic::Place::file("data/textes/edito.md");
    let markdown = "Bonjour\n\n{{ valeur(\"elec\") }}\n";
    report
        .texts
        .insert("edito".to_owned(), crate::load::Text::markdown(place, markdown));
    report.sections[0].findings[0].indicator.comment.value = "Un *mot*.".to_owned();
    let (sources, diagnostics) = rendered(&report, TEMPLATE);
    assert!(!diagnostics.has_errors());
    let document = &sources.documents[0];
    for path in [
        "rapport.typ",
        "textes/edito.typ",
        "textes/commentaire-elec.typ",
        "donnees/evaluation.csv",
        "logo.svg",
        "tokens.json",
    ] {
        assert!(document.files.contains_key(path), "{path}");
    }
    let Origin::Lines(lines) = &document.origins["textes/edito.typ"] else {
        panic!("a generated file")
    };
    assert!(
        lines
            .iter()
            .any(|(file, line)| &**file == "data/textes/edito.md" && *line == 3)
    );
    assert_eq!(
        document.origins["tokens.json"],
        Origin::Same("report-templates/tokens.json".into())
    );
    assert!(!sources.data.contains_key("logo.svg"));
}

#[test]
fn a_template_in_fault_gives_no_document_and_hides_no_fault_of_a_text() {
    let mut report = fixture::report();
    report.sections[0].findings[0].indicator.comment.value = "{{ valeur(\"absent\") }}".to_owned();
    let (sources, diagnostics) = rendered(&report, "{{ absent }}");
    assert!(sources.documents.is_empty());
    let errors = diagnostics
        .sorted()
        .into_iter()
        .filter(|entry| entry.severity == Severity::Error);
    let codes: Vec<String> = errors.map(|entry| entry.code.to_string()).collect();
    assert_eq!(codes, ["M511", "M506"]);
}
