//! Finalités and charts on a small budget.

use super::charts::drawings;
use crate::assess::fixture::project;
use crate::assess::{Report, assess};
use crate::compute::{ActionCredits, BudgetCredits, CreditSeries, Credits, Panel, SectionCredits};
use crate::config::Project;
use crate::diagnostic::Diagnostics;
use crate::load::Inputs;
use crate::model::fixture::{action, identifier};
use crate::model::{
    Action, BudgetDirection, BudgetPart, BudgetSection, BudgetStep, ChartKind, Effect, EntryAmounts, Finality, Money,
};
use std::collections::BTreeMap;

fn favourable(id: &str, effects: &[(Finality, Effect)]) -> Action {
    Action {
        effects: effects.iter().copied().collect::<BTreeMap<_, _>>(),
        ..action(id)
    }
}

/// What was realised in 2025, open with five cents more; what is proposed in 2027.
fn amounts(realised: i128, proposed: i128) -> BTreeMap<i32, EntryAmounts> {
    let accounts = EntryAmounts {
        open: Some(Money::from_cents(realised + 5)),
        realised: Some(Money::from_cents(realised)),
        ..EntryAmounts::default()
    };
    let draft = EntryAmounts {
        proposed: Some(Money::from_cents(proposed)),
        ..EntryAmounts::default()
    };
    BTreeMap::from([(2025, accounts), (2027, draft)])
}

/// Accounts of 2025 and a draft of 2027; 10,00 € and 9,00 € that no action takes.
fn credits() -> Credits {
    let taken = |id: &str, realised, proposed| ActionCredits {
        action: identifier(id),
        series: vec![CreditSeries {
            section: BudgetSection::Investment,
            direction: BudgetDirection::Expense,
            years: amounts(realised, proposed),
        }],
        authorisations: Vec::new(),
        example: false,
    };
    let whole = amounts(1_110, 1_220);
    let mut explained = amounts(100, 300);
    for (year, sum) in &mut explained {
        sum.add(&amounts(10, 20)[year]);
    }
    let budget = |year: i32, step| BudgetCredits {
        part: BudgetPart::Main,
        name: "Budget principal".into(),
        year,
        step,
        norm: None,
        bridged_from: None,
        example: false,
        sections: BTreeMap::from([(
            BudgetSection::Investment,
            SectionCredits {
                policies: whole[&year],
                explained: explained[&year],
                left_out: EntryAmounts::default(),
            },
        )]),
    };
    Credits {
        budgets: vec![budget(2025, BudgetStep::Accounts), budget(2027, BudgetStep::Draft)],
        actions: vec![taken("velo", 100, 300), taken("tri", 10, 20)],
        ..Credits::default()
    }
}

fn report(actions: Vec<Action>) -> Report {
    let project = Project { actions, ..project() };
    let panel = Panel {
        credits: credits(),
        ..Panel::default()
    };
    assess(project, &Inputs::default(), panel, &mut Diagnostics::default())
}

fn two_actions() -> Vec<Action> {
    use Effect::{Negative, Positive};
    use Finality::{Biodiversity, Climate};
    vec![
        favourable("velo", &[(Climate, Positive), (Biodiversity, Positive)]),
        favourable("tri", &[(Climate, Positive), (Biodiversity, Negative)]),
    ]
}

#[test]
fn a_finality_has_the_credits_of_the_actions_favourable_to_it() {
    let report = report(two_actions());
    let realised = |finality| {
        let credits = report.finality_credits(finality).unwrap();
        let amounts = credits.sections[&BudgetSection::Investment][&2025];
        (amounts.realised.map(Money::cents), credits.actions, credits.shared)
    };
    assert_eq!(realised(Finality::Climate), (Some(110), 2, 1));
    // « tri » is defavourable to it: what it costs is not spent for it.
    assert_eq!(realised(Finality::Biodiversity), (Some(100), 1, 1));
    assert_eq!(report.finality_credits(Finality::CircularEconomy), None);
}

#[test]
fn a_stack_counts_each_action_once() {
    let report = report(two_actions());
    let drawings = drawings(&report);
    let stacked = &drawings[0];
    assert_eq!(
        (stacked.name.as_str(), stacked.kind),
        ("credits_investissement", Some(ChartKind::StackedBars))
    );
    let sums: Vec<f64> = (0..2)
        .map(|rank| {
            stacked
                .series
                .iter()
                .filter_map(|series| series.values[rank].value.number())
                .sum()
        })
        .collect();
    assert_eq!(sums, [1.1, 3.2], "realised in 2025, proposed in 2027, in euros");
    assert!(stacked.notes[0].contains("Réalisé en 2025") && stacked.notes[0].contains("projet de budget en 2027"));
    assert!(stacked.axis.categories()[1].provisional);
}

#[test]
fn a_cascade_goes_from_credits_to_credits_and_explains_the_whole_section() {
    let report = report(two_actions());
    let drawings = drawings(&report);
    let cascade = &drawings[1];
    assert_eq!(
        (cascade.name.as_str(), cascade.kind),
        ("cascade_investissement", Some(ChartKind::Waterfall))
    );
    let ends: Vec<f64> = (0..2)
        .map(|rank| {
            cascade
                .series
                .iter()
                .filter_map(|series| series.values[rank].value.number())
                .sum()
        })
        .collect();
    assert!(
        (ends[0] - 11.15).abs() < 1e-9 && (ends[1] - 12.2).abs() < 1e-9,
        "{ends:?}"
    );
    let rest = cascade.series.last().unwrap();
    assert_eq!((rest.name.as_str(), rest.finality), ("Dépenses sans action", None));
}

#[test]
fn without_a_budget_nothing_is_said() {
    let mut report = report(two_actions());
    report.credits = None;
    assert!(drawings(&report).is_empty());
    assert_eq!(report.finality_credits(Finality::Climate), None);
}
