//! What a call may say of the part that it wants, and in which quotes.

use super::tests::{code, written};

#[test]
fn the_quotes_of_a_word_processor_are_those_of_a_keyboard() {
    for call in [
        "valeur(“elec”)",
        "valeur(«\u{A0}elec\u{A0}»)",
        "valeur(‘elec’)",
        "valeur(„elec“,\u{A0}2020)",
        "valeur(\"elec”)",
        "valeur(“elec\")",
    ] {
        let code = code(&format!("Il a {{{{ {call} }}}}."));
        assert!(code.contains("1\\u{202f}100,0\\u{a0}MWh"), "{call}: {code}");
    }
}

#[test]
fn a_part_and_a_difference_are_called_as_the_whole_is() {
    for (call, said) in [
        ("valeur(\"elec\", 2019, site=\"Mairie\")", "300,0"),
        ("valeur(\"elec\", site=\"MAIRIE\")", "250,0"),
        ("valeur(\"elec\", annee=2019, site=\"Mairie\")", "300,0"),
        ("valeur(\"elec\", 2019, \"École\")", "934,5"),
        ("ecart(\"elec\", 2019, 2020)", "−134,5"),
        ("ecart(\"elec\", 2019)", "−134,5"),
    ] {
        let code = code(&format!("Il a {{{{ {call} }}}}."));
        assert!(code.contains(said) && code.contains("MWh"), "{call}: {code}");
    }
    for (call, fault) in [
        (
            "valeur(\"elec\", 2019, site=\"Piscine\")",
            "M512 L’indicateur « elec » n’a pas de partie",
        ),
        ("valeur(\"arbres\", site=\"Mairie\")", "M512"),
        ("ecart(\"elec\", 2012, 2020)", "M512"),
        ("ecart(\"gaz\")", "M511"),
    ] {
        let (_, faults) = written(&format!("Il a {{{{ {call} }}}}."));
        let plain = faults.concat().replace('\u{A0}', " ");
        assert!(faults.len() == 1 && plain.contains(fault), "{call}: {faults:?}");
    }
}
