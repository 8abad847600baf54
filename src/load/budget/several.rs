//! A table that holds several budgets, or several years, under one declaration: their lines would be added up.
//!
//! Only columns that nothing else reads are looked at, among the lines that the format itself takes for one budget: its own
//! columns (SIRET of SCDL) tell its budgets apart already.

use super::super::Table;
use super::columns::Columns;
use super::faults::Faults;
use super::totem_head::year_of;
use super::words;
use crate::diagnostic::{Code, Diagnostic};
use crate::french::{list, name, quoted, read_number};
use crate::model::BudgetStep;
use crate::table::Cell;
use std::collections::BTreeMap;

/// What a title names, where each of its values is another budget.
const BUDGETS: [&str; 7] = [
    "budget",
    "siret",
    "siren",
    "entite",
    "etablissement",
    "collectivite",
    "organisme",
];
/// What the title of a column of years names.
const YEARS: [&str; 8] = ["exercice", "annee", "millesime", "exer", "an", "ex", "exo", "year"];
/// What the title of a column of steps names.
const STEPS: [&str; 1] = ["etape"];
/// The words beside it that change nothing: « Code budget », « Libellé du budget », « Budget principal ou annexe ».
const BESIDE: [&str; 22] = [
    "code",
    "libelle",
    "lib",
    "nom",
    "numero",
    "num",
    "no",
    "n",
    "id",
    "identifiant",
    "type",
    "nature",
    "du",
    "de",
    "d",
    "la",
    "l",
    "budgetaire",
    "principal",
    "annexe",
    "ou",
    "et",
];
/// Lines of several budgets under one declaration.
const SEVERAL: Code = Code("M129");
const HELP: &str = "Gardez dans ce fichier les lignes d’un seul budget et d’un seul exercice, et mettez celles des autres dans leurs propres fichiers : sous « budget: fichiers », « budget: » donne le nom d’un budget annexe, « exercice: » l’année, « role: » l’étape.";

/// Values that a message names.
const NAMED: usize = 4;
/// A column of numbers holds codes where each comes back as often as this.
const REPEATED: usize = 2;

type Values<'t> = BTreeMap<String, (&'t Cell, usize)>;

/// Tells the columns that say that lines are not those of one budget; `apart` are the columns by which the format itself
/// tells its budgets apart, none where a table is one budget.
pub(super) fn check(table: &Table, columns: &Columns, apart: &[&str], faults: &mut Faults) {
    for (index, title) in table.header.iter().enumerate() {
        let names = |words: &[&str]| names_one_of(&title.content.display(), words);
        if columns.reads(index) || ![&BUDGETS[..], &YEARS, &STEPS].into_iter().any(names) {
            continue;
        }
        let may_be_amounts = name(&title.content.display()) == BUDGETS[0];
        let budgets = values_by_budget(table, columns, apart, index);
        let Some(values) = budgets.into_values().find(|values| are_several(values, may_be_amounts)) else {
            continue;
        };
        let mut first: Vec<&Cell> = values.into_values().map(|(cell, _)| cell).collect();
        first.sort_by(|left, right| left.place.cmp(&right.place));
        let mut told: Vec<String> = first
            .iter()
            .take(NAMED)
            .map(|cell| format!("{} ({})", quoted(cell.content.display().trim()), cell.place))
            .collect();
        if first.len() > NAMED {
            told.push(format!("{} autres", first.len() - NAMED));
        }
        let title = title.content.display();
        let message = format!(
            "La table réunit plusieurs budgets, que rien ne déclare : la colonne {} vaut {}.",
            quoted(title.trim()),
            list(&told)
        );
        let fault = Diagnostic::error(SEVERAL, first[1].place.clone(), message).help(HELP);
        faults.header(fault.raw(first[1].content.display()));
    }
}

/// The values of a column among the lines of each budget: as they are compared → the first cell, and how many hold it.
fn values_by_budget<'t>(
    table: &'t Table,
    columns: &Columns,
    apart: &[&str],
    index: usize,
) -> BTreeMap<Vec<String>, Values<'t>> {
    let mut budgets: BTreeMap<Vec<String>, Values<'t>> = BTreeMap::new();
    for cells in &table.rows {
        let Some(cell) = cells.get(index) else {
            continue;
        };
        let text = cell.content.display().trim().to_owned();
        if !text.is_empty() {
            let row = columns.row(cells);
            let budget = apart.iter().map(|column| row.text(column).into_owned()).collect();
            budgets
                .entry(budget)
                .or_default()
                .entry(name(&text))
                .or_insert((cell, 0))
                .1 += 1;
        }
    }
    budgets
}

/// Whether the values of one budget name several; a column of amounts seldom says the same twice.
fn are_several(values: &Values, may_be_amounts: bool) -> bool {
    let rows: usize = values.values().map(|(_, rows)| rows).sum();
    let numbers = || {
        values
            .values()
            .all(|(cell, _)| read_number(&cell.content.display()).is_ok())
    };
    values.len() >= 2 && !(may_be_amounts && rows < values.len() * REPEATED && numbers())
}

fn names_one_of(title: &str, known: &[&str]) -> bool {
    let title = name(title);
    let mut words = title.split('-').filter(|word| !BESIDE.contains(word));
    matches!((words.next(), words.next()), (Some(word), None) if known.contains(&word))
}

/// The year that every line of the table says in a column that nothing reads; none where they say several, or none.
pub(super) fn year_said(table: &Table, columns: &Columns) -> Option<i32> {
    said(table, columns, &YEARS, year_of)
}

/// The step that every line of the table says in a column that nothing reads.
pub(super) fn step_said(table: &Table, columns: &Columns) -> Option<BudgetStep> {
    said(table, columns, &STEPS, |text| words::step(text).map(|(step, _)| step))
}

fn said<T: PartialEq>(
    table: &Table,
    columns: &Columns,
    titles: &[&str],
    read: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    let titled = table
        .header
        .iter()
        .enumerate()
        .filter(|(index, title)| !columns.reads(*index) && names_one_of(&title.content.display(), titles));
    let all = |index: usize| {
        let cells = table.rows.iter().filter_map(|row| row.get(index));
        let texts = cells
            .map(|cell| cell.content.display())
            .filter(|text| !text.trim().is_empty());
        let mut values = texts.map(|text| read(&text));
        let first = values.next()??;
        values.all(|value| value.as_ref() == Some(&first)).then_some(first)
    };
    titled.map(|(index, _)| index).find_map(all)
}
