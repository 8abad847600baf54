//! The SCDL budget table, as its schema has it and as real files do: columns missing, capitals, decimal commas.
//!
//! `BGT_CONTNAT` is the chapter and `BGT_NATURE` the account. A table may hold several budgets, years and steps.

use super::super::Table;
use super::super::folder::Found;
use super::Format;
use super::columns::{Columns, Row};
use super::faults::Faults;
use super::section::Account;
use super::totem_head::{siret, year};
use super::totem_line::shared;
use crate::french::folded;
use crate::model::{
    BudgetAmounts, BudgetDirection, BudgetDocument, BudgetLine, BudgetMovement, BudgetSection, BudgetStep, LineCount,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Columns without which a line says nothing.
const REQUIRED: [&str; 5] = ["BGT_NATDEC", "BGT_ANNEE", "BGT_SIRET", "BGT_NATURE", "BGT_CODRD"];
const AMOUNTS: [&str; 7] = [
    "BGT_MTBUDGPREC",
    "BGT_MTRARPREC",
    "BGT_MTPROPNOUV",
    "BGT_MTPREV",
    "BGT_CREDOUV",
    "BGT_MTREAL",
    "BGT_MTRAR3112",
];

/// What tells two budgets of one table apart: SIRET, name, year, step.
type Key = (String, String, i32, BudgetStep);

pub(super) const FORMAT: Format = Format {
    name: "un budget SCDL",
    suits: is_one,
    read,
};

/// Whether the header is that of SCDL.
fn is_one(table: &Table) -> bool {
    let columns = table.header.iter();
    columns
        .filter(|cell| cell.content.display().to_uppercase().starts_with("BGT_"))
        .count()
        >= 3
}

/// The budgets of the table; none where it has a fault.
fn read(found: &Found, table: &Table, faults: &mut Faults) -> Vec<BudgetDocument> {
    let columns = Columns::of(table);
    if let Some(missing) = columns.missing(&REQUIRED) {
        faults.column(1, &missing);
        return Vec::new();
    }
    if !AMOUNTS.iter().any(|name| columns.has(name)) {
        faults.column(
            1,
            "une colonne de montants (« BGT_MTPREV », « BGT_CREDOUV » ou « BGT_MTREAL »)",
        );
        return Vec::new();
    }
    if let Some(name) = columns.repeated() {
        faults.repeated(name);
        return Vec::new();
    }
    if table.rows.is_empty() {
        faults.no_line(0, "aucune ligne sous son en-tête");
        return Vec::new();
    }
    let mut codes = BTreeSet::new();
    let mut budgets: BTreeMap<Key, BudgetDocument> = BTreeMap::new();
    for cells in &table.rows {
        let row = columns.row(cells);
        let key = key(&row, faults);
        let mut count = LineCount::default();
        let line = line(&row, &mut codes, &mut count, faults);
        if let (Some(key), Some(line)) = (key, line) {
            let budget = budgets
                .entry(key)
                .or_insert_with_key(|key| document(found, &table.sheet, key, row.line));
            budget.count.read += 1;
            budget.count.kept += 1;
            budget.count.deduced_sections += count.deduced_sections;
            budget.count.deduced_movements += count.deduced_movements;
            budget.lines.push(line);
        }
    }
    if faults.any() {
        return Vec::new();
    }
    budgets.into_values().collect()
}

fn document(found: &Found, sheet: &Option<Arc<str>>, (siret, name, year, step): &Key, line: u32) -> BudgetDocument {
    BudgetDocument {
        file: found.path.clone(),
        sheet: sheet.clone(),
        community: name.clone(),
        siret: siret.clone(),
        siret_line: line,
        budget: None,
        part: None,
        nomenclature: None,
        year: *year,
        step: *step,
        lines: Vec::new(),
        count: LineCount::default(),
    }
}

fn key(row: &Row, faults: &mut Faults) -> Option<Key> {
    let number = siret(&row.text("BGT_SIRET"), row.place("BGT_SIRET"), faults);
    let year = year(&row.text("BGT_ANNEE"), row.place("BGT_ANNEE"), faults);
    let written = row.text("BGT_NATDEC");
    let step = step(&written);
    if step.is_none() {
        let expected = "budget primitif, budget supplémentaire, décision modificative, compte administratif ou compte financier unique";
        faults.head_at(
            row.place("BGT_NATDEC"),
            "L’étape budgétaire (BGT_NATDEC)",
            &written,
            expected,
        );
    }
    Some((number?, row.text("BGT_NOM").into_owned(), year?, step?))
}

fn step(written: &str) -> Option<BudgetStep> {
    Some(match folded(written).as_str() {
        "budget primitif" | "bp" => BudgetStep::Primitive,
        "budget supplementaire" | "bs" => BudgetStep::Supplementary,
        "decision modificative" | "dm" => BudgetStep::Amendment,
        "compte administratif" | "ca" => BudgetStep::Accounts,
        "compte financier unique" | "cfu" => BudgetStep::SingleAccounts,
        _ => return None,
    })
}

fn line(row: &Row, codes: &mut BTreeSet<Arc<str>>, count: &mut LineCount, faults: &mut Faults) -> Option<BudgetLine> {
    let (nature, chapter) = (row.text("BGT_NATURE"), row.some("BGT_CONTNAT"));
    if nature.is_empty() && chapter.is_none() {
        faults.word_at(row.place("BGT_NATURE"), "La nature (BGT_NATURE)", "", "un compte");
    }
    let direction = direction(row, faults);
    let account = Account {
        nature: &nature,
        chapter: chapter.as_deref(),
    };
    let movement = movement(row, account, count, faults);
    let section = section_of(row, account, count, faults);
    let mut amount = |index: usize| row.cell_amount(AMOUNTS[index], faults);
    let amounts = BudgetAmounts {
        previous: amount(0),
        carried: amount(1),
        proposed: amount(2),
        voted: amount(3),
        open: amount(4),
        realised: amount(5),
        remaining: amount(6),
    };
    Some(BudgetLine {
        nature: shared(codes, &nature),
        chapter: chapter.map(|code| shared(codes, &code)),
        function: row.some("BGT_FONCTION").map(|code| shared(codes, &code)),
        operation: row.some("BGT_OPERATION").map(|code| shared(codes, &code)),
        management: None,
        section,
        direction: direction?,
        movement: movement?,
        specialised: match folded(&row.text("BGT_ARTSPE")).as_str() {
            "specialise" => Some(true),
            "non specialise" => Some(false),
            _ => None,
        },
        amounts,
        line: row.line,
    })
}

fn direction(row: &Row, faults: &mut Faults) -> Option<BudgetDirection> {
    let written = row.text("BGT_CODRD");
    match folded(&written).as_str() {
        "depense" | "depenses" | "d" => Some(BudgetDirection::Expense),
        "recette" | "recettes" | "r" => Some(BudgetDirection::Revenue),
        _ => {
            let expected = "« dépense » ou « recette »";
            faults.word_at(row.place("BGT_CODRD"), "Le sens (BGT_CODRD)", &written, expected);
            None
        }
    }
}

fn movement(row: &Row, account: Account, count: &mut LineCount, faults: &mut Faults) -> Option<BudgetMovement> {
    let written = row.text("BGT_OPBUDG");
    match folded(&written).as_str() {
        "reel" | "reelle" | "reels" | "reelles" | "r" | "0" => Some(BudgetMovement::Real),
        "ordre" | "o" | "1" => Some(BudgetMovement::Order),
        "" => Some(account.deduced_movement(count)),
        _ => {
            let expected = "« réel » ou « ordre »";
            faults.word_at(row.place("BGT_OPBUDG"), "Le mouvement (BGT_OPBUDG)", &written, expected);
            None
        }
    }
}

fn section_of(row: &Row, account: Account, count: &mut LineCount, faults: &mut Faults) -> Option<BudgetSection> {
    let written = row.text("BGT_SECTION");
    match folded(&written).as_str() {
        "investissement" | "i" => Some(BudgetSection::Investment),
        "fonctionnement" | "f" => Some(BudgetSection::Operating),
        "" => account.deduced_section(count),
        _ => {
            let expected = "« investissement » ou « fonctionnement »";
            faults.word_at(row.place("BGT_SECTION"), "La section (BGT_SECTION)", &written, expected);
            None
        }
    }
}
