//! The lines of a table that sum other lines of it: counted beside them, a budget would be twice what it is.
//!
//! A line is one by its words (« Total », « S/T »), or by its codes and its amounts, which `sums` finds.

use super::columns::Row;
use super::faults::Faults;
use super::sums::{Sums, first_amount};
use crate::french::{Whole, folded, names_a_whole};
use crate::model::{BudgetAmounts, BudgetDirection, BudgetLine, BudgetMovement};
use crate::table::Content;
use std::collections::{BTreeMap, BTreeSet};

/// Whether the words of a row say that it is a total, which is then told.
///
/// `codes` are the columns that hold codes and nothing else: there, a word that begins so is enough.
pub(super) fn check_words(row: &Row, codes: &[&str], faults: &mut Faults) -> bool {
    let coded: BTreeSet<usize> = codes.iter().filter_map(|name| row.index(name)).collect();
    let named = row.cells.iter().enumerate().find(|(index, cell)| {
        let Content::Text(text) = &cell.content else {
            return false;
        };
        match names_a_whole(text) {
            Some(Whole::Total | Whole::Subtotal) => true,
            Some(Whole::Of) => coded.contains(index) || is_of_a_budget(text),
            Some(Whole::Everything) => coded.contains(index),
            None => false,
        }
    });
    if let Some((_, cell)) = named {
        faults.total(cell.place.clone(), &cell.content.display());
    }
    named.is_some()
}

/// Words that say of what part of a budget a total is: « Total chapitre 011 », « Total des dépenses réelles de fonctionnement ».
const PARTS: [&str; 26] = [
    "chapitre",
    "chapitres",
    "article",
    "compte",
    "nature",
    "fonction",
    "classe",
    "section",
    "operation",
    "operations",
    "depense",
    "depenses",
    "recette",
    "recettes",
    "fonctionnement",
    "investissement",
    "exploitation",
    "reelle",
    "reelles",
    "reel",
    "ordre",
    "budget",
    "principal",
    "annexe",
    "hors",
    "credits",
];

/// Whether a total says no more than of what part of a budget it is: no line is called so.
fn is_of_a_budget(text: &str) -> bool {
    let folded = folded(text);
    let words = folded
        .split(|letter: char| !letter.is_alphabetic())
        .filter(|word| word.len() > 2);
    let mut words = words
        .filter(|word| !["des", "les", "total", "totaux"].contains(word))
        .peekable();
    words.peek().is_some() && words.all(|word| PARTS.contains(&word))
}

/// Tells the lines whose amounts are the sum of other lines.
pub(super) fn check_sums(lines: &[BudgetLine], sums: &Sums, faults: &mut Faults) {
    for (index, parts) in sums.each() {
        let amount = first_amount(&lines[index].amounts).unwrap_or_default();
        let parts: Vec<u32> = parts.iter().map(|part| lines[*part].line).collect();
        faults.subtotal(lines[index].line, amount, &parts);
    }
}

/// Tells the lines without an account in a chapter whose other lines have one: what they hold cannot be known.
///
/// Those of [`check_sums`] are among them where their amounts are those of the others.
pub(super) fn check_mixed(lines: &[BudgetLine], sums: &Sums, faults: &mut Faults) {
    let mut chapters: BTreeMap<_, BudgetAmounts> = BTreeMap::new();
    for line in lines.iter().filter(|line| !line.nature.is_empty()) {
        if let Some(chapter) = line.chapter.as_deref() {
            chapters.entry((chapter, sides(line))).or_default().add(&line.amounts);
        }
    }
    let without = lines
        .iter()
        .enumerate()
        .filter(|(index, line)| line.nature.is_empty() && !sums.is_one(*index));
    for (_, line) in without {
        let chapter = line.chapter.as_deref().unwrap_or_default();
        let others = chapters.get(&(chapter, sides(line)));
        if let (Some(own), Some(others)) = (first_amount(&line.amounts), others.and_then(first_amount)) {
            faults.mixed(line.line, chapter, own, others);
        }
    }
}

fn sides(line: &BudgetLine) -> (BudgetDirection, BudgetMovement) {
    (line.direction, line.movement)
}
