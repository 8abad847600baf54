//! A function of one or two digits in a table, where the budget has one with a zero before it: a spreadsheet takes that zero away.
//!
//! `20` takes 201 and 202, and may have been 020: nothing but its author can say.

use super::Asked;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::french::quoted;
use crate::model::Budgets;
use std::collections::BTreeSet;

/// A function that may have lost its zero.
const LOST_ZERO: Code = Code("M314");

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
    use crate::compute::credits::tests::{by_function, named, taken};
    use crate::diagnostic::Place;
    use crate::model::CreditSelector;
    use crate::model::fixture::{entry, year_budget};

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
