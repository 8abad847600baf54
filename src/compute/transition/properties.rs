//! What holds of any budget and any tagging table.

use super::tests::{accounts, entry, reference, rule};
use super::*;
use crate::model::{BudgetEntry, Money, TransitionClass};
use proptest::prelude::*;

fn class() -> impl Strategy<Value = TransitionClass> {
    prop::sample::select(TransitionClass::ALL)
}

fn entries() -> impl Strategy<Value = Vec<BudgetEntry>> {
    let natures = ["1641", "2031", "2151", "21512", "2188", "2315", "4581"];
    let functions = ["", "02", "020", "84", "87", "875"];
    let one = (
        prop::sample::select(natures.to_vec()),
        prop::sample::select(functions.to_vec()),
        -1_000_000_i128..100_000_000,
    );
    let one = one.prop_map(|(nature, function, cents)| entry(nature, function, cents));
    prop::collection::vec(one, 0..30)
}

fn rules() -> impl Strategy<Value = Vec<TransitionRule>> {
    let natures = ["", "2", "21", "2151", "2315"];
    let functions = ["", "0", "02", "8", "87"];
    let one = (
        prop::sample::select(natures.to_vec()),
        prop::sample::select(functions.to_vec()),
        prop::option::of(class()),
        prop::option::of(class()),
    );
    let one = one.prop_map(|(nature, function, first, sixth)| {
        let ratings = [(1, first), (6, sixth)];
        let ratings: Vec<(u8, TransitionClass)> = ratings
            .into_iter()
            .filter_map(|(axis, class)| Some((axis, class?)))
            .collect();
        rule(1, nature, function, &ratings)
    });
    prop::collection::vec(one, 0..8).prop_map(|mut rules| {
        for (rule, line) in rules.iter_mut().zip(2..) {
            rule.place = Place::line("data/budget/cotation.csv", line, 1);
        }
        rules
    })
}

fn effect(year: i32, entries: Vec<BudgetEntry>, rules: &[TransitionRule]) -> TransitionYear {
    let budgets = Budgets {
        years: vec![accounts(year, "M57-M57_D", entries)],
        ..Budgets::default()
    };
    let found = transition(&reference(), &budgets, rules, 2025, &mut Diagnostics::default());
    found.unwrap().years.remove(0)
}

/// The whole of an entry in two entries of other chapters.
fn split(entry: &BudgetEntry, at: i128) -> [BudgetEntry; 2] {
    let (mut one, mut other) = (entry.clone(), entry.clone());
    let whole = entry.amounts.realised.unwrap();
    one.amounts.realised = Some(Money::from_cents(at));
    other.amounts.realised = Some(Money::from_cents(whole.cents() - at));
    other.key.chapter = Some("99".into());
    [one, other]
}

proptest! {
    #[test]
    fn the_classes_of_an_axis_add_up_to_what_is_looked_at(
        year in 2024..=2025, entries in entries(), rules in rules(),
    ) {
        let all: Money = entries.iter().filter_map(|entry| entry.amounts.realised).sum();
        let effect = effect(year, entries, &rules);
        prop_assert_eq!(effect.executed, all);
        prop_assert_eq!(effect.scoped + effect.outside.values().copied().sum::<Money>(), all);
        for totals in &effect.axes {
            prop_assert_eq!(totals.amounts.values().copied().sum::<Money>(), effect.scoped);
        }
    }

    #[test]
    fn neither_the_order_of_lines_nor_a_line_cut_in_two_changes_anything(
        entries in entries(), rules in rules(), at in -1_000..1_000_i128,
    ) {
        let expected = effect(2025, entries.clone(), &rules);
        let mut turned: Vec<BudgetEntry> = entries.iter().flat_map(|entry| split(entry, at)).collect();
        turned.reverse();
        prop_assert_eq!(effect(2025, turned, &rules), expected);
    }

    #[test]
    fn a_more_precise_line_changes_no_other_expense(entries in entries(), rules in rules(), class in class()) {
        let before = effect(2025, entries.clone(), &rules);
        let mut more = rules;
        more.push(rule(99, "21512", "875", &[(1, class)]));
        let after = effect(2025, entries, &more);
        for (line, other) in before.lines.iter().zip(&after.lines) {
            let meant = line.nature.starts_with("21512") && line.function.starts_with("875");
            if meant {
                prop_assert_eq!(other.ratings[&1].rating.class, class);
            } else {
                prop_assert_eq!(line, other);
            }
        }
    }
}
