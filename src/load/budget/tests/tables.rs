//! What SCDL tables and balances give, as their schemas have them and as real files are.

use super::super::fixture::{SCDL_HEADER, one, read};
use crate::diagnostic::{Diagnostics, Spot};
use crate::model::{BudgetDirection, BudgetMovement, BudgetPart, BudgetSection, BudgetStep, BudgetTotals, Money};

fn money(text: &str) -> Option<Money> {
    Some(Money::parse(text).unwrap())
}

#[test]
fn the_table_of_the_schema_is_read() {
    let rows = "budget primitif,2026,00000000000019,Exemple,21,Immobilisations,2183,Matériel,57,TIC,OP1,investissement,réel,dépense,,10.00,,20,30.5,40.55,,spécialisé
budget primitif,2026,00000000000019,Exemple,042,Ordre,6811,Dotations,,,,fonctionnement,ordre,dépense,1,,,,,,2,non spécialisé
";
    let document = one("budget.csv", format!("{SCDL_HEADER}\n{rows}"));
    assert_eq!((document.step, document.year), (BudgetStep::Primitive, 2026));
    assert_eq!(
        (document.community.as_str(), document.siret.as_str()),
        ("Exemple", "00000000000019")
    );
    let [first, second] = &document.lines[..] else {
        panic!("two lines")
    };
    assert_eq!((&*first.nature, first.chapter.as_deref()), ("2183", Some("21")));
    assert_eq!(
        (first.function.as_deref(), first.operation.as_deref()),
        (Some("57"), Some("OP1"))
    );
    assert_eq!(first.amounts.previous, money("10"));
    assert_eq!(first.amounts.proposed, money("20"));
    assert_eq!(first.amounts.voted, money("30.50"));
    assert_eq!(first.amounts.open, money("40.55"));
    assert_eq!((first.amounts.realised, first.specialised), (None, Some(true)));
    assert_eq!(
        (second.movement, second.amounts.realised),
        (BudgetMovement::Order, money("1"))
    );
    assert_eq!((second.amounts.remaining, second.line), (money("2"), 3));
}

#[test]
fn real_tables_are_read_with_fewer_columns_capitals_commas_and_no_section() {
    let table =
        "\u{feff}bgt_natdec;BGT_ANNEE;BGT_SIRET;BGT_NATURE;BGT_CONTNAT;BGT_SECTION;BGT_CODRD;BGT_OPBUDG;BGT_MTREAL\r
COMPTE FINANCIER UNIQUE;2025;00000000000019;2183;21;;DEPENSE;REEL;1 234,56\r
Compte Financier Unique;2025;00000000000019;45411;4541128;;Recette;Réel;-0,06\r
compte financier unique;2025;00000000000019;6811;042;;dépense;;12\r
compte financier unique;2025;00000000000019;4721;;;dépense;réel;0\r
";
    let document = one("cfu.csv", table);
    assert_eq!(document.step, BudgetStep::SingleAccounts);
    let sections: Vec<_> = document.lines.iter().map(|line| line.section).collect();
    let (invest, operate) = (Some(BudgetSection::Investment), Some(BudgetSection::Operating));
    assert_eq!(sections, [invest, invest, operate, None]);
    assert_eq!(
        (document.count.deduced_sections, document.count.deduced_movements),
        (3, 1)
    );
    assert_eq!(document.lines[2].movement, BudgetMovement::Order);
    assert_eq!(document.lines[0].amounts.realised, money("1234.56"));
    assert_eq!(document.lines[1].direction, BudgetDirection::Revenue);
    assert_eq!(
        BudgetTotals::of(&document.lines).realised,
        Money::parse("1246.50").unwrap()
    );
}

#[test]
fn a_table_that_went_through_a_spreadsheet_is_read() {
    let table = "BGT_NATDEC;BGT_ANNEE;BGT_SIRET;BGT_NATURE;BGT_CODRD;BGT_OPBUDG;BGT_MTREAL;BGT_MTPREV
CA;2025.0;000 000 000 00019;6411;Dépenses;R;1 234,50 €;-
CA;2025,0;00000000000019;6811;D;O;0,50;
";
    let document = one("ca.csv", table);
    assert_eq!((document.year, document.siret.as_str()), (2025, "00000000000019"));
    let movements: Vec<_> = document.lines.iter().map(|line| line.movement).collect();
    assert_eq!(movements, [BudgetMovement::Real, BudgetMovement::Order]);
    assert_eq!(document.lines[0].amounts.voted, None);
    assert_eq!(
        BudgetTotals::of(&document.lines).realised,
        Money::parse("1235").unwrap()
    );
}

