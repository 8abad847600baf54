//! Points and commas of a column, and columns of years.

use crate::config::ValuesFile;
use crate::diagnostic::{Place, Placed, Severity};
use crate::french::quoted;
use crate::model::fixture::action;
use crate::model::{Action, DecimalSign, ObservationStatus};
use crate::validate::fixture::{Given, given, indicator};

fn population(unit: &str, values: [&str; 3]) -> Given {
    let [first, second, third] = values;
    let text = format!("indicateur;annee;valeur\npop;2023;{first}\npop;2024;{second}\npop;2025;{third}");
    given([indicator("pop", unit)]).csv("a.csv", &text)
}

fn declared(mut given: Given, decimal: DecimalSign) -> Given {
    given.project.settings.values.push(ValuesFile {
        file: Placed::new("a.csv".to_owned(), Place::line("data/rapport.yaml", 9, 5)),
        sheet: None,
        decimal: Some(decimal),
        prevails: false,
    });
    given
}

#[test]
fn one_value_proves_what_the_points_of_its_column_are() {
    let found = population("habitants", ["987.654", "998.123", "1.004.310"]).check();
    assert_eq!(found.codes(), Vec::<&str>::new());
    assert_eq!(
        found.numbers(),
        [(2023, 987_654.0), (2024, 998_123.0), (2025, 1_004_310.0)]
    );
    let found = population("MWh", ["1.250", "980.5", "1.310"]).check();
    assert_eq!(found.numbers()[0], (2023, 1.25));
}

#[test]
fn what_nothing_proves_is_told_once_with_both_readings() {
    for values in [["58.900", "59.100", "59.400"], ["58,900", "59,100", "59,400"]] {
        let found = population("habitants", values).check();
        let told = found.only();
        assert_eq!((told.code.0, told.severity), ("M242", Severity::Error), "{values:?}");
        assert!(
            told.message.contains("58\u{202F}900") && told.message.contains("2\u{A0}autres nombres"),
            "{}",
            told.message
        );
        let measured = population("MWh", values).check();
        assert_eq!(measured.only().severity, Severity::Warning);
    }
    let wide = given([indicator("pop", "€")])
        .csv("w.csv", "indicateur;2024;2025\npop;58.900;59.100")
        .check();
    assert_eq!(wide.only().severity, Severity::Error);
}

#[test]
fn the_author_ends_the_doubt_for_the_whole_file() {
    let values = ["58.900", "59.100", "59.400"];
    let comma = declared(population("habitants", values), DecimalSign::Comma).check();
    assert_eq!(comma.codes(), Vec::<&str>::new());
    assert_eq!(comma.numbers()[0], (2023, 58_900.0));
    let point = declared(population("habitants", values), DecimalSign::Point).check();
    assert_eq!(point.numbers()[0], (2023, 58.9));
}

#[test]
fn a_number_that_contradicts_the_author_is_told_with_what_to_write() {
    for (values, decimal, written) in [
        (["12.5", "13,5", "14"], DecimalSign::Comma, "12,5"),
        (["58.900", "12,5", "60,25"], DecimalSign::Point, "12.5"),
        (["580.900", "1.004.310", "990000"], DecimalSign::Point, "1004310"),
    ] {
        let wrong = declared(population("MWh", values), decimal).check();
        let told = wrong.diagnostics.sorted();
        let told = told.iter().find(|told| told.severity == Severity::Error).unwrap();
        assert_eq!(told.code.0, "M242");
        assert!(told.message.contains("data/rapport.yaml:9"), "{}", told.message);
        assert!(
            told.help
                .starts_with(&format!("Écrivez {} ;", quoted(written)).replace(" ;", "\u{202F};")),
            "{}",
            told.help
        );
    }
}

#[test]
fn a_unit_after_a_number_hides_no_doubt() {
    let told = |unit: &str, values| {
        let found = population(unit, values).check();
        let first = found.diagnostics.sorted()[0].clone();
        (found.codes(), first)
    };
    let (codes, first) = told("habitants", ["58.700 habitants", "58.900", "59.100"]);
    assert_eq!((codes, first.severity), (vec!["M242"], Severity::Error));
    assert!(first.help.contains("58700\u{A0}habitants"), "{}", first.help);
    for (unit, values) in [
        ("€", ["58.900 €", "12.500", "1.250"]),
        ("MWh", ["58,900 MWh", "12", "13"]),
        ("€/hab", ["58.900 €", "12", "13"]),
        ("m3", ["58.900 m3", "12", "13"]),
        ("t éq. CO2", ["58.900 t éq. CO2", "12", "13"]),
    ] {
        let (codes, first) = told(unit, values);
        assert_eq!(codes, ["M242"], "{unit}");
        let proposed = first.help.split(['«', '»']).nth(1).unwrap().trim().to_owned();
        let obeyed = population(unit, [&proposed, "58000", "59000"]).check();
        assert_eq!(
            (obeyed.codes(), obeyed.numbers()[0].1),
            (vec![], 58_900.0),
            "{unit} {proposed}"
        );
    }
}

