//! The words of a line of a budget in a table: does it spend, is it real, which section. One list for every format.

use super::columns::Row;
use super::faults::Faults;
use super::section::Account;
use crate::diagnostic::{Code, Diagnostic};
use crate::form::closed::{DIRECTIONS, SECTIONS};
use crate::french::{name, quoted};
use crate::model::{BudgetDirection, BudgetMovement, BudgetSection, BudgetStep, LineCount};

/// A movement that is told by other codes than its word.
const MIXED_MOVEMENT: Code = Code("M189");

const MOVEMENTS: &[(&str, BudgetMovement)] = &[
    ("reel", BudgetMovement::Real),
    ("reelle", BudgetMovement::Real),
    ("r", BudgetMovement::Real),
    ("0", BudgetMovement::Real),
    ("ordre", BudgetMovement::Order),
    ("o", BudgetMovement::Order),
    ("1", BudgetMovement::Order),
];
/// Words that say nothing more: « Pour ordre », « Section de fonctionnement », « Opérations réelles ».
const AROUND: [&str; 15] = [
    "pour",
    "section",
    "operation",
    "mouvement",
    "budgetaire",
    "en",
    "de",
    "d",
    "la",
    "des",
    "a",
    "l",
    "entre",
    "interieur",
    "transfert",
];
/// A movement that is neither: the accounts of its line say which.
const MIXED: [&str; 2] = ["mixte", "semi-budgetaire"];

/// A word of a line, and how a message names it.
#[derive(Clone, Copy)]
pub(super) struct Named<'a> {
    pub column: &'a str,
    pub what: &'a str,
}

