//! What people call an indicator or a part of it, and what a table says beside its values.

use crate::model::{Indicator, Value};
use crate::validate::fixture::{given, id, indicator};

fn titled(name: &str, title: &str) -> Indicator {
    Indicator {
        title: title.to_owned(),
        ..indicator(name, "MWh")
    }
}

#[test]
fn an_identifier_is_read_whatever_its_case_and_accents() {
    let found = given([indicator("elec-batiments", "MWh")])
        .csv(
            "a.csv",
            "indicateur;annee;valeur
             Élec Bâtiments;2023;3
             ELEC-BATIMENTS;2024;2
             elec\u{200B}-batiments;2025;1",
        )
        .check();
    assert_eq!(found.codes(), Vec::<&str>::new());
    assert_eq!(found.numbers(), [(2023, 3.0), (2024, 2.0), (2025, 1.0)]);
}

#[test]
fn a_title_stands_for_the_identifier_that_it_alone_names_and_is_told_once() {
    let table = "indicateur;annee;valeur
                 Électricité des bâtiments;2024;2
                 electricite des batiments;2025;1";
    let found = given([titled("elec", "Électricité des bâtiments"), titled("gaz", "Gaz")])
        .csv("a.csv", table)
        .check();
    assert_eq!(found.codes(), ["M230", "M247"]);
    assert_eq!(found.numbers(), [(2024, 2.0), (2025, 1.0)]);
    let shared = given([
        titled("elec", "Électricité des bâtiments"),
        titled("gaz", "Électricité des bâtiments"),
    ])
    .csv("a.csv", table)
    .check();
    assert!(shared.numbers().is_empty() && shared.codes().contains(&"M210"));
}

#[test]
fn an_archived_indicator_keeps_its_lines_and_is_read_no_more() {
    let mut given = given([indicator("elec", "MWh")]);
    given.project.archived = vec![titled("ancien", "Ancien suivi")];
    let found = given
        .csv(
            "a.csv",
            "indicateur;annee;valeur
             elec;2025;1
             ancien;2019;huit
             Ancien suivi;2020;9",
        )
        .check();
    assert_eq!(found.codes(), Vec::<&str>::new());
    assert_eq!(found.numbers(), [(2025, 1.0)]);
}

#[test]
fn what_a_workbook_repeats_of_the_catalogue_is_left_alone_and_a_comment_is_a_note() {
    let found = given([indicator("elec", "MWh")])
        .csv(
            "a.csv",
            "indicateur;Titre;Service;annee;valeur;Commentaire
             elec;Électricité;Patrimoine;2025;1;chauffage réparé",
        )
        .check();
    assert_eq!(found.codes(), Vec::<&str>::new());
    assert_eq!(found.observations()[0].note, "chauffage réparé");
    // Where the table has its notes, a second column of them is one that nothing reads; `service` may be a disaggregation.
    let mut elec = indicator("elec", "MWh");
    elec.breakdowns = vec!["service".to_owned()];
    let found = given([elec])
        .csv(
            "a.csv",
            "indicateur;Service;annee;valeur;note;Commentaire
             elec;Patrimoine;2025;1;a;b",
        )
        .check();
    assert_eq!(found.codes(), ["M202"]);
    let first = &found.observations()[0];
    assert_eq!(
        (first.note.as_str(), first.breakdown["service"].as_str()),
        ("a", "Patrimoine")
    );
}

fn sites(table: &str) -> crate::validate::fixture::Found {
    let mut elec = indicator("elec", "MWh");
    elec.breakdowns = vec!["site".to_owned()];
    given([elec])
        .csv("a.csv", &format!("indicateur;site;annee;valeur\n{table}"))
        .check()
}

#[test]
fn a_part_written_otherwise_one_year_is_the_same_part() {
    let found = sites(
        "elec;Hôtel de Ville;2023;3
         elec;Hôtel de ville;2024;2
         elec;Hôtel de ville;2022;2
         elec;HOTEL-DE-VILLE;2025;1",
    );
    assert_eq!(found.codes(), ["M249"]);
    // The label is what is to be written otherwise, not its value.
    let place = found.only().place.clone().map(|place| place.to_string());
    assert_eq!(place.as_deref(), Some("data/valeurs/a.csv:5:6"));
    let labels = found.observations().iter().map(|one| one.breakdown["site"].as_str());
    assert_eq!(labels.collect::<Vec<_>>(), ["Hôtel de ville"; 4]);
    // In another form of Unicode, or with spaces that no one sees, it is the same text.
    let found =
        sites("elec;Déchets verts;2023;3\nelec;De\u{301}chets\u{A0}verts;2024;2\nelec;Déchets verts\u{200B};2025;1");
    assert_eq!(found.codes(), Vec::<&str>::new());
    assert!(
        found
            .observations()
            .iter()
            .all(|one| one.breakdown["site"] == "Déchets verts")
    );
    // Its signs tell a part apart, and twice the same part in a year is once too many.
    let found = sites("elec;A;2024;3\nelec;A+;2024;2\nelec;10-20 %;2024;2\nelec;10 20 %;2024;2");
    assert_eq!(found.codes(), Vec::<&str>::new());
    assert!(
        sites("elec;Mairie;2024;3\nelec;MAIRIE;2024;2")
            .codes()
            .contains(&"M216")
    );
}

#[test]
fn a_part_that_does_not_exist_is_neither_a_number_nor_an_absence() {
    let found = sites("elec;Piscine;2023;pas encore ouverte\nelec;Piscine;2024;2\nelec;Piscine;2025;fermée");
    assert_eq!(found.codes(), Vec::<&str>::new());
    let values: Vec<Value> = found.observations().iter().map(|one| one.value).collect();
    assert_eq!(values, [Value::Void, Value::Number(2.0), Value::Void]);
}

#[test]
fn the_years_of_a_census_leave_no_gap_and_others_are_told_how_to_say_them() {
    let mut census = indicator("logements", "logements");
    let table = "indicateur;annee;valeur\nlogements;2010;1\nlogements;2015;2\nlogements;2021;3";
    let found = given([census.clone()]).csv("a.csv", table).check();
    assert_eq!(found.codes(), ["M231"]);
    assert!(
        found.only().help.contains("mesures: [2010, 2015, 2021]"),
        "{}",
        found.only().help
    );
    census.measured = vec![2010, 2015, 2021];
    assert_eq!(
        given([census.clone()]).csv("a.csv", table).check().codes(),
        Vec::<&str>::new()
    );
    census.measured = vec![2010, 2015, 2018, 2021];
    let found = given([census]).csv("a.csv", table).check();
    assert!(
        found.only().message.ends_with("n’a rien pour 2018."),
        "{}",
        found.only().message
    );
    assert_eq!(id("logements").as_str(), "logements");
}
