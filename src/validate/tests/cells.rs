//! Cells: numbers, absences, years, statuses, units.

use crate::diagnostic::{Place, Placed};
use crate::load::Text;
use crate::model::Value;
use crate::validate::fixture::{Found, given, indicator};

/// What is found for one value of an indicator in GWh.
fn value(written: &str) -> Found {
    given([indicator("elec", "GWh")])
        .csv("e.csv", &format!("indicateur;annee;valeur\nelec;2025;{written}"))
        .check()
}

#[test]
fn an_absence_is_never_zero() {
    for (written, expected) in [
        ("", Value::Missing),
        ("n.d.", Value::Missing),
        ("ND", Value::Missing),
        ("-", Value::Missing),
        ("—", Value::Missing),
        ("n.c.", Value::Missing),
        ("N/A", Value::Missing),
        ("ns", Value::Missing),
        ("..", Value::Missing),
        (":", Value::Missing),
        ("non communiqué", Value::Missing),
        ("confidentiel", Value::Secret),
        ("///", Value::Void),
        ("s", Value::Secret),
        ("Secret", Value::Secret),
        ("0", Value::Number(0.0)),
    ] {
        let found = value(written);
        assert_eq!(found.observations()[0].value, expected, "{written}");
        assert!(!found.diagnostics.has_errors());
    }
}

#[test]
fn what_is_not_a_number_is_told_with_what_was_read() {
    let unit = value("12 MWh");
    assert_eq!(unit.only().code.0, "M212");
    assert_eq!(unit.only().raw, "12 MWh");
    assert!(unit.only().help.contains("MWh"));
    // The unit of the catalogue says nothing new.
    assert_eq!(value("12 GWh").numbers(), [(2025, 12.0)]);
    assert_eq!(value("12/05/2024").only().code.0, "M212");
    assert_eq!(
        value("environ 12").only().place.as_ref().unwrap().to_string(),
        "data/valeurs/e.csv:2:11"
    );
}

#[test]
fn a_mark_after_a_value_is_its_status() {
    use crate::model::ObservationStatus::{Break, Estimated, Example, Final, Provisional};
    for (written, status) in [
        ("70 (p)", Provisional),
        ("70 prov.", Provisional),
        ("70 GWh (p)", Provisional),
        ("70 semi-définitif", Provisional),
        ("70 (semi définitif)", Provisional),
        ("70 (e)", Estimated),
        ("70 estimée", Estimated),
        ("70 [révisé]", Final),
        ("70 rupture", Break),
    ] {
        let found = value(written);
        assert_eq!(found.codes(), Vec::<&str>::new(), "{written}");
        assert_eq!(
            (found.numbers(), found.observations()[0].status),
            (vec![(2025, 70.0)], status),
            "{written}"
        );
    }
    for status in [
        "estimée",
        "prov",
        "semi-définitif",
        "Révisée",
        "(p)",
        "rupture de série",
    ] {
        let table = format!("indicateur;annee;valeur;statut\nelec;2025;1;{status}");
        let found = given([indicator("elec", "GWh")]).csv("e.csv", &table).check();
        assert_eq!(found.codes(), Vec::<&str>::new(), "{status}");
    }
    let secret = "indicateur;annee;valeur;statut\nelec;2025;1;Secret statistique";
    let found = given([indicator("elec", "GWh")]).csv("e.csv", secret).check();
    assert_eq!(found.observations()[0].value, Value::Secret);
    // What no status says is kept as a note, wherever it was said.
    for (table, note) in [
        ("indicateur;annee;valeur\nelec;2025;70 (révisé)", "Valeur révisée"),
        ("indicateur;annee;valeur\nelec;2025 (r);70", "Valeur révisée"),
        ("indicateur;annee;valeur;statut\nelec;2025;70;Révisée", "Valeur révisée"),
        ("indicateur;2025 (révisé)\nelec;70", "Valeur révisée"),
        (
            "indicateur;annee;valeur;note\nelec;2025;70 (r);Compteur",
            "Valeur révisée\u{a0}; Compteur",
        ),
        (
            "indicateur;annee;valeur;note\nelec;2025;70 (r);Révision de mars",
            "Révision de mars",
        ),
        ("indicateur;annee;valeur\nelec;2025;70 (p)", ""),
    ] {
        let found = given([indicator("elec", "GWh")]).csv("e.csv", table).check();
        assert_eq!(found.observations()[0].note, note, "{table}");
    }
    // The row goes before the cell, and the cell before the year of its column.
    let found = given([indicator("elec", "GWh")])
        .csv("e.csv", "indicateur;statut;2024 (e);2025 (e)\nelec;;1 (p);2")
        .check();
    let of_2024 = found.observations().iter().find(|one| one.year == 2024);
    assert_eq!(of_2024.map(|one| one.status), Some(Provisional));
    let found = given([indicator("elec", "GWh")])
        .csv("e.csv", "indicateur;statut;2025\nelec;exemple;1 (p)")
        .check();
    assert_eq!(found.observations()[0].status, Example);
}

