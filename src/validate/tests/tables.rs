//! Tables: their header, their layout, the indicators they name.

use crate::diagnostic::Severity;
use crate::model::{Derivation, ObservationStatus, Value};
use crate::validate::fixture::{given, id, indicator};

#[test]
fn a_long_table_gives_one_observation_a_row() {
    let mut elec = indicator("elec", "GWh");
    elec.breakdowns = vec!["secteur".to_owned()];
    let found = given([elec])
        .csv(
            "energie.csv",
            "Indicateur;Année;Valeur;Unité;Secteur;Statut;Note
             elec;2024;1 234,5;GWh;;provisoire;à confirmer
             elec;2025;n.d.;;résidentiel;;
             elec;2025;12;;;secret;",
        )
        .check();
    assert_eq!(found.codes(), Vec::<&str>::new());
    let [first, headline, part] = found.observations() else {
        panic!("three observations, not {:#?}", found.observations());
    };
    assert_eq!((first.year, first.value), (2024, Value::Number(1234.5)));
    assert_eq!(first.status, ObservationStatus::Provisional);
    assert_eq!(first.note, "à confirmer");
    assert_eq!(first.place.to_string(), "data/valeurs/energie.csv:2:11");
    assert_eq!(
        (headline.value, headline.status),
        (Value::Secret, ObservationStatus::Secret)
    );
    assert_eq!(
        (part.value, part.breakdown["secteur"].as_str()),
        (Value::Missing, "résidentiel")
    );
}

#[test]
fn a_wide_table_gives_one_observation_a_year() {
    let found = given([indicator("elec", "GWh")])
        .csv(
            "energie.csv",
            "indicateur;2021;2022;2023;2024;2025;2026
             elec;;10;-;12;;13",
        )
        .check();
    assert_eq!(found.codes(), ["M214"]);
    assert_eq!(found.numbers(), [(2022, 10.0), (2024, 12.0)]);
    // 2021 is before the series; 2023 and 2025 are absences.
    let years: Vec<i32> = found.observations().iter().map(|one| one.year).collect();
    assert_eq!(years, [2022, 2023, 2024, 2025]);
}

#[test]
fn the_blank_years_of_a_survey_are_no_absence() {
    let mut survey = indicator("enquete", "GWh");
    survey.frequency = 3;
    let found = given([survey])
        .csv(
            "enquete.csv",
            "indicateur;2018;2019;2020;2021;2022;2023;2024
             enquete;1;;;2;;;3",
        )
        .check();
    assert_eq!(found.codes(), Vec::<&str>::new());
    assert_eq!(found.observations().len(), 3);
}

#[test]
fn a_query_gives_the_values_of_its_indicator() {
    let mut elec = indicator("elec", "GWh");
    elec.breakdowns = vec!["secteur".to_owned()];
    let found = given([elec])
        .query(
            "elec",
            "annee;secteur;valeur
             2024;tertiaire;4
             2025;tertiaire;5",
        )
        .check();
    assert_eq!(found.codes(), Vec::<&str>::new());
    assert_eq!(found.numbers(), [(2024, 4.0), (2025, 5.0)]);

    let twice = given([indicator("elec", "GWh")])
        .query("elec", "annee;valeur\n2024;1\n2024;2")
        .check();
    assert!(
        twice.only().message.starts_with("La requête donne deux fois"),
        "{}",
        twice.only().message
    );
}

#[test]
fn a_missing_column_is_told_with_the_one_that_was_meant() {
    let found = given([indicator("elec", "GWh")])
        .csv("e.csv", "indicateur;annee;valuer\nelec;2024;1")
        .check();
    assert_eq!(found.codes(), ["M200"]);
    let sorted = found.diagnostics.sorted();
    assert_eq!(
        sorted[0].help,
        "Renommez la colonne «\u{A0}valuer\u{A0}» en «\u{A0}valeur\u{A0}»."
    );
}

