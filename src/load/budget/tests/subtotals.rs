//! Lines that sum others: told through every table, and never taken for a line of the budget.

use super::super::fixture::{SCDL_HEADER, one, read};
use super::plain::{declared, read as read_plain};
use crate::model::BudgetDirection;

/// What is told of a plain table of expenses, each as `M126 3`.
fn plain(rows: &str) -> Vec<String> {
    let mut file = declared("export.csv", &[]);
    file.direction = Some(BudgetDirection::Expense);
    let table = format!("chapitre;nature;fonction;libelle;vote\n{rows}");
    let (_, told) = read_plain(file, table);
    told.iter().map(|told| spot(told, "export.csv:")).collect()
}

/// A function that kept its zero: nothing is asked of the others.
const WITH_A_ZERO: &str = ";6413;020;;5\n";

fn spot(told: &str, before: &str) -> String {
    let line = told.split(before).nth(1).unwrap_or_default();
    let line: String = line.chars().take_while(char::is_ascii_digit).collect();
    format!("{} {line}", &told[..4])
}

#[test]
fn a_line_that_names_a_total_is_no_line_of_a_plain_table() {
    let lines = "21;2151;844;;100000\n21;21318;213;;200000\n";
    for total in [
        "21;;;;300000",
        "21;;;Chapitre 21;300000",
        "Chapitre 21;;;;300000",
        "011 - Total chapitre 011;;;;5",
        "21;Total;;;300000",
        "21;21 Total;;;300000",
        "21;S/T;;;300000",
        "21;;;Sous-total;300000",
        ";;;TOTAL GENERAL;300000",
        "Ensemble;;;;300000",
        "21;21;;;300000",
        // Not what its lines make: it may be a total all the same.
        "21;;;;290000",
    ] {
        assert_eq!(plain(&format!("{lines}{total}\n")), ["M126 4"], "{total}");
    }
}

#[test]
fn the_code_of_a_chapter_is_no_account_and_a_total_is_named_by_its_part_of_the_budget() {
    let lines = "011;60612;020;;500\n011;6064;020;;300\n";
    for (row, told) in [
        ("011;011;;Charges;800", vec!["M126 4"]),
        ("011;011;;Charges;801", vec!["M126 4"]),
        ("011;6068;020;Total chapitre 011;800", vec!["M126 4"]),
        (
            "011;6068;020;Total des dépenses réelles de fonctionnement;9",
            vec!["M126 4"],
        ),
        ("011;6068;020;TotalEnergies, carburants;9", vec![]),
        ("011;6068;020;Fournitures;9", vec![]),
        // A budget voted by chapter has no other line there.
        ("012;012;;Charges de personnel;9", vec![]),
    ] {
        assert_eq!(plain(&format!("{lines}{row}\n")), told, "{row}");
    }
}

#[test]
fn subtotals_within_subtotals_are_each_told_once() {
    let rows = "21;2151;844;;1\n21;2151;845;;2\n21;2151;;;3\n21;2188;844;;4\n21;;;;7\n";
    assert_eq!(plain(rows), ["M126 4", "M126 6"]);
    let accounts = "65;65;;;6\n65;657;;;6\n65;6573;;;3\n65;65731;;;1\n65;65732;;;2\n65;6574;;;3\n";
    assert_eq!(plain(accounts), ["M126 2", "M126 3", "M126 4"]);
}

#[test]
fn a_function_that_sums_others_is_told_as_an_account_is() {
    let plain = |rows: &str| plain(&format!("{rows}{WITH_A_ZERO}"));
    assert_eq!(plain(";60612;211;;600\n;60612;212;;400\n;60612;21;;1000\n"), ["M126 4"]);
    let levels = plain(";60612;2;;5\n;60612;21;;5\n;60612;211;;5\n");
    assert_eq!(levels, ["M126 2", "M128 2", "M126 3"]);
    // Accounts and functions together, and a line that has no function beside them.
    let cube = ";60612;211;;6\n;60613;212;;4\n;6061;211;;6\n;6061;212;;4\n;6061;21;;10\n;60612;21;;6\n;60613;21;;4\n;606;;;10\n";
    let lines: Vec<String> = (4..=9).map(|line| format!("M126 {line}")).collect();
    assert_eq!(plain(cube), lines);
}

#[test]
fn levels_of_one_child_are_told_where_the_table_or_the_plan_proves_them() {
    let plain = |rows: &str| plain(&format!("{rows}{WITH_A_ZERO}"));
    // Three levels; an account that the plan divides; several lines that have the amounts of their only child.
    assert_eq!(plain(";60;211;;9\n;606;211;;9\n;60612;211;;9\n"), ["M126 2", "M126 3"]);
    assert_eq!(plain(";606;211;;9\n;60612;211;;9\n"), ["M126 2"]);
    let habit = ";60612;21;;9\n;60612;211;;9\n;6411;33;;7\n;6411;331;;7\n";
    assert_eq!(plain(habit), ["M126 2", "M126 4"]);
    // Once is a coincidence, and so are two among others that are no sums.
    assert_eq!(plain(";60612;21;;9\n;60612;211;;9\n"), Vec::<String>::new());
    let others = ";6411;21;;1\n;6411;211;;3\n;6413;21;;1\n;6413;211;;3\n";
    assert_eq!(plain(&format!("{habit}{others}")), Vec::<String>::new());
    // Neither another function, nor an amount that is not theirs.
    assert_eq!(plain(";606;211;;9\n;60612;212;;9\n"), Vec::<String>::new());
    assert_eq!(
        plain(";606;211;;8\n;60611;211;;5\n;60612;211;;4\n"),
        Vec::<String>::new()
    );
}

