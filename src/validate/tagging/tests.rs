//! Facts about the cells of a tagging table, and the words of their faults.

use super::rules;
use crate::diagnostic::{Diagnostics, Place};
use crate::load::{Cell, Content, Table};
use crate::model::{TransitionClass, TransitionRating, TransitionRule};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A CSV, cells separated by `;`.
fn csv(text: &str) -> Table {
    let file: Arc<str> = "data/budget/cotation.csv".into();
    let line = |(number, line): (u32, &str)| -> Vec<Cell> {
        let cell = |(rank, text): (u32, &str)| Cell {
            content: match text.trim() {
                "" => Content::Empty,
                text => Content::Text(text.to_owned()),
            },
            place: Place::line(file.clone(), number, rank),
        };
        (1..).zip(line.split(';')).map(cell).collect()
    };
    let mut lines = (1..).zip(text.lines()).map(line);
    Table {
        file: file.clone(),
        sheet: None,
        other_sheets: Vec::new(),
        header: lines.next().unwrap(),
        rows: lines.collect(),
    }
}

fn read(table: Table) -> (Vec<TransitionRule>, Vec<String>) {
    let mut diagnostics = Diagnostics::default();
    let rules = rules(&[table], &BTreeMap::new(), &mut diagnostics);
    let told = diagnostics.sorted().into_iter().map(|entry| {
        let place = entry.place.as_ref().map(Place::to_string).unwrap_or_default();
        format!("{} {place}: {}", entry.code, entry.message.replace('\u{A0}', " "))
    });
    (rules, told.collect())
}

#[test]
fn a_line_gives_a_class_on_each_axis_it_names() {
    let (rules, told) = read(csv("Compte;Fonction;Axe 1;AXE_6;auteur;date;statut;intitulé nature\n\
         2151;87;favorable;Défavorable;Direction des finances;15/03/2026;;Réseaux\n\
         21;;mixte 62,5 %;;Voirie;16-03-2026;exemple;\n\
         ;=\"01\";Non-cotée;;Voirie;2026-03-16;;\n\
         2313;21;;;;;;Une ligne à remplir\n"));
    assert_eq!(told, Vec::<String>::new());
    assert_eq!(rules.len(), 3);
    let class = |rule: &TransitionRule, axis: u8| rule.ratings.get(&axis).map(|rating| rating.class);
    assert_eq!(class(&rules[0], 1), Some(TransitionClass::Favourable));
    assert_eq!(class(&rules[0], 6), Some(TransitionClass::Unfavourable));
    assert_eq!(
        (rules[0].norm.as_str(), &*rules[0].author),
        ("M57", "Direction des finances")
    );
    assert_eq!(rules[0].date, jiff::civil::date(2026, 3, 15));
    let mixed = TransitionRating {
        class: TransitionClass::Mixed,
        favourable_part: Some(6250),
    };
    assert_eq!(rules[1].ratings.get(&1), Some(&mixed));
    assert_eq!(rules[1].date, jiff::civil::date(2026, 3, 16));
    assert_eq!((class(&rules[1], 6), rules[1].example), (None, true));
    assert_eq!(class(&rules[2], 1), Some(TransitionClass::Unrated));
    assert_eq!((rules[2].nature.as_str(), rules[2].function.as_str()), ("", "01"));
}

