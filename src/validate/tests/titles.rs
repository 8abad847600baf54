//! The titles that `rapport.yaml` gives to the columns of values.

use crate::form::lines::titles;
use crate::validate::fixture::{given, indicator};

#[test]
fn a_table_is_read_under_the_titles_that_rapport_yaml_gives() {
    let mut given = given([indicator("elec", "GWh")])
        .csv(
            "export.csv",
            "Nom de l’indicateur;Exercice;Année;Valeur
             elec;2023;bissextile;10",
        )
        .csv("wide.csv", "indicateur;2024\nelec;12");
    let columns = &mut given.project.settings.columns;
    columns.values = titles::fixture(&[("annee", "exercice"), ("indicateur", "Nom de l'indicateur")]);
    let found = given.check();
    assert_eq!(found.codes(), Vec::<&str>::new());
    assert_eq!(found.numbers(), [(2023, 10.0), (2024, 12.0)]);
}

#[test]
fn other_titles_name_the_indicators_and_the_years_where_none_does() {
    for header in [
        "Libellé;annee;valeur",
        "Intitulé de l’indicateur;Exercice;valeur",
        "Indicateurs;Date;valeur",
    ] {
        let found = given([indicator("elec", "GWh")])
            .csv("v.csv", &format!("{header}\nelec;2025;12"))
            .check();
        assert_eq!(
            (found.codes(), found.numbers()),
            (vec![], vec![(2025, 12.0)]),
            "{header}"
        );
    }
    // Where one is called so, the other is what it was.
    let beside = "indicateur;annee;Date;valeur\nelec;2025;2024;12";
    let found = given([indicator("elec", "GWh")]).csv("v.csv", beside).check();
    assert_eq!((found.codes(), found.numbers()), (vec!["M202"], vec![(2025, 12.0)]));
}

#[test]
fn a_title_is_recognised_with_its_number_its_note_or_its_own_unit() {
    let told = |label: &str| {
        let mut elec = indicator("elec", "GWh");
        elec.title = "Électricité".to_owned();
        let found = given([elec])
            .csv("v.csv", &format!("indicateur;annee;valeur\n{label};2025;12"))
            .check();
        found.codes().join(" ")
    };
    for around in ["1. *", "2.1 *", "3) *", "* (1)", "*¹", "* (GWh)", "4 - * (GWh) (2)"] {
        let label = around.replacen('*', "Électricité", 1);
        assert_eq!(told(&label), "M247", "{label}");
    }
    for around in ["* (MWh)", "* (bureaux)"] {
        let label = around.replacen('*', "Électricité", 1);
        assert!(told(&label).contains("M210"), "{label}: {}", told(&label));
    }
}

#[test]
fn a_title_that_no_table_has_is_told_where_it_was_given_and_explains_the_column_that_lacks() {
    let mut given = given([indicator("elec", "GWh")]).csv("export.csv", "indicateur;Exercice;valeur\nelec;2023;10");
    given.project.settings.columns.values = titles::fixture(&[("note", "Remarque"), ("annee", "Exercise")]);
    let found = given.check();
    let told: Vec<_> = found.diagnostics.sorted().into_iter().collect();
    let places: Vec<String> = told
        .iter()
        .map(|told| told.place.as_ref().unwrap().to_string())
        .collect();
    assert_eq!(found.codes(), ["M261", "M261"]);
    assert_eq!(places, ["data/rapport.yaml:1:1", "data/rapport.yaml:2:1"]);
    assert!(told[1].help.contains("Exercice"), "{:?}", told[1]);
}

#[test]
fn a_unit_in_a_title_is_held_against_the_catalogue_or_kept() {
    let titled = |title: &str, unit: &str| {
        let mut given = given([indicator("eau", unit)]);
        given.project.settings.columns.values = titles::fixture(&[("valeur", title)]);
        given
            .csv("v.csv", &format!("indicateur;annee;{title}\neau;2025;12"))
            .check()
    };
    assert_eq!(titled("Valeur en GWh", "MWh").only().code.0, "M217");
    assert_eq!(titled("Valeur en GWh", "GWh").codes(), Vec::<&str>::new());
    assert_eq!(titled("Volume (m3)", "m³").codes(), Vec::<&str>::new());
    // So does the title of a year, or of the values by their own name; the same unit is no news.
    for (table, year) in [
        ("indicateur;2023 (MWh);2024 (GWh);2025 (GWh)\neau;11;12;13", 2023),
        ("indicateur;annee;Valeur (GWh)\neau;2025;12", 2025),
    ] {
        let found = given([indicator("eau", "MWh")]).csv("w.csv", table).check();
        assert_eq!((found.only().code.0, found.numbers()[0].0), ("M217", year));
        let same = table.replace("GWh", "MWH");
        let found = given([indicator("eau", "MWh")]).csv("w.csv", &same).check();
        assert_eq!(found.codes(), Vec::<&str>::new());
    }
    let obeyed = given([indicator("eau", "MWh")])
        .csv("w.csv", "indicateur;2024;unite\neau;11;GWh")
        .check();
    assert_eq!(obeyed.only().code.0, "M217");
}

#[test]
fn a_header_whose_years_are_on_a_second_line_is_told_to_be_one_line() {
    let split = given([indicator("elec", "GWh")])
        .csv("e.csv", "indicateur;Valeurs;\n;2023;2024\nelec;1;2")
        .check();
    assert_eq!(split.codes(), ["M201"]);
    assert!(
        split.only().help.contains("indicateur;2023;2024"),
        "{}",
        split.only().help
    );
}
