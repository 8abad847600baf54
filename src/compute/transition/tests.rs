//! Facts about the transition effect of a small budget, each amount added by hand.

use super::*;
use crate::diagnostic::Place;
use crate::model::{
    BudgetDirection, BudgetEntry, BudgetKey, BudgetMark, BudgetMovement, BudgetPart, BudgetSection, BudgetStep,
    EntryAmounts, Money, TransitionClass, TransitionRating, TransitionScope,
};
use std::collections::BTreeMap;

pub fn entry(nature: &str, function: &str, cents: i128) -> BudgetEntry {
    BudgetEntry {
        key: BudgetKey {
            section: Some(BudgetSection::Investment),
            direction: BudgetDirection::Expense,
            movement: BudgetMovement::Real,
            chapter: None,
            nature: nature.into(),
            function: Some(function.into()).filter(|_| !function.is_empty()),
            operation: None,
            management: Default::default(),
        },
        amounts: EntryAmounts {
            realised: Some(Money::from_cents(cents)),
            ..EntryAmounts::default()
        },
        mark: if nature.starts_with("16") {
            BudgetMark::Debt
        } else {
            BudgetMark::Policy
        },
        places: Vec::new(),
    }
}

pub fn accounts(year: i32, nomenclature: &str, entries: Vec<BudgetEntry>) -> YearBudget {
    YearBudget {
        part: BudgetPart::Main,
        name: "Budget principal".into(),
        siret: "00000000000019".into(),
        year,
        step: BudgetStep::Accounts,
        nomenclature: Some(nomenclature.into()).filter(|_| !nomenclature.is_empty()),
        bridged_from: None,
        in_series: true,
        files: vec!["data/budget/ca.xml".into()],
        example: false,
        entries,
    }
}

pub fn rule(line: u32, nature: &str, function: &str, ratings: &[(u8, TransitionClass)]) -> TransitionRule {
    let rating = |class| TransitionRating {
        class,
        favourable_part: None,
    };
    TransitionRule {
        norm: "M57".to_owned(),
        nature: nature.to_owned(),
        function: function.to_owned(),
        ratings: ratings.iter().map(|(axis, class)| (*axis, rating(*class))).collect(),
        author: "Direction des finances".into(),
        date: jiff::civil::date(2026, 3, 1),
        example: false,
        place: Place::line("data/budget/cotation.csv", line, 1),
    }
}

pub fn reference() -> TransitionReference {
    let scope = |from, to, axes: &[u8], norms: &[&str], accounts: &[&str]| TransitionScope {
        from,
        to,
        axes: axes.to_vec(),
        norms: norms.iter().map(|norm| norm.to_string()).collect(),
        accounts: accounts.iter().map(|account| account.to_string()).collect(),
        unread: accounts
            .iter()
            .filter(|account| **account == "2315")
            .map(|account| account.to_string())
            .collect(),
        conditional: false,
    };
    TransitionReference {
        scopes: vec![
            scope(2024, Some(2024), &[1], &["M57"], &["2151", "2315"]),
            scope(2025, None, &[1, 6], &["M57", "M4"], &[]),
        ],
        ..TransitionReference::default()
    }
}

pub fn run(years: Vec<YearBudget>, rules: &[TransitionRule]) -> (Option<Transition>, Vec<String>) {
    let mut diagnostics = Diagnostics::default();
    let budgets = Budgets {
        years,
        ..Budgets::default()
    };
    let found = transition(&reference(), &budgets, rules, 2025, &mut diagnostics);
    let told = diagnostics.sorted().into_iter().map(|entry| {
        let place = entry.place.as_ref().map(Place::to_string).unwrap_or_default();
        format!("{} {place}: {} {}", entry.code, entry.message, entry.help).replace(['\u{A0}', '\u{202F}'], " ")
    });
    (found, told.collect())
}

fn amounts(totals: &AxisTotals) -> Vec<i128> {
    TransitionClass::ALL
        .iter()
        .map(|class| totals.amount(*class).cents())
        .collect()
}

