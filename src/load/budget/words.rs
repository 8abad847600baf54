//! The words of a line of a budget in a table: does it spend, is it real, which section. One list for every format.

use super::columns::Row;
use super::faults::Faults;
use super::section::Account;
use crate::french::folded;
use crate::model::{BudgetDirection, BudgetMovement, BudgetSection, LineCount};

const DIRECTIONS: &[(&str, BudgetDirection)] = &[
    ("depense", BudgetDirection::Expense),
    ("depenses", BudgetDirection::Expense),
    ("d", BudgetDirection::Expense),
    ("recette", BudgetDirection::Revenue),
    ("recettes", BudgetDirection::Revenue),
    ("r", BudgetDirection::Revenue),
];
const MOVEMENTS: &[(&str, BudgetMovement)] = &[
    ("reel", BudgetMovement::Real),
    ("reelle", BudgetMovement::Real),
    ("reels", BudgetMovement::Real),
    ("reelles", BudgetMovement::Real),
    ("r", BudgetMovement::Real),
    ("0", BudgetMovement::Real),
    ("ordre", BudgetMovement::Order),
    ("o", BudgetMovement::Order),
    ("1", BudgetMovement::Order),
];
const SECTIONS: &[(&str, BudgetSection)] = &[
    ("investissement", BudgetSection::Investment),
    ("i", BudgetSection::Investment),
    ("fonctionnement", BudgetSection::Operating),
    ("exploitation", BudgetSection::Operating),
    ("f", BudgetSection::Operating),
];

/// A word of a line, and how a message names it.
#[derive(Clone, Copy)]
pub(super) struct Named<'a> {
    pub column: &'a str,
    pub what: &'a str,
}

/// Whether a line spends or receives; `declared` stands for a blank cell.
pub(super) fn direction(
    row: &Row,
    named: Named,
    declared: Option<BudgetDirection>,
    faults: &mut Faults,
) -> Option<BudgetDirection> {
    let expected = "« dépense » ou « recette »";
    let written = word(row, named, DIRECTIONS, expected, faults)?.or(declared);
    if written.is_none() {
        faults.word_at(row.place(named.column), named.what, "", expected);
    }
    written
}

/// Whether a line is real or `ordre`: what its word says, else its codes.
pub(super) fn movement(
    row: &Row,
    named: Named,
    account: Account,
    count: &mut LineCount,
    faults: &mut Faults,
) -> Option<BudgetMovement> {
    let written = word(row, named, MOVEMENTS, "« réel » ou « ordre »", faults)?;
    Some(written.unwrap_or_else(|| account.deduced_movement(count)))
}

/// The section of a line: what its word says, else its codes.
pub(super) fn section(
    row: &Row,
    named: Named,
    account: Account,
    count: &mut LineCount,
    faults: &mut Faults,
) -> Option<BudgetSection> {
    let expected = "« investissement » ou « fonctionnement »";
    word(row, named, SECTIONS, expected, faults)?.or_else(|| account.deduced_section(count))
}

/// What a cell says; none in the inside where it is blank, none at all once its fault was told.
fn word<T: Copy>(
    row: &Row,
    named: Named,
    known: &[(&str, T)],
    expected: &str,
    faults: &mut Faults,
) -> Option<Option<T>> {
    let written = row.text(named.column);
    let wanted = folded(&written);
    let found = known.iter().find(|(word, _)| *word == wanted);
    if found.is_none() && !wanted.is_empty() {
        faults.word_at(row.place(named.column), named.what, &written, expected);
        return None;
    }
    Some(found.map(|(_, value)| *value))
}
