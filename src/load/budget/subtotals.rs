//! The lines of a table that sum other lines of it: counted beside them, a budget would be twice what it is.
//!
//! A line is one by its words (« Total », « S/T »), or because it lacks a code that others have (« 21 », no account)
//! or has the root of theirs (« 21 » beside « 2151 »), and its amounts are their sum.

use super::columns::Row;
use super::faults::Faults;
use crate::french::{Whole, names_a_whole};
use crate::model::{BudgetAmounts, BudgetDirection, BudgetLine, BudgetMovement, Money};
use crate::table::Content;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

/// The codes of a line in an order of their own; none where the line has none of this kind.
type Codes<'a> = [Option<&'a str>; 8];

/// An account of this many digits is never that of an entry: it names a chapter, or a class.
const ROOT: usize = 2;

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
            Some(Whole::Everything | Whole::Of) => coded.contains(index),
            None => false,
        }
    });
    if let Some((_, cell)) = named {
        faults.total(cell.place.clone(), &cell.content.display());
    }
    named.is_some()
}

/// Tells the lines whose amounts are the sum of other lines.
pub(super) fn check_sums(lines: &[BudgetLine], faults: &mut Faults) {
    let mut summing: BTreeSet<usize> = BTreeSet::new();
    for (index, parts) in [by_missing_code(lines), by_root(lines)].concat() {
        if summing.insert(index) {
            let amount = first_amount(&lines[index].amounts).unwrap_or_default();
            faults.subtotal(lines[index].line, amount, &parts);
        }
    }
}

/// Tells the lines without an account in a chapter whose other lines have one: what they hold cannot be known.
///
/// Those of [`check_sums`] are among them where their amounts are those of the others.
pub(super) fn check_mixed(lines: &[BudgetLine], faults: &mut Faults) {
    let mut chapters: BTreeMap<_, BudgetAmounts> = BTreeMap::new();
    for line in lines.iter().filter(|line| !line.nature.is_empty()) {
        if let Some(chapter) = line.chapter.as_deref() {
            chapters.entry((chapter, sides(line))).or_default().add(&line.amounts);
        }
    }
    let told: BTreeSet<usize> = by_missing_code(lines).into_iter().map(|(index, _)| index).collect();
    let without = lines
        .iter()
        .enumerate()
        .filter(|(index, line)| line.nature.is_empty() && !told.contains(index));
    for (_, line) in without {
        let chapter = line.chapter.as_deref().unwrap_or_default();
        let others = chapters.get(&(chapter, sides(line)));
        if let (Some(own), Some(others)) = (first_amount(&line.amounts), others.and_then(first_amount)) {
            faults.mixed(line.line, chapter, own, others);
        }
    }
}

/// A line that sums others, and the lines of the file that it sums.
type Found = (usize, Vec<u32>);

/// What the lines of one kind hold together.
#[derive(Default)]
struct Sum {
    amounts: BudgetAmounts,
    lines: Vec<u32>,
    /// Whether they have an account, where the line held against them may have none.
    accounts: bool,
}

/// Lines that lack a code that others have, all their own codes being shared.
fn by_missing_code(lines: &[BudgetLine]) -> Vec<Found> {
    let mut kinds: BTreeMap<u8, Vec<usize>> = BTreeMap::new();
    for (index, line) in lines.iter().enumerate() {
        kinds.entry(kind(&codes(line))).or_default().push(index);
    }
    let mut order: Vec<u8> = kinds.keys().copied().collect();
    order.sort_by_key(|kind| Reverse(kind.count_ones()));
    let mut found: Vec<Found> = Vec::new();
    for coarse in order {
        let summing: BTreeSet<usize> = found.iter().map(|(index, _)| *index).collect();
        let finer = kinds
            .iter()
            .filter(|(kind, _)| **kind != coarse && **kind & coarse == coarse);
        let finer = finer
            .flat_map(|(_, indexes)| indexes)
            .filter(|index| !summing.contains(*index));
        let sums = sums(lines, finer, coarse);
        found.extend(kinds[&coarse].iter().filter_map(|&index| {
            let line = &lines[index];
            let sum = sums.get(&key(line, coarse))?;
            // A line without any code was told already.
            let coded = !line.nature.is_empty() || line.chapter.is_some();
            let enough = sum.lines.len() > 1 || (line.nature.is_empty() && sum.accounts);
            (coded && enough && sums_to(&line.amounts, &sum.amounts)).then(|| (index, sum.lines.clone()))
        }));
    }
    found
}

