//! What holds of every budget: totals do not depend on the order of lines, nor on the format of the file.

use super::super::fixture::{line, one, scdl, totem};
use crate::model::{BudgetDirection, BudgetDocument, BudgetLine, BudgetMovement, BudgetSection, BudgetTotals};
use proptest::prelude::*;
use proptest::sample::Index;

const NATURES: [(&str, &str); 8] = [
    ("2183", "21"),
    ("1641", "16"),
    ("001", ""),
    ("4541", ""),
    ("60612", "011"),
    ("6811", "042"),
    ("7318", "73"),
    ("4721", ""),
];

/// A line of TOTEM drawn at random: any account, any direction, amounts present or not.
fn any_line() -> impl Strategy<Value = String> {
    let cents = || prop::option::of(-10_i64.pow(12)..10_i64.pow(12));
    let amounts = (cents(), cents(), cents());
    (any::<Index>(), any::<bool>(), any::<bool>(), amounts).prop_map(|(account, expense, order, amounts)| {
        let (nature, chapter) = account.get(&NATURES);
        let element = |name: &str, cents: Option<i64>| {
            let sign = if cents.is_some_and(|cents| cents < 0) { "-" } else { "" };
            let magnitude = cents.map(i64::unsigned_abs);
            let text = magnitude.map(|cents| format!("<{name} V=\"{sign}{}.{:02}\"/>", cents / 100, cents % 100));
            text.unwrap_or_default()
        };
        let (voted, open, realised) = amounts;
        let rest = [
            element("MtPrev", voted),
            element("CredOuv", open),
            element("MtReal", realised),
        ]
        .concat();
        let (direction, movement) = (if expense { "D" } else { "R" }, if order { "1" } else { "0" });
        line(nature, chapter, direction, movement, &rest)
    })
}

/// Every total that the program gives, by section, direction and movement.
fn every_total(document: &BudgetDocument) -> Vec<BudgetTotals> {
    let mut totals = Vec::new();
    for section in [Some(BudgetSection::Investment), Some(BudgetSection::Operating), None] {
        for direction in BudgetDirection::ALL {
            for movement in BudgetMovement::ALL {
                let kept = |line: &&BudgetLine| {
                    line.section == section && line.direction == direction && line.movement == movement
                };
                totals.push(BudgetTotals::of(document.lines.iter().filter(kept)));
            }
        }
    }
    totals
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn totals_do_not_depend_on_the_order_of_lines(
        (lines, shuffled) in prop::collection::vec(any_line(), 1..30).prop_flat_map(|lines| {
            (Just(lines.clone()), Just(lines).prop_shuffle())
        })
    ) {
        let document = one("a.xml", totem(&lines.concat()));
        prop_assert_eq!(every_total(&document), every_total(&one("b.xml", totem(&shuffled.concat()))));
    }

    #[test]
    fn totem_and_the_scdl_written_from_it_have_the_same_totals(lines in prop::collection::vec(any_line(), 1..30)) {
        let document = one("a.xml", totem(&lines.concat()));
        let again = one("a.csv", scdl(&document));
        prop_assert_eq!(every_total(&document), every_total(&again));
        prop_assert_eq!(document.lines.len(), again.lines.len());
        prop_assert_eq!((document.year, document.step, document.siret), (again.year, again.step, again.siret));
    }
}
