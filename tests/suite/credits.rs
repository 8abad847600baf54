//! A project with budgets, as its users run it: what is published, and what is not there without a budget.

use crate::fixture::{Project, repository};
use std::path::Path;

const ACTIONS: &str = r#"actions:
  - id: plan-velo
    titre: Plan vélo
    volet: territorial
    etat: en-cours
    finalites: {1: "+", 4: "+"}
    credits:
      - {fonction: "87"}
  - id: tri
    titre: Tri des déchets
    volet: territorial
    etat: en-cours
    finalites: {1: "+", 5: "-"}
    credits:
      - {programme: TRI, part: "33,33"}
"#;

const REPORT: &str = r#"
budget:
  fichiers:
    - fichier: compte.csv
      nomenclature: M57
    - fichier: projet.csv
      role: projet
      exercice: 2027
      nomenclature: M57
      sens: depense
"#;

const ACCOUNTS: &str =
    "BGT_NATDEC;BGT_ANNEE;BGT_SIRET;BGT_CONTNAT;BGT_NATURE;BGT_FONCTION;BGT_CODRD;BGT_OPBUDG;BGT_CREDOUV;BGT_MTREAL
compte administratif;2025;SIREN00019;21;2152;87;dépense;réel;1000,50;900,25
compte administratif;2025;SIREN00019;16;1641;01;dépense;réel;500;500
compte administratif;2025;SIREN00019;011;611;722;dépense;réel;300;299,99
compte administratif;2025;SIREN00019;042;6811;01;dépense;ordre;70;70
";

const DRAFT: &str = "chapitre;nature;fonction;programme;propose
21;2152;87;;1 200,00 €
011;611;722;TRI;310,01 €
";

fn project() -> Project {
    let project = Project::minimal();
    let report = std::fs::read_to_string(project.path().join("data/rapport.yaml")).unwrap();
    let siren: String = report
        .lines()
        .find(|line| line.contains("siren:"))
        .unwrap()
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    project
        .with("data/rapport.yaml", report + REPORT)
        .with("data/actions.yaml", ACTIONS)
        .with("data/budget/compte.csv", ACCOUNTS.replace("SIREN", &siren))
        .with("data/budget/projet.csv", DRAFT)
}

#[test]
fn credits_are_published_to_the_cent_and_absent_without_a_budget() {
    let project = project();
    project.run(&["generer"]).done();
    let table = String::from_utf8(project.published("2026/donnees/credits.csv")).unwrap();
    let rows: Vec<&str> = table.trim_start_matches('\u{feff}').lines().skip(1).collect();
    let expected = [
        "action;plan-velo;Plan vélo;investissement;dépense;2025;comptes;;;1000,50;900,25;;",
        "action;plan-velo;Plan vélo;investissement;dépense;2027;projet de budget;1200,00;;;;;",
        // A third of 310,01, halves of a cent away from zero.
        "action;tri;Tri des déchets;fonctionnement;dépense;2027;projet de budget;103,33;;;;;",
    ];
    for row in expected {
        assert!(rows.contains(&row), "{row}\n{table}");
    }
    // The debt and the operations d’ordre are in no share; a finalité has only what is favourable to it.
    assert!(rows.contains(&"budget;principal;Budget principal;investissement;dépense;2025;comptes;;;1000,50;900,25;;"));
    assert!(rows.contains(
        &"budget-hors-calcul;principal;Budget principal;investissement;dépense;2025;comptes;;;500,00;500,00;;"
    ));
    assert!(!rows.iter().any(|row| row.starts_with("finalite;5;")), "{table}");
    assert!(rows.iter().any(|row| row.starts_with("finalite;4;")), "{table}");
    let drawn = project.path().join("output/2026/graphiques/credits_investissement.svg");
    assert!(drawn.is_file());

    let without = Project::minimal().with("data/actions.yaml", ACTIONS.split("    credits:").next().unwrap());
    without.run(&["generer"]).done();
    assert!(!without.path().join("output/2026/donnees/credits.csv").exists());
}

/// The totals of a file as the command prints them for a script.
fn totals(file: &Path) -> serde_json::Value {
    let mut command = crate::fixture::millesime();
    let output = command.args(["budget", "--json"]).arg(file).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut read: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let own = read.as_object_mut().unwrap();
    own.retain(|key, _| ["siret", "exercice", "etape", "totaux", "sections"].contains(&key.as_str()));
    read
}

#[test]
fn the_budget_of_the_sample_is_the_same_in_totem_and_in_scdl() {
    let totem = totals(&repository().join("data/budget/budget-primitif-2026.xml"));
    let scdl = totals(&repository().join("tests/budgets/budget-primitif-2026.csv"));
    assert_eq!(totem, scdl);
    assert_eq!(totem["totaux"]["depense"]["vote"], totem["totaux"]["depense"]["ouvert"]);
}
