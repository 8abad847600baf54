//! Small budgets in memory, and what the actions take of them.

use super::{Credits, credits};
use crate::diagnostic::{Diagnostics, Place};
use crate::model::fixture::{action, entry, identifier, selector, year_budget};
use crate::model::{
    Action, Authorisation, AuthorisationKind, BudgetDirection, BudgetMark, BudgetMovement, BudgetPart, BudgetSection,
    Budgets, CreditSelector, CreditShare, Money, YearBudget,
};
use std::collections::BTreeMap;

pub(super) fn taken(actions: &[Action], years: Vec<YearBudget>) -> (Credits, Vec<String>) {
    with_authorisations(actions, years, &[])
}

fn with_authorisations(
    actions: &[Action],
    years: Vec<YearBudget>,
    authorisations: &[Authorisation],
) -> (Credits, Vec<String>) {
    let mut diagnostics = Diagnostics::default();
    let budgets = Budgets {
        years,
        ..Budgets::default()
    };
    let credits = credits(actions, &budgets, authorisations, &mut diagnostics);
    let told = diagnostics.sorted().into_iter();
    let told = told.map(|entry| format!("{} {}", entry.code, entry.message)).collect();
    (credits, told)
}

pub(super) fn by_function(function: &str) -> CreditSelector {
    CreditSelector {
        functions: vec![function.to_owned()],
        ..selector()
    }
}

pub(super) fn named(id: &str, selectors: Vec<CreditSelector>) -> Action {
    Action {
        id: identifier(id),
        credits: selectors,
        ..action(id)
    }
}

/// The open credits of an action, in cents, by section and year.
pub(super) fn open(credits: &Credits, id: &str) -> Vec<(BudgetSection, i32, Option<i128>)> {
    let Some(found) = credits.of_action(&identifier(id)) else {
        return Vec::new();
    };
    let series = found.series.iter();
    series
        .flat_map(|series| {
            series
                .years
                .iter()
                .map(|(year, amounts)| (series.section, *year, amounts.open.map(Money::cents)))
        })
        .collect()
}

#[test]
fn an_action_takes_its_lines_year_after_year_section_by_section() {
    let year = |year, cents| {
        year_budget(
            year,
            vec![
                entry("2151", "844", cents),
                entry("61523", "844", 500),
                entry("2151", "51", 9_999),
            ],
        )
    };
    let (credits, told) = taken(
        &[named("velo", vec![by_function("84")])],
        vec![year(2025, 1_000), year(2026, 2_000)],
    );
    assert_eq!(told, Vec::<String>::new());
    use BudgetSection::{Investment, Operating};
    assert_eq!(
        open(&credits, "velo"),
        [
            (Investment, 2025, Some(1_000)),
            (Investment, 2026, Some(2_000)),
            (Operating, 2025, Some(500)),
            (Operating, 2026, Some(500)),
        ]
    );
    let section = credits.budgets[1].sections[&Investment];
    assert_eq!(section.policies.open, Some(Money::from_cents(11_999)));
    assert_eq!(section.explained.open, Some(Money::from_cents(2_000)));
}

#[test]
fn neither_order_nor_debt_nor_flows_are_credits_of_a_policy() {
    let lines = |mark, movement| {
        let mut line = entry("2151", "844", 700);
        line.mark = mark;
        line.key.movement = movement;
        line
    };
    let cases = [
        (BudgetMark::Debt, BudgetMovement::Real, "de la dette"),
        (BudgetMark::InternalFlow, BudgetMovement::Real, "des flux entre budgets"),
        (
            BudgetMark::CarriedResult,
            BudgetMovement::Real,
            "des résultats reportés",
        ),
        (BudgetMark::Policy, BudgetMovement::Order, "des opérations d’ordre"),
    ];
    for (mark, movement, reason) in cases {
        let (credits, told) = taken(
            &[named("velo", vec![by_function("84")])],
            vec![year_budget(2025, vec![lines(mark, movement)])],
        );
        assert!(credits.is_empty());
        assert_eq!(told.len(), 1);
        assert!(told[0].starts_with("M310") && told[0].contains(reason), "{told:?}");
    }
}

#[test]
fn two_actions_may_share_a_line_and_not_take_more_than_the_whole() {
    let half = CreditSelector {
        share: CreditShare::of_percent(50.0).unwrap(),
        ..by_function("84")
    };
    let budget = || vec![year_budget(2025, vec![entry("2151", "844", 1_001)])];
    let (credits, told) = taken(
        &[named("a", vec![half.clone()]), named("b", vec![half.clone()])],
        budget(),
    );
    assert_eq!(told, Vec::<String>::new());
    assert_eq!(open(&credits, "a")[0].2, Some(501));
    assert_eq!(
        credits.budgets[0].sections[&BudgetSection::Investment].explained.open,
        Some(Money::from_cents(1_001))
    );
    let (_, told) = taken(
        &[named("a", vec![half]), named("b", vec![by_function("844")])],
        budget(),
    );
    assert_eq!(
        told,
        [
            "M311 Les actions « a » et « b » prennent ensemble 150\u{202f}% de la ligne 2151 du budget 2025 (data/budget/b.csv:2)."
        ]
    );
}

#[test]
fn what_is_taken_of_a_line_is_said_to_the_hundredth() {
    let part = |percent: f64| CreditSelector {
        share: CreditShare::of_percent(percent).unwrap(),
        ..by_function("84")
    };
    let budget = vec![year_budget(2025, vec![entry("2151", "844", 1_001)])];
    let (_, told) = taken(&[named("a", vec![part(50.5)]), named("b", vec![part(100.0)])], budget);
    assert!(told[0].contains("prennent ensemble 150,50\u{202f}%"), "{told:?}");
}

