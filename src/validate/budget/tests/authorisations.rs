//! The table of authorisations, in its two forms and with its faults.

use crate::config::BudgetSettings;
use crate::diagnostic::{Diagnostics, Place};
use crate::form::lines::titles;
use crate::model::fixture::action;
use crate::model::{Authorisation, AuthorisationKind, Money};
use crate::table::delimited;
use crate::validate::budget::authorisations;
use std::sync::Arc;

fn read(text: &str) -> (Vec<Authorisation>, Vec<String>) {
    read_titled(text, &[])
}

fn read_titled(text: &str, titles: &[(&'static str, &str)]) -> (Vec<Authorisation>, Vec<String>) {
    let mut diagnostics = Diagnostics::default();
    let path = Arc::from("data/budget/autorisations.csv");
    let table = delimited::table(&path, text, &mut diagnostics).unwrap();
    let read = authorisations(
        &[table],
        &titles::fixture(titles),
        &[action("velo"), action("eau")],
        &BudgetSettings {
            files: Vec::new(),
            bridges: Vec::new(),
            example: false,
        },
        &mut diagnostics,
    );
    let told = diagnostics.sorted().into_iter().map(|found| {
        let place = found.place.as_ref().map(Place::to_string).unwrap_or_default();
        format!(
            "{}{} {}",
            found.code,
            place.trim_start_matches("data/budget/autorisations.csv"),
            found.message
        )
    });
    let told = told.collect();
    (read, told)
}

fn cents(years: &std::collections::BTreeMap<i32, Money>) -> Vec<(i32, i128)> {
    years.iter().map(|(year, money)| (*year, money.cents())).collect()
}

#[test]
fn a_total_under_the_authorisations_is_told_as_a_total() {
    for total in ["TOTAL;;;;1050;;;", ";;;;Total;;;"] {
        let (read, told) = read(&format!(
            "Autorisation;Libellé;Type;Action;Voté;Payé 2024;Payé 2025;Prévu 2026\nAP-01;Pistes;AP;velo;1000;200;;800\n{total}\n"
        ));
        assert_eq!((read.len(), told.len()), (1, 1), "{told:?}");
        assert!(told[0].starts_with("M015"), "{told:?}");
    }
}

#[test]
fn years_stand_in_columns() {
    let (read, told) = read(
        "Autorisation;Libellé;Type;Action;Voté;Payé 2024;Payé 2025;Prévu 2026;Statut
AP-01;Pistes;AP;velo;1 000,00 €;200;;800;exemple
AE-02;Entretien;AE;velo;50;-;20;30;
",
    );
    assert_eq!(told, Vec::<String>::new());
    assert_eq!(cents(&read[0].paid), [(2024, 20_000)]);
    assert_eq!(cents(&read[0].planned), [(2026, 80_000)]);
    assert!(read[0].example && !read[1].example);
    assert_eq!(
        (read[1].kind, read[1].voted),
        (AuthorisationKind::Engagement, Money::from_cents(5_000))
    );
    assert_eq!(read[0].payments(), read[0].voted);
}

#[test]
fn columns_stand_under_the_titles_that_the_author_gave() {
    let (read, told) = read_titled(
        "N° AP;Fiche;Montant de l’AP;Mandaté 2025;Vote;CP à venir 2026
AP-01;velo;100;40;12 novembre;60
",
        &[
            ("autorisation", "N° AP"),
            ("action", "Fiche"),
            ("vote", "Montant de l'AP"),
            ("prevu", "CP à venir"),
        ],
    );
    assert_eq!(told, Vec::<String>::new());
    assert_eq!(
        (cents(&read[0].paid), cents(&read[0].planned)),
        (vec![(2025, 4_000)], vec![(2026, 6_000)])
    );
    assert_eq!(read[0].voted, Money::from_cents(10_000));
}

#[test]
fn years_stand_in_lines() {
    let (read, told) = read(
        "autorisation;action;vote;annee;paye;prevu
AP-01;velo;100;2024;40;
AP-01;velo;;2025;;60
AP-01;eau;9;2025;;9
",
    );
    assert_eq!(told, Vec::<String>::new());
    assert_eq!(read.len(), 2, "one an authorisation and an action");
    assert_eq!(
        (cents(&read[0].paid), cents(&read[0].planned)),
        (vec![(2024, 4_000)], vec![(2025, 6_000)])
    );
    assert_eq!(read[0].payments(), read[0].voted);
}

#[test]
fn each_fault_is_told_at_its_cell() {
    let (read, told) = read(
        "autorisation;type;action;vote;paye 2025;statut
AP-01;AP;vélos;100;100;
AP-02;PPI;velo;100;100;
AP-03;AP;velo;cent;100;
AP-04;AP;velo;;100;
AP-05;AP;velo;100;1oo;
;AP;velo;100;100;
AP-06;AP;velo;100;100;provisoire
AP-07;AP;velo;100;100;
AP-07;AP;velo;100;100;
",
    );
    let codes: Vec<&str> = told.iter().map(|told| told.split(' ').next().unwrap()).collect();
    assert_eq!(
        codes,
        [
            "M222:2:10",
            "M030:3:7",
            "M187:4:15",
            "M223:5:15",
            "M187:6:19",
            "M024:7:1",
            "M030:8:23",
            "M224:10:1"
        ]
    );
    assert!(told[0].contains("n’est pas dans actions.yaml"), "{told:?}");
    assert_eq!(read.len(), 1);
}

#[test]
fn a_header_that_is_not_understood_is_refused() {
    let (_, told) = read("autorisation;action;paye 2025\nAP-01;velo;1\n");
    assert!(
        told[0].starts_with("M200:1:1 La table n’a pas la colonne «\u{A0}vote\u{A0}»"),
        "{told:?}"
    );
    let (_, told) = read("autorisation;action;vote;paye 2025;reste\nAP-01;velo;1;1;0\n");
    assert!(
        told[0].starts_with("M202:1:36 La colonne «\u{A0}reste\u{A0}»"),
        "{told:?}"
    );
    let (_, told) = read("autorisation;action;vote;annee;paye\nAP-01;velo;1;deux mille;1\n");
    assert!(told[0].starts_with("M264:2:14"), "{told:?}");
    let (_, told) = read("autorisation;action;vote;annee;paye\nAP-01;velo;1;;1\n");
    assert!(told[0].starts_with("M264:2:14 La ligne ne dit pas"), "{told:?}");
}

#[test]
fn amounts_of_no_year_and_doubtful_amounts_are_refused() {
    let (read_lines, told) = read("Autorisation;Action;Voté;Payé;Prévu 2026\nAP-01;velo;100;20;80\n");
    assert!(read_lines.is_empty());
    assert!(told.len() == 1 && told[0].starts_with("M200:1:26"), "{told:?}");
    let (_, told) = read("Autorisation;Action;Voté;Payé 2025;Prévu 2026\nAP-01;velo;100.000;20.000;80.000\n");
    assert!(
        told.iter().all(|line| line.starts_with("M242")) && !told.is_empty(),
        "{told:?}"
    );
    let (read_lines, told) =
        read("Autorisation;Action;Voté;Payé 2025;Prévu 2026\nAP-01;velo;1.100.000;20.000;80.000\n");
    assert_eq!(told, Vec::<String>::new());
    assert_eq!(cents(&read_lines[0].paid), [(2025, 2_000_000)]);
}

#[test]
fn the_title_that_a_help_proposes_is_read() {
    let (_, told) = read("Autorisation;Action;Voté;Payé\nAP-01;velo;100;20\n");
    assert!(told[0].starts_with("M200"), "{told:?}");
    let (read_lines, told) = read("Autorisation;Action;Voté;Payé 2025\nAP-01;velo;100;20\n");
    assert_eq!(told, Vec::<String>::new());
    assert_eq!(cents(&read_lines[0].paid), [(2025, 2_000)]);
}
