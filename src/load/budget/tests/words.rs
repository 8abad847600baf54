//! A plain table that has a column for each direction, and the words of real columns.

use super::plain::{declared, read};
use crate::model::{BudgetDirection, BudgetMovement, BudgetStep};

#[test]
fn expenses_and_revenues_may_have_each_their_column() {
    let table = "Code fonction;Article;MT Voté BP Dépense;MT Voté BP Recette\n211;60612;1000,00;\n211;7067;;300,00\n211;758;20;5\n211;6068;0,00;\n";
    let headers = [
        ("nature", "Article"),
        ("fonction", "Code fonction"),
        ("depenses", "MT Voté BP Dépense"),
        ("recettes", "MT Voté BP Recette"),
    ];
    for (role, slot) in [
        (BudgetStep::Primitive, "voted"),
        (BudgetStep::Draft, "proposed"),
        (BudgetStep::Accounts, "realised"),
    ] {
        let mut file = declared("b.csv", &headers);
        file.role.as_mut().unwrap().value = role;
        let (inputs, told) = read(file, table);
        assert_eq!(told, Vec::<String>::new());
        let lines = inputs.budgets[0].lines.iter().map(|line| {
            let amounts = &line.amounts;
            let amount = match slot {
                "voted" => amounts.voted,
                "proposed" => amounts.proposed,
                _ => amounts.realised,
            };
            (&*line.nature, line.direction, amount.unwrap().cents())
        });
        use BudgetDirection::{Expense, Revenue};
        let expected = [
            ("60612", Expense, 100_000),
            ("7067", Revenue, 30_000),
            ("758", Expense, 2_000),
            ("758", Revenue, 500),
        ];
        assert_eq!(lines.collect::<Vec<_>>(), expected, "{slot}");
        let count = &inputs.budgets[0].count;
        assert_eq!((count.read, count.kept, count.without_operation), (5, 4, 1));
    }
    // Under their own titles; « Dépenses » beside other amounts may be a label.
    let own = read(declared("b.csv", &[]), "nature;Dépenses;Recettes\n60612;10;\n7067;;3\n");
    assert_eq!((own.0.budgets[0].lines.len(), own.1.len()), (2, 0));
    let label = read(
        declared("b.csv", &[]),
        "nature;sens;Dépenses;propose\n60612;D;Fluides;10\n",
    );
    assert_eq!((label.0.budgets[0].lines.len(), label.1.len()), (1, 0));
}

#[test]
fn the_words_of_real_columns_are_read() {
    let table = "Section;Sens;Type;Compte;Chapitre;Proposé\n\
                 Section de fonctionnement;DEP;Pour ordre;6811;042;30\n\
                 Section d’investissement;REC;Mixte;28188;040;30\n\
                 Fonct.;Rec.;Mixte;7865;78;1\n\
                 Fonct.;Dep.;Mixte;6811;;2\n";
    let headers = [
        ("section", "Section"),
        ("sens", "Sens"),
        ("mouvement", "Type"),
        ("nature", "Compte"),
        ("chapitre", "Chapitre"),
        ("propose", "Proposé"),
    ];
    let (inputs, told) = read(declared("b.csv", &headers), table);
    let codes: Vec<&str> = told.iter().map(|told| &told[..4]).collect();
    assert_eq!(codes, ["M189", "M189", "M189"]);
    // As what it is read is said, and an account alone proves nothing.
    for (rank, read) in [
        (0, "d’ordre, par son chapitre « 040 »"),
        (1, "réelle : « 78 » n’est pas un chapitre d’ordre"),
        (2, "réelle, faute d’un chapitre d’ordre"),
    ] {
        assert!(told[rank].replace('\u{a0}', " ").contains(read), "{}", told[rank]);
    }
    let document = &inputs.budgets[0];
    let movements: Vec<BudgetMovement> = document.lines.iter().map(|line| line.movement).collect();
    use BudgetMovement::{Order, Real};
    // What is mixed is told by its chapter, and counted among what was deduced.
    assert_eq!(
        (movements, document.count.deduced_movements),
        (vec![Order, Order, Real, Real], 3)
    );
}

#[test]
fn an_amount_that_cannot_be_read_leaves_no_table_without_lines() {
    let (_, told) = read(declared("b.csv", &[]), "nature;sens;propose\n60612;D;1000 k€\n");
    assert!(told.len() == 1 && told[0].starts_with("M187"), "{told:?}");
}
