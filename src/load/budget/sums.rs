//! Which lines of a table sum other lines of it, by their codes and their amounts alone.
//!
//! A line sums others where each of its codes is theirs, the beginning of theirs (account, function) or lacks, and its
//! amounts are exactly what they make together. Nothing is told here: `subtotals` says it.

use super::sum_codes::{Beginning, Key, Shape, beginning, is_beginning, key};
use crate::model::{AccountLabels, BudgetAmounts, BudgetLine, Money};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// An account of this many digits is never that of an entry: it names a chapter, or a class.
const ROOT: usize = 2;
/// No account and no function is longer: beyond, a code is nobody’s beginning.
const LONGEST: usize = 12;
/// Lines that each have the amounts of the only one under them: one is a coincidence, these are a habit of the table.
const HABIT: usize = 2;

/// The lines that sum others, each with those that it sums.
pub(super) struct Sums<'a> {
    lines: &'a [BudgetLine],
    plan: &'a AccountLabels,
    proved: BTreeMap<usize, Arc<[usize]>>,
    /// Lines that have the amounts of the only one under them, and nothing else that proves it.
    alone: BTreeMap<usize, usize>,
    /// For each kind of beginning, how many lines have others under them that do not make their amounts.
    others: BTreeMap<Beginning, usize>,
}

/// The lines under those of the same codes, and what they make.
struct Below {
    /// Those that have the amounts of the only one under them, and may sum it.
    doubtful: Vec<usize>,
    sure: Arc<[usize]>,
    all: Arc<[usize]>,
    of_sure: BudgetAmounts,
    of_all: BudgetAmounts,
    /// By what the codes of those of above begin theirs.
    kind: Option<Beginning>,
    has_accounts: bool,
}

impl<'a> Sums<'a> {
    /// Those of the lines of one budget; `plan` says which accounts are divided into others.
    pub fn of(lines: &'a [BudgetLine], plan: &'a AccountLabels) -> Self {
        let mut sums = Sums {
            lines,
            plan,
            proved: BTreeMap::new(),
            alone: BTreeMap::new(),
            others: BTreeMap::new(),
        };
        let mut shapes: BTreeMap<Shape, Vec<usize>> = BTreeMap::new();
        for (index, line) in lines.iter().enumerate() {
            shapes.entry(Shape::of(line)).or_default().push(index);
        }
        // What sums must be known before what sums it: the lines of the most codes first.
        let mut order: Vec<Shape> = shapes.keys().copied().collect();
        order.sort_by_key(|shape| Reverse(shape.depth()));
        for shape in order
            .into_iter()
            .filter(|shape| shape.nature.max(shape.function) <= LONGEST)
        {
            sums.judge_all(shape, &shapes);
        }
        sums.judge_habits();
        sums
    }

    /// Each line that sums others and the lines that it sums, in the order of the file.
    pub fn each(&self) -> impl Iterator<Item = (usize, &[usize])> {
        self.proved.iter().map(|(index, parts)| (*index, &parts[..]))
    }

    /// Whether a line sums others.
    pub fn is_one(&self, index: usize) -> bool {
        self.proved.contains_key(&index)
    }

    fn judge_all(&mut self, shape: Shape, shapes: &BTreeMap<Shape, Vec<usize>>) {
        let lines = self.lines;
        let mut below: BTreeMap<Key, (usize, Vec<usize>)> = BTreeMap::new();
        for &index in &shapes[&shape] {
            below.extend(key(&lines[index], shape).map(|key| (key, (index, Vec::new()))));
        }
        let finer = shapes.iter().filter(|(finer, _)| shape.covers(**finer));
        for &index in finer.flat_map(|(_, indexes)| indexes) {
            let key = key(&lines[index], shape).filter(|_| !self.is_one(index));
            if let Some((_, parts)) = key.and_then(|key| below.get_mut(&key)) {
                parts.push(index);
            }
        }
        // What is under a line is summed once for all the lines of its codes: a table may repeat them ten thousand times.
        below.retain(|_, (_, parts)| !parts.is_empty());
        let below = below.into_iter();
        let below: BTreeMap<Key, Below> = below
            .map(|(key, (line, parts))| (key, self.below(line, parts)))
            .collect();
        for &index in &shapes[&shape] {
            if let Some(below) = key(&lines[index], shape).and_then(|key| below.get(&key)) {
                self.judge(index, below);
            }
        }
    }

    fn below(&self, line: usize, parts: Vec<usize>) -> Below {
        let (doubtful, sure): (Vec<usize>, Vec<usize>) = parts.iter().partition(|part| self.alone.contains_key(part));
        Below {
            of_sure: self.sum(&sure),
            of_all: self.sum(&parts),
            kind: parts
                .iter()
                .find_map(|part| beginning(&self.lines[line], &self.lines[*part])),
            has_accounts: parts.iter().any(|part| !self.lines[*part].nature.is_empty()),
            sure: sure.into(),
            doubtful,
            all: parts.into(),
        }
    }

