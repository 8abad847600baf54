//! What a file that came back holds, whatever was done to it.

use crate::collect::campaign::Campaign;
use crate::collect::fixture::{dataset, project, requests};
use crate::collect::returned::{Returned, returned};
use crate::collect::{Acceptance, Reading};
use crate::diagnostic::{Diagnostics, Place};
use crate::load::{Received, ReceivedSheet};
use crate::table::{Cell, grid};
use crate::validate::Dataset;
use std::collections::BTreeMap;

/// A file of one sheet a text, its cells between `;`.
fn received(sheets: &[&str]) -> Received {
    let sheet = |(rank, text): (usize, &&str)| {
        let name: std::sync::Arc<str> = format!("Feuil{rank}").into();
        let cells = |(row, line): (u32, &str)| {
            let cell = |(column, text): (u32, &str)| Cell {
                content: grid::text(text),
                place: Place::cell("recu.xlsx", name.clone(), row, column),
            };
            (1..).zip(line.split(';')).map(cell).collect()
        };
        let lines = (1..).zip(text.lines()).map(cells).collect();
        let mut told = Diagnostics::default();
        let table = grid::table(&"recu.xlsx".into(), Some(name.clone()), lines, &mut told).unwrap();
        ReceivedSheet {
            table,
            told: told.sorted().into_iter().cloned().collect(),
        }
    };
    Received {
        path: "recu.xlsx".into(),
        extension: "xlsx".to_owned(),
        bytes: sheets.concat().into_bytes().into(),
        sheets: sheets.iter().enumerate().map(sheet).collect(),
    }
}

fn read(sheets: &[&str]) -> (Option<Returned>, Vec<String>) {
    let mut told = Diagnostics::default();
    let returned = returned(&received(sheets), &Campaign::of(&project()), &requests(), &mut told);
    let codes = told.sorted().iter().map(|fault| fault.code.0.to_owned()).collect();
    (returned, codes)
}

/// The lines of values, one a text.
fn lines(returned: &Returned) -> Vec<String> {
    let table = returned.values.as_ref().unwrap();
    let told = |cells: &Vec<Cell>| {
        cells
            .iter()
            .map(|cell| cell.content.display())
            .collect::<Vec<_>>()
            .join(";")
    };
    std::iter::once(&table.header).chain(&table.rows).map(told).collect()
}

const SHEET: &str = "Valeurs 2025\n\nétat;commentaire;2025;statut;2024;unité;indicateur\nbon;relevé;80;estimé;90;MWh;elec\nmanquant;voir mail;;;7;m³;eau\n";

#[test]
fn columns_in_any_order_are_laid_one_value_a_line_and_a_past_year_takes_no_note() {
    let (returned, told) = read(&[SHEET]);
    let returned = returned.unwrap();
    assert!(told.is_empty());
    assert_eq!(
        lines(&returned),
        [
            "commentaire;statut;unité;indicateur;annee;valeur",
            "relevé;estimé;MWh;elec;2025;80",
            ";;MWh;elec;2024;90",
            ";;m³;eau;2024;7",
        ]
    );
    assert_eq!(returned.blanks.len(), 1);
    assert_eq!(
        (returned.blanks[0].indicator.as_str(), returned.blanks[0].note.as_str()),
        ("eau", "voir mail")
    );
    assert_eq!(returned.blanks[0].place.to_string(), "recu.xlsx, feuille Feuil0, C5");
}

#[test]
fn the_sheet_of_values_is_found_wherever_it_is_and_two_of_them_are_refused() {
    let marks = "Service;Énergie\nÉdition;2026\nAnnée à remplir;2025\n";
    let (returned, _) = read(&["Mode d’emploi\ntexte\n", marks, SHEET]);
    assert_eq!(returned.unwrap().marks["Service"], "Énergie");
    assert_eq!(read(&[SHEET, SHEET]).1, ["M192"]);
    assert_eq!(read(&["Mode d’emploi\ntexte\n"]).1, ["M192"]);
    for other in ["Édition;2025\n", "Édition;2026\nAnnée à remplir;2024\n"] {
        assert_eq!(read(&[other, SHEET]).1, ["M193"], "{other}");
    }
}

