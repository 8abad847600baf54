//! What a YAML text becomes, and the faults of its signs.

use super::*;

fn read(text: &str) -> (Document, Vec<String>) {
    let mut diagnostics = Diagnostics::default();
    let document = parse(&Arc::from("data/essai.yaml"), text, &mut diagnostics);
    let messages = diagnostics.sorted().iter().map(|found| found.message.clone()).collect();
    (document, messages)
}

#[test]
fn scalars_stay_the_texts_their_author_wrote() {
    let (document, messages) = read("id: no\nsiren: 012\nvaleur: 12,50\nvide:\n");
    let root = document.root.unwrap();
    assert_eq!(root.get("id").unwrap().text(), Some("no"));
    assert_eq!(root.get("siren").unwrap().text(), Some("012"));
    assert_eq!(root.get("valeur").unwrap().text(), Some("12,50"));
    assert_eq!(root.get("vide").unwrap().shape, Shape::Empty);
    assert!(messages.is_empty());
}

#[test]
fn columns_count_characters_from_one() {
    let (document, _) = read("é: {à: un}\n");
    let root = document.root.unwrap();
    let inner = root.get("é").unwrap().get("à").unwrap();
    assert_eq!(inner.place.to_string(), "data/essai.yaml:1:8");
}

#[test]
fn a_syntax_fault_costs_its_entry_only() {
    let text = "liste:\n  - id: un\n    titre: a\n  - id: deux\n    unite: %\n  - id: trois\n    titre: Énergie : part\n  - id: quatre\n";
    let (document, messages) = read(text);
    let root = document.root.unwrap();
    let Shape::List(nodes) = &root.get("liste").unwrap().shape else {
        panic!()
    };
    let ids: Vec<_> = nodes
        .iter()
        .map(|node| node.get("id").unwrap().text().unwrap())
        .collect();
    assert_eq!(ids, ["un", "quatre"]);
    assert_eq!(nodes[1].place.to_string(), "data/essai.yaml:8:5");
    assert_eq!(document.lost, ["deux", "trois"]);
    assert_eq!(messages.len(), 2);
}

#[test]
fn an_escape_of_what_cannot_be_printed_is_told_at_its_own_letter() {
    let told = |text: &str| {
        let mut diagnostics = Diagnostics::default();
        parse(&Arc::from("data/essai.yaml"), text, &mut diagnostics);
        let places = diagnostics
            .sorted()
            .into_iter()
            .map(|found| found.place.as_ref().unwrap().to_string());
        places.collect::<Vec<_>>()
    };
    assert_eq!(told("titre: \"a\\u202Eb\"\n"), ["data/essai.yaml:1:10"]);
    assert_eq!(told("titre: \"a\n  b\\u202Ec\"\n"), ["data/essai.yaml:2:4"]);
    assert_eq!(told("titre: \"a\\u00E9b\"\n"), Vec::<String>::new());
}

#[test]
fn a_reference_to_another_value_is_told_in_its_place() {
    let (document, messages) = read("un: &ancre texte\ndeux: *ancre\n");
    assert_eq!(messages.len(), 1);
    assert!(messages[0].contains("Un renvoi YAML"), "{messages:?}");
    assert_eq!(document.root.unwrap().get("deux").unwrap().shape, Shape::Empty);
}