#[test]
fn years_steps_and_budgets_of_one_table_stay_apart() {
    let table = "BGT_NATDEC;BGT_ANNEE;BGT_SIRET;BGT_NATURE;BGT_CODRD;BGT_MTPREV
budget primitif;2026;00000000000019;6411;dépense;1
décision modificative;2026;00000000000019;6411;dépense;2
budget primitif;2025;00000000000019;6411;dépense;3
budget primitif;2026;00000000000027;6411;dépense;4
";
    let (documents, told) = read("budgets.csv", table);
    assert_eq!((documents.len(), told), (4, Vec::new()));
}

#[test]
fn faults_of_a_table_are_told_at_their_lines() {
    let table = "BGT_NATDEC;BGT_ANNEE;BGT_SIRET;BGT_NATURE;BGT_CODRD;BGT_OPBUDG;BGT_SECTION;BGT_MTPREV
budget principal;2026;00000000000019;6411;dépense;réel;;1
budget primitif;26;00000000000019;6411;dépense;réel;;1
budget primitif;2026;19;6411;dépense;réel;;1
budget primitif;2026;00000000000019;;dépense;réel;;1
budget primitif;2026;00000000000019;6411;crédit;réel;;1
budget primitif;2026;00000000000019;6411;dépense;hors ordre;;1
budget primitif;2026;00000000000019;6411;dépense;réel;hors budget;1
budget primitif;2026;00000000000019;6411;dépense;réel;;1,234
";
    let (documents, told) = read("a.csv", table);
    assert_eq!(documents, []);
    let starts: Vec<&str> = told.iter().map(|told| &told[..6]).collect();
    assert_eq!(
        starts,
        [
            "M185:2", "M185:3", "M185:4", "M186:5", "M186:6", "M186:7", "M186:8", "M187:9"
        ]
    );
}

#[test]
fn a_fault_of_a_table_stands_at_its_cell() {
    let table = "BGT_NATDEC;BGT_ANNEE;BGT_SIRET;BGT_NATURE;BGT_CODRD;BGT_MTPREV;BGT_MTREAL
CA;2025;2,15600461E+13;6411;X;x;x
";
    let mut diagnostics = Diagnostics::default();
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("a.csv");
    fs_err::write(&path, table).unwrap();
    super::super::read(&path, &crate::config::account_labels(), &mut diagnostics);
    let spots: Vec<_> = diagnostics
        .sorted()
        .iter()
        .map(|fault| fault.place.clone().unwrap().spot)
        .collect();
    assert_eq!(spots, [9, 29, 31, 33].map(|column| Spot::Line { line: 2, column }));
    assert!(
        diagnostics.sorted()[0]
            .help
            .starts_with("Le tableur a arrondi ce numéro")
    );
}

#[test]
fn two_columns_of_one_name_are_refused_rather_than_one_of_them_read() {
    let table = "BGT_NATDEC;BGT_ANNEE;BGT_SIRET;BGT_NATURE;BGT_CODRD;BGT_MTREAL;bgt_mtreal;;
CA;2025;00000000000019;6411;D;1;2
";
    let (documents, told) = read("a.csv", table);
    assert_eq!((documents.len(), told.len()), (0, 1));
    assert!(
        told[0].starts_with("M204:1:64 La colonne «\u{a0}bgt_mtreal\u{a0}» est en double"),
        "{told:?}"
    );
}

#[test]
fn the_step_of_another_year_than_its_line_is_refused() {
    let told = |step: &str, year: &str| {
        let header = "BGT_NATDEC;BGT_ANNEE;BGT_SIRET;BGT_NATURE;BGT_CODRD;BGT_MTREAL";
        read(
            "a.csv",
            format!("{header}\n{step};{year};00000000000019;6411;D;(2,50)\n"),
        )
    };
    let (documents, _) = told("CA 2024", "Exercice 2024");
    assert_eq!((documents[0].year, documents[0].step), (2024, BudgetStep::Accounts));
    assert_eq!(documents[0].lines[0].amounts.realised, money("-2.50"));
    let (documents, told) = told("CA 2024", "2025");
    assert!(
        documents.is_empty() && told.len() == 1 && told[0].starts_with("M185:2:1"),
        "{told:?}"
    );
}

#[test]
fn a_column_whose_name_is_nearly_known_is_told() {
    let table = |title: &str| {
        format!(
            "BGT_NATDEC;BGT_ANNEE;BGT_SIRET;BGT_NATURE;BGT_CODRD;BGT_MTPREV;{title}\nCA;2025;00000000000019;6411;D;1;2\n"
        )
    };
    for title in ["BGT_MTRAEL", "BTG_MTREAL"] {
        let (documents, told) = read("a.csv", table(title));
        assert_eq!((documents.len(), told.len()), (1, 1), "{told:?}");
        assert!(told[0].starts_with("M202:1:64"), "{told:?}");
    }
    for title in ["Montant", "BGT_MTREAL", "BGT MTREAL", "Service"] {
        assert_eq!(read("a.csv", table(title)).1, Vec::<String>::new(), "{title}");
    }
}

