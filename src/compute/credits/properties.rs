//! What must hold of the credits whatever the budget: nothing depends on the order of its lines, nothing is lost.

use super::tests::{by_function, named, open, taken};
use crate::model::fixture::{entry, year_budget};
use crate::model::{BudgetEntry, BudgetSection, CreditSelector, CreditShare, Money};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// Whatever the lines and their order, the actions share the section: taken and rest make the whole.
    #[test]
    fn totals_do_not_depend_on_the_order_of_lines(
        lines in proptest::collection::vec((0_usize..4, -100_000_i128..1_000_000), 1..40), turn in 0_usize..40, percent in 1_u32..100,
    ) {
        let functions = ["844", "72", "51", "021"];
        let entries: Vec<BudgetEntry> = lines.iter().map(|(function, cents)| entry("2151", functions[*function], *cents)).collect();
        let mut turned = entries.clone();
        turned.rotate_left(turn % entries.len());
        let share = |percent: u32| CreditShare::of_percent(f64::from(percent)).unwrap();
        let part = |percent| CreditSelector { share: share(percent), ..by_function("84") };
        let actions = [named("a", vec![part(percent)]), named("b", vec![part(100 - percent), by_function("72")])];
        let (one, told) = taken(&actions, vec![year_budget(2025, entries)]);
        let (other, _) = taken(&actions, vec![year_budget(2025, turned)]);
        prop_assert_eq!(&one, &other);
        prop_assert!(!told.iter().any(|told| told.starts_with("M311")), "{:?}", told);
        let Some(section) = one.budgets[0].sections.get(&BudgetSection::Investment) else { return Ok(()) };
        let sum: i128 = ["a", "b"].iter().flat_map(|id| open(&one, id)).filter_map(|(.., cents)| cents).sum();
        let explained = section.explained.open.map_or(0, Money::cents);
        prop_assert!((sum - explained).abs() <= 1, "{} {}", sum, explained);
    }
}
