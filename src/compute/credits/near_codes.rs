//! Which code of a selector no line has, and the codes of the budgets that are near it.
//!
//! It helps who wrote the selector, and takes nothing.

use super::Asked;
use super::criteria::CRITERIA;
use crate::french::{list, quoted};
use crate::model::Budgets;
use std::collections::BTreeSet;

/// Codes that a message names.
const NAMED: usize = 6;

/// The first code of a selector that no line of the budgets that it reads has, with what is near; none where each has some.
pub(super) fn help(asked: &Asked, budgets: &Budgets) -> Option<String> {
    let selector = asked.selector;
    let read = || {
        let budgets = budgets
            .comparable()
            .filter(|budget| selector.reads(budget.part, &budget.name));
        budgets.flat_map(|budget| &budget.entries)
    };
    let lacking = CRITERIA.iter().find_map(|criterion| {
        let known: BTreeSet<&str> = read().filter_map(criterion.of).collect();
        let has = |code: &&String| match criterion.is_prefix {
            true => known.iter().any(|known| known.starts_with(code.as_str())),
            false => known.contains(code.as_str()),
        };
        let codes = (criterion.asked)(selector);
        let lacking = codes.first().filter(|_| !codes.iter().any(|code| has(&code)))?;
        Some((criterion, lacking, known))
    });
    let (criterion, code, known) = lacking?;
    let near = near(code, &known);
    let said = match near.as_slice() {
        [] => format!(
            "Aucune ligne lue n’a de code de cette sorte, et le sélecteur demande {} {}.",
            criterion.name,
            quoted(code)
        ),
        near => {
            let near: Vec<String> = near.iter().map(|code| quoted(code)).collect();
            format!(
                "Aucune ligne lue n’a {} {} ; les plus proches sont {}.",
                criterion.name,
                quoted(code),
                list(&near)
            )
        }
    };
    let file = read()
        .find_map(|entry| entry.places.first())
        .map(|place| place.file.clone());
    let file = file.filter(|file| [".xml", ".csv"].iter().any(|end| file.ends_with(end)));
    let command = file.map(|file| format!(" « millesime budget {file} --par {} » les donne tous.", criterion.by));
    Some(said + command.as_deref().unwrap_or_default())
}

/// The codes that begin as one does, the nearest first: the same but for zeros, then those that share most of their beginning.
fn near<'k>(code: &str, known: &BTreeSet<&'k str>) -> Vec<&'k str> {
    let bare = |code: &str| code.trim_start_matches('0').to_owned();
    let wanted = bare(code);
    let shared = |known: &str| {
        let pairs = bare(known)
            .chars()
            .zip(wanted.chars())
            .take_while(|(one, other)| one == other)
            .count();
        (bare(known) != wanted, usize::MAX - pairs)
    };
    let mut near: Vec<&str> = known.iter().copied().collect();
    near.sort_by_key(|known| shared(known));
    near.truncate(NAMED);
    near.sort_unstable();
    near
}

#[cfg(test)]
mod tests {
    use crate::compute::credits::credits;
    use crate::compute::credits::tests::{by_function, named};
    use crate::diagnostic::{Diagnostics, Place};
    use crate::model::fixture::{entry, selector, year_budget};
    use crate::model::{Budgets, CreditSelector};

    fn helped(selector: CreditSelector) -> String {
        let mut line = entry("64111", "844", 700);
        line.key.chapter = Some("012".into());
        line.places = vec![Place::line("data/budget/compte-2025.csv", 2, 1)];
        let budgets = Budgets {
            years: vec![year_budget(2025, vec![line, entry("2151", "020", 5)])],
            ..Budgets::default()
        };
        let mut diagnostics = Diagnostics::default();
        credits(&[named("velo", vec![selector])], &budgets, &[], &mut diagnostics);
        let told = diagnostics.sorted();
        assert_eq!((told.len(), told[0].code.0), (1, "M310"), "{told:?}");
        told[0].help.replace('\u{a0}', " ")
    }

    #[test]
    fn a_selector_without_a_line_is_given_the_codes_that_are_near_and_the_command_that_lists_them() {
        let help = helped(by_function("94"));
        for word in [
            "la fonction « 94 »",
            "« 844 »",
            "« millesime budget data/budget/compte-2025.csv --par fonction »",
        ] {
            assert!(help.contains(word), "{word}: {help}");
        }
        let help = helped(CreditSelector {
            chapters: vec!["13".to_owned()],
            ..selector()
        });
        assert!(
            help.contains("le chapitre « 13 »") && help.contains("« 012 »") && help.contains("--par chapitre"),
            "{help}"
        );
        let help = helped(CreditSelector {
            natures: vec!["64".to_owned()],
            ..by_function("020")
        });
        assert!(help.contains("aucune ligne ne les a tous"), "{help}");
    }
}