#[test]
fn a_table_without_what_it_needs_says_what_is_missing() {
    let told = |table: &str| read("a.csv", table).1.remove(0);
    let missing = told("BGT_NATDEC;BGT_ANNEE;BGT_SIRET;BGT_CODRD;BGT_MTPREV\na;b;c;d;1\n");
    assert!(
        missing.starts_with("M200:1:1 La table n’a pas la colonne «\u{a0}BGT_NATURE\u{a0}»"),
        "{missing}"
    );
    let amounts = told("BGT_NATDEC;BGT_ANNEE;BGT_SIRET;BGT_NATURE;BGT_CODRD\na;b;c;d;e\n");
    assert!(
        amounts
            .starts_with("M200:1:1 La table n’a pas la colonne «\u{a0}BGT_MTPREV\u{a0}» (ou BGT_CREDOUV, BGT_MTREAL"),
        "{amounts}"
    );
    // No header: nothing says what the columns are.
    let headless = told(
        "budget primitif,2026,00000000000019,6411,dépense,1\nbudget primitif,2026,00000000000019,6411,dépense,1\n",
    );
    assert!(headless.starts_with("M180"), "{headless}");
    assert!(told("un texte").starts_with("M114"));
    assert!(told("").starts_with("M103"));
    assert!(read("a.xml", b"%PDF-1.7").1[0].starts_with("M180"));
}

const BALANCE: &str =
    "\u{feff}EXER;IDENT;LBUDG;CBUDG;NOMEN;COMPTE;BEDEB;BECRE;OBNETDEB;OBNETCRE;ONBDEB;ONBCRE;OOBDEB;OOBCRE;SD;SC
2025;00000000000019;EXEMPLE;1;M57;2183;9;0;1000.5;10.25;7;7;0.5;10.25;0;0
2025;00000000000019;EXEMPLE;1;M57;6411;0;0;200.0;0.0;0;0;0.0;0.0;0;0
2025;00000000000019;EXEMPLE;1;M57;515;5;5;0.0;0.0;8;8;0.0;0.0;0;0
2025;00000000000027;EAU;3;M49;701;0;0;0;50;0;0;0;0;0;0
";

#[test]
fn a_balance_gives_what_is_real_as_the_net_without_the_order() {
    let (documents, told) = read("balance.csv", BALANCE);
    assert_eq!(told, Vec::<String>::new());
    let [main, annex] = &documents[..] else {
        panic!("two budgets")
    };
    assert_eq!(
        (main.part, annex.part),
        (Some(BudgetPart::Main), Some(BudgetPart::Annex))
    );
    assert_eq!(
        (main.step, main.nomenclature.as_deref()),
        (BudgetStep::Ledger, Some("M57"))
    );
    assert_eq!(
        (main.count.read, main.count.kept, main.count.without_operation),
        (3, 2, 1)
    );
    let realised = |direction, movement| {
        let lines = main
            .lines
            .iter()
            .filter(|line| line.direction == direction && line.movement == movement);
        BudgetTotals::of(lines).realised.to_string()
    };
    assert_eq!(realised(BudgetDirection::Expense, BudgetMovement::Real), "1200.00");
    assert_eq!(realised(BudgetDirection::Expense, BudgetMovement::Order), "0.50");
    assert_eq!(realised(BudgetDirection::Revenue, BudgetMovement::Real), "0.00");
    assert_eq!(realised(BudgetDirection::Revenue, BudgetMovement::Order), "10.25");
}

/// Points between thousands are proved by one amount of the table, or refused: nothing has three decimals in euros.
#[test]
fn thousands_of_amounts_are_proved_or_refused() {
    let table = |amounts: [&str; 2]| {
        let [first, second] = amounts;
        format!(
            "BGT_NATDEC;BGT_ANNEE;BGT_SIRET;BGT_NATURE;BGT_CODRD;BGT_OPBUDG;BGT_MTREAL\n\
             CA;2025;00000000000019;6411;D;R;{first}\nCA;2025;00000000000019;6413;D;R;{second}\n"
        )
    };
    let total = |amounts| BudgetTotals::of(&one("ca.csv", table(amounts)).lines).realised.cents();
    assert_eq!(total(["250.000", "1.075.000"]), 132_500_000);
    assert_eq!(total(["250.000", "75.123"]), 32_512_300);
    assert_eq!(total(["250.000", "75,50"]), 25_007_550);
    assert_eq!(total(["250.000", "75.50"]), 32_550);
    let (documents, told) = read("ca.csv", table(["250.000", "75.000"]));
    assert!(documents.is_empty());
    assert!(told.len() == 1 && told[0].starts_with("M242"), "{told:?}");
    let (documents, told) = read("ca.csv", table(["250.000 €", "75.000"]));
    assert!(documents.is_empty());
    assert!(told.len() == 1 && told[0].starts_with("M242"), "{told:?}");
}
