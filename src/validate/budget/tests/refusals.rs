//! What documents cannot say together.

use super::fixture::{OTHER_SIRET, declared, document, made, made_with, placed, project, voted};
use crate::model::{BudgetDocument, BudgetPart, BudgetStep};

fn bp(file: &str) -> BudgetDocument {
    document(file, BudgetStep::Primitive, vec![voted("2151", "844", 100, None)])
}

#[test]
fn the_budget_of_another_body_is_refused() {
    let other = BudgetDocument {
        siret: "21560046100010".to_owned(),
        ..bp("voisine.xml")
    };
    let (budgets, told) = made(vec![other, bp("bp.xml")]);
    assert_eq!(told.len(), 1);
    assert!(
        told[0].starts_with("M281") && told[0].contains("21560046100010"),
        "{told:?}"
    );
    assert_eq!(budgets.years[0].files.len(), 1);
}

#[test]
fn the_same_line_of_two_files_is_refused_and_counted_once() {
    let (budgets, told) = made(vec![bp("bp.csv"), bp("bp.xml")]);
    assert_eq!(told.len(), 1);
    assert!(
        told[0].starts_with("M283") && told[0].contains("data/budget/bp.csv:30"),
        "{told:?}"
    );
    let voted: Vec<_> = budgets.years[0]
        .entries
        .iter()
        .map(|entry| entry.amounts.voted)
        .collect();
    assert_eq!(voted, [Some(crate::model::Money::from_cents(100))]);
}

#[test]
fn two_decisions_may_touch_the_same_line_unless_they_are_the_same() {
    let dm = |file: &str, cents| document(file, BudgetStep::Amendment, vec![voted("2151", "844", cents, None)]);
    let (_, told) = made(vec![bp("bp.xml"), dm("dm1.xml", 5), dm("dm2.xml", 6)]);
    assert_eq!(told, Vec::<String>::new());
    let (_, told) = made(vec![bp("bp.xml"), dm("dm1.xml", 5), dm("dm1-copie.xml", 5)]);
    assert!(told[0].starts_with("M283"), "{told:?}");
}

#[test]
fn a_decision_alone_is_refused() {
    let dm = document("dm.xml", BudgetStep::Amendment, vec![voted("2151", "844", 5, None)]);
    let (budgets, told) = made(vec![dm]);
    assert!(told[0].starts_with("M285"), "{told:?}");
    assert!(budgets.is_empty());
}

#[test]
fn two_main_budgets_of_a_year_are_refused() {
    let other = BudgetDocument {
        siret: OTHER_SIRET.to_owned(),
        ..bp("autre.xml")
    };
    let (_, told) = made(vec![bp("bp.xml"), other]);
    assert!(told[0].starts_with("M282"), "{told:?}");
}

#[test]
fn budgets_that_nothing_tells_apart_are_refused() {
    let scdl = |file: &str, siret: &str| BudgetDocument {
        siret: siret.to_owned(),
        part: None,
        budget: None,
        ..bp(file)
    };
    let documents = || vec![scdl("a.csv", super::fixture::SIRET), scdl("b.csv", OTHER_SIRET)];
    let (_, told) = made(documents());
    assert_eq!(
        told.iter().filter(|told| told.starts_with("M282")).count(),
        2,
        "{told:?}"
    );
    let project = project(|project| {
        let mut annex = declared("b.csv");
        annex.budget = Some(placed("Eau".to_owned()));
        let mut main = declared("a.csv");
        main.budget = Some(placed("principal".to_owned()));
        project.settings.budget.files = vec![main, annex];
    });
    let (budgets, told) = made_with(&project, documents());
    assert_eq!(told, Vec::<String>::new());
    let parts: Vec<_> = budgets.years.iter().map(|budget| budget.part).collect();
    assert_eq!(parts, [BudgetPart::Main, BudgetPart::Annex]);
}

#[test]
fn a_declaration_that_the_file_denies_is_refused() {
    let with = |change: fn(&mut crate::config::BudgetFile)| {
        project(|project| {
            let mut file = declared("bp.xml");
            change(&mut file);
            project.settings.budget.files = vec![file];
        })
    };
    let cases = [
        with(|file| file.role = Some(placed(BudgetStep::Accounts))),
        with(|file| file.year = Some(placed(2024))),
        with(|file| file.nomenclature = Some(placed("M14".to_owned()))),
        with(|file| file.budget = Some(placed("Eau".to_owned()))),
    ];
    for project in cases {
        let (budgets, told) = made_with(&project, vec![bp("bp.xml")]);
        assert!(told[0].starts_with("M280"), "{told:?}");
        assert!(budgets.is_empty());
    }
    let draft = with(|file| file.role = Some(placed(BudgetStep::Draft)));
    let (budgets, told) = made_with(&draft, vec![bp("bp.xml")]);
    assert_eq!(
        (told.len(), budgets.years.len()),
        (0, 1),
        "a draft is written as a BP by some software"
    );
}
