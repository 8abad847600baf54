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
fn each_revision_is_at_the_cell_that_holds_it() {
    let found = with("elec;2022;11;\nelec;2024;8,5;").check();
    let told: Vec<(String, &str)> = found
        .diagnostics
        .sorted()
        .into_iter()
        .map(|fault| (fault.place.as_ref().unwrap().to_string(), &*fault.raw))
        .collect();
    let at = |line: usize| format!("data/valeurs/2025.csv:{line}:11");
    assert_eq!(told, [(at(2), "11"), (at(3), "8,5")]);
}

#[test]
fn a_double_of_cells_that_a_row_does_not_have_is_at_their_columns_and_says_which_is_empty() {
    let mut given =
        given([indicator("elec", "GWh")]).csv("a.csv", "indicateur;2022;2023;2024;2025\nelec;1;;3;4\nelec;1;;;");
    let table = given.inputs.tables.last_mut().unwrap();
    for (row, cells) in (1..).zip(std::iter::once(&mut table.header).chain(&mut table.rows)) {
        for (column, cell) in (1..).zip(cells) {
            cell.place = Place::cell("data/valeurs/a.xlsx", "Données", row, column);
        }
    }
    // As a spreadsheet keeps it: a row ends at its last filled cell.
    table.rows[1].truncate(2);
    let found = given.check();
    let told: Vec<(String, String)> = found
        .diagnostics
        .sorted()
        .into_iter()
        .map(|fault| {
            let address = fault.place.as_ref().and_then(|place| place.spot.address()).unwrap();
            let (_, same) = fault.message.rsplit_once(&format!("{}2 ", &address[..1])).unwrap();
            (address, same.to_owned())
        })
        .collect();
    let gives = "donne déjà une valeur, et celle-ci est vide.";
    let expected = [
        ("B3", "donne déjà la même valeur."),
        ("C3", "est vide comme elle."),
        ("D3", gives),
        ("E3", gives),
    ];
    assert_eq!(
        told,
        expected.map(|(address, same)| (address.to_owned(), same.to_owned()))
    );
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
