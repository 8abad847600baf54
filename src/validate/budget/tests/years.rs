//! What the documents of a year say together, and which years may be read together.

use super::fixture::{OTHER_SIRET, bridge, declared, document, line, made, made_with, placed, project, voted};
use crate::model::{BudgetAmounts, BudgetDocument, BudgetPart, BudgetStep, Money, YearBudget};

/// The voted, open, realised and remaining amounts of a year, in cents.
fn sums(budget: &YearBudget) -> [Option<i128>; 4] {
    let mut sum = crate::model::EntryAmounts::default();
    budget.entries.iter().for_each(|entry| sum.add(&entry.amounts));
    [sum.voted, sum.open, sum.realised, sum.remaining].map(|money| money.map(Money::cents))
}

#[test]
fn the_bp_its_bs_and_its_dm_together_are_the_open_credits() {
    let carried = |mut document: BudgetDocument| {
        document.lines[0].amounts.carried = Some(Money::from_cents(7));
        document
    };
    let bp = document("bp.xml", BudgetStep::Primitive, vec![voted("2151", "844", 100, None)]);
    let bs = carried(document(
        "bs.xml",
        BudgetStep::Supplementary,
        vec![voted("2151", "844", 30, None)],
    ));
    let dm = document(
        "dm.xml",
        BudgetStep::Amendment,
        vec![voted("2151", "844", -20, None), voted("2031", "844", 5, None)],
    );
    let (budgets, told) = made(vec![bp, bs, dm]);
    assert_eq!(told, Vec::<String>::new());
    assert_eq!(budgets.years.len(), 1);
    assert_eq!(budgets.years[0].step, BudgetStep::Amendment);
    // The restes à réaliser that the BS carries are open without having been voted again.
    assert_eq!(sums(&budgets.years[0]), [Some(115), Some(122), None, None]);
    assert_eq!(budgets.years[0].entries.len(), 2, "lines of the same key are added");
    assert_eq!(budgets.years[0].files.len(), 3);
}

#[test]
fn accounts_replace_the_budget_and_its_decisions() {
    let accounts = |step, file| {
        let mut kept = voted("2151", "844", 110, Some(117));
        kept.amounts.realised = Some(Money::from_cents(90));
        kept.amounts.remaining = Some(Money::from_cents(12));
        document(file, step, vec![kept])
    };
    for (step, file) in [
        (BudgetStep::Accounts, "ca.xml"),
        (BudgetStep::SingleAccounts, "cfu.xml"),
    ] {
        let bp = document("bp.xml", BudgetStep::Primitive, vec![voted("2151", "844", 100, None)]);
        let dm = document("dm.xml", BudgetStep::Amendment, vec![voted("2151", "844", 10, None)]);
        let (budgets, told) = made(vec![bp, accounts(step, file), dm]);
        assert_eq!(told, Vec::<String>::new());
        assert_eq!(budgets.years[0].step, step);
        // Restes à réaliser stay beside what is realised, in neither sum.
        assert_eq!(sums(&budgets.years[0]), [Some(110), Some(117), Some(90), Some(12)]);
    }
}

#[test]
fn a_draft_is_proposed_and_waits_for_no_vote() {
    let mut proposed = line("2151", "844");
    proposed.amounts = BudgetAmounts {
        proposed: Some(Money::from_cents(500)),
        ..BudgetAmounts::default()
    };
    let draft = || document("projet.xml", BudgetStep::Draft, vec![proposed.clone()]);
    let (budgets, told) = made(vec![draft()]);
    assert_eq!(told, Vec::<String>::new());
    assert_eq!(budgets.years[0].step, BudgetStep::Draft);
    assert_eq!(
        budgets.years[0].entries[0].amounts.credits(),
        Some(Money::from_cents(500))
    );
    assert_eq!(sums(&budgets.years[0]), [None; 4]);
    let bp = document("bp.xml", BudgetStep::Primitive, vec![voted("2151", "844", 100, None)]);
    let (budgets, told) = made(vec![draft(), bp]);
    assert!(told[0].starts_with("M284"), "{told:?}");
    assert_eq!(sums(&budgets.years[0]), [Some(100), Some(100), None, None]);
}

#[test]
fn the_annex_budget_is_kept_apart_from_the_main_one() {
    let main = document("bp.xml", BudgetStep::Primitive, vec![voted("2151", "844", 100, None)]);
    let annex = BudgetDocument {
        siret: OTHER_SIRET.to_owned(),
        part: Some(BudgetPart::Annex),
        budget: Some("EAU".to_owned()),
        ..document("eau.xml", BudgetStep::Primitive, vec![voted("2151", "844", 9, None)])
    };
    let (budgets, told) = made(vec![annex, main]);
    assert_eq!(told, Vec::<String>::new());
    let read: Vec<_> = budgets
        .years
        .iter()
        .map(|budget| (budget.part, &*budget.name, sums(budget)[0]))
        .collect();
    assert_eq!(
        read,
        [
            (BudgetPart::Main, "Budget principal", Some(100)),
            (BudgetPart::Annex, "EAU", Some(9))
        ]
    );
    assert_eq!(
        budgets
            .comparable()
            .filter(|budget| budget.part == BudgetPart::Main)
            .count(),
        1
    );
}

