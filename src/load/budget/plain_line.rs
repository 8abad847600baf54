//! The lines of a row of a plain table: its codes, its amounts, and the words that say what it is.

use super::columns::Row;
use super::faults::Faults;
use super::section::Account;
use super::subtotals;
use super::totem_line::shared;
use super::words::{self, Named};
use crate::model::{BudgetAmounts, BudgetDirection, BudgetLine, BudgetStep, LineCount, ManagementCodes, Money};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The columns of amounts, by the keys of `rapport.yaml`.
pub(super) const AMOUNTS: [&str; 6] = ["propose", "vote", "report", "ouvert", "realise", "reste"];

/// The columns that hold codes and nothing else.
const CODES: [&str; 4] = ["nature", "chapitre", "fonction", "operation"];

const DIRECTION: Named = Named {
    column: "sens",
    what: "Le sens",
};
const MOVEMENT: Named = Named {
    column: "mouvement",
    what: "Le mouvement",
};
const SECTION: Named = Named {
    column: "section",
    what: "La section",
};

/// The columns of amounts of a table that has one for what is spent and one for what is received.
pub(super) const BY_DIRECTION: [(&str, BudgetDirection); 2] = [
    ("depenses", BudgetDirection::Expense),
    ("recettes", BudgetDirection::Revenue),
];

/// How the lines of a table say what they spend and what they receive.
#[derive(Clone, Copy)]
pub(super) enum Ways {
    /// One line a row, in the direction that a column says, else this one.
    One(Option<BudgetDirection>),
    /// A column for each direction; the amounts are those of the step.
    ByDirection(BudgetStep),
}

/// The lines of a row; none for a title or a total without an amount, or once its fault was told.
pub(super) fn lines(
    row: &Row,
    ways: Ways,
    codes: &mut BTreeSet<Arc<str>>,
    count: &mut LineCount,
    faults: &mut Faults,
) -> Vec<BudgetLine> {
    let amounts: Vec<(BudgetAmounts, Option<BudgetDirection>)> = match ways {
        Ways::One(direction) => vec![(amounts(row, faults), direction)],
        Ways::ByDirection(step) => BY_DIRECTION
            .iter()
            .filter_map(|(column, direction)| Some((of_step(row.cell_amount(column, faults)?, step), Some(*direction))))
            .collect(),
    };
    let said = |(amounts, _): &&(BudgetAmounts, _)| *amounts != BudgetAmounts::default();
    if !amounts.iter().any(|way| said(&way)) || subtotals::check_words(row, &CODES, faults) {
        return Vec::new();
    }
    if !has_account(row, &row.text("nature"), row.some("chapitre").as_deref(), faults) {
        return Vec::new();
    }
    let mut lines = Vec::new();
    for (amounts, declared) in amounts.iter().filter(said) {
        let direction = match ways {
            Ways::One(_) => words::direction(row, DIRECTION, *declared, faults),
            Ways::ByDirection(_) => *declared,
        };
        lines.extend(direction.and_then(|direction| line(row, *amounts, direction, codes, count, faults)));
    }
    lines
}

fn amounts(row: &Row, faults: &mut Faults) -> BudgetAmounts {
    let mut amount = |index: usize| row.cell_amount(AMOUNTS[index], faults);
    BudgetAmounts {
        previous: None,
        proposed: amount(0),
        voted: amount(1),
        carried: amount(2),
        open: amount(3),
        realised: amount(4),
        remaining: amount(5),
    }
}

/// An amount as that of a step: proposed by a draft, realised in accounts, else voted; a zero says nothing of its direction.
fn of_step(amount: Money, step: BudgetStep) -> BudgetAmounts {
    let amount = Some(amount).filter(|amount| *amount != Money::ZERO);
    let mut amounts = BudgetAmounts::default();
    *match step {
        BudgetStep::Draft => &mut amounts.proposed,
        BudgetStep::Ledger | BudgetStep::Accounts | BudgetStep::SingleAccounts => &mut amounts.realised,
        BudgetStep::Primitive | BudgetStep::Supplementary | BudgetStep::Amendment => &mut amounts.voted,
    } = amount;
    amounts
}

/// Whether a code is that of a chapter of every plan, and of no account: 010 to 018, 040 to 043.
fn is_chapter_alone(code: &str) -> bool {
    let number = code.parse::<u32>().unwrap_or_default();
    code.len() == 3 && code.starts_with('0') && ((10..=18).contains(&number) || (40..=43).contains(&number))
}

/// A line; none once its fault was told.
fn line(
    row: &Row,
    amounts: BudgetAmounts,
    direction: BudgetDirection,
    codes: &mut BTreeSet<Arc<str>>,
    count: &mut LineCount,
    faults: &mut Faults,
) -> Option<BudgetLine> {
    let chapter = row.some("chapitre");
    // The code of a chapter is no account: what stands there without one is held against the other lines of the chapter.
    let nature = match &chapter {
        Some(chapter) if is_chapter_alone(chapter) && row.text("nature") == *chapter => Cow::Borrowed(""),
        _ => row.text("nature"),
    };
    let account = Account {
        nature: &nature,
        chapter: chapter.as_deref(),
    };
    let movement = words::movement(row, MOVEMENT, account, count, faults)?;
    let section = words::section(row, SECTION, account, count, faults);
    let mut code = |name| row.some(name).map(|code| shared(codes, &code));
    let management = ManagementCodes {
        service: code("service"),
        programme: code("programme"),
        authorisation: code("autorisation"),
        analytic: code("code_analytique"),
    };
    Some(BudgetLine {
        function: code("fonction"),
        operation: code("operation"),
        chapter: code("chapitre"),
        nature: shared(codes, &nature),
        management: (!management.is_empty()).then(|| Arc::new(management)),
        section,
        direction,
        movement,
        specialised: None,
        amounts,
        line: row.line,
    })
}

/// Whether a line has an account, or the chapter that stands without one (they begin with a digit: a title or a total does not); false once it was told, and nothing else is asked of the line.
fn has_account(row: &Row, nature: &str, chapter: Option<&str>, faults: &mut Faults) -> bool {
    let is_code = |text: &str| text.starts_with(|first: char| first.is_ascii_digit());
    let (column, written) = match (nature, chapter) {
        ("", None) => ("nature", ""),
        ("", Some(chapter)) if !is_code(chapter) => ("chapitre", chapter),
        (nature, _) if !nature.is_empty() && !is_code(nature) => ("nature", nature),
        _ => return true,
    };
    faults.account(row.place(column), written);
    false
}
