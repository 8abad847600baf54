//! Each cause is told at its own line, with its gesture, through the parser that stops elsewhere.

use crate::diagnostic::Diagnostics;
use crate::form::document;
use std::sync::Arc;

const TEXT: &str = "indicateurs:\n  - id: eau\n    titre: Eau\n    unite: m³\n    sens: baisse\n    reference: {annee: 2021}\n  - id: gaz\n    titre: Gaz\n";

/// Place, message and help of what is told once a piece of the text is another.
fn told(from: &str, to: &str) -> Vec<(String, String, String)> {
    assert!(TEXT.contains(from), "{from}");
    let mut diagnostics = Diagnostics::default();
    document::parse(&Arc::from("a"), &TEXT.replacen(from, to, 1), &mut diagnostics);
    let told = diagnostics.sorted().into_iter();
    told.map(|fault| {
        let place = fault.place.as_ref().unwrap().to_string();
        (place, fault.message.clone(), fault.help.clone())
    })
    .collect()
}

#[test]
fn each_common_cause_is_told_once_at_its_own_place_with_its_gesture() {
    for (from, to, place, sentence, help) in [
        (
            "    titre: Eau",
            "\ttitre: Eau",
            "a:3:1",
            "Une tabulation",
            "par des espaces",
        ),
        (
            "    titre: Eau",
            "    \ttitre: Eau",
            "a:3:5",
            "Une tabulation",
            "par des espaces",
        ),
        (
            "  - id: gaz",
            "\t- id: gaz",
            "a:7:1",
            "Une tabulation",
            "par des espaces",
        ),
        (
            "    sens",
            "\u{a0}\u{a0}\u{a0}\u{a0}sens",
            "a:5:1",
            "(U+00A0)",
            "retapez",
        ),
        ("    sens", "  \u{202f} sens", "a:5:3", "(U+202F)", "retapez"),
        ("titre: Eau", "titre:\u{a0}Eau", "a:3:11", "(U+00A0)", "retapez"),
        ("- id: gaz", "-\u{a0}id: gaz", "a:7:4", "(U+00A0)", "retapez"),
        (
            "titre: Eau",
            "titre: \"Eau",
            "a:3:12",
            "n’est pas fermé",
            "titre: \"Eau\"",
        ),
        ("titre: Gaz", "titre: 'Gaz", "a:8:12", "n’est pas fermé", "titre: 'Gaz'"),
        (
            "titre: Eau",
            "titre: 'L'eau'",
            "a:3:12",
            "apostrophe",
            "titre: \"L'eau\"",
        ),
        (
            "titre: Eau",
            "titre: \"Eau\" potable",
            "a:3:12",
            "Du texte suit",
            "titre: '\"Eau\" potable'",
        ),
        (
            "titre: Eau",
            "titre: Eau : part",
            "a:3:12",
            "deux-points",
            "\"Eau : part\" (",
        ),
        ("unite: m³", "unite: %", "a:4:12", "réserve le signe %", "\"%\" ("),
        (
            "{annee: 2021}",
            "{annee: 2021",
            "a:6:16",
            "Le signe { ouvert ici",
            "Fermez le signe {",
        ),
        (
            "{annee: 2021}",
            "{annee: 2021}}",
            "a:6:29",
            "ne ferme rien",
            "Retirez-le",
        ),
        (
            "    sens",
            "    odd: [7, 13\n    sens",
            "a:5:10",
            "Le signe [ ouvert ici",
            "Fermez le signe [",
        ),
        (
            "{annee: 2021}",
            "{annee: 2021, origine: Plan : axe 2}",
            "a:6:39",
            "deux-points",
            "\"Plan : axe 2\" (",
        ),
        (
            "    unite",
            "      unite",
            "a:4:7",
            "6\u{a0}espaces devant elle",
            ": 4 devant",
        ),
        (
            "    unite",
            "   unite",
            "a:4:4",
            "3\u{a0}espaces devant elle",
            ": 4 devant",
        ),
        (
            "  - id: gaz",
            " - id: gaz",
            "a:7:2",
            "1\u{a0}espace devant elle",
            ": 2 devant",
        ),
        (
            "  - id: gaz",
            "    - id: gaz",
            "a:7:5",
            "4\u{a0}espaces devant elle",
            ": 2 devant",
        ),
        ("titre: Eau", "titre:Eau", "a:3:5", "après le deux-points", "titre: Eau"),
        ("titre: Eau", "titre = Eau", "a:3:5", "pas de deux-points", "titre: Eau"),
        ("- id: gaz", "-id: gaz", "a:7:3", "après le tiret", "- id: gaz"),
    ] {
        let found = told(from, to);
        assert_eq!(found.len(), 1, "{to}: {found:?}");
        let (at, message, gesture) = &found[0];
        assert_eq!(at, place, "{to}: {message}");
        assert!(message.contains(sentence), "{to}: {message}");
        assert!(
            message.contains("en anglais") && gesture.contains(help),
            "{to}: {message} {gesture}"
        );
    }
}

#[test]
fn a_key_stands_under_the_first_letter_of_its_entry() {
    let mut diagnostics = Diagnostics::default();
    document::parse(&Arc::from("a"), "liste:\n- id: eau\n   titre: Eau\n", &mut diagnostics);
    let help = &diagnostics.sorted()[0].help;
    assert!(help.contains(": 2 devant"), "{help}");
    // A line in its place is not accused of its margin.
    let found = told("unite: m³", "unite: |x");
    assert!(!found[0].1.contains("devant elle"), "{found:?}");
}

#[test]
fn what_a_value_holds_is_no_cause() {
    // No-break spaces of good typography, in a text that another fault makes unreadable.
    let found = told("titre: Eau", "titre: \"Eau\u{a0}: part\"\n    definition: @a");
    assert!(found[0].1.contains("réserve le signe @"), "{found:?}");
    // A comment is not read.
    let found = told("    titre: Eau", "# \u{a0}titre:\u{a0}x\n    titre: @a");
    assert!(found[0].1.contains("réserve le signe @"), "{found:?}");
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_or_told_at_a_place_that_it_has(text in "[-a-e:#'\"%\\[\\]{}, \t\n\u{a0}\u{200b}é“=|]{0,80}") {
        let mut diagnostics = Diagnostics::default();
        document::parse(&Arc::from("a"), &text, &mut diagnostics);
        for fault in diagnostics.sorted() {
            let place = fault.place.as_ref().unwrap().to_string();
            let line: usize = place.split(':').nth(1).unwrap().parse().unwrap();
            proptest::prop_assert!(line <= text.lines().count() + 1, "{place} of {text:?}");
        }
    }
}