#[test]
fn a_year_is_a_whole_number_of_four_digits() {
    for written in ["1899", "2101", "2024,5", "24", "30/06/2024", "", "deux mille"] {
        let table = format!("indicateur;annee;valeur\nelec;{written};1");
        let found = given([indicator("elec", "GWh")]).csv("e.csv", &table).check();
        assert_eq!(found.only().code.0, "M213", "{written}");
    }
    let wide = given([indicator("elec", "GWh")])
        .csv("e.csv", "indicateur;2024;1024\nelec;1;2")
        .check();
    assert_eq!(wide.only().code.0, "M213");
    assert_eq!(wide.numbers(), [(2024, 1.0)]);
}

#[test]
fn later_years_are_ignored_with_one_warning_a_file() {
    let found = given([indicator("elec", "GWh")])
        .csv(
            "e.csv",
            "indicateur;annee;valeur\nelec;2025;1\nelec;2026;2\nelec;2027;quatre",
        )
        .check();
    assert_eq!(found.only().code.0, "M214");
    assert!(
        found
            .only()
            .message
            .starts_with("2\u{A0}valeurs postérieures à 2025 sont ignorées")
    );
    assert_eq!(found.numbers(), [(2025, 1.0)]);
}

#[test]
fn a_status_is_read_without_its_accents() {
    let table = |status: &str| format!("indicateur;annee;valeur;statut\nelec;2025;1;{status}");
    for status in ["définitif", "Definitif", "estime", "RUPTURE", "exemple"] {
        let found = given([indicator("elec", "GWh")]).csv("e.csv", &table(status)).check();
        assert_eq!(found.codes(), Vec::<&str>::new(), "{status}");
    }
    let found = given([indicator("elec", "GWh")])
        .csv("e.csv", &table("provisoir"))
        .check();
    assert_eq!(found.only().code.0, "M215");
    assert_eq!(found.only().help, "Vouliez-vous dire «\u{A0}provisoire\u{A0}»\u{202F}?");
}

#[test]
fn a_number_declared_secret_leaves_no_trace() {
    let found = given([indicator("elec", "GWh")])
        .csv("e.csv", "indicateur;annee;valeur;statut\nelec;2025;7;secret")
        .check();
    assert_eq!(found.observations()[0].value, Value::Secret);
}

#[test]
fn a_repeated_observation_shows_both_places() {
    let found = given([indicator("elec", "GWh")])
        .csv("a.csv", "indicateur;annee;valeur\nelec;2025;1")
        .csv("b.csv", "indicateur;annee;valeur\nelec;2025;2")
        .check();
    assert_eq!(found.only().code.0, "M216");
    assert_eq!(
        found.only().place.as_ref().unwrap().to_string(),
        "data/valeurs/b.csv:2:11"
    );
    assert!(
        found
            .only()
            .message
            .contains("vaut 2 (data/valeurs/b.csv:2:11) et 1 (data/valeurs/a.csv:2:11)")
    );
    assert_eq!(found.numbers(), [(2025, 1.0)]);
}

