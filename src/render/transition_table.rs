//! `donnees/transition.csv`: every executed real expense of investment, its class on each axis, and who gave it.

use super::tables::{csv, decimal_money, place_columns};
use crate::assess::Report;
use crate::compute::{TransitionLine, TransitionYear};
use crate::error::Error;
use crate::model::{BudgetPart, TransitionClass};
use std::sync::Arc;

/// Its path among the published files.
pub const PATH: &str = "donnees/transition.csv";

const HEADER: &str = "budget;type_budget;exercice;nomenclature;nature;intitule_nature;fonction;intitule_fonction;\
    realise;perimetre;axe;classe;part_favorable;auteur;date;exemple;fichier_cotation;ligne_ou_cellule";

/// A row an expense and an axis; one row, without an axis, for what is not looked at.
///
/// None where the synthesis is not printed.
pub fn table(report: &Report) -> Result<Option<Arc<[u8]>>, Error> {
    let Some(transition) = report.transition.as_ref().filter(|effect| effect.is_tagged()) else {
        return Ok(None);
    };
    let years = transition.years.iter();
    let rows: Vec<Vec<String>> = years
        .flat_map(|year| year.lines.iter().flat_map(move |line| rows(year, line)))
        .collect();
    csv(HEADER, &rows).map(Some)
}

fn rows(year: &TransitionYear, line: &TransitionLine) -> Vec<Vec<String>> {
    let part = match year.part {
        BudgetPart::Main => "principal",
        BudgetPart::Annex => "annexe",
    };
    let head = [
        year.budget.to_string(),
        part.to_owned(),
        year.year.to_string(),
        year.norm.clone(),
        line.nature.to_string(),
        line.nature_label.clone(),
        line.function.to_string(),
        line.function_label.clone(),
        decimal_money(line.amount),
    ];
    let whole = |rest: [String; 9]| head.iter().cloned().chain(rest).collect();
    let example = |own: bool| if own || year.example { "oui" } else { "" }.to_owned();
    if let Some(reason) = line.outside {
        let mut rest: [String; 9] = Default::default();
        rest[0] = format!("non : {}", reason.key());
        rest[6] = example(false);
        return vec![whole(rest)];
    }
    let row = |axis: u8| {
        let mut rest: [String; 9] = Default::default();
        rest[0] = "oui".to_owned();
        rest[1] = axis.to_string();
        match line.ratings.get(&axis) {
            None => {
                rest[2] = TransitionClass::Unrated.label().to_owned();
                rest[6] = example(false);
            }
            Some(rated) => {
                let [file, _, spot] = place_columns(&rated.place);
                let part = rated.rating.favourable_part;
                rest[2] = rated.rating.class.label().to_owned();
                rest[3] = part.map_or(String::new(), |part| format!("{},{:02}", part / 100, part % 100));
                rest[4] = rated.author.to_string();
                rest[5] = rated.date.to_string();
                rest[6] = example(rated.example);
                rest[7] = file;
                rest[8] = spot;
            }
        }
        whole(rest)
    };
    year.axes.iter().map(|totals| row(totals.axis)).collect()
}