#[test]
fn two_lines_of_headers_are_refused() {
    let below = given([indicator("elec", "GWh")])
        .csv(
            "e.csv",
            "indicateur;annee;valeur\nidentifiant;année;en GWh\nelec;2024;1",
        )
        .check();
    assert!(below.codes().contains(&"M201"));
    assert!(below.observations().is_empty());

    let above = given([indicator("elec", "GWh")])
        .csv("e.csv", "Données du service;;\nindicateur;annee;valeur\nelec;2024;1")
        .check();
    assert!(above.codes().contains(&"M201"));
    assert!(!above.codes().contains(&"M200"));

    let wide = given([indicator("elec", "GWh")])
        .csv("e.csv", "indicateur;2023;2024\n;définitif;provisoire\nelec;1;2")
        .check();
    assert!(wide.codes().contains(&"M201"));

    let absences =
        given([indicator("elec", "GWh")]).csv("e.csv", "indicateur;annee;valeur\nelec;2024;n.d.\nelec;2025;1");
    assert_eq!(absences.check().codes(), Vec::<&str>::new());
}

#[test]
fn a_column_nobody_reads_is_a_warning_and_a_repeated_one_an_error() {
    let found = given([indicator("elec", "GWh")])
        .csv("e.csv", "indicateur;annee;valeur;statu;valeur;visa\nelec;2024;1;;2;ok")
        .check();
    assert_eq!(found.codes(), ["M202", "M204", "M202"]);
    let sorted = found.diagnostics.sorted();
    assert_eq!(
        sorted[0].help,
        "S’il s’agit de «\u{A0}statut\u{A0}», corrigez l’en-tête."
    );
    assert_eq!(sorted[0].severity, Severity::Warning);
}

#[test]
fn an_undeclared_disaggregation_does_not_become_a_headline() {
    let mut gas = indicator("gaz", "GWh");
    gas.breakdowns = vec!["secteur".to_owned()];
    let found = given([indicator("elec", "GWh"), gas])
        .csv(
            "e.csv",
            "indicateur;annee;valeur;secteur\nelec;2024;1;tertiaire\nelec;2024;2;industrie\ngaz;2024;1;tertiaire",
        )
        .check();
    assert_eq!(found.codes(), ["M203"]);
    assert_eq!(found.observations().len(), 1);
}

#[test]
fn territory_and_perimeter_disaggregate_without_being_declared() {
    let found = given([indicator("elec", "GWh")])
        .csv(
            "e.csv",
            "indicateur;annee;valeur;territoire\nelec;2024;1;nord\nelec;2024;2;sud",
        )
        .check();
    assert_eq!(found.codes(), Vec::<&str>::new());
    assert_eq!(found.observations()[1].breakdown["territoire"], "sud");
}

#[test]
fn an_unknown_indicator_is_told_once_with_the_nearest() {
    let found = given([indicator("elec-batiments", "GWh")])
        .csv(
            "e.csv",
            "indicateur;annee;valeur\nelec-batiment;2024;1\nelec-batiment;2025;1\nelec-batiments;2025;1",
        )
        .check();
    let only = found.only();
    assert_eq!(only.code.0, "M210");
    assert_eq!(only.help, "Vouliez-vous dire «\u{A0}elec-batiments\u{A0}»\u{202F}?");
    assert!(only.message.contains("2\u{A0}lignes"));
}

#[test]
fn an_identifier_is_a_text() {
    let found = given([indicator("elec", "GWh")])
        .csv("e.csv", "indicateur;annee;valeur\nelec;2024;1\n12;2024;1\n;2025;1\n;;")
        .holding(1, 0, 12.0, false)
        .check();
    assert_eq!(found.codes(), ["M211", "M211"]);
}

#[test]
fn a_computed_indicator_has_no_row() {
    let mut rate = indicator("taux", "GWh");
    let formula = crate::diagnostic::Placed::new("elec / 2".to_owned(), rate.place.clone());
    rate.derivation = Some(Derivation::Formula(formula));
    let found = given([rate])
        .csv("e.csv", "indicateur;annee;valeur\ntaux;2024;1\ntaux;2025;1")
        .check();
    assert_eq!(found.only().code.0, "M218");
    assert!(found.observations().is_empty());
}