    /// Judges a line by the lines under it: first without those that may sum others themselves, then with them.
    fn judge(&mut self, index: usize, below: &Below) {
        let line = &self.lines[index];
        // A line without any code was told already.
        let is_coded = !line.nature.is_empty() || line.chapter.is_some();
        if !is_coded || first_amount(&line.amounts).is_none() {
            return;
        }
        let apart = !below.sure.is_empty() && sums_to(&line.amounts, &below.of_sure);
        if !apart && !sums_to(&line.amounts, &below.of_all) {
            if let Some(kind) = below.kind {
                *self.others.entry(kind).or_default() += 1;
            }
            return;
        }
        // A line, one under it and one under that one, of the same amounts: the table adds its levels.
        let link = |upper: usize, lower: usize| beginning(&self.lines[upper], &self.lines[lower]).is_some();
        let linked = |middle: &usize| {
            let part = self.alone.get(middle);
            part.is_some_and(|part| link(index, *middle) || link(*middle, *part))
        };
        let is_chain = apart && below.doubtful.iter().any(linked);
        let parts = Arc::clone(if apart { &below.sure } else { &below.all });
        let of_accounts = line.nature.is_empty() && below.has_accounts;
        if parts.len() > 1 || is_chain || of_accounts || self.is_divided(line, &self.lines[parts[0]]) {
            if is_chain {
                let middles = below
                    .doubtful
                    .iter()
                    .filter_map(|middle| self.alone.remove_entry(middle));
                let middles: Vec<(usize, usize)> = middles.collect();
                self.proved
                    .extend(middles.into_iter().map(|(middle, part)| (middle, [part].into())));
            }
            self.proved.insert(index, parts);
        } else {
            self.alone.insert(index, parts[0]);
        }
    }

    /// Proves the lines that have the amounts of the only one under them, where most of their kind do.
    fn judge_habits(&mut self) {
        let mut kinds: BTreeMap<Beginning, BTreeSet<usize>> = BTreeMap::new();
        let proved = self.proved.iter().map(|(index, parts)| (*index, parts[0]));
        let alone = self.alone.iter().map(|(index, part)| (*index, *part));
        for (index, part) in proved.chain(alone) {
            if let Some(kind) = beginning(&self.lines[index], &self.lines[part]) {
                kinds.entry(kind).or_default().insert(index);
            }
        }
        for (kind, indexes) in kinds {
            let others = self.others.get(&kind).copied().unwrap_or_default();
            if indexes.len() >= HABIT && indexes.len() > others {
                let alone = indexes.iter().filter_map(|index| self.alone.remove_entry(index));
                let alone: Vec<(usize, usize)> = alone.collect();
                self.proved
                    .extend(alone.into_iter().map(|(index, part)| (index, [part].into())));
            }
        }
    }

    fn sum(&self, parts: &[usize]) -> BudgetAmounts {
        let mut sum = BudgetAmounts::default();
        parts.iter().for_each(|part| sum.add(&self.lines[*part].amounts));
        sum
    }

    /// Whether the account or the function of a line begins that of its part, and is divided in the plan of accounts: no
    /// entry is written there.
    fn is_divided(&self, line: &BudgetLine, part: &BudgetLine) -> bool {
        let nature = is_beginning(Some(&line.nature), Some(&part.nature));
        let function = is_beginning(line.function.as_deref(), part.function.as_deref());
        nature && (line.nature.len() <= ROOT || has_longer(&self.plan.natures, &line.nature))
            || function
                && line
                    .function
                    .as_deref()
                    .is_some_and(|code| has_longer(&self.plan.functions, code))
    }
}

/// Whether the plan has codes that begin by this one.
fn has_longer(plan: &BTreeMap<String, String>, code: &str) -> bool {
    let mut after = plan
        .range(code.to_owned()..)
        .map(|(known, _)| known)
        .filter(|known| *known != code);
    after.next().is_some_and(|known| known.starts_with(code))
}

/// Whether each amount of a line is that of the sum, one at least not being zero.
fn sums_to(amounts: &BudgetAmounts, sum: &BudgetAmounts) -> bool {
    let pairs = amounts.each().into_iter().zip(sum.each());
    let same = |(amount, sum): (Option<Money>, Option<Money>)| amount.is_none() || amount == sum;
    first_amount(amounts).is_some() && pairs.into_iter().all(same)
}

/// The first amount that is not zero.
pub(super) fn first_amount(amounts: &BudgetAmounts) -> Option<Money> {
    let mut each = amounts.each().into_iter().flatten();
    each.find(|amount| *amount != Money::ZERO)
}