use TransitionClass::{Favourable, Mixed, Neutral, Unfavourable};

#[test]
fn the_axes_that_no_table_speaks_of_are_named() {
    let rules = [rule(2, "2151", "", &[(1, Favourable)])];
    let (found, _) = run(vec![accounts(2025, "M57", vec![entry("2151", "87", 10_000)])], &rules);
    let year = &found.unwrap().years[0];
    let others: Vec<u8> = year
        .axes
        .iter()
        .map(|totals| totals.axis)
        .filter(|axis| *axis != 1)
        .collect();
    assert!(!others.is_empty());
    assert_eq!(year.lines[0].missing(&year.axes), others);
}

#[test]
fn only_real_expenses_of_investment_are_looked_at() {
    let mut entries = vec![entry("2151", "87", 10_000); 4];
    entries[1].key.direction = BudgetDirection::Revenue;
    entries[2].key.movement = BudgetMovement::Order;
    entries[3].key.section = Some(BudgetSection::Operating);
    let rules = [rule(2, "2151", "", &[(1, Favourable)])];
    let (found, _) = run(vec![accounts(2025, "M57", entries)], &rules);
    assert_eq!(found.unwrap().years[0].executed, Money::from_cents(10_000));
}

#[test]
fn the_most_precise_line_wins_axis_by_axis() {
    let entries = vec![
        entry("2151", "87", 10_001),
        entry("2151", "84", 20_000),
        entry("2188", "02", 3000),
        entry("1641", "01", 50_000),
        entry("2031", "", 700),
    ];
    let rules = [
        rule(2, "21", "", &[(1, Neutral), (6, Neutral)]),
        rule(3, "2151", "", &[(1, Unfavourable)]),
        rule(4, "2151", "87", &[(1, Favourable)]),
    ];
    let (found, told) = run(vec![accounts(2025, "M57-M57_D", entries)], &rules);
    assert_eq!(told, Vec::<String>::new());
    let found = found.unwrap();
    let year = &found.years[0];
    assert_eq!((year.executed.cents(), year.scoped.cents()), (83_701, 33_701));
    assert_eq!(
        year.outside,
        BTreeMap::from([(Outside::Debt, Money::from_cents(50_000))])
    );
    assert_eq!(amounts(&year.axes[0]), [10_001, 20_000, 3000, 0, 700]);
    // The line of 2151 says nothing of axis 6, that of 21 does.
    assert_eq!(amounts(&year.axes[1]), [0, 0, 33_001, 0, 700]);
    assert_eq!(year.axes[0].untold.cents(), 700);
    let untold: Vec<&str> = year.untold().iter().map(|line| &*line.nature).collect();
    assert_eq!(untold, ["2031"]);
    assert_eq!((found.taggings.len(), found.taggings[0].lines), (1, 3));
}

#[test]
fn the_exercice_2024_looks_at_its_list_of_m57_accounts_only() {
    let entries = || {
        vec![
            entry("2151", "84", 20_000),
            entry("23151", "", 4000),
            entry("2188", "02", 3000),
        ]
    };
    let annex = YearBudget {
        part: BudgetPart::Annex,
        name: "Eau".into(),
        ..accounts(2024, "M49", entries())
    };
    let rules = [rule(2, "2151", "", &[(1, Neutral)])];
    let years = vec![
        accounts(2023, "M57", entries()),
        accounts(2024, "M57-M57_D", entries()),
        annex,
    ];
    let (found, told) = run(years, &rules);
    assert_eq!(told, Vec::<String>::new());
    let found = found.unwrap();
    assert_eq!(found.years.len(), 1);
    let year = &found.years[0];
    assert_eq!(year.scoped.cents(), 24_000);
    assert_eq!(year.outside_list().cents(), 3000);
    assert_eq!(year.unread, ["2315"]);
    let reasons: Vec<&LeftOut> = found.left_out.iter().map(|left| &left.reason).collect();
    assert_eq!(reasons[0], &LeftOut::Exercice(Some(2024)));
    assert!(matches!(reasons[1], LeftOut::Norm { norm, .. } if norm == "M49"));
}