#[test]
fn two_selectors_of_one_action_do_not_count_a_line_twice() {
    let (_, told) = taken(
        &[named("velo", vec![by_function("84"), by_function("844")])],
        vec![year_budget(
            2025,
            vec![entry("2151", "844", 100), entry("2152", "844", 100)],
        )],
    );
    assert_eq!(told.len(), 1);
    assert!(
        told[0].contains("Les sélecteurs de l’action « velo »") && told[0].contains("1\u{a0}autre ligne"),
        "{told:?}"
    );
}

#[test]
fn a_selector_without_a_line_is_told_with_its_reason() {
    let annex = CreditSelector {
        budget: Some("Eaux".to_owned()),
        ..by_function("73")
    };
    let water = YearBudget {
        part: BudgetPart::Annex,
        name: "Eau".into(),
        ..year_budget(2025, vec![entry("2151", "733", 100)])
    };
    let (_, told) = taken(
        &[named("velo", vec![by_function("9")]), named("eau", vec![annex])],
        vec![year_budget(2025, vec![entry("2151", "844", 100)]), water],
    );
    assert!(
        told.iter().any(|told| told.contains("« velo » ne trouve aucune ligne")),
        "{told:?}"
    );
    assert!(
        told.iter().any(|told| told.contains("budget annexe « Eaux »")),
        "{told:?}"
    );
    let (_, told) = taken(&[named("velo", vec![by_function("9")])], Vec::new());
    assert!(told[0].contains("le projet n’a aucun budget"), "{told:?}");
}

#[test]
fn an_annex_budget_is_read_only_by_who_names_it() {
    let water = YearBudget {
        part: BudgetPart::Annex,
        name: "Eau".into(),
        ..year_budget(2025, vec![entry("2151", "844", 333)])
    };
    let annex = CreditSelector {
        budget: Some("EAU".to_owned()),
        ..by_function("84")
    };
    let main = || year_budget(2025, vec![entry("2151", "844", 100)]);
    let (credits, _) = taken(&[named("velo", vec![by_function("84")])], vec![main(), water.clone()]);
    assert_eq!(open(&credits, "velo")[0].2, Some(100));
    assert_eq!(credits.budgets.len(), 1);
    let (credits, _) = taken(&[named("eau", vec![annex])], vec![main(), water]);
    assert_eq!(open(&credits, "eau")[0].2, Some(333));
}

#[test]
fn a_year_out_of_the_series_is_not_read() {
    let old = YearBudget {
        in_series: false,
        ..year_budget(2022, vec![entry("2151", "844", 100)])
    };
    let (credits, _) = taken(
        &[named("velo", vec![by_function("84")])],
        vec![old, year_budget(2025, vec![entry("2151", "844", 200)])],
    );
    assert_eq!(open(&credits, "velo"), [(BudgetSection::Investment, 2025, Some(200))]);
}

fn authorisation(voted: i128, paid: &[(i32, i128)], planned: &[(i32, i128)]) -> Authorisation {
    let years = |pairs: &[(i32, i128)]| {
        pairs
            .iter()
            .map(|(year, cents)| (*year, Money::from_cents(*cents)))
            .collect::<BTreeMap<_, _>>()
    };
    Authorisation {
        place: Place::line("data/budget/autorisations.csv", 2, 1),
        code: "AP-1".to_owned(),
        title: String::new(),
        kind: AuthorisationKind::Programme,
        action: identifier("velo"),
        voted: Money::from_cents(voted),
        paid: years(paid),
        planned: years(planned),
        example: false,
    }
}

#[test]
fn an_authorisation_adds_up_and_stays_within_the_budget() {
    let budget = || vec![year_budget(2025, vec![entry("2151", "844", 10_000)])];
    let velo = [named("velo", vec![by_function("84")])];
    let (credits, told) = with_authorisations(
        &velo,
        budget(),
        &[authorisation(9_000, &[(2025, 4_000)], &[(2026, 5_000)])],
    );
    assert_eq!(told, Vec::<String>::new());
    let found = credits.of_action(&identifier("velo")).unwrap();
    assert_eq!(found.authorisations.len(), 1);
    let (_, told) = with_authorisations(&velo, budget(), &[authorisation(9_000, &[(2025, 4_000)], &[])]);
    assert!(
        told[0].starts_with("M313") && told[0].contains("écart : −50,00"),
        "{told:?}"
    );
    let (_, told) = with_authorisations(&velo, budget(), &[authorisation(20_000, &[(2025, 20_000)], &[])]);
    assert!(told[0].starts_with("M312"), "{told:?}");
}

#[test]
fn revenues_are_kept_apart_from_expenses() {
    let mut grant = entry("1321", "844", 300);
    grant.key.direction = BudgetDirection::Revenue;
    let revenue = CreditSelector {
        direction: BudgetDirection::Revenue,
        ..by_function("84")
    };
    let (credits, told) = taken(
        &[named("velo", vec![by_function("84"), revenue])],
        vec![year_budget(2025, vec![entry("2151", "844", 1_000), grant])],
    );
    assert_eq!(told, Vec::<String>::new());
    let series = &credits.actions[0].series;
    let directions: Vec<_> = series.iter().map(|series| series.direction).collect();
    assert_eq!(directions, [BudgetDirection::Expense, BudgetDirection::Revenue]);
    assert_eq!(
        credits.budgets[0].sections[&BudgetSection::Investment].policies.open,
        Some(Money::from_cents(1_000))
    );
}