#[test]
fn what_only_looks_like_a_subtotal_is_read() {
    // Chapters alone; one account under another of the same amount; a line without a function.
    assert_eq!(plain("011;;;;5\n012;;;;7\n"), Vec::<String>::new());
    assert_eq!(plain("65;6541;;;3\n65;65411;;;3\n"), Vec::<String>::new());
    assert_eq!(plain("65;6541;01;;3\n65;6541;;;3\n"), Vec::<String>::new());
    assert_eq!(plain("21;2151;844;Ensembles sportifs;3\n"), Vec::<String>::new());
}

#[test]
fn a_total_is_told_in_a_table_of_scdl() {
    let line =
        "compte administratif,2025,00000000000019,Exemple,011,,60612,,,,,fonctionnement,réel,dépense,,,,,,100.00,,\n";
    let total = |nature: &str, name: &str| {
        format!(
            "compte administratif,2025,00000000000019,Exemple,011,,{nature},{name},,,,fonctionnement,réel,dépense,,,,,,100.00,,\n"
        )
    };
    for last in [
        total("Total", ""),
        total("011 - Total", ""),
        total("", ""),
        total("", "Total"),
    ] {
        let (documents, told) = read("ca.csv", format!("{SCDL_HEADER}\n{line}{last}"));
        let told: Vec<String> = told.iter().map(|told| told[..6].to_owned()).collect();
        assert_eq!((documents.len(), told), (0, vec!["M126:3".to_owned()]), "{last}");
    }
    let document = one("ca.csv", format!("{SCDL_HEADER}\n{line}"));
    assert_eq!(document.lines.len(), 1);
    let (documents, told) = read(
        "ca.csv",
        format!("{SCDL_HEADER}\n{line}TOTAL,,,,,,,,,,,,,,,,,,,100.00,,\n"),
    );
    assert_eq!((documents.len(), &told[0][..6]), (0, "M126:3"));
}

#[test]
fn a_total_is_told_in_a_balance() {
    let header = "EXER;IDENT;CBUDG;COMPTE;OBNETDEB;OBNETCRE;OOBDEB;OOBCRE\n";
    let line = |account: &str, amount: &str| format!("2025;00000000000019;1;{account};{amount};0;0;0\n");
    let lines = line("60611", "10") + &line("60612", "20");
    for total in [
        line("Total", "30"),
        line("Total classe 6", "30"),
        line("60", "30"),
        line("6", "30"),
    ] {
        let (documents, told) = read("balance.csv", format!("{header}{lines}{total}"));
        let told: Vec<String> = told.iter().map(|told| told[..6].to_owned()).collect();
        assert_eq!((documents.len(), told), (0, vec!["M126:4".to_owned()]), "{total}");
    }
}

#[test]
fn several_budgets_under_one_siret_are_refused_in_every_table() {
    let scdl = "BGT_NATDEC;BGT_ANNEE;BGT_SIRET;Libellé budget;BGT_NATURE;BGT_CODRD;BGT_MTPREV\n\
        budget primitif;2026;00000000000019;PRINCIPAL;6411;dépense;1\n\
        budget primitif;2026;00000000000019;EAU;6411;dépense;2\n";
    let balance = "EXER;IDENT;Budget;COMPTE;OBNETDEB;OBNETCRE;OOBDEB;OOBCRE\n\
        2025;00000000000019;Ville;60611;10;0;0;0\n2025;00000000000019;Eau;60612;20;0;0;0\n";
    for (name, table) in [("b.csv", scdl), ("balance.csv", balance)] {
        let (documents, told) = read(name, table);
        assert_eq!((documents.len(), told.len()), (0, 1), "{told:?}");
        assert!(told[0].starts_with("M129:3"), "{told:?}");
    }
}

#[test]
fn budgets_that_the_format_tells_apart_are_each_one() {
    let (documents, told) = read(
        "balance.csv",
        "EXER;IDENT;Siren;LBUDG;COMPTE;OBNETDEB;OBNETCRE;OOBDEB;OOBCRE\n\
         2025;00000000000019;000000000;Ville;60611;10;0;0;0\n2025;11111111100009;111111111;Autre;60612;20;0;0;0\n",
    );
    assert_eq!((documents.len(), told), (2, Vec::<String>::new()));
}

#[test]
fn lines_of_the_same_codes_are_not_each_held_against_all_those_under_them() {
    let header = "EXER;IDENT;CBUDG;COMPTE;OBNETDEB;OBNETCRE;OOBDEB;OOBCRE\n";
    let line = |account: &str| format!("2025;00000000000019;1;{account};1;0;0;0\n");
    let table = header.to_owned() + &line("606").repeat(30_000) + &line("60611").repeat(30_000);
    let (documents, told) = read("balance.csv", table);
    assert_eq!((documents.len(), told.len()), (1, 0), "{:?}", told.first());
}