#[test]
fn the_workbook_of_a_service_that_is_asked_for_no_value_is_whole_without_them() {
    let mut requests = requests();
    let eau = requests
        .iter_mut()
        .find(|request| request.service.starts_with("Eau"))
        .unwrap();
    eau.lines.clear();
    let marks = |service: &str| format!("Service;{service}\nÉdition;2026\nAnnée à remplir;2025\n");
    let actions = "action;titre;ce qui a été fait\nplan-eau;Plan;Les fuites\n";
    let read = |service: &str| {
        let file = received(&["Mode d’emploi\ntexte\n", actions, &marks(service)]);
        let mut told = Diagnostics::default();
        let returned = returned(&file, &Campaign::of(&project()), &requests, &mut told);
        (
            returned,
            told.sorted().iter().map(|fault| fault.code.0).collect::<Vec<_>>(),
        )
    };
    let (returned, told) = read("eau et assainissement");
    assert_eq!(
        (returned.is_some_and(|returned| returned.values.is_none()), told),
        (true, vec![])
    );
    // That of a service that owes values has lost a sheet.
    assert_eq!(read("Énergie").1, ["M192"]);
    let standing = BTreeMap::new();
    let acceptance = Acceptance::default();
    let (project, dataset, mut log) = (project(), dataset(), Diagnostics::default());
    let given = (&acceptance, "2026-10-20");
    let mut reading = Reading::open(&project, &dataset, &requests, &standing, given, &mut log).unwrap();
    let file = received(&["Mode d’emploi\ntexte\n", actions, &marks("Eau et assainissement")]);
    let returned = reading.returned(&file, &mut log).unwrap();
    reading.merge(&file, returned, &Dataset::default(), Vec::new());
    let read = &reading.files[0];
    assert_eq!((read.answers.len(), read.refused.len()), (1, 0), "{read:?}");
    let changes = reading.changes().unwrap();
    let registered = String::from_utf8(
        changes.files["collecte/2026/recus.csv"]
            .content
            .as_ref()
            .unwrap()
            .to_vec(),
    );
    assert!(registered.unwrap().contains("Eau et assainissement;"));
}

#[test]
fn what_has_no_line_or_no_head_is_told() {
    let text = "indicateur;2025\nelec;80\n;12\ngaz;7;voir le message\n";
    let mut told = Diagnostics::default();
    told.extend(read(&[text]).0.unwrap().told);
    let codes: Vec<&str> = told.sorted().iter().map(|fault| fault.code.0).collect();
    assert_eq!(codes, ["M194", "M195"]);
}

#[test]
fn a_cell_in_error_is_not_one_that_nobody_filled() {
    let (returned, _) = read(&["indicateur;2025\nelec;#REF!\n"]);
    let returned = returned.unwrap();
    assert!(returned.blanks.is_empty());
    assert_eq!(returned.told[0].code.0, "M112");
}

#[test]
fn a_workbook_made_before_the_catalogue_changed_is_told() {
    let (project, requests, standing) = (project(), requests(), BTreeMap::new());
    let acceptance = Acceptance::default();
    let mut told = Diagnostics::default();
    let given = (&acceptance, "2026-10-20");
    let mut reading = Reading::open(&project, &dataset(), &requests, &standing, given, &mut told).unwrap();
    let marks = |fingerprint: &str| format!("Service;énergie\nEmpreinte du catalogue;{fingerprint}\n");
    let same = marks(&crate::collect::workbook::fingerprint(&requests[1]));
    assert!(reading.returned(&received(&[&same, SHEET]), &mut told).is_some());
    assert!(told.sorted().is_empty(), "{told:?}");
    assert!(
        reading
            .returned(&received(&[&marks("0123456789abcdef"), SHEET]), &mut told)
            .is_some()
    );
    assert_eq!(told.sorted()[0].code.0, "M196");
}
