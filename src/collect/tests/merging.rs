//! What a value that came back is, beside what is known.

use crate::collect::merge::{Acceptance, Fate, Merging, known};
use crate::collect::records::{Origin, Records};
use crate::diagnostic::Diagnostics;
use crate::model::fixture::observation;
use crate::model::{Observation, ObservationStatus, Value};

const OURS: &str = "data/valeurs/collecte-2026.csv";

/// What these values become where those are known, and the table that is left.
fn merged(before: &[Observation], found: &[Observation], acceptance: &Acceptance) -> (Vec<Fate>, String) {
    let mut known = known(before, OURS);
    let mut records = Records::default();
    let origin = Origin {
        service: "Énergie".to_owned(),
        day: "2026-10-20".to_owned(),
        cell: "feuille Valeurs 2025, K5".to_owned(),
        workbook: "collecte/2026/recus/a.xlsx".to_owned(),
        before: String::new(),
    };
    let mut merging = Merging {
        known: &mut known,
        records: &mut records,
        acceptance,
    };
    let fates = found.iter().map(|found| merging.merge(found, true, &origin)).collect();
    let written = records
        .bytes()
        .unwrap()
        .map(|bytes| String::from_utf8(bytes.to_vec()).unwrap());
    (fates, written.unwrap_or_default())
}

fn number(year: i32, value: f64) -> Observation {
    observation("elec", year, Value::Number(value), &[])
}

#[test]
fn a_revision_waits_and_says_both_values_and_where_each_stands() {
    let (fates, written) = merged(&[number(2024, 90.0)], &[number(2024, 95.0)], &Acceptance::default());
    let Fate::Revised { before, accepted } = &fates[0] else {
        panic!("{fates:?}")
    };
    assert!(!accepted && before.address == "data/valeurs/a.csv:2024:1");
    assert_eq!(written, "", "nothing is taken before it is accepted");

    let acceptance = Acceptance {
        all: true,
        reason: Some("compteur relu".to_owned()),
        ..Acceptance::default()
    };
    let (_, written) = merged(&[number(2024, 90.0)], &[number(2024, 95.0)], &acceptance);
    for part in [
        "elec;2024;95;définitif;compteur relu;Énergie;2026-10-20",
        "90 (data/valeurs/a.csv:2024:1)",
    ] {
        assert!(written.contains(part), "{written}");
    }
}

#[test]
fn only_the_indicators_that_are_named_are_accepted() {
    let acceptance = Acceptance {
        of: ["gaz".to_owned()].into(),
        ..Acceptance::default()
    };
    let (fates, _) = merged(&[number(2024, 90.0)], &[number(2024, 95.0)], &acceptance);
    assert!(matches!(fates[0], Fate::Revised { accepted: false, .. }));
}

#[test]
fn what_was_missing_or_invented_gives_way_and_the_last_digit_of_a_spreadsheet_is_no_news() {
    let missing = observation("elec", 2025, Value::Missing, &[]);
    let mut invented = number(2024, 3.0);
    invented.status = ObservationStatus::Example;
    let before = [missing, invented, number(2023, 0.1 + 0.2)];
    let found = [number(2025, 80.0), number(2024, 90.0), number(2023, 0.3)];
    let (fates, _) = merged(&before, &found, &Acceptance::default());
    assert_eq!(fates, [Fate::New, Fate::New, Fate::Unchanged]);
}

#[test]
fn the_same_value_better_told_is_no_revision() {
    let mut found = number(2025, 80.0);
    found.status = ObservationStatus::Provisional;
    found.note = "moyenné".to_owned();
    let (fates, written) = merged(&[number(2025, 80.0)], &[found], &Acceptance::default());
    assert_eq!(fates, [Fate::Detailed]);
    assert!(written.contains("80;provisoire;moyenné"), "{written}");
}

#[test]
fn the_second_file_that_gives_another_value_revises_the_first() {
    let (fates, _) = merged(&[], &[number(2025, 80.0), number(2025, 81.0)], &Acceptance::default());
    let [Fate::New, Fate::Revised { before, .. }] = &fates[..] else {
        panic!("{fates:?}")
    };
    assert_eq!(before.address, "collecte/2026/recus/a.xlsx, feuille Valeurs 2025, K5");
}

#[test]
fn the_table_is_read_back_as_it_was_written() {
    let found = [
        observation("eau", 2025, Value::Number(1.234), &[("site", "Mairie")]),
        observation("eau", 2025, Value::Number(-5.5), &[("site", "Piscine")]),
        observation("elec", 2025, Value::Secret, &[]),
        observation("gaz", 2025, Value::Missing, &[]),
    ];
    let (_, written) = merged(&[], &found, &Acceptance::default());
    // Three digits after the comma would be thousands for some.
    assert!(written.contains("1,2340"), "{written}");
    let mut told = Diagnostics::default();
    let bytes = written.clone().into_bytes().into();
    let again = Records::read(OURS, Some(&bytes), &mut told).unwrap();
    assert_eq!(
        String::from_utf8(again.bytes().unwrap().unwrap().to_vec()).unwrap(),
        written
    );
}