#[test]
fn every_fault_is_told_at_its_cell_and_the_other_lines_stay() {
    let (rules, told) = read(csv("nature;fonction;axe_1;auteur;date\n\
         60612;;favorable;DF;2026-03-15\n\
         21 51;;vert;;hier\n\
         512;;neutre;DF;2026-03-15\n\
         21;7a;neutre 50 %;DF;2026-02-30\n\
         ;;neutre;DF;2026-03-15\n\
         23;;mixte 100 %;DF;2026-03-15\n\
         4581;;mixte;DF;2026-03-15\n"));
    assert_eq!(rules.len(), 1);
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn a_function_that_a_workbook_holds_as_a_number_may_have_lost_its_zero() {
    let mut table = csv("nature;fonction;axe_1;auteur;date\n21;20;neutre;DF;2026-03-15\n21;213;neutre;DF;2026-03-15\n");
    for row in &mut table.rows {
        let value = row[1].content.display().parse().unwrap();
        row[1].content = Content::Number { value, percent: false };
    }
    let (rules, told) = read(table);
    assert_eq!(rules.len(), 1);
    assert_eq!(
        told,
        [
            "M298 data/budget/cotation.csv:2:2: « 20 » est un nombre dans le classeur : rien ne dit s’il s’agit de la fonction 20 ou de la fonction 020."
        ]
    );
}

#[test]
fn a_number_has_lost_no_zero_where_another_function_keeps_its_own_or_none_begins_so() {
    let numbers = |functions: [&str; 2], kept: &str| {
        let lines = functions.map(|function| format!("21;{function};neutre;DF;2026-03-15\n"));
        let mut table = csv(&format!("nature;fonction;axe_1;auteur;date\n{}{kept}", lines.concat()));
        for row in table.rows.iter_mut().take(2) {
            let value = row[1].content.display().parse().unwrap();
            row[1].content = Content::Number { value, percent: false };
        }
        read(table).1.len()
    };
    assert_eq!(numbers(["57", "20"], "21;020;neutre;DF;2026-03-15\n"), 0);
    assert_eq!(numbers(["57", "20"], "21;=\"020\";neutre;DF;2026-03-15\n"), 0);
    assert_eq!(numbers(["87", "9"], "21;213;neutre;DF;2026-03-15\n"), 0);
    assert_eq!(numbers(["57", "20"], ""), 2);
}

#[test]
fn a_table_without_an_axis_or_an_author_is_refused_and_a_strange_column_is_told() {
    let (rules, told) = read(csv("chapitre;axe_7;date\n21;neutre;2026-03-15\n"));
    assert!(rules.is_empty());
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn what_nothing_reads_is_told_and_what_reminds_is_not() {
    let (rules, told) = read(csv(
        "nature;axe_1;auteur;date;axe_7;note;\n21;neutre;DF;2026-03-15;x;y;z\n",
    ));
    assert_eq!(rules.len(), 1);
    let codes: Vec<&str> = told.iter().map(|told| told.split(':').next().unwrap()).collect();
    assert_eq!(
        codes,
        ["M202 data/budget/cotation.csv", "M007 data/budget/cotation.csv"]
    );
}

#[test]
fn two_titles_of_one_column_and_an_unknown_mark_are_refused() {
    let (rules, told) = read(csv(
        "nature;compte;axe_1;auteur;date;statut\n21;21;neutre;DF;2026-03-15;provisoire\n",
    ));
    assert!(rules.is_empty());
    assert_eq!(
        told,
        [
            "M204 data/budget/cotation.csv:1:2: La colonne « compte » est en double : elle est déjà la colonne 1 de la table.",
            "M030 data/budget/cotation.csv:2:6: Colonne « statut » : « provisoire » n’est pas un statut de ligne."
        ]
    );
}

#[test]
fn a_total_or_a_note_under_the_table_is_told_as_what_it_is() {
    let table = "Compte;Fonction;Axe 1;auteur;date;montant\n2151;;favorable;Finances;2026-03-15;10\n";
    for row in [
        "Total;;;;;10",
        "Total général;;;;;",
        "Source : balance 2025 du comptable;;;;;",
    ] {
        let (rules, told) = read(csv(&format!("{table}{row}\n")));
        let told: Vec<&str> = told
            .iter()
            .filter(|told| !told.starts_with("M202"))
            .map(|told| &told[..4])
            .collect();
        assert_eq!((rules.len(), told), (1, vec!["M015"]), "{row}");
    }
}
