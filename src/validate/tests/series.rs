//! The values of an indicator taken together, and the catalogue against them.

use crate::model::{Aggregation, Direction, Indicator};
use crate::validate::fixture::{Found, baseline, given, indicator, target};

/// What is found for a series of `(year, written value)`.
fn series(indicator: Indicator, values: &[(i32, &str)]) -> Found {
    let rows: Vec<String> = values
        .iter()
        .map(|(year, value)| format!("{};{year};{value}", indicator.id))
        .collect();
    given([indicator])
        .csv("e.csv", &format!("indicateur;annee;valeur\n{}", rows.join("\n")))
        .check()
}

#[test]
fn an_indicator_without_a_number_is_a_warning() {
    assert_eq!(given([indicator("elec", "GWh")]).check().only().code.0, "M230");
    assert_eq!(
        series(indicator("elec", "GWh"), &[(2024, "n.d.")]).only().code.0,
        "M230"
    );
    let later = series(indicator("elec", "GWh"), &[(2026, "1")]);
    assert_eq!(later.codes(), ["M230", "M214"]);
}

#[test]
fn a_gap_names_its_years() {
    let found = series(
        indicator("elec", "GWh"),
        &[(2019, "1"), (2022, "1"), (2023, "1"), (2025, "1")],
    );
    assert_eq!(found.only().code.0, "M231");
    assert!(
        found.only().message.ends_with("n’a rien pour 2020, 2021 et 2024."),
        "{}",
        found.only().message
    );

    let yearly = series(indicator("elec", "GWh"), &[(2020, "1"), (2021, "1"), (2023, "1")]);
    assert!(
        yearly.only().help.starts_with("Ajoutez les années manquantes"),
        "{}",
        yearly.only().help
    );

    let every_two = series(indicator("elec", "GWh"), &[(2019, "1"), (2021, "1"), (2023, "1")]);
    assert!(every_two.only().help.contains("frequence: 2"));

    let absent = series(indicator("elec", "GWh"), &[(2023, "1"), (2024, "n.d."), (2025, "1")]);
    assert_eq!(absent.codes(), Vec::<&str>::new());

    let mut survey = indicator("elec", "GWh");
    survey.frequency = 3;
    let found = series(survey, &[(2015, "1"), (2018, "1"), (2024, "1")]);
    assert!(found.only().message.ends_with("n’a rien pour 2021."));
}

#[test]
fn a_reference_needs_a_value() {
    let mut elec = indicator("elec", "GWh");
    elec.baseline = baseline(2020, None);
    let found = series(elec.clone(), &[(2024, "1"), (2025, "1")]);
    assert_eq!(found.only().code.0, "M232");
    assert!(
        found.only().help.contains("reference: {annee: 2020, valeur: …}"),
        "{}",
        found.only().help
    );
    // A catalogue kept as a table may have the year and the value in two columns: a third would be the key twice.
    let mut in_a_cell = elec.clone();
    in_a_cell.baseline.as_mut().unwrap().place =
        crate::diagnostic::Place::cell("data/projet.xlsx", "Indicateurs", 2, 10);
    let found = series(in_a_cell, &[(2024, "1"), (2025, "1")]);
    let help = found.only().help.replace('\u{a0}', " ");
    assert!(
        help.contains("colonne « reference_valeur » (ou « 2020 = … » dans la colonne « reference », si"),
        "{help}"
    );
    elec.baseline = baseline(2020, Some(3.0));
    assert_eq!(series(elec, &[(2024, "1"), (2025, "1")]).codes(), Vec::<&str>::new());
}

#[test]
fn a_faulty_cell_hides_what_follows_from_it_and_only_there() {
    let indicators = ["eau", "elec"].map(|name| {
        let mut indicator = indicator(name, "GWh");
        indicator.baseline = baseline(2020, None);
        indicator.source.max_age = Some(1);
        indicator
    });
    let rows = |name: &str, second: &str| format!("\n{name};2019;1\n{name};2021;2\n{name};2022;{second}");
    let table = |second: &str| format!("indicateur;annee;valeur{}{}", rows("eau", "3"), rows("elec", second));
    let whole = given(indicators.clone()).csv("e.csv", &table("3")).check();
    assert_eq!(whole.codes(), ["M232", "M232", "M231", "M237", "M231", "M237"]);
    let faulty = given(indicators.clone()).csv("e.csv", &table("trois")).check();
    assert_eq!(faulty.codes(), ["M232", "M231", "M237", "M212"]);
    let lost = given(indicators).csv("e.csv", "indicateur;annee\neau;2019").check();
    assert_eq!(lost.codes(), ["M200"]);
}

