//! One line of a plain table: its codes, its amounts, and the words that say what it is.

use super::columns::Row;
use super::faults::Faults;
use super::section::Account;
use super::totem_line::shared;
use crate::french::folded;
use crate::model::{
    BudgetAmounts, BudgetDirection, BudgetLine, BudgetMovement, BudgetSection, LineCount, ManagementCodes,
};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The columns of amounts, by the keys of `rapport.yaml`.
pub(super) const AMOUNTS: [&str; 6] = ["propose", "vote", "report", "ouvert", "realise", "reste"];

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
    check_account(row, "nature", &nature, chapter.is_none(), faults);
    let direction = self::direction(row, direction, faults)?;
    let account = Account {
        nature: &nature,
        chapter: chapter.as_deref(),
    };
    let movement = movement(row, account, count, faults)?;
    let section = section_of(row, account, count, faults);
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

/// An account begins with a digit: a total does not, and would be counted with the lines it sums.
fn check_account(row: &Row, name: &str, nature: &str, needed: bool, faults: &mut Faults) {
    let account = nature.starts_with(|first: char| first.is_ascii_digit());
    if !account && (needed || !nature.is_empty()) {
        faults.account(row.place(name), nature);
    }
}

fn direction(row: &Row, declared: Option<BudgetDirection>, faults: &mut Faults) -> Option<BudgetDirection> {
    let written = row.text("sens");
    match (folded(&written).as_str(), declared) {
        ("depense" | "depenses" | "d", _) => Some(BudgetDirection::Expense),
        ("recette" | "recettes" | "r", _) => Some(BudgetDirection::Revenue),
        ("", Some(declared)) => Some(declared),
        _ => {
            faults.word_at(row.place("sens"), "Le sens", &written, "« dépense » ou « recette »");
            None
        }
    }
}

fn movement(row: &Row, account: Account, count: &mut LineCount, faults: &mut Faults) -> Option<BudgetMovement> {
    let written = row.text("mouvement");
    match folded(&written).as_str() {
        "reel" | "reelle" | "reels" | "reelles" | "r" | "0" => Some(BudgetMovement::Real),
        "ordre" | "o" | "1" => Some(BudgetMovement::Order),
        "" => Some(account.deduced_movement(count)),
        _ => {
            faults.word_at(
                row.place("mouvement"),
                "Le mouvement",
                &written,
                "« réel » ou « ordre »",
            );
            None
        }
    }
}

fn section_of(row: &Row, account: Account, count: &mut LineCount, faults: &mut Faults) -> Option<BudgetSection> {
    let written = row.text("section");
    match folded(&written).as_str() {
        "investissement" | "i" => Some(BudgetSection::Investment),
        "fonctionnement" | "exploitation" | "f" => Some(BudgetSection::Operating),
        "" => account.deduced_section(count),
        _ => {
            let expected = "« investissement » ou « fonctionnement »";
            faults.word_at(row.place("section"), "La section", &written, expected);
            None
        }
    }
}
