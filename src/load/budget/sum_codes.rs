//! The codes of the lines of a budget, as sums are looked for among them: which a line has, and whose beginning they are.
//!
//! It adds nothing up.

use crate::model::{BudgetDirection, BudgetLine, BudgetMovement, BudgetSection};

/// The codes of a line: its account, its function, then those that are the same or lack.
pub(super) type Codes<'a> = [Option<&'a str>; 9];

/// Which codes a line has: the length of its account and of its function, one bit for each other code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Shape {
    pub nature: usize,
    pub function: usize,
    others: u8,
}

/// How many digits of an account and of a function begin those of another line; none where they are the same.
pub(super) type Beginning = (Option<usize>, Option<usize>);

/// What tells two sums apart.
pub(super) type Key<'a> = (Codes<'a>, (BudgetDirection, BudgetMovement));

impl Shape {
    pub fn of(line: &BudgetLine) -> Shape {
        let codes = codes(line);
        let bits = codes[2..].iter().zip(0..).filter(|(code, _)| code.is_some());
        Shape {
            nature: codes[0].map_or(0, str::len),
            function: codes[1].map_or(0, str::len),
            others: bits.map(|(_, bit)| 1 << bit).sum(),
        }
    }

    pub fn depth(self) -> usize {
        self.nature + self.function + self.others.count_ones() as usize
    }

    /// Whether lines of that other shape may be under lines of this one.
    pub fn covers(self, other: Shape) -> bool {
        self != other
            && self.nature <= other.nature
            && self.function <= other.function
            && self.others & other.others == self.others
    }
}

/// The codes of a line, its account and its function first.
fn codes(line: &BudgetLine) -> Codes<'_> {
    let management = line.management.as_deref();
    [
        Some(&*line.nature).filter(|nature| !nature.is_empty()),
        line.function.as_deref(),
        line.chapter.as_deref(),
        line.operation.as_deref(),
        line.section.map(BudgetSection::label),
        management.and_then(|codes| codes.service.as_deref()),
        management.and_then(|codes| codes.programme.as_deref()),
        management.and_then(|codes| codes.authorisation.as_deref()),
        management.and_then(|codes| codes.analytic.as_deref()),
    ]
}

/// The codes of a line as far as a shape has them, and its sides; none where a letter would be cut.
pub(super) fn key(line: &BudgetLine, shape: Shape) -> Option<Key<'_>> {
    let mut codes = codes(line);
    for (code, length) in codes.iter_mut().zip([shape.nature, shape.function]) {
        *code = match (length, &code) {
            (0, _) | (_, None) => None,
            (length, Some(code)) => Some(code.get(..length)?),
        };
    }
    for (code, bit) in codes[2..].iter_mut().zip(0..) {
        if shape.others & (1 << bit) == 0 {
            *code = None;
        }
    }
    Some((codes, (line.direction, line.movement)))
}

/// By which digits the account or the function of a line is the beginning of that of another; none where neither is.
pub(super) fn beginning(line: &BudgetLine, other: &BudgetLine) -> Option<Beginning> {
    let function = line.function.as_deref();
    let nature = is_beginning(Some(&line.nature), Some(&other.nature)).then_some(line.nature.len());
    let function = function.filter(|_| is_beginning(function, other.function.as_deref()));
    (nature.is_some() || function.is_some()).then_some((nature, function.map(str::len)))
}

pub(super) fn is_beginning(code: Option<&str>, other: Option<&str>) -> bool {
    let (code, other) = (code.unwrap_or_default(), other.unwrap_or_default());
    !code.is_empty() && code.len() < other.len() && other.starts_with(code)
}