#[test]
fn observations_are_sorted_whatever_the_order_of_the_files() {
    let found = given([indicator("gaz", "GWh"), indicator("elec", "GWh")])
        .csv("b.csv", "indicateur;annee;valeur\ngaz;2025;1\nelec;2025;1\nelec;2024;1")
        .check();
    let order: Vec<_> = found
        .observations()
        .iter()
        .map(|one| (one.indicator.clone(), one.year))
        .collect();
    assert_eq!(order, [(id("elec"), 2024), (id("elec"), 2025), (id("gaz"), 2025)]);
}

#[test]
fn an_entry_at_fault_makes_neither_its_rows_nor_its_columns_unknown() {
    let mut given = given([indicator("elec", "GWh")]).csv(
        "e.csv",
        "indicateur;annee;valeur;energie\nelec;2025;1;\ngaz;2025;1;bois",
    );
    assert_eq!(given.check().codes(), ["M202", "M210"]);
    given.project.refused.insert(id("gaz"));
    assert_eq!(given.check().codes(), Vec::<&str>::new());
}

#[test]
fn a_query_without_an_answer_is_told_by_load_alone() {
    let mut given = given([indicator("elec", "GWh")]).query("elec", "annee;valeur");
    assert_eq!(given.check().codes(), Vec::<&str>::new());
    given.inputs.queries.clear();
    assert_eq!(given.check().codes(), Vec::<&str>::new());

    let late = crate::validate::fixture::given([indicator("elec", "GWh")]).query("elec", "annee;valeur\n2026;1");
    assert_eq!(late.check().codes(), ["M230", "M214"]);
}

#[test]
fn a_value_cut_in_two_by_its_delimiter_is_never_read() {
    let found = given([indicator("elec", "GWh")])
        .csv("energie.csv", "indicateur;annee;valeur\nelec;2024;0;9\nelec;2025;0;8")
        .check();
    assert_eq!(found.codes(), ["M205"]);
    let fault = &found.diagnostics.sorted()[0];
    assert_eq!(fault.severity, Severity::Error);
    assert_eq!(
        fault.place.clone().unwrap().to_string(),
        "data/valeurs/energie.csv:2:13"
    );
}

#[test]
fn a_marked_year_marks_its_values_and_an_almost_year_is_never_lost() {
    let found = given([indicator("elec", "GWh")])
        .csv(
            "energie.csv",
            "indicateur;statut;2022;Année 2023;2024 (p);2025 (e)\nelec;;1;2;3;4\n",
        )
        .check();
    assert_eq!(found.codes(), Vec::<&str>::new());
    let read: Vec<_> = found.observations().iter().map(|one| (one.year, one.status)).collect();
    use ObservationStatus::{Estimated, Final, Provisional};
    assert_eq!(
        read,
        [(2022, Final), (2023, Final), (2024, Provisional), (2025, Estimated)]
    );

    let found = given([indicator("elec", "GWh")])
        .csv("energie.csv", "indicateur;2022/2023;2024*\nelec;1;2\n")
        .check();
    assert_eq!(found.codes(), ["M206", "M206"]);
    let found = given([indicator("elec", "GWh")])
        .csv("energie.csv", "indicateur;2024;cible 2030\nelec;1;2\n")
        .check();
    assert_eq!(found.codes(), ["M202"]);
}

#[test]
fn a_marked_year_of_a_long_table_yields_to_the_status_of_its_row() {
    let found = given([indicator("elec", "GWh")])
        .csv(
            "energie.csv",
            "indicateur;annee;valeur;statut\nelec;2023 (p);1;\nelec;2024-01-01;2;\nelec;2025 (p);3;exemple\n",
        )
        .check();
    assert_eq!(found.codes(), Vec::<&str>::new());
    let read: Vec<_> = found.observations().iter().map(|one| (one.year, one.status)).collect();
    use ObservationStatus::{Example, Final, Provisional};
    assert_eq!(read, [(2023, Provisional), (2024, Final), (2025, Example)]);
}
