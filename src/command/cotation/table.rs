//! The tagging table to fill in: what waits for a class, as a table that a French spreadsheet opens.

use crate::compute::{Transition, TransitionYear};
use crate::printed::{Cell, Column, PrintedTable};
use std::collections::BTreeSet;

/// A tagging table whose lines wait for their classes: of each budget the last exercice, the largest amounts first.
pub fn to_fill_in(transition: &Transition) -> PrintedTable {
    let budgets = transition.budgets();
    let last: Vec<&TransitionYear> = budgets.iter().filter_map(|years| years.last().copied()).collect();
    let axes = last.iter().flat_map(|year| year.axes.iter().map(|totals| totals.axis));
    let axes: BTreeSet<u8> = axes.collect();
    let known = [
        "nomenclature",
        "nature",
        "fonction",
        "intitule_nature",
        "intitule_fonction",
        "budget",
        "exercice",
        "montant",
    ];
    let awaited = axes.iter().map(|axis| format!("axe_{axis}"));
    let awaited = awaited.chain(["auteur", "date", "note"].map(str::to_owned));
    let awaited: Vec<Column> = awaited.map(|key| Column::data(&key)).collect();
    let blank = vec![Cell::default(); awaited.len()];
    let rows = last.iter().flat_map(|year| {
        year.untold().into_iter().map(|line| {
            let known = [
                year.norm.as_str().into(),
                (&*line.nature).into(),
                Cell::code(&*line.function),
                line.nature_label.as_str().into(),
                line.function_label.as_str().into(),
                (&*year.budget).into(),
                Cell::whole(year.year),
                Cell::money(line.amount),
            ];
            known.into_iter().chain(blank.clone()).collect::<Vec<Cell>>()
        })
    });
    PrintedTable::new(known.map(Column::data).into_iter().chain(awaited), rows)
}
