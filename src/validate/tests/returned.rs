//! A workbook that comes back with its history: what it repeats, what it revises, which of two files is right.

use crate::config::ValuesFile;
use crate::diagnostic::{Place, Placed, Severity};
use crate::model::{ObservationStatus, Value};
use crate::validate::fixture::{Found, Given, given, indicator};

const HISTORY: &str = "indicateur;annee;valeur;statut\nelec;2022;10;\nelec;2023;n.d.;\nelec;2024;9;provisoire";

fn with(returned: &str) -> Given {
    given([indicator("elec", "GWh")])
        .csv("2024.csv", HISTORY)
        .csv("2025.csv", &format!("indicateur;annee;valeur;statut\n{returned}"))
}

fn right(mut given: Given, file: &str) -> Found {
    given.project.settings.values.push(ValuesFile {
        file: Placed::new(file.to_owned(), Place::line("data/rapport.yaml", 9, 5)),
        sheet: None,
        decimal: None,
        prevails: true,
    });
    given.check()
}

#[test]
fn what_a_workbook_repeats_is_no_news() {
    let found = with("elec;2022;10;\nelec;2023;n.d.;\nelec;2024;9;provisoire\nelec;2025;8;").check();
    assert_eq!(found.codes(), Vec::<&str>::new());
    assert_eq!(found.numbers(), [(2022, 10.0), (2024, 9.0), (2025, 8.0)]);
    // Nor is a cell that was not filled again.
    let found = with("elec;2022;;\nelec;2023;;\nelec;2024;;\nelec;2025;8;").check();
    assert_eq!(found.codes(), Vec::<&str>::new());
    assert_eq!(found.numbers(), [(2022, 10.0), (2024, 9.0), (2025, 8.0)]);
}

#[test]
fn what_it_revises_is_told_with_both_values_and_both_places() {
    let found = with("elec;2022;10;\nelec;2024;8,5;provisoire\nelec;2025;8;").check();
    let told = found.only();
    assert_eq!((told.code.0, told.severity), ("M216", Severity::Error));
    for part in [
        "2024 vaut 8,5 (data/valeurs/2025.csv:3:11)",
        "et 9 (data/valeurs/2024.csv:4:11)",
    ] {
        assert!(told.message.contains(part), "{}", told.message);
    }
    // A value where there was none is a revision too: « n.d. » had been written.
    let found = with("elec;2023;7;").check();
    assert!(found.only().message.contains("vaut 7 (") && found.only().message.contains("et n.d. ("));
}

#[test]
fn the_file_that_is_right_is_said_in_the_report() {
    for (file, kept) in [("2025.csv", 8.5), ("2024.csv", 9.0)] {
        let found = right(with("elec;2024;8,5;"), file);
        assert_eq!(
            (found.only().code.0, found.only().severity),
            ("M216", Severity::Warning)
        );
        let of_2024 = found.observations().iter().find(|one| one.year == 2024);
        assert_eq!(of_2024.map(|one| one.value), Some(Value::Number(kept)), "{file}");
    }
}

#[test]
fn a_status_that_only_one_of_them_says_is_kept_and_told() {
    let found = with("elec;2024;9;").check();
    assert_eq!(
        (found.only().code.0, found.only().severity),
        ("M216", Severity::Warning)
    );
    let of_2024 = found.observations().iter().find(|one| one.year == 2024);
    assert_eq!(of_2024.map(|one| one.status), Some(ObservationStatus::Provisional));
}

#[test]
fn the_file_that_is_right_is_so_of_the_status_and_of_the_place() {
    for (file, status) in [
        ("2025.csv", ObservationStatus::Final),
        ("2024.csv", ObservationStatus::Provisional),
    ] {
        let found = right(with("elec;2024;9;"), file);
        assert!(
            found.only().message.contains("qui fait foi"),
            "{}",
            found.only().message
        );
        let of_2024 = found.observations().iter().find(|one| one.year == 2024).unwrap();
        assert_eq!(of_2024.status, status, "{file}");
        assert_eq!(&*of_2024.place.file, format!("data/valeurs/{file}"));
    }
    let found = right(with("elec;2022;10;"), "2025.csv");
    assert_eq!(found.codes(), Vec::<&str>::new());
    assert_eq!(&*found.observations()[0].place.file, "data/valeurs/2025.csv");
}

#[test]
fn many_revisions_between_two_files_are_one_fault() {
    let years = |value: i32| {
        (2010..2024)
            .map(|year| format!("elec;{year};{value}\n"))
            .collect::<String>()
    };
    let table = |value: i32| format!("indicateur;annee;valeur\n{}", years(value));
    let found = given([indicator("elec", "GWh")])
        .csv("a.csv", &table(1))
        .csv("b.csv", &table(2))
        .check();
    let told = found.only();
    assert!(
        told.message.contains("2010 vaut 2 (") && told.message.ends_with("et 9\u{A0}autres."),
        "{}",
        told.message
    );
}
