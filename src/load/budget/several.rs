//! A table that holds several budgets, or several years, under one declaration: their lines would be added up.
//!
//! Only columns that nothing else reads are looked at: those of a format (SIRET of SCDL) tell its budgets apart already.

use super::super::Table;
use super::columns::Columns;
use super::faults::Faults;
use crate::diagnostic::{Code, Diagnostic};
use crate::french::{list, name, quoted, read_number};
use crate::table::Cell;
use std::collections::BTreeMap;

/// What a title names, where each of its values is another budget.
const BUDGETS: [&str; 12] = [
    "budget",
    "siret",
    "siren",
    "entite",
    "etablissement",
    "collectivite",
    "organisme",
    "exercice",
    "annee",
    "millesime",
    "exer",
    "etape",
];
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

/// Tells the columns that say that the lines are not those of one budget.
pub(super) fn check(table: &Table, columns: &Columns, faults: &mut Faults) {
    for (index, title) in table.header.iter().enumerate() {
        if columns.reads(index) || !tells_budgets(&title.content.display()) {
            continue;
        }
        let mut values: BTreeMap<String, (&Cell, usize)> = BTreeMap::new();
        for cell in table.rows.iter().filter_map(|row| row.get(index)) {
            let text = cell.content.display().trim().to_owned();
            if !text.is_empty() {
                values.entry(name(&text)).or_insert((cell, 0)).1 += 1;
            }
        }
        let rows: usize = values.values().map(|(_, rows)| rows).sum();
        let amounts = name(&title.content.display()) == BUDGETS[0]
            && values
                .values()
                .all(|(cell, _)| read_number(&cell.content.display()).is_ok());
        // A column of amounts seldom says the same twice.
        if values.len() < 2 || (amounts && rows < values.len() * REPEATED) {
            continue;
        }
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

fn tells_budgets(title: &str) -> bool {
    let title = name(title);
    let mut words = title.split('-').filter(|word| !BESIDE.contains(word));
    matches!((words.next(), words.next()), (Some(word), None) if BUDGETS.contains(&word))
}
