//! One line of a plain table: its codes, its amounts, and the words that say what it is.

use super::columns::Row;
use super::faults::Faults;
use super::section::Account;
use super::subtotals;
use super::totem_line::shared;
use super::words::{self, Named};
use crate::model::{BudgetAmounts, BudgetDirection, BudgetLine, LineCount, ManagementCodes};
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

/// A line; none for a title or a total without an amount, or once its fault was told.
pub(super) fn line(
    row: &Row,
    direction: Option<BudgetDirection>,
    codes: &mut BTreeSet<Arc<str>>,
    count: &mut LineCount,
    faults: &mut Faults,
) -> Option<BudgetLine> {
    let mut amount = |index: usize| row.cell_amount(AMOUNTS[index], faults);
    let amounts = BudgetAmounts {
        previous: None,
        proposed: amount(0),
        voted: amount(1),
        carried: amount(2),
        open: amount(3),
        realised: amount(4),
        remaining: amount(5),
    };
    let (nature, chapter) = (row.text("nature"), row.some("chapitre"));
    if amounts == BudgetAmounts::default() {
        return None;
    }
    if subtotals::check_words(row, &CODES, faults) {
        return None;
    }
    check_account(row, &nature, chapter.as_deref(), faults);
    let direction = words::direction(row, DIRECTION, direction, faults)?;
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

/// An account begins with a digit, and so does the chapter that stands without one: a title or a total does not.
fn check_account(row: &Row, nature: &str, chapter: Option<&str>, faults: &mut Faults) {
    let is_code = |text: &str| text.starts_with(|first: char| first.is_ascii_digit());
    match (nature, chapter) {
        ("", None) => faults.account(row.place("nature"), ""),
        ("", Some(chapter)) if !is_code(chapter) => faults.account(row.place("chapitre"), chapter),
        ("", Some(_)) => {}
        (nature, _) if !is_code(nature) => faults.account(row.place("nature"), nature),
        _ => {}
    }
}