#[test]
fn a_unit_is_the_same_in_the_table_and_in_the_catalogue() {
    let table = |unit: &str| format!("indicateur;annee;valeur;unite\nelec;2025;1;{unit}\nelec;2024;1;{unit}");
    let same = given([indicator("elec", "kg par habitant")])
        .csv("e.csv", &table("kg\u{A0}par habitant"))
        .check();
    assert_eq!(same.codes(), Vec::<&str>::new());
    let counted = given([indicator("elec", "logements")])
        .csv("e.csv", &table("nb"))
        .check();
    assert_eq!(counted.codes(), Vec::<&str>::new());
    let other = given([indicator("elec", "GWh")]).csv("e.csv", &table("MWh")).check();
    assert_eq!(other.only().code.0, "M217");
}

#[test]
fn a_percentage_of_a_workbook_is_a_hundred_times_its_number() {
    let table = "indicateur;annee;valeur\npart;2025;x";
    let share = given([indicator("part", "% des logements")])
        .csv("e.csv", table)
        .holding(0, 2, 0.07, true)
        .check();
    assert_eq!(share.numbers(), [(2025, 7.0)]);
    assert_eq!(share.codes(), Vec::<&str>::new());

    let other = given([indicator("part", "GWh")])
        .csv("e.csv", table)
        .holding(0, 2, 0.07, true)
        .check();
    assert_eq!(other.numbers(), [(2025, 0.07)]);
    assert_eq!(other.only().code.0, "M219");
}

#[test]
fn an_indicator_without_a_unit_is_told_without_empty_quotes() {
    let of =
        |cell: &str| given([indicator("pue", "")]).csv("e.csv", &format!("indicateur;annee;valeur\npue;2025;{cell}"));
    for (checked, code) in [
        (of("x").holding(0, 2, 0.07, true).check(), "M219"),
        (of("12,5 %").check(), "M212"),
    ] {
        let told = checked.only();
        assert_eq!(told.code.0, code);
        assert!(!format!("{} {}", told.message, told.help).contains("«\u{A0}\u{A0}»"));
    }
}

#[test]
fn an_impossible_character_is_told_at_its_cell() {
    let mut elec = indicator("elec", "GWh");
    elec.breakdowns = vec!["secteur".to_owned()];
    let place = elec.place.clone();
    let mut given = given([elec]).csv(
        "e.csv",
        "indicateur;annee;valeur;secteur;note\nelec;2024;1;ter\u{FEFF}tiaire;\nelec;2025;1;;\u{F0B7} vu\nelec;2023;1;;\u{F0B7} vu",
    );
    given.written.push(Placed::new("Énergie 🚲".to_owned(), place));
    given.inputs.texts.insert(
        "edito".to_owned(),
        Text::markdown(Place::file("data/textes/edito.md"), "# Édito\n\nUne 漢 et\0rien"),
    );
    let found = given.check();
    let places: Vec<String> = found
        .diagnostics
        .sorted()
        .iter()
        .map(|one| one.place.as_ref().unwrap().to_string())
        .collect();
    assert_eq!(found.codes(), ["M220"; 5]);
    assert_eq!(
        places,
        [
            "data/indicateurs/climat.yaml:2:13",
            "data/textes/edito.md:3:5",
            "data/textes/edito.md:3:9",
            "data/valeurs/e.csv:2:13",
            "data/valeurs/e.csv:3:14",
        ]
    );
    let sorted = found.diagnostics.sorted();
    assert!(sorted[4].message.contains("(2\u{A0}fois dans ce fichier)"));
    assert!(sorted[4].message.contains("puce collée depuis Word"));
}