#[test]
fn two_lines_that_disagree_without_one_being_more_precise_are_a_fault() {
    let entries = || vec![entry("2151", "87", 10_001), entry("2151", "88", 100)];
    let rules = [
        rule(2, "2151", "", &[(1, Unfavourable), (6, Neutral)]),
        rule(3, "", "8", &[(1, Favourable), (6, Neutral)]),
    ];
    let (found, told) = run(vec![accounts(2025, "M57", entries())], &rules);
    insta::assert_snapshot!(told.join("\n"));
    let year = &found.unwrap().years[0];
    assert_eq!(amounts(&year.axes[0]), [0, 0, 0, 0, 10_101]);
    // They agree on axis 6.
    assert_eq!(amounts(&year.axes[1]), [0, 0, 10_101, 0, 0]);
    let twice = [rules[0].clone(), rule(3, "2151", "", &[(1, Favourable)])];
    let told = run(vec![accounts(2025, "M57", entries())], &twice).1;
    assert!(
        told[0].contains("ont les mêmes codes (nature 2151) et cotent autrement 2 dépenses, 101,01 € en tout."),
        "{told:?}"
    );
    // A line more precise than both decides.
    let mut decided = rules.to_vec();
    decided.push(rule(4, "2151", "8", &[(1, Mixed)]));
    assert_eq!(
        run(vec![accounts(2025, "M57", entries())], &decided).1,
        Vec::<String>::new()
    );
}

#[test]
fn codes_of_another_norm_are_not_classed_by_the_lines_of_m57() {
    let rules = [rule(2, "2151", "", &[(1, Favourable)])];
    let (found, told) = run(vec![accounts(2025, "M49", vec![entry("2151", "", 500)])], &rules);
    assert_eq!(found.unwrap().years[0].axes[0].untold.cents(), 500);
    assert_eq!(told.len(), 1);
    assert!(
        told[0].starts_with("M321 data/budget/cotation.csv:2:1: 1 ligne de cotation ne sert à aucune"),
        "{told:?}"
    );
    let water = TransitionRule {
        norm: "M4".to_owned(),
        ..rules[0].clone()
    };
    let (found, told) = run(vec![accounts(2025, "M49", vec![entry("2151", "", 500)])], &[water]);
    assert_eq!(found.unwrap().years[0].axes[0].amount(Favourable).cents(), 500);
    assert_eq!(told, Vec::<String>::new());
}

#[test]
fn a_tagging_table_without_accounts_to_tag_is_told_why() {
    let rules = [rule(2, "2151", "", &[(1, Favourable)])];
    let entries = || vec![entry("2151", "84", 100)];
    let told = |years| run(years, &rules).1;
    let voted = YearBudget {
        step: BudgetStep::Primitive,
        ..accounts(2025, "M57", entries())
    };
    let messages = [
        told(vec![voted]),
        told(vec![accounts(2023, "M57", entries()), accounts(2024, "M14", entries())]),
        told(vec![accounts(2025, "", entries())]),
        told(vec![accounts(2026, "M57", entries())]),
    ];
    insta::assert_snapshot!(messages.concat().join("\n"));
}

#[test]
fn the_favourable_part_of_mixed_lines_is_rounded_once() {
    let mut mixed = rule(2, "21", "", &[(1, Mixed)]);
    mixed.ratings.get_mut(&1).unwrap().favourable_part = Some(3333);
    let entries = vec![entry("2151", "", 100), entry("2152", "", 100), entry("2158", "", 100)];
    let (found, _) = run(vec![accounts(2025, "M57", entries)], &[mixed]);
    let part = found.unwrap().years[0].axes[0].favourable_of_mixed.unwrap();
    assert_eq!((part.favourable.cents(), part.of.cents()), (100, 300));
}