/// What tells two sums apart: the codes kept, the direction, the movement.
type Key<'a> = (Codes<'a>, (BudgetDirection, BudgetMovement));

fn sums<'a>(lines: &'a [BudgetLine], indexes: impl Iterator<Item = &'a usize>, coarse: u8) -> BTreeMap<Key<'a>, Sum> {
    let mut sums: BTreeMap<Key, Sum> = BTreeMap::new();
    for &index in indexes {
        let line = &lines[index];
        let sum = sums.entry(key(line, coarse)).or_default();
        sum.amounts.add(&line.amounts);
        sum.lines.push(line.line);
        sum.accounts |= !line.nature.is_empty();
    }
    sums
}

/// Lines whose account is the root of the accounts of others.
fn by_root(lines: &[BudgetLine]) -> Vec<Found> {
    let mut by_nature: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, line) in lines.iter().enumerate().filter(|(_, line)| !line.nature.is_empty()) {
        by_nature.entry(&line.nature).or_default().push(index);
    }
    // The accounts that begin by a root follow it.
    let under = |root: &'_ str| {
        let after = by_nature.range::<str, _>((Bound::Excluded(root), Bound::Unbounded));
        let under = after.take_while(move |(nature, _)| nature.starts_with(root));
        let mut under: Vec<usize> = under.flat_map(|(_, indexes)| indexes).copied().collect();
        under.sort_unstable();
        under
    };
    let mut longest: Vec<&str> = by_nature.keys().copied().collect();
    longest.sort_by_key(|nature| Reverse(nature.len()));
    let mut found: Vec<Found> = Vec::new();
    let mut summing: BTreeSet<usize> = BTreeSet::new();
    for nature in longest {
        let deeper = under(nature);
        for &index in by_nature[nature].iter().filter(|_| !deeper.is_empty()) {
            let root = &lines[index];
            let own = codes(root);
            let is_part = |other: &&usize| {
                let line = &lines[**other];
                let kept = |(code, kept): (&Option<&str>, &Option<&str>)| kept.is_none() || code == kept;
                !summing.contains(*other)
                    && sides(line) == sides(root)
                    && codes(line).iter().zip(&own).skip(1).all(kept)
            };
            let mut sum = Sum::default();
            for &other in deeper.iter().filter(is_part) {
                sum.amounts.add(&lines[other].amounts);
                sum.lines.push(lines[other].line);
            }
            let enough = sum.lines.len() > 1 || (sum.lines.len() == 1 && nature.len() <= ROOT);
            if enough && sums_to(&root.amounts, &sum.amounts) {
                summing.insert(index);
                found.push((index, sum.lines));
            }
        }
    }
    found
}

/// The codes of a line, its account first.
fn codes(line: &BudgetLine) -> Codes<'_> {
    let management = line.management.as_deref();
    [
        Some(&*line.nature).filter(|nature| !nature.is_empty()),
        line.chapter.as_deref(),
        line.function.as_deref(),
        line.operation.as_deref(),
        management.and_then(|codes| codes.service.as_deref()),
        management.and_then(|codes| codes.programme.as_deref()),
        management.and_then(|codes| codes.authorisation.as_deref()),
        management.and_then(|codes| codes.analytic.as_deref()),
    ]
}

/// Which codes a line has, one bit each.
fn kind(codes: &Codes) -> u8 {
    let bits = codes.iter().zip(0..).filter(|(code, _)| code.is_some());
    bits.map(|(_, bit)| 1 << bit).sum()
}

/// The codes of a line that the kind `coarse` has too, and its sides.
fn key(line: &BudgetLine, coarse: u8) -> Key<'_> {
    let mut codes = codes(line);
    for (code, bit) in codes.iter_mut().zip(0..) {
        if coarse & (1 << bit) == 0 {
            *code = None;
        }
    }
    (codes, sides(line))
}

fn sides(line: &BudgetLine) -> (BudgetDirection, BudgetMovement) {
    (line.direction, line.movement)
}

/// Whether each amount of a line is that of the sum, one at least not being zero.
fn sums_to(amounts: &BudgetAmounts, sum: &BudgetAmounts) -> bool {
    let pairs = amounts.each().into_iter().zip(sum.each());
    let same = |(amount, sum): (Option<Money>, Option<Money>)| amount.is_none() || amount == sum;
    first_amount(amounts).is_some() && pairs.into_iter().all(same)
}

/// The first amount that is not zero.
fn first_amount(amounts: &BudgetAmounts) -> Option<Money> {
    amounts
        .each()
        .into_iter()
        .flatten()
        .find(|amount| *amount != Money::ZERO)
}
