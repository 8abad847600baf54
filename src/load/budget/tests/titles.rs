//! What the titles of a table of a budget say of its amounts.

use super::plain::{declared, read};
use crate::form::lines::titles;
use crate::model::{BudgetDirection, BudgetStep};

#[test]
fn a_title_in_thousands_of_euros_is_refused() {
    let told = |title: &str, given: bool| {
        let mut file = declared("export.csv", &[]);
        if given {
            file.columns = titles::fixture(&[("realise", title)]);
        }
        file.direction = Some(BudgetDirection::Expense);
        file.role.as_mut().unwrap().value = BudgetStep::Accounts;
        let (inputs, told) = read(file, format!("nature;{title}\n2151;1250,50\n"));
        (inputs.budgets.len(), told)
    };
    for title in ["Réalisé en k€", "Réalisé (milliers d’euros)", "Réalisé M€"] {
        let (read, told) = told(title, true);
        assert_eq!((read, told.len()), (0, 1), "{told:?}");
        assert!(told[0].starts_with("M246 data/budget/export.csv:1:8"), "{told:?}");
    }
    assert_eq!(told("Réalisé en €", true), (1, Vec::new()));
    let (read, told) = told("realise (k€)", false);
    assert_eq!((read, told.len()), (0, 1), "{told:?}");
    assert!(told[0].starts_with("M200"), "{told:?}");
}
