//! A function of one or two digits in a table, where the budget has one with a zero before it: a spreadsheet takes that zero away.
//!
//! `20` takes 201 and 202, and may have been 020: nothing but its author can say. A chapter `12` of a budget that has 012 and no 12
//! is 012, and is told.

use super::Asked;
use super::criteria::CRITERIA;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::french::{capital, quoted};
use crate::model::{Action, Budgets};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// A function that may have lost its zero.
const LOST_ZERO: Code = Code("M314");

/// The actions, each code that no line has read as the one that only has zeros before it; each code is told once.
pub(super) fn restored<'a>(
    actions: &'a [Action],
    budgets: &Budgets,
    diagnostics: &mut Diagnostics,
) -> Cow<'a, [Action]> {
    let mut actions = Cow::Borrowed(actions);
    // A function and a nature are those of every line whose code begins by theirs: 20 is not 020.
    for criterion in CRITERIA.iter().filter(|criterion| !criterion.is_prefix) {
        let entries = budgets.comparable().flat_map(|year| &year.entries);
        let known: BTreeSet<&str> = entries.filter_map(criterion.of).collect();
        let whole = |code: &str| {
            let is_number = !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_digit());
            let longer = |known: &&&str| known.len() > code.len() && known.trim_start_matches('0') == code;
            let mut found = known.iter().filter(longer);
            let only = found.next().filter(|_| is_number && !known.contains(code))?;
            found.next().is_none().then_some(*only)
        };
        let mut told = BTreeSet::new();
        for rank in 0..actions.len() {
            for place in 0..actions[rank].credits.len() {
                let mut selector = actions[rank].credits[place].clone();
                let mut changed = false;
                let at = selector.place.clone();
                for code in (criterion.asked_mut)(&mut selector) {
                    let Some(whole) = whole(code) else { continue };
                    if told.insert(code.clone()) {
                        let message = format!(
                            "{} {} de l’action {} est lu {} : aucune ligne n’a {}, et un tableur retire le zéro de tête d’un nombre.",
                            capital(criterion.name),
                            quoted(code),
                            quoted(actions[rank].id.as_str()),
                            quoted(whole),
                            quoted(code)
                        );
                        let help = format!(
                            "Écrivez {} (dans un tableau, donnez d’abord à la cellule le format « Texte »).",
                            quoted(whole)
                        );
                        diagnostics.push(Diagnostic::warning(LOST_ZERO, at.clone(), message).help(help));
                    }
                    whole.clone_into(code);
                    changed = true;
                }
                if changed {
                    actions.to_mut()[rank].credits[place] = selector;
                }
            }
        }
    }
    actions
}

/// Tells each selector of a table whose function may be another.
pub(super) fn tell(asked: &[Asked], budgets: &Budgets, diagnostics: &mut Diagnostics) {
    let entries = budgets.comparable().flat_map(|year| &year.entries);
    let functions: BTreeSet<&str> = entries.filter_map(|entry| entry.key.function.as_deref()).collect();
    for asked in asked {
        let place = &asked.selector.place;
        if place.file.ends_with(".yaml") || place.file.ends_with(".yml") {
            continue;
        }
        for code in asked.selector.functions.iter().filter(|code| may_have_lost(code)) {
            let whole = format!("0{code}");
            let Some(other) = functions.iter().find(|function| function.starts_with(&whole)) else {
                continue;
            };
            let taken = functions.iter().filter(|function| function.starts_with(code.as_str()));
            let taken: Vec<&str> = taken.copied().collect();
            let takes = match taken.as_slice() {
                [] => "n’est celle d’aucune ligne".to_owned(),
                taken => format!("prend {}", taken.join(", ")),
            };
            let message = format!(
                "La fonction {} de l’action {} {takes}, et le budget a aussi {} : un tableur retire le zéro de tête d’un nombre.",
                quoted(code),
                quoted(asked.action.as_str()),
                quoted(other)
            );
            let help = format!(
                "Si vous vouliez {}, donnez à la cellule le format « Texte » et récrivez-la ; sinon, écrivez les fonctions en entier, à trois chiffres.",
                quoted(&whole)
            );
            diagnostics.push(Diagnostic::warning(LOST_ZERO, place.clone(), message).help(help));
        }
    }
}

/// Whether a code is short and in digits: one that begins by a zero has lost none.
fn may_have_lost(code: &str) -> bool {
    code.len() < 3 && !code.starts_with('0') && code.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use crate::compute::credits::tests::{by_function, named, open, taken};
    use crate::diagnostic::Place;
    use crate::model::BudgetEntry;
    use crate::model::CreditSelector;
    use crate::model::fixture::{entry, selector, year_budget};

    fn in_chapter(chapter: &str, cents: i128) -> BudgetEntry {
        let mut entry = entry("64111", "020", cents);
        entry.key.chapter = Some(chapter.into());
        entry
    }

    #[test]
    fn a_chapter_that_lost_its_zero_is_read_as_the_one_that_the_budget_has_and_is_told_once() {
        let by_chapter = |chapter: &str| CreditSelector {
            chapters: vec![chapter.to_owned()],
            ..selector()
        };
        let lines = |chapters: &[&str]| {
            let entries = chapters.iter().map(|chapter| in_chapter(chapter, 700)).collect();
            vec![year_budget(2025, entries)]
        };
        let actions = [
            named("velo", vec![by_chapter("12")]),
            named("train", vec![by_chapter("12")]),
        ];
        let (credits, said) = taken(&actions[..1], lines(&["011", "012"]));
        assert_eq!(
            open(&credits, "velo")
                .iter()
                .map(|(.., cents)| *cents)
                .collect::<Vec<_>>(),
            [Some(700)]
        );
        assert!(
            said.len() == 1 && said[0].starts_with("M314") && said[0].contains("012"),
            "{said:?}"
        );
        let (_, said) = taken(&actions, lines(&["012"]));
        assert_eq!(
            said.iter().filter(|said| said.starts_with("M314")).count(),
            1,
            "{said:?}"
        );
        // Its own code, or two that it may be: nothing is read otherwise.
        for chapters in [["012", "12"], ["012", "0012"]] {
            let (_, said) = taken(&actions[..1], lines(&chapters));
            assert!(!said.iter().any(|said| said.starts_with("M314")), "{said:?}");
        }
    }

    #[test]
    fn a_function_that_a_spreadsheet_may_have_cut_is_told_with_both() {
        let budget = || {
            vec![year_budget(
                2025,
                vec![entry("2151", "201", 100), entry("2151", "020", 200)],
            )]
        };
        let told = |function: &str, file: &str| {
            let selector = CreditSelector {
                place: Place::cell(file, "Crédits", 2, 5),
                ..by_function(function)
            };
            taken(&[named("velo", vec![selector])], budget()).1
        };
        let said = told("20", "data/projet.xlsx");
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(
            said[0].starts_with("M314") && said[0].contains("201") && said[0].contains("020"),
            "{said:?}"
        );
        for (function, file) in [
            ("201", "data/projet.xlsx"),
            ("02", "data/projet.xlsx"),
            ("20", "data/actions.yaml"),
        ] {
            assert_eq!(told(function, file), Vec::<String>::new(), "{function}");
        }
        // Without a line of its own either, the two are said.
        assert_eq!(told("2", "data/credits.csv").len(), 1);
    }
}
