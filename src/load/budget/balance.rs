//! The balance of accounts that the DGFiP publishes: what each account realised, net of annulments.
//!
//! `OBNETDEB` and `OBNETCRE` hold real and `ordre` together, `OOBDEB` and `OOBCRE` the `ordre` alone: real = net − ordre.

use super::super::Table;
use super::super::folder::Found;
use super::columns::{Columns, Row};
use super::faults::Faults;
use super::section;
use super::sums::Sums;
use super::totem_head::{siret, year};
use super::totem_line::shared;
use super::{Format, Known};
use super::{codes, several, subtotals};
use crate::form::entry::Entry;
use crate::form::lines::Titles;
use crate::form::tables::BalanceColumns;
use crate::model::{
    AccountLabels, BudgetAmounts, BudgetDirection, BudgetDocument, BudgetLine, BudgetMovement, BudgetPart, BudgetStep,
    LineCount, Money,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Columns without which a balance says nothing; the others (FONCTION among them) may be missing.
const NEEDED: [&[&str]; 7] = [
    &["EXER"],
    &["IDENT"],
    &["COMPTE"],
    &["OBNETDEB"],
    &["OBNETCRE"],
    &["OOBDEB"],
    &["OOBCRE"],
];

const AMOUNTS: [&str; 4] = ["OBNETDEB", "OBNETCRE", "OOBDEB", "OOBCRE"];

/// What tells one budget from another.
const APART: [&str; 4] = ["IDENT", "LBUDG", "CBUDG", "EXER"];

/// Which columns hold the net and the `ordre` of a direction.
const SIDES: [(BudgetDirection, &str, &str); 2] = [
    (BudgetDirection::Expense, "OBNETDEB", "OOBDEB"),
    (BudgetDirection::Revenue, "OBNETCRE", "OOBCRE"),
];

pub(super) const FORMAT: Format = Format {
    name: "une balance de la DGFiP",
    suits: is_one,
    read,
};

/// Whether the header is that of a balance.
fn is_one(table: &Table) -> bool {
    let columns = Columns::of(table, BalanceColumns::KEYS, &Titles::new());
    columns.has("COMPTE") && columns.has("OBNETDEB")
}

/// The budgets of the balance, by SIRET, name, kind and year; none where it has a fault.
fn read(found: &Found, mut table: Table, known: &Known, faults: &mut Faults) -> Vec<BudgetDocument> {
    let titles = Titles::new();
    let Some(columns) = Columns::checked(&table, BalanceColumns::KEYS, &titles, &NEEDED, faults) else {
        return Vec::new();
    };
    let columns = columns.reading(&table, &AMOUNTS, known.notation, faults);
    codes::tidy(
        &mut table,
        &columns,
        &["COMPTE", "FONCTION"],
        &["COMPTE", "FONCTION"],
        faults,
    );
    several::check(&table, &columns, &APART, faults);
    let mut codes = BTreeSet::new();
    let mut budgets: BTreeMap<(String, String, String, i32), BudgetDocument> = BTreeMap::new();
    for cells in &table.rows {
        let row = columns.row(cells);
        if subtotals::check_words(&row, &["COMPTE", "FONCTION"], faults) {
            continue;
        }
        let number = siret(&row.text("IDENT"), row.place("IDENT"), faults);
        let year = year(&row.text("EXER"), row.place("EXER"), faults);
        let lines = lines(&row, &mut codes, faults);
        if let (Some(number), Some(year)) = (number, year) {
            let name = row.text("LBUDG").into_owned();
            let part = row.text("CBUDG").into_owned();
            let budget = budgets
                .entry((number, name, part, year))
                .or_insert_with_key(|key| document(found, &table.sheet, key, &row));
            budget.count.read += 1;
            if lines.is_empty() {
                budget.count.without_operation += 1;
            } else {
                budget.count.kept += 1;
                budget.count.deduced_sections += usize::from(lines.iter().all(|line| line.section.is_some()));
            }
            budget.lines.extend(lines);
        }
    }
    for budget in budgets.values() {
        let sums = Sums::of(&budget.lines, known.plan);
        subtotals::check_sums(&budget.lines, &sums, faults);
    }
    if faults.any() {
        return Vec::new();
    }
    budgets.into_values().collect()
}

fn document(
    found: &Found,
    sheet: &Option<Arc<str>>,
    (siret, name, part, year): &(String, String, String, i32),
    row: &Row,
) -> BudgetDocument {
    BudgetDocument {
        file: found.path.clone(),
        sheet: sheet.clone(),
        community: name.clone(),
        siret: siret.clone(),
        siret_line: row.line,
        budget: None,
        part: match part.as_str() {
            "1" => Some(BudgetPart::Main),
            "2" | "3" => Some(BudgetPart::Annex),
            _ => None,
        },
        nomenclature: row.some("NOMEN").map(|name| name.into_owned()),
        year: *year,
        step: BudgetStep::Ledger,
        lines: Vec::new(),
        count: LineCount::default(),
        labels: AccountLabels::default(),
    }
}

/// Up to four lines of one account: real and `ordre`, spent and received; none where no budget operation touched it.
fn lines(row: &Row, codes: &mut BTreeSet<Arc<str>>, faults: &mut Faults) -> Vec<BudgetLine> {
    let nature = row.text("COMPTE");
    if nature.is_empty() {
        faults.word_at(row.place("COMPTE"), "Le compte (COMPTE)", "", "un numéro de compte");
    }
    let mut lines = Vec::new();
    for (direction, net, order) in SIDES {
        let net = row.cell_amount(net, faults).unwrap_or_default();
        let order = row.cell_amount(order, faults).unwrap_or_default();
        let parts = [(BudgetMovement::Real, net - order), (BudgetMovement::Order, order)];
        for (movement, amount) in parts.into_iter().filter(|(_, amount)| *amount != Money::ZERO) {
            lines.push(BudgetLine {
                nature: shared(codes, &nature),
                chapter: None,
                function: row.some("FONCTION").map(|code| shared(codes, &code)),
                operation: None,
                management: None,
                section: section::section(&nature, None),
                direction,
                movement,
                specialised: None,
                amounts: BudgetAmounts {
                    realised: Some(amount),
                    ..BudgetAmounts::default()
                },
                line: row.line,
            });
        }
    }
    lines
}
