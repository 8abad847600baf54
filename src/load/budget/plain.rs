//! A plain table exported by the finance software: what each column is, and what the file is, is said in `rapport.yaml`.
//!
//! Only here have lines the codes of the finance software (service, programme, autorisation, code analytique).

use super::super::Table;
use super::super::folder::Found;
use super::columns::Columns;
use super::faults::Faults;
use super::plain_line::{AMOUNTS, BY_DIRECTION, Ways, lines};
use super::zeros::{self, Codes};
use super::{several, subtotals, unread};
use crate::config::BudgetFile;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::form::entry::Entry;
use crate::form::lines::Titles;
use crate::form::separators::Notation;
use crate::form::tables::PlainColumns;
use crate::model::{AccountLabels, BudgetDocument, BudgetPart, LineCount};
use std::collections::BTreeSet;

/// A plain table of which `rapport.yaml` does not say the role and the year.
const UNDECLARED: Code = Code("M123");
/// Nothing says whether the lines of a plain table spend or receive.
const NO_DIRECTION: Code = Code("M125");

const CODES: Codes = Codes {
    nature: "nature",
    chapter: "chapitre",
    function: "fonction",
};

/// Groups of columns without one of which a table says nothing.
const NEEDED: [&[&str]; 2] = [
    &["nature", "chapitre"],
    &[
        "propose", "vote", "report", "ouvert", "realise", "reste", "depenses", "recettes",
    ],
];

/// The columns of amounts of a table that has one for what is spent and one for what is received.
const NAMES: [&str; 2] = [BY_DIRECTION[0].0, BY_DIRECTION[1].0];

/// Whether a table that is nothing else has the words of this one.
pub(super) fn looks_like_one(table: &Table) -> bool {
    let columns = Columns::of(table, PlainColumns::KEYS, &Titles::new());
    columns.has("nature") && NEEDED[1].iter().any(|name| columns.has(name))
}

/// The budget of the table; none where it has a fault.
pub(super) fn read(
    found: &Found,
    table: &Table,
    declared: Option<&BudgetFile>,
    entries: &[&BudgetFile],
    notation: Notation,
    diagnostics: &mut Diagnostics,
) -> Option<BudgetDocument> {
    let Some((declared, role, year)) = declared.and_then(|file| Some((file, file.role.as_ref()?, file.year.as_ref()?)))
    else {
        diagnostics.push(undeclared(found, declared));
        return None;
    };
    let mut faults = Faults::of_table(found, table, diagnostics);
    let columns = Columns::checked(table, PlainColumns::KEYS, &declared.columns, &NEEDED, &mut faults)?;
    // « Dépense » may be a label beside other amounts: the author says then that it is one.
    let declares = |name: &&str| declared.columns.contains_key(*name);
    let by_direction = BY_DIRECTION.iter().any(|(name, _)| columns.has(name))
        && (NAMES.iter().any(declares) || !AMOUNTS.iter().any(|name| columns.has(name)));
    let (ways, amounts) = match by_direction {
        true => (Ways::ByDirection(role.value), &NAMES[..]),
        false => (Ways::One(declared.direction), &AMOUNTS[..]),
    };
    let columns = columns.reading(table, amounts, notation, &mut faults);
    zeros::check(table, &columns, &CODES, &mut faults);
    if !by_direction && declared.direction.is_none() && !columns.has("sens") {
        faults.header(without_direction(declared));
        return None;
    }
    unread::check(table, &columns, declared, entries, &mut faults);
    several::check(table, &columns, &[], &mut faults);
    let mut codes = BTreeSet::new();
    let mut count = LineCount::default();
    let mut kept = Vec::new();
    for cells in &table.rows {
        let row = columns.row(cells);
        let read = lines(&row, ways, &mut codes, &mut count, &mut faults);
        count.read += read.len().max(1);
        count.without_operation += usize::from(read.is_empty());
        kept.extend(read);
    }
    let lines = kept;
    subtotals::check_sums(&lines, &mut faults);
    subtotals::check_mixed(&lines, &mut faults);
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
        labels: AccountLabels::default(),
    })
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
