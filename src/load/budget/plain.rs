//! A plain table exported by the finance software: what each column is, and what the file is, is said in `rapport.yaml`.
//!
//! Only here have lines the codes of the finance software (service, programme, autorisation, code analytique).

use super::super::Table;
use super::super::folder::Found;
use super::columns::Columns;
use super::faults::Faults;
use super::plain_line::{AMOUNTS, BY_DIRECTION, Ways, lines};
use super::sums::Sums;
use super::zeros::{self, Codes};
use super::{Known, codes, several, step_amounts, subtotals, unread};
use crate::config::BudgetFile;
use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics};
use crate::form::entry::Entry;
use crate::form::lines::Titles;
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

/// The columns of codes, those of the nomenclature first.
const CODED: [&str; 8] = [
    "nature",
    "chapitre",
    "fonction",
    "operation",
    "service",
    "programme",
    "autorisation",
    "code_analytique",
];

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
    mut table: Table,
    declared: Option<&BudgetFile>,
    entries: &[&BudgetFile],
    known: &Known,
    diagnostics: &mut Diagnostics,
) -> Option<BudgetDocument> {
    let Some((declared, role, year)) = declared.and_then(|file| Some((file, file.role.as_ref()?, file.year.as_ref()?)))
    else {
        diagnostics.push(undeclared(found, declared));
        return None;
    };
    let mut faults = Faults::of_table(found, &table, diagnostics);
    let columns = Columns::checked(&table, PlainColumns::KEYS, &declared.columns, &NEEDED, &mut faults)?;
    // « Dépense » may be a label beside other amounts: the author says then that it is one.
    let declares = |name: &&str| declared.columns.contains_key(*name);
    let by_direction = BY_DIRECTION.iter().any(|(name, _)| columns.has(name))
        && (NAMES.iter().any(declares) || !AMOUNTS.iter().any(|name| columns.has(name)));
    let (ways, amounts) = match by_direction {
        true => (Ways::ByDirection(role.value), &NAMES[..]),
        false => (Ways::One(declared.direction), &AMOUNTS[..]),
    };
    let columns = columns.reading(&table, amounts, known.notation, &mut faults);
    codes::tidy(&mut table, &columns, &CODED, &CODED[..3], &mut faults);
    zeros::check(&table, &columns, &CODES, known.plan, &mut faults);
    if !by_direction && declared.direction.is_none() && !columns.has("sens") {
        faults.header(without_direction(declared));
        return None;
    }
    several::check(&table, &columns, &[], &mut faults);
    let said = several::year_said(&table, &columns);
    // A table of several years may say in a column which of them it closes.
    let years = || entries.iter().filter_map(|entry| entry.year.as_ref());
    let is_of_an_entry = |said: &i32| years().any(|year| year.value == *said);
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
    let sums = Sums::of(&lines, known.plan);
    subtotals::check_sums(&lines, &sums, &mut faults);
    subtotals::check_mixed(&lines, &sums, &mut faults);
    count.kept = lines.len();
    // What one way of saying amounts reads, the other does not; nor does a step read those of another.
    let read = step_amounts::keys(role.value);
    let is_of_another = !by_direction && step_amounts::none_of(role.value, &lines);
    let unused: Vec<&str> = match by_direction {
        true => AMOUNTS.to_vec(),
        false => AMOUNTS
            .into_iter()
            .filter(|key| !is_of_another && !read.contains(key))
            .chain(NAMES)
            .collect(),
    };
    unread::check(&table, &columns, &unused, declared, entries, &mut faults);
    if is_of_another {
        let given = AMOUNTS.into_iter().find(|key| columns.has(key)).unwrap_or_default();
        let place = declared.columns.get(given).map(|title| title.place.clone());
        let place = place.unwrap_or_else(|| role.place.clone());
        let title = declared.columns.get(given).map_or(given, |title| &title.value);
        let help = format!(
            "« {given} » n’est pas un montant de cette étape : sous « colonnes », écrivez « {}: {title} » à la place si ces montants sont les siens ; sinon, corrigez « role: {} ».",
            read[0],
            role.value.key()
        );
        faults.no_amount(Some(place), role.value, &help);
    }
    // An amount that cannot be read is told already.
    if lines.is_empty() && !faults.any() {
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
        // Where the file says another, `validate` tells that the two disagree.
        year: said.filter(|said| !is_of_an_entry(said)).unwrap_or(year.value),
        step: several::step_said(&table, &columns).unwrap_or(role.value),
        lines,
        count,
        labels: AccountLabels::default(),
    })
}

fn undeclared(found: &Found, declared: Option<&BudgetFile>) -> Diagnostic {
    let lacks = match declared.map(|file| (&file.role, &file.year)) {
        Some((Some(_), None)) => "son exercice",
        Some((None, Some(_))) => "son étape",
        _ => "son étape ni son exercice",
    };
    let message = format!("« {} » est une table simple : rien ne dit {lacks}.", found.path);
    let place = declared.map_or_else(|| found.place(), |file| file.file.place.clone());
    let told = Diagnostic::error(UNDECLARED, place, message).help(format!(
        "Sous « budget: fichiers » de rapport.yaml, écrivez « fichier: {} », « role: » (bp, bs, dm, ca, cfu, balance ou projet) et « exercice: ».",
        found.name()
    ));
    // A role that cannot be read was told.
    let entry = declared.map(|file| Cause::entry(&file.place.to_string()));
    entry.into_iter().fold(told, Diagnostic::because)
}

fn without_direction(declared: &BudgetFile) -> Diagnostic {
    let message = format!(
        "Rien ne dit si les lignes de « {} » sont des dépenses ou des recettes.",
        declared.file.value
    );
    Diagnostic::error(NO_DIRECTION, declared.file.place.clone(), message)
        .because(Cause::entry(&declared.place.to_string()))
        .help("Ajoutez « sens: depense » (ou « recette ») à ce fichier, ou nommez la colonne qui le dit dans « colonnes: sens ».")
        .raw(&declared.file.value)
}
