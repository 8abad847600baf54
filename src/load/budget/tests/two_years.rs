//! Tables with a column of amounts for each of several years: what is not read is told, what two entries name is read twice.

use super::plain::{declared, read};
use crate::config::BudgetFile;
use crate::diagnostic::Placed;
use crate::load::fixture::Fixture;
use crate::model::{BudgetDirection, BudgetStep, Money};

const TWO_YEARS: &str = "Compte;Sens;Voté 2026;Proposé 2027\n60612;D;10;20\n2151;D;30;40\n";

#[test]
fn a_column_of_amounts_that_nothing_reads_is_told_with_what_reads_it() {
    let columns = [("nature", "Compte"), ("sens", "Sens"), ("propose", "Proposé 2027")];
    let (inputs, told) = read(declared("pbp.csv", &columns), TWO_YEARS);
    assert_eq!(inputs.budgets.len(), 1);
    assert!(
        told.len() == 1 && told[0].starts_with("M190 data/budget/pbp.csv:1:13"),
        "{told:?}"
    );
    // Codes, labels and what another entry reads are no amounts left out.
    let coded = TWO_YEARS.replace("Voté 2026", "Code service");
    assert_eq!(read(declared("pbp.csv", &columns), coded).1, Vec::<String>::new());
}

#[test]
fn a_table_of_two_years_is_read_once_for_each() {
    let of = |year: i32, step: BudgetStep, amount: (&'static str, &str)| -> BudgetFile {
        let mut file = declared("pbp.csv", &[("nature", "Compte"), ("sens", "Sens"), amount]);
        file.year = file.year.map(|said| Placed::new(year, said.place));
        file.role = file.role.map(|said| Placed::new(step, said.place));
        file
    };
    let mut fixture = Fixture::new()
        .file("data/valeurs/a.csv", "indicateur;annee;valeur\nx;2024;1\n")
        .file("data/budget/pbp.csv", TWO_YEARS);
    fixture.project.settings.budget.files = vec![
        of(2026, BudgetStep::Primitive, ("vote", "Voté 2026")),
        of(2027, BudgetStep::Draft, ("propose", "Proposé 2027")),
    ];
    let (inputs, told) = fixture.load();
    assert_eq!(told, Vec::<String>::new());
    let read: Vec<(i32, Option<Money>, Option<Money>)> = inputs
        .budgets
        .iter()
        .map(|one| (one.year, one.lines[0].amounts.voted, one.lines[0].amounts.proposed))
        .collect();
    let euros = |euros: i64| Some(Money::from_cents(i128::from(euros * 100)));
    assert_eq!(read, [(2026, euros(10), None), (2027, None, euros(20))]);
    assert_eq!(
        inputs.files.iter().filter(|file| file.path.contains("budget")).count(),
        1
    );
}

#[test]
fn a_title_above_a_budget_is_told_as_what_it_is() {
    let columns = [
        ("nature", "Compte"),
        ("sens", "Sens"),
        ("propose", "Proposé 2027"),
        ("vote", "Voté 2026"),
    ];
    let (_, told) = read(
        declared("pbp.csv", &columns),
        format!("Projet de budget 2027\n{TWO_YEARS}"),
    );
    assert!(
        told.len() == 1 && told[0].starts_with("M201 data/budget/pbp.csv:2:1"),
        "{told:?}"
    );
    let scdl = "Budget;;\nBGT_NATDEC;BGT_ANNEE;BGT_SIRET;BGT_NATURE;BGT_CODRD;BGT_MTREAL\n";
    let fixture = Fixture::new()
        .file("data/valeurs/a.csv", "indicateur;annee;valeur\nx;2024;1\n")
        .file("data/budget/ca.csv", scdl);
    let (_, told) = fixture.load();
    assert!(
        told.len() == 1 && told[0].starts_with("M201 data/budget/ca.csv:2:1"),
        "{told:?}"
    );
}