#[test]
fn a_table_without_a_siret_is_of_the_budget_that_is_declared() {
    let plain = |file: &str, year, part| BudgetDocument {
        siret: String::new(),
        siret_line: 0,
        budget: None,
        part,
        nomenclature: None,
        year,
        ..document(file, BudgetStep::Primitive, vec![voted("2151", "844", 5, None)])
    };
    let project = project(|project| {
        let mut annex = declared("b.csv");
        annex.budget = Some(placed("Eau".to_owned()));
        annex.nomenclature = Some(placed("M49".to_owned()));
        let mut main = declared("a.csv");
        main.nomenclature = Some(placed("M57".to_owned()));
        project.settings.budget.files = vec![main, annex];
    });
    let totem = BudgetDocument {
        year: 2024,
        ..document("bp.xml", BudgetStep::Primitive, vec![voted("2151", "844", 4, None)])
    };
    let documents = vec![
        plain("a.csv", 2025, Some(BudgetPart::Main)),
        plain("b.csv", 2025, None),
        totem,
    ];
    let (budgets, told) = made_with(&project, documents);
    assert_eq!(told, Vec::<String>::new());
    let read: Vec<_> = budgets
        .years
        .iter()
        .map(|budget| (&*budget.name, budget.year, &*budget.siret))
        .collect();
    let main = "Budget principal";
    assert_eq!(
        read,
        [(main, 2024, "00000000000019"), (main, 2025, ""), ("Eau", 2025, "")]
    );
}

/// A year in M14, then one in M57.
fn two_norms() -> Vec<BudgetDocument> {
    let old = BudgetDocument {
        year: 2023,
        nomenclature: Some("M14-M14_COM_SUP3500".to_owned()),
        ..document(
            "ca-2023.xml",
            BudgetStep::Primitive,
            vec![voted("2151", "822", 100, None), voted("2031", "95", 10, None)],
        )
    };
    vec![
        old,
        document("bp.xml", BudgetStep::Primitive, vec![voted("2151", "844", 200, None)]),
    ]
}

#[test]
fn a_bridge_joins_two_nomenclatures_in_one_series() {
    let project = project(|project| project.settings.budget.bridges = vec![bridge(&[("822", "844")])]);
    let (budgets, told) = made_with(&project, two_norms());
    assert_eq!(budgets.comparable().count(), 2);
    let old = &budgets.years[0];
    assert_eq!(old.bridged_from.as_deref(), Some("M14"));
    let functions: Vec<_> = old.entries.iter().map(|entry| entry.key.function.as_deref()).collect();
    assert_eq!(
        functions,
        [None, Some("844")],
        "a function without an equivalent is lost, and said so"
    );
    assert!(told[0].starts_with("M288") && told[0].contains("« 95 »"), "{told:?}");
}

#[test]
fn without_a_bridge_the_older_nomenclature_is_out_of_the_series() {
    let (budgets, told) = made(two_norms());
    assert_eq!(told.len(), 1);
    assert!(told[0].starts_with("M286"), "{told:?}");
    assert_eq!(budgets.years.len(), 2, "the year is kept, and compared with none");
    assert_eq!(
        budgets.comparable().map(|budget| budget.year).collect::<Vec<_>>(),
        [2025]
    );
}

#[test]
fn a_budget_does_not_depend_on_the_order_of_its_lines_or_files() {
    let lines = || {
        vec![
            voted("2151", "844", 100, None),
            voted("2031", "57", 3, Some(4)),
            voted("2151", "844", 1, None),
        ]
    };
    let mut turned = lines();
    turned.reverse();
    let dm = || document("dm.xml", BudgetStep::Amendment, vec![voted("2151", "844", 9, None)]);
    let (one, _) = made(vec![document("bp.xml", BudgetStep::Primitive, lines()), dm()]);
    let (other, _) = made(vec![dm(), document("bp.xml", BudgetStep::Primitive, turned)]);
    let amounts = |budget: &YearBudget| {
        let entries = budget.entries.iter();
        entries
            .map(|entry| (entry.key.clone(), entry.amounts))
            .collect::<Vec<_>>()
    };
    assert_eq!(amounts(&one.years[0]), amounts(&other.years[0]));
}

#[test]
fn an_old_edition_does_not_know_what_came_after_it() {
    let year = |file: &str, step, year| BudgetDocument {
        year,
        ..document(file, step, vec![voted("2151", "844", 1, None)])
    };
    // The fixture reads data up to 2025 and precedes the budget of 2027.
    let (budgets, told) = made(vec![
        year("bp-2026.xml", BudgetStep::Primitive, 2026),
        year("ca-2026.xml", BudgetStep::Accounts, 2026),
        year("bp-2028.xml", BudgetStep::Primitive, 2028),
    ]);
    let codes: Vec<&str> = told.iter().map(|told| &told[..4]).collect();
    assert_eq!(codes, ["M229", "M229"], "{told:?}");
    let read: Vec<_> = budgets.years.iter().map(|budget| (budget.year, budget.step)).collect();
    assert_eq!(
        read,
        [(2026, BudgetStep::Primitive)],
        "what was voted then is what is read again"
    );
}