/// The step that a text names, and the year beside it: « Décision modificative n° 1 », `DM1`, `CA 2024`.
pub(super) fn step(written: &str) -> Option<(BudgetStep, Option<i32>)> {
    let written = name(written);
    let mut year = None;
    let mut words: Vec<&str> = Vec::new();
    for word in written.split('-') {
        // « DM1 », « nº1 »: the number of the decision, against its letters.
        let letters = word.trim_end_matches(|last: char| last.is_ascii_digit());
        let word = if ["dm", "n", "no"].contains(&letters) {
            letters
        } else {
            word
        };
        match word.parse::<i32>() {
            Ok(number) if (1990..=2100).contains(&number) && year.is_none() => year = Some(number),
            Ok(number) if number < 100 && words.first().is_some_and(|first| first.starts_with('d')) => {}
            _ => words.push(word),
        }
    }
    let step = match words.join("-").as_str() {
        "budget-primitif" | "bp" => BudgetStep::Primitive,
        "budget-supplementaire" | "bs" => BudgetStep::Supplementary,
        "decision-modificative" | "decision-modificative-n" | "decision-modificative-no" | "dm" | "dm-n" | "dm-no" => {
            BudgetStep::Amendment
        }
        "compte-administratif" | "ca" => BudgetStep::Accounts,
        "compte-financier-unique" | "cfu" => BudgetStep::SingleAccounts,
        _ => return None,
    };
    Some((step, year))
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
    let text = row.text(named.column);
    if MIXED.contains(&singular(&name(&text))) {
        let movement = account.deduced_movement(count);
        let read = match (movement, account.chapter) {
            (BudgetMovement::Order, Some(chapter)) => format!("d’ordre, par son chapitre {}", quoted(chapter)),
            (BudgetMovement::Order, None) => format!("d’ordre, par son compte {}", quoted(account.nature)),
            (BudgetMovement::Real, Some(chapter)) => {
                format!("réelle : {} n’est pas un chapitre d’ordre", quoted(chapter))
            }
            (BudgetMovement::Real, None) => "réelle, faute d’un chapitre d’ordre (040 à 043)".to_owned(),
        };
        let message = format!(
            "{} {} n’est ni réel ni d’ordre : la ligne est lue comme {read}.",
            named.what,
            quoted(&text)
        );
        let place = row.place(named.column).unwrap_or_else(|| faults.place(row.line));
        let help = "Si ce n’est pas ce que vous voulez compter, écrivez « réel » ou « ordre ».";
        faults.warn(
            Diagnostic::warning(MIXED_MOVEMENT, place, message)
                .help(help)
                .raw(&*text),
        );
        return Some(movement);
    }
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

/// What a cell says; none in the inside where it says nothing, none at all once its fault was told.
fn word<T: Copy + PartialEq>(
    row: &Row,
    named: Named,
    known: &[(&str, T)],
    expected: &str,
    faults: &mut Faults,
) -> Option<Option<T>> {
    let written = row.text(named.column);
    let wanted = name(&written);
    if wanted.is_empty() {
        return Some(None);
    }
    let found = said(&wanted, known);
    if found.is_none() {
        faults.word_at(row.place(named.column), named.what, &written, expected);
    }
    found.map(Some)
}

/// The one value that a text says among words that say nothing of it: those around, those of the other columns.
fn said<T: Copy + PartialEq>(text: &str, known: &[(&str, T)]) -> Option<T> {
    let value = |word: &str| known.iter().find(|(known, _)| *known == word).map(|(_, value)| *value);
    if let Some(value) = value(text) {
        return Some(value);
    }
    let mut found = None;
    for word in text.split('-').map(singular) {
        // A letter is a word by itself, and a code.
        match value(word).filter(|_| word.len() > 1) {
            Some(value) if found.is_none_or(|found| found == value) => found = Some(value),
            None if is_of_another_column(word) => {}
            _ => return None,
        }
    }
    found
}

fn is_of_another_column(word: &str) -> bool {
    let long = |known: &str| known == word && known.len() > 1;
    AROUND.contains(&word)
        || DIRECTIONS.iter().any(|(known, _)| long(known))
        || MOVEMENTS.iter().any(|(known, _)| long(known))
        || SECTIONS.iter().any(|(known, _)| long(known))
}

fn singular(word: &str) -> &str {
    word.strip_suffix('s').unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_read_with_the_number_and_the_year_beside_it() {
        use BudgetStep::{Accounts, Amendment, Primitive, SingleAccounts};
        for (text, expected) in [
            ("Décision modificative n°1", Some((Amendment, None))),
            ("Décision modificative nº 2", Some((Amendment, None))),
            ("décision modificative", Some((Amendment, None))),
            ("DM1", Some((Amendment, None))),
            ("DM n° 2 2024", Some((Amendment, Some(2024)))),
            ("CA 2024", Some((Accounts, Some(2024)))),
            ("Budget primitif 2024", Some((Primitive, Some(2024)))),
            ("Compte Financier Unique", Some((SingleAccounts, None))),
            ("CA 12", None),
            ("Budget principal", None),
            ("BP+DM", None),
            ("2024", None),
            ("", None),
        ] {
            assert_eq!(step(text), expected, "{text}");
        }
    }

    #[test]
    fn the_words_of_real_columns_are_read_and_others_are_not_guessed() {
        use BudgetDirection::{Expense, Revenue};
        for (text, direction) in [
            ("DEP", Some(Expense)),
            ("Rec.", Some(Revenue)),
            ("D", Some(Expense)),
            ("Dépenses réelles", Some(Expense)),
            ("Dépenses et recettes", None),
            ("débit", None),
        ] {
            assert_eq!(said(&name(text), DIRECTIONS), direction, "{text}");
        }
        for (text, movement) in [
            ("Pour Ordre", Some(BudgetMovement::Order)),
            ("Opérations d’ordre budgétaires", Some(BudgetMovement::Order)),
            ("Opération réelle", Some(BudgetMovement::Real)),
            ("Ordre de section à section", Some(BudgetMovement::Order)),
            ("Ordre à l’intérieur de la section", Some(BudgetMovement::Order)),
            ("hors ordre", None),
            ("réel et ordre", None),
        ] {
            assert_eq!(said(&name(text), MOVEMENTS), movement, "{text}");
        }
        for (text, section) in [
            ("Section de fonctionnement", Some(BudgetSection::Operating)),
            ("Section d’investissement", Some(BudgetSection::Investment)),
            ("INV", Some(BudgetSection::Investment)),
            ("Dépenses d’investissement", Some(BudgetSection::Investment)),
            ("section", None),
            ("fonction", None),
        ] {
            assert_eq!(said(&name(text), SECTIONS), section, "{text}");
        }
    }
}