#[test]
fn a_column_that_nothing_reads_says_the_year_and_the_step_of_its_table() {
    let said = |title: &str, value: &str| {
        let mut file = declared(
            "b.csv",
            &[("nature", "Compte"), ("sens", "Sens"), ("propose", "Proposé")],
        );
        file.year = file.year.map(|said| Placed::new(2027, said.place));
        let (inputs, told) = read(
            file,
            format!("{title};Compte;Sens;Proposé\n{value};60612;D;10\n{value};2151;D;30\n"),
        );
        assert_eq!(told, Vec::<String>::new(), "{title} {value}");
        (inputs.budgets[0].year, inputs.budgets[0].step)
    };
    for title in [
        "Année",
        "Exercice",
        "Exercice budgétaire",
        "EXER",
        "Millésime",
        "An",
        "Ex.",
        "Exo",
        "Année budgétaire",
    ] {
        assert_eq!(said(title, "2024").0, 2024, "{title}");
    }
    for value in ["2024.0", "Exercice 2024", "31/12/2024"] {
        assert_eq!(said("Exercice", value).0, 2024, "{value}");
    }
    assert_eq!(said("Étape", "Compte administratif"), (2027, BudgetStep::Accounts));
    // What is declared, what is no year, and the title of something else.
    for (title, value) in [
        ("Année", "2027"),
        ("Année", "n.d."),
        ("Année de construction", "2024"),
        ("Ex.", ""),
    ] {
        assert_eq!(said(title, value), (2027, BudgetStep::Draft), "{title} {value}");
    }
}

#[test]
fn amounts_of_another_step_are_told_with_what_reads_them() {
    let of = |role: BudgetStep, columns: &[(&'static str, &str)], table: &str| {
        let mut file = declared("b.csv", columns);
        file.role = file.role.map(|said| Placed::new(role, said.place));
        let (inputs, told) = read(file, table);
        (inputs.budgets.len(), told)
    };
    let columns = [("nature", "Compte"), ("sens", "Sens"), ("realise", "Réalisé")];
    let table = "Compte;Sens;Réalisé\n60612;D;10\n";
    for (role, read) in [
        (BudgetStep::Primitive, 0),
        (BudgetStep::Draft, 0),
        (BudgetStep::Accounts, 1),
    ] {
        let (documents, told) = of(role, &columns, table);
        assert_eq!((documents, told.len()), (read, 1 - read), "{told:?}");
        assert!(
            told.iter().all(|told| told.starts_with("M184 data/rapport.yaml")),
            "{told:?}"
        );
    }
    // Beside amounts of the step, they are only left.
    let columns = [
        ("nature", "Compte"),
        ("sens", "Sens"),
        ("vote", "Voté"),
        ("realise", "Réalisé"),
    ];
    let (documents, told) = of(
        BudgetStep::Primitive,
        &columns,
        "Compte;Sens;Voté;Réalisé\n60612;D;20;10\n",
    );
    assert_eq!((documents, told.len()), (1, 1), "{told:?}");
    assert!(told[0].starts_with("M190 data/budget/b.csv:1:18"), "{told:?}");
}

#[test]
fn a_column_of_revenues_beside_one_of_expenses_is_told_with_what_reads_both() {
    let help = |titles: [&str; 2]| {
        let [spent, received] = titles;
        let mut file = declared("b.csv", &[("nature", "Compte"), ("propose", spent)]);
        file.direction = Some(BudgetDirection::Expense);
        let mut fixture = Fixture::new()
            .file("data/valeurs/a.csv", "indicateur;annee;valeur\nx;2024;1\n")
            .file(
                "data/budget/b.csv",
                format!("Compte;{spent};{received}\n60612;10;\n7067;;30\n6411;5;\n"),
            );
        fixture.project.settings.budget.files = vec![file];
        let (_, told) = fixture.load();
        assert!(told.len() == 1 && told[0].starts_with("M190"), "{told:?}");
        fixture.helps().remove(0)
    };
    for titles in [["Dépenses", "Recettes"], ["Dépenses réalisées", "Recettes réalisées"]] {
        let [spent, received] = titles;
        let help = help(titles);
        assert!(help.contains(&format!("depenses: {spent}")), "{help}");
        assert!(help.contains(&format!("recettes: {received}")), "{help}");
        assert!(help.contains("à la place de « propose » et de « sens »"), "{help}");
    }
}
