//! The transition effect of investment, as a finance officer meets it: what to tag, what is printed, what is refused.

use crate::fixture::Project;

/// Accounts of 2025 in M57: 300 000.10 € of real investment, 40 000 € of which repay loans.
const ACCOUNTS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<DocumentBudgetaire xmlns="http://www.minefi.gouv.fr/cp/demat/docbudgetaire">
  <EnTeteDocBudgetaire><LibelleColl V="AGGLOMÉRATION D’EXEMPLE"/><IdColl V="00000000000019"/></EnTeteDocBudgetaire>
  <Budget>
    <EnTeteBudget><LibelleEtab V="BUDGET PRINCIPAL"/><IdEtab V="00000000000019"/><Nomenclature V="M57-M57_D"/></EnTeteBudget>
    <BlocBudget><NatDec V="09"/><Exer V="2025"/><CodTypBud V="P"/></BlocBudget>
    <LigneBudget><Nature V="2151"/><Fonction V="847"/><ContNat V="21"/><CodRD V="D"/><MtReal V="100000.10"/><OpBudg V="0"/></LigneBudget>
    <LigneBudget><Nature V="2151"/><Fonction V="845"/><ContNat V="21"/><CodRD V="D"/><MtReal V="150000"/><OpBudg V="0"/></LigneBudget>
    <LigneBudget><Nature V="2183"/><Fonction V="020"/><ContNat V="21"/><CodRD V="D"/><MtReal V="10000"/><OpBudg V="0"/></LigneBudget>
    <LigneBudget><Nature V="1641"/><Fonction V="01"/><ContNat V="16"/><CodRD V="D"/><MtReal V="40000"/><OpBudg V="0"/></LigneBudget>
    <LigneBudget><Nature V="2151"/><Fonction V="01"/><ContNat V="041"/><CodRD V="D"/><MtReal V="7000"/><OpBudg V="1"/></LigneBudget>
  </Budget>
</DocumentBudgetaire>
"#;

const TABLE: &str = "\
nature;fonction;axe_1;axe_6;auteur;date
2151;;défavorable;neutre;Direction de la voirie;12/03/2026
2151;847;favorable;;Direction de la voirie;12/03/2026
";

fn project() -> Project {
    Project::minimal()
        .with("data/budget/ca-2025.xml", ACCOUNTS)
        .with("data/budget/cotation.csv", TABLE)
}

#[test]
fn what_waits_for_a_class_is_listed_and_comes_back_filled() {
    let run = project().run(&["cotation", "--json"]).done();
    let years: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let year = &years[0];
    assert_eq!(
        (&year["execute"], &year["regarde"]),
        (&"300000.10".into(), &"260000.10".into())
    );
    assert_eq!(year["axes"][0]["classes"]["favorable"], "100000.10");
    assert_eq!(year["axes"][0]["classes"]["défavorable"], "150000.00");
    assert_eq!(year["axes"][1]["classes"]["neutre"], "250000.10");
    assert_eq!(year["a_coter"][0]["nature"], "2183");

    let table = project().run(&["tagging", "--csv"]).done().stdout;
    let filled = table.replace(";;;;;", ";neutre;neutre;Direction des finances;2026-04-02;");
    assert_ne!(table, filled, "{table}");
    let run = project()
        .with("data/budget/cotation-2.csv", filled)
        .run(&["cotation"])
        .done();
    assert!(
        run.stdout.contains("aucune dépense n’attend de classe"),
        "{}",
        run.stdout
    );
    assert!(!run.stderr.contains("cotation"), "{}", run.stderr);
}

#[test]
fn the_report_prints_a_synthesis_and_publishes_its_lines() {
    let project = project();
    project.run(&["generer"]).done();
    let table = String::from_utf8(project.published("2026/donnees/transition.csv")).unwrap();
    let rows: Vec<&str> = table.lines().skip(1).collect();
    assert_eq!(rows.len(), 7, "{table}");
    assert!(
        rows.iter().any(|row| row.contains(";2151;Réseaux de voirie;847;")
            && row.contains(";100000,10;oui;1;favorable;;Direction de la voirie;2026-03-12;")),
        "{table}"
    );
    assert!(
        rows[0].contains(";1641;") && rows[0].contains(";non : dette;"),
        "{table}"
    );
    assert!(!project.published("2026/graphiques/effet_transition_1.svg").is_empty());
}

#[test]
fn without_a_tagging_table_nothing_is_printed() {
    let project = Project::minimal().with("data/budget/ca-2025.xml", ACCOUNTS);
    project.run(&["generer"]).done();
    assert!(!project.path().join("output/2026/donnees/transition.csv").exists());
    let run = project.run(&["cotation"]).done();
    assert!(run.stdout.contains("260\u{202F}000,10 € non cotés"), "{}", run.stdout);
}

#[test]
fn an_invented_tagging_is_never_official() {
    let marked = TABLE
        .replace("date\n", "date;statut\n")
        .replace("/2026\n", "/2026;exemple\n");
    let run = project()
        .with("data/budget/cotation.csv", marked)
        .run(&["verifier", "--officiel"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("M420"), "{}", run.stderr);
}

/// What a service sends back: a workbook whose functions are texts and whose dates are dates.
#[test]
fn a_workbook_is_read_as_its_author_sees_it() {
    use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, header) in (0..).zip(["Nature", "Fonction", "Axe 1", "Axe 6", "Auteur", "Date"]) {
        sheet.write_string(0, column, header).unwrap();
    }
    let day = ExcelDateTime::parse_from_str("2026-03-12").unwrap();
    let format = Format::new().set_num_format("dd/mm/yyyy");
    for (row, function) in (1..).zip(["020", "84"]) {
        sheet.write_string(row, 1, function).unwrap();
        sheet.write_string(row, 2, "Neutre").unwrap();
        sheet.write_string(row, 3, "mixte 40 %").unwrap();
        sheet.write_string(row, 4, "Direction des finances").unwrap();
        sheet.write_with_format(row, 5, &day, &format).unwrap();
    }
    let run = Project::minimal()
        .with("data/budget/ca-2025.xml", ACCOUNTS)
        .with("data/budget/Cotation.xlsx", workbook.save_to_buffer().unwrap())
        .run(&["cotation"])
        .done();
    assert!(!run.stderr.contains("cotation"), "{}", run.stderr);
    assert!(
        run.stdout.contains("aucune dépense n’attend de classe"),
        "{}",
        run.stdout
    );
}
