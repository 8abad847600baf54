//! Where the collection stands, and what is said of it.

use crate::collect::fixture::{dataset, project};
use crate::collect::reminder::reminders;
use crate::collect::standing::{Standing, standing};
use crate::diagnostic::Diagnostics;
use crate::model::Value;
use crate::model::fixture::observation;
use std::collections::BTreeMap;
use std::sync::Arc;

fn followed(files: &[(&str, &str)]) -> Standing {
    let mut dataset = dataset();
    let mut answered = observation("gaz", 2025, Value::Missing, &[]);
    answered.place.file = "data/valeurs/collecte-2026.csv".into();
    dataset.observations.push(answered);
    let requests = crate::collect::requests(&project(), &dataset);
    let files: BTreeMap<String, Arc<[u8]>> = files
        .iter()
        .map(|(name, text)| (format!("collecte/2026/{name}"), Arc::from(text.as_bytes())))
        .collect();
    let mut told = Diagnostics::default();
    let standing = standing(&project(), &requests, &files, &mut told);
    assert!(told.sorted().is_empty(), "{told:?}");
    standing.unwrap()
}

#[test]
fn what_a_service_owes_is_what_nobody_gave_and_not_known_is_an_answer() {
    let standing = followed(&[]);
    let missing: Vec<usize> = standing.services.iter().map(|one| one.missing().count()).collect();
    assert_eq!(missing, [2, 0], "two sites of water; gas was said not to be known");
    assert!(standing.services[0].sent.is_empty() && !standing.services[0].is_complete());
    let lines: Vec<String> = standing
        .missing()
        .rows
        .iter()
        .map(|row| row.cells[2].words.clone())
        .collect();
    assert_eq!(lines, ["Titre de eau – Mairie", "Titre de eau – Piscine"]);
}

#[test]
fn the_last_day_a_service_answered_is_told() {
    let received = "service;classeur;empreinte;date;nouvelles;revisees;inchangees;vides;refusees\nénergie;a;b;2026-10-20;1;0;0;0;0\nÉnergie;c;d;2026-10-22;1;0;0;0;0\n";
    let standing = followed(&[("recus.csv", received)]);
    assert_eq!(standing.services[1].received, "2026-10-22");
}

#[test]
fn a_reminder_goes_to_whoever_owes_something_and_names_it() {
    let files = reminders(&followed(&[]), "2026-10-20").unwrap();
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "collecte/2026/relances/eau-et-assainissement.txt",
            "collecte/2026/relances/relances.csv"
        ]
    );
    let text = String::from_utf8(files["collecte/2026/relances/eau-et-assainissement.txt"].to_vec()).unwrap();
    assert!(text.contains("- Titre de eau – Mairie, en MWh (eau)"), "{text}");
}

#[test]
fn a_reminder_asks_for_no_day_that_is_past() {
    let mut standing = followed(&[]);
    standing.campaign.closing = Some(jiff::civil::date(2026, 10, 30));
    let said = |day: &str| {
        let files = reminders(&standing, day).unwrap();
        let text = String::from_utf8(files["collecte/2026/relances/eau-et-assainissement.txt"].to_vec());
        text.unwrap().replace('\u{a0}', " ")
    };
    for day in ["2026-10-20", "2026-10-30"] {
        assert!(
            said(day).contains("et de le renvoyer avant le 30 octobre 2026."),
            "{}",
            said(day)
        );
    }
    let late = said("2026-10-31");
    assert!(
        late.contains("dès que possible (il était attendu avant le 30 octobre 2026)."),
        "{late}"
    );
}

#[test]
fn what_is_known_without_an_answer_is_not_said_to_be_received() {
    let table = followed(&[]).by_service();
    let heads: Vec<&str> = table.columns.iter().map(|column| &*column.head).collect();
    assert_eq!(heads[2..6], ["Reçu le", "Valeurs", "Connues", "Manquent"]);
    let energy: Vec<&str> = table.rows[1].cells.iter().map(|cell| &*cell.words).collect();
    assert_eq!(
        energy[2..6],
        ["non", "2", "2", "0"],
        "given by no workbook that came back"
    );
}

#[test]
fn the_page_says_its_language_and_heads_each_table() {
    let page = followed(&[]).page();
    assert!(page.contains("<html lang=\"fr\">") && !page.contains("<script"));
    assert_eq!(page.matches("<table>").count(), page.matches("<caption>").count());
    assert!(page.contains("<th scope=\"row\">Eau et assainissement</th>"), "{page}");
}