#[test]
fn a_conversion_is_that_of_the_number_as_it_is_read() {
    let doubtful = population("MWh", ["58.900 kWh", "12", "13"]).check();
    let told = doubtful.only();
    assert_eq!(told.code.0, "M212");
    for reading in ["58,9\u{A0}» si le point sépare", "0,0589\u{A0}» s’il précède"] {
        assert!(told.help.contains(reading), "{}", told.help);
    }
    for (decimal, converted) in [
        (DecimalSign::Comma, "\u{A0}58,9\u{A0}"),
        (DecimalSign::Point, "\u{A0}0,0589\u{A0}"),
    ] {
        let found = declared(population("MWh", ["58.900 kWh", "12", "13"]), decimal).check();
        let help = &found.only().help;
        assert!(help.contains(converted) && !help.contains(" ou "), "{help}");
    }
}

#[test]
fn columns_of_years_keep_their_status() {
    use ObservationStatus::{Estimated, Final, Provisional};
    let found = given([indicator("elec", "GWh")])
        .csv(
            "w.csv",
            "indicateur;2021;2022 - provisoire;2023 (révisé);Valeur 2024;2025 prév.\nelec;1;2;3;4;5",
        )
        .check();
    assert_eq!(found.codes(), Vec::<&str>::new());
    let read: Vec<_> = found.observations().iter().map(|one| (one.year, one.status)).collect();
    assert_eq!(
        read,
        [
            (2021, Final),
            (2022, Provisional),
            (2023, Final),
            (2024, Final),
            (2025, Estimated)
        ]
    );
}

#[test]
fn a_column_of_a_year_is_never_dropped_without_a_word() {
    for title in ["2025 (tep/x)", "Conso 2025", "N", "N-1", "2025*", "Saison 2024/2025"] {
        let text = format!("indicateur;2024;{title}\nelec;1;2");
        let found = given([indicator("elec", "GWh")]).csv("w.csv", &text).check();
        assert!(found.codes().contains(&"M206"), "{title}: {:?}", found.codes());
    }
    for title in ["2030", "2026 (p)", "Conso 2025"] {
        let text = format!("indicateur;annee;valeur;{title}\nelec;2025;1;2");
        let found = given([indicator("elec", "GWh")]).csv("l.csv", &text).check();
        assert_eq!(found.codes(), ["M202"], "{title}");
        assert_eq!(found.numbers(), [(2025, 1.0)]);
    }
}

#[test]
fn a_progress_is_in_percent() {
    let told = |progress: &[Option<f64>]| {
        let mut given = given([]);
        given.project.actions = (0..)
            .zip(progress)
            .map(|(rank, progress)| Action {
                progress: progress.map(|percent| Placed::new(percent, Place::line("data/actions.csv", 2, 9))),
                ..action(&format!("a{rank}"))
            })
            .collect();
        given.check().codes()
    };
    assert_eq!(told(&[Some(0.4), None, Some(1.0)]), ["M235"]);
    assert_eq!(told(&[Some(0.4), Some(40.0), None]), ["M235"]);
    assert_eq!(
        told(&[Some(0.0), Some(1.0)]).len() + told(&[Some(1.0), Some(40.0)]).len(),
        0
    );
}

#[test]
fn a_status_is_read_in_any_of_its_words() {
    use ObservationStatus::{Estimated, Final, Provisional};
    for (word, status) in [
        ("estimée", Estimated),
        ("Prov.", Provisional),
        ("semi-définitif", Provisional),
        ("prévision", Estimated),
        ("révisé", Final),
    ] {
        let text = format!("indicateur;annee;valeur;statut\nelec;2025;1;{word}");
        let found = given([indicator("elec", "GWh")]).csv("s.csv", &text).check();
        assert_eq!(found.observations()[0].status, status, "{word}");
    }
    let text = "indicateur;annee;valeur;statut\nelec;2025;1;sûr";
    assert_eq!(
        given([indicator("elec", "GWh")]).csv("s.csv", text).check().codes(),
        ["M215"]
    );
}
