//! A plain table exported by the finance software: what each column is, and what the file is, is said in `rapport.yaml`.
//!
//! Only here have lines the codes of the finance software (service, programme, autorisation, code analytique).

use super::super::Table;
use super::super::folder::Found;
use super::columns::Columns;
use super::faults::Faults;
use super::plain_line::{AMOUNTS, line};
use crate::config::BudgetFile;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::french;
use crate::model::{BudgetDocument, BudgetPart, LineCount};
use std::collections::BTreeSet;

/// A plain table of which `rapport.yaml` does not say the role and the year.
const UNDECLARED: Code = Code("M123");
/// A header named in `rapport.yaml` is not in the table.
const ABSENT_COLUMN: Code = Code("M124");
/// Nothing says whether the lines of a plain table spend or receive.
const NO_DIRECTION: Code = Code("M125");

/// What each column may hold, by the keys of `rapport.yaml`.
const KEYS: [&str; 17] = [
    "nature",
    "chapitre",
    "fonction",
    "operation",
    "section",
    "sens",
    "mouvement",
    "service",
    "programme",
    "autorisation",
    "code_analytique",
    "propose",
    "vote",
    "report",
    "ouvert",
    "realise",
    "reste",
];

/// Whether a table that is nothing else has the words of this one.
pub(super) fn looks_like_one(table: &Table) -> bool {
    let columns = Columns::of(table);
    columns.has("NATURE") && AMOUNTS.iter().any(|name| columns.has(&name.to_uppercase()))
}

/// The budget of the table; none where it has a fault.
pub(super) fn read(
    found: &Found,
    table: &Table,
    declared: Option<&BudgetFile>,
    diagnostics: &mut Diagnostics,
) -> Option<BudgetDocument> {
    let Some((declared, role, year)) = declared.and_then(|file| Some((file, file.role.as_ref()?, file.year.as_ref()?)))
    else {
        diagnostics.push(undeclared(found, declared));
        return None;
    };
    let columns = columns(table, declared, diagnostics)?;
    if declared.direction.is_none() && !columns.has("sens") {
        diagnostics.push(without_direction(declared));
        return None;
    }
    let mut faults = Faults::of_table(found, table, diagnostics);
    if !columns.has("nature") && !columns.has("chapitre") {
        faults.column(1, "la colonne « nature » (ou « chapitre »)");
    } else if !AMOUNTS.iter().any(|name| columns.has(name)) {
        faults.column(
            1,
            "une colonne de montants (propose, vote, report, ouvert, realise ou reste)",
        );
    } else if table.rows.is_empty() {
        faults.no_line(0, "aucune ligne sous son en-tête");
    }
    if faults.any() {
        return None;
    }
    let mut codes = BTreeSet::new();
    let mut count = LineCount::default();
    let mut lines = Vec::new();
    for cells in &table.rows {
        let row = columns.row(cells);
        count.read += 1;
        match line(&row, declared.direction, &mut codes, &mut count, &mut faults) {
            Some(line) => lines.push(line),
            None => count.without_operation += 1,
        }
    }
    count.kept = lines.len();
    if lines.is_empty() {
        faults.no_line(0, "aucune ligne qui ait un montant");
    }
    (!faults.any()).then(|| BudgetDocument {
        file: found.path.clone(),
        sheet: table.sheet.clone(),
        community: String::new(),
        siret: String::new(),
        siret_line: 0,
        budget: None,
        part: declared.budget.is_none().then_some(BudgetPart::Main),
        nomenclature: None,
        year: year.value,
        step: role.value,
        lines,
        count,
    })
}

/// Where each key stands: under the header that `rapport.yaml` names, else under its own name.
fn columns(table: &Table, declared: &BudgetFile, diagnostics: &mut Diagnostics) -> Option<Columns> {
    let headers: Vec<String> = table.header.iter().map(|cell| cell.content.display()).collect();
    let mut all = true;
    let mut indexes = Vec::new();
    for key in KEYS {
        let named = declared.columns.get(key);
        let wanted = named.map_or(key, String::as_str);
        let index = headers
            .iter()
            .position(|header| french::folded(header) == french::folded(wanted));
        match (index, named) {
            (Some(index), _) => indexes.push((key, index)),
            (None, None) => {}
            (None, Some(named)) => {
                all = false;
                let known: Vec<&str> = headers
                    .iter()
                    .map(String::as_str)
                    .filter(|header| !header.is_empty())
                    .collect();
                let message = format!(
                    "La colonne « {named} », déclarée pour « {key} », n’est pas dans « {} ».",
                    table.file
                );
                diagnostics.push(
                    declared
                        .file
                        .error(ABSENT_COLUMN, message)
                        .help(french::suggestion(named, &known)),
                );
            }
        }
    }
    all.then(|| Columns::at(indexes))
}

fn undeclared(found: &Found, declared: Option<&BudgetFile>) -> Diagnostic {
    let message = format!(
        "« {} » est une table simple : rien ne dit son étape ni son exercice.",
        found.path
    );
    let place = declared.map_or_else(|| found.place(), |file| file.file.place.clone());
    Diagnostic::error(UNDECLARED, place, message).help(format!(
        "Sous « budget: fichiers » de rapport.yaml, écrivez « fichier: {} », « role: » (bp, bs, dm, ca, cfu, balance ou projet) et « exercice: ».",
        found.name()
    ))
}

fn without_direction(declared: &BudgetFile) -> Diagnostic {
    let message = format!(
        "Rien ne dit si les lignes de « {} » sont des dépenses ou des recettes.",
        declared.file.value
    );
    Diagnostic::error(NO_DIRECTION, declared.file.place.clone(), message)
        .help("Ajoutez « sens: depense » (ou « recette ») à ce fichier, ou nommez la colonne qui le dit dans « colonnes: sens ».")
        .raw(&declared.file.value)
}
