//! Every help that proposes a value is obeyed to the letter, and the value read is the one that was meant.

use crate::french::NO_BREAK_SPACE;
use crate::model::{Indicator, Value};
use crate::validate::fixture::{Found, given, indicator};

fn value(of: &Indicator, written: &str) -> Found {
    given([of.clone()])
        .csv("e.csv", &format!("indicateur;annee;valeur\nelec;2025;{written}"))
        .check()
}

/// What a help tells to write, the first thing in guillemets after the verb.
fn proposed(help: &str) -> Option<String> {
    let (_, after) = help.split_once("crivez")?;
    let (_, quoted) = after.split_once('«')?;
    Some(quoted.split_once('»')?.0.trim_matches([NO_BREAK_SPACE, ' ']).to_owned())
}

#[test]
fn a_help_that_proposes_a_value_gives_the_value_that_was_meant() {
    for (unit, written, meant) in [
        ("MWh", "1250 kWh", 1.25),
        ("MWh", "1,5 GWh", 1500.0),
        ("kWh", "1 250,00 MWh", 1_250_000.0),
        ("k€", "1 250,00 €", 1.25),
        ("€", "12,5 k€", 12_500.0),
        ("", "58,9 k", 58_900.0),
        ("", "1,2 millions", 1_200_000.0),
        ("t", "-350 kg", -0.35),
        ("tCO2e", "1 200 kgCO2e", 1.2),
        ("m³", "3 500 litres", 3.5),
        ("arbres", "47O0", 4700.0),
        ("arbres", "l2", 12.0),
        ("kWh", "1O 5O0", 10_500.0),
    ] {
        let of = indicator("elec", unit);
        let found = value(&of, written);
        let help = found.only().help.clone();
        let proposed = proposed(&help).unwrap_or_else(|| panic!("{written}: {help}"));
        let obeyed = value(&of, &proposed);
        assert_eq!(
            obeyed.observations()[0].value,
            Value::Number(meant),
            "{written}: {help}"
        );
    }
}

#[test]
fn no_help_tells_to_remove_a_unit_that_is_not_the_one_of_the_catalogue() {
    for (unit, written, number) in [
        ("kWh", "12,5 %", "12,5"),
        ("MWh", "12 patates", "12"),
        ("", "12 habitants", "12"),
        ("m³", "1250 kWh", "1250"),
        ("arbres", "47O0", "47"),
        ("€", "12 dollars", "12"),
    ] {
        let help = value(&indicator("elec", unit), written).only().help.clone();
        assert!(!help.contains("Retirez"), "{written}: {help}");
        assert_ne!(proposed(&help).as_deref(), Some(number), "{written}: {help}");
    }
}

#[test]
fn the_unit_of_the_catalogue_may_follow_the_number_in_any_of_its_writings() {
    for (unit, written) in [
        ("m³", "12 m3"),
        ("€", "12 euros"),
        ("t", "12 tonnes"),
        ("%", "12%"),
        ("kWh", "12kWh"),
    ] {
        assert_eq!(
            value(&indicator("elec", unit), written).numbers(),
            [(2025, 12.0)],
            "{written}"
        );
    }
}

#[test]
fn every_dash_is_a_minus_before_digits_and_an_absence_alone() {
    for dash in ["-", "\u{2010}", "\u{2011}", "\u{2012}", "–", "—", "−"] {
        let of = indicator("elec", "GWh");
        assert_eq!(value(&of, &format!("{dash}12")).numbers(), [(2025, -12.0)], "{dash}");
        assert_eq!(value(&of, dash).observations()[0].value, Value::Missing, "{dash}");
    }
}

#[test]
fn what_stands_around_a_number_goes_to_its_column() {
    for (cell, written, elsewhere) in [
        ("58900 (1)", "58900", "note"),
        ("59100*", "59100", "note"),
        ("12¹", "12", "note"),
        ("12 (a)", "12", "note"),
        ("12e", "12", "estimé"),
        ("environ 12", "12", "note"),
        ("~12", "12", "note"),
        ("10 à 12", "10 à 12", "note"),
        ("10-12", "10-12", "note"),
        ("< 5", "n.d.", "note"),
        ("58.900 (1)", "58900", "s’il précède les décimales"),
    ] {
        for table in [
            format!("indicateur;annee;valeur\neau;2025;{cell}"),
            format!("indicateur;2025\neau;{cell}"),
        ] {
            let found = given([indicator("eau", "MWh")]).csv("v.csv", &table).check();
            let told = found.only();
            assert_eq!(told.code.0, "M212", "{cell}");
            assert!(
                told.help.contains(written) && told.help.contains(elsewhere),
                "{cell}: {}",
                told.help
            );
            assert!(!told.help.contains("sont en"), "{cell}: {}", told.help);
        }
    }
}

#[test]
fn a_remark_after_a_number_goes_to_the_notes_and_is_no_unit() {
    for (written, number, note) in [
        ("15 100 kg (hors mairie annexe)", "15 100", "hors mairie annexe"),
        ("15100 (hors mairie annexe)", "15100", "hors mairie annexe"),
        ("12 env.", "12", "env."),
        ("12 à confirmer", "12", "à confirmer"),
    ] {
        let found = value(&indicator("elec", "kg"), written);
        let help = &found.only().help;
        assert_eq!(proposed(help).as_deref(), Some(number), "{help}");
        assert!(
            help.contains(note) && help.contains("colonne") && !help.contains("unité"),
            "{help}"
        );
    }
    let help = value(&indicator("elec", "MWh"), "12 k€ HT").only().help.clone();
    assert!(help.contains("k€") && !help.contains("note"), "{help}");
}

#[test]
fn a_hint_names_the_column_to_who_keeps_a_table() {
    let mut survey = indicator("elec", "%");
    survey.place = crate::diagnostic::Place::cell("data/indicateurs/a.xlsx", "Catalogue", 7, 1);
    let rows: String = [2010, 2015, 2021].map(|year| format!("\nelec;{year};0,3")).concat();
    let found = given([survey])
        .csv("e.csv", &format!("indicateur;annee;valeur{rows}"))
        .check();
    for (code, words) in [("M231", "2010 ; 2015 ; 2021"), ("M235", "0 ; 1")] {
        let told = found.diagnostics.sorted();
        let help = &told.iter().find(|found| found.code.0 == code).unwrap().help;
        assert!(help.contains(words) && !help.contains('['), "{help}");
        assert!(help.contains("feuille Catalogue, ligne 7, colonne"), "{help}");
    }
}