#[test]
fn the_parts_make_the_reference_only_when_they_are_added() {
    let mut elec = indicator("elec", "GWh");
    elec.baseline = baseline(2025, None);
    let table = "indicateur;annee;valeur;territoire\nelec;2025;1;nord";
    let found = given([elec.clone()]).csv("e.csv", table).check();
    assert_eq!(found.only().code.0, "M232");
    assert!(
        found.only().message.contains("seules ses parties en ont une"),
        "{}",
        found.only().message
    );
    assert!(found.only().help.contains("total"), "{}", found.only().help);
    elec.aggregation = Aggregation::Sum;
    assert_eq!(given([elec]).csv("e.csv", table).check().codes(), Vec::<&str>::new());
}

#[test]
fn a_share_is_between_nothing_and_the_whole() {
    let found = series(indicator("part", "%"), &[(2024, "99"), (2025, "101,5")]);
    assert_eq!(found.only().code.0, "M233");
    assert!(found.only().message.contains("101,5\u{202F}%"));
    assert!(!found.diagnostics.has_errors());

    let mut bounded = indicator("part", "%");
    bounded.bounds = Some((0.0, 100.0));
    let found = series(bounded.clone(), &[(2024, "99"), (2025, "101")]);
    assert_eq!(found.only().code.0, "M234");
    assert_eq!(found.numbers(), [(2024, 99.0)]);

    bounded.targets = vec![target(2030, 120.0)];
    assert_eq!(series(bounded, &[(2025, "99")]).only().code.0, "M234");
}

#[test]
fn fractions_under_a_percentage_are_doubted() {
    let found = series(indicator("part", "%"), &[(2024, "0,31"), (2025, "0,4")]);
    assert_eq!(found.only().code.0, "M235");
    assert_eq!(
        series(indicator("part", "%"), &[(2024, "0"), (2025, "1")]).codes(),
        Vec::<&str>::new()
    );
    assert_eq!(
        series(indicator("part", "%"), &[(2024, "0,31"), (2025, "1,2")]).codes(),
        Vec::<&str>::new()
    );
    let mut small = indicator("part", "%");
    small.bounds = Some((0.0, 1.0));
    assert_eq!(series(small, &[(2024, "0,31")]).codes(), Vec::<&str>::new());
    let formatted = given([indicator("part", "%")])
        .csv("e.csv", "indicateur;annee;valeur\npart;2025;x")
        .holding(0, 2, 0.0031, true);
    assert_eq!(formatted.check().codes(), Vec::<&str>::new());
}

#[test]
fn a_jump_asks_for_the_unit() {
    assert_eq!(
        series(indicator("elec", "GWh"), &[(2024, "2"), (2025, "20")]).codes(),
        Vec::<&str>::new()
    );
    let up = series(indicator("elec", "GWh"), &[(2024, "2"), (2025, "20,1")]);
    assert_eq!(up.only().code.0, "M236");
    let down = series(indicator("elec", "GWh"), &[(2024, "2000"), (2025, "2")]);
    assert!(down.only().message.contains("de 2\u{202F}000 en 2024 à 2 en 2025"));
    assert_eq!(
        series(indicator("elec", "GWh"), &[(2024, "0"), (2025, "50")]).codes(),
        Vec::<&str>::new()
    );

    let broken = "indicateur;annee;valeur;statut\nelec;2024;1;\nelec;2025;50;rupture";
    assert_eq!(
        given([indicator("elec", "GWh")]).csv("e.csv", broken).check().codes(),
        Vec::<&str>::new()
    );
}

#[test]
fn a_source_ages() {
    let mut elec = indicator("elec", "GWh");
    elec.source.max_age = Some(2);
    assert_eq!(series(elec.clone(), &[(2023, "1")]).codes(), Vec::<&str>::new());
    assert_eq!(series(elec, &[(2022, "1")]).only().code.0, "M237");
}

#[test]
fn a_target_comes_after_its_reference_and_on_the_side_that_is_wanted() {
    let mut elec = indicator("elec", "GWh");
    elec.baseline = baseline(2024, None);
    elec.targets = vec![target(2024, 0.5), target(2030, 0.5)];
    assert_eq!(series(elec.clone(), &[(2024, "1"), (2025, "1")]).only().code.0, "M240");

    elec.targets = vec![target(2030, 1.0), target(2040, 1.5)];
    let against = series(elec.clone(), &[(2024, "1"), (2025, "1")]);
    assert_eq!(against.only().code.0, "M241");
    assert!(against.only().message.contains("2040"));

    elec.direction = Direction::Increase;
    assert_eq!(
        series(elec.clone(), &[(2024, "1"), (2025, "1")]).codes(),
        Vec::<&str>::new()
    );
    elec.direction = Direction::Monitor;
    assert_eq!(series(elec, &[(2024, "9"), (2025, "9")]).codes(), Vec::<&str>::new());
}
