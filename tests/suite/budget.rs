//! `millesime budget` as its users run it: on files alone, without a project, or on those that a project declares.

use crate::fixture::{Project, Run, millesime};
use std::path::Path;
use std::process::Stdio;

/// A small budget of the project’s own: two sections, `ordre`, a computed total, cents that binary arithmetic loses.
const TOTEM: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<DocumentBudgetaire xmlns="http://www.minefi.gouv.fr/cp/demat/docbudgetaire">
  <EnTeteDocBudgetaire><LibelleColl V="COMMUNE D’EXEMPLE"/><IdColl V="00000000000019"/></EnTeteDocBudgetaire>
  <Budget>
    <EnTeteBudget><LibelleEtab V="BUDGET PRINCIPAL"/><Nomenclature V="M57-M57_D"/></EnTeteBudget>
    <BlocBudget><NatDec V="09"/><Exer V="2025"/><CodTypBud V="P"/></BlocBudget>
    <LigneBudget><Nature V="2183"/><ContNat V="21"/><CodRD V="D"/><MtPrev V="1200000"/><CredOuv V="1500000.5"/><MtReal V="1234567.89"/><OpBudg V="0"/><CaracSup V="I" Code="Section"/></LigneBudget>
    <LigneBudget><Nature V="60612"/><ContNat V="011"/><CodRD V="D"/><MtReal V="0.10"/><OpBudg V="0"/></LigneBudget>
    <LigneBudget><Nature V="6811"/><ContNat V="042"/><CodRD V="D"/><MtReal V="0.20"/><OpBudg V="1"/></LigneBudget>
    <LigneBudget calculated="true"><CodRD V="D"/><MtReal V="1234568.19"/><OpBudg V="0"/></LigneBudget>
    <LigneBudget><Nature V="7318"/><ContNat V="73"/><CodRD V="R"/><MtReal V="-5"/><OpBudg V="0"/></LigneBudget>
  </Budget>
</DocumentBudgetaire>
"#;

const PAGE: &str = "\
ca.xml
  collectivité  COMMUNE D’EXEMPLE (SIRET 00000000000019)
  budget        BUDGET PRINCIPAL, budget principal
  exercice      2025, compte administratif (CA)
  nomenclature  M57-M57_D
  lignes        5 lues, 4 retenues
                1 écartée : total calculé par le fichier
                3 sans section dans le fichier : déduite de la nature ou du chapitre

                          voté        ouvert       réalisé
  Investissement
    dépenses      1 200 000,00  1 500 000,50  1 234 567,89
      réel        1 200 000,00  1 500 000,50  1 234 567,89
      ordre               0,00          0,00          0,00
    recettes              0,00          0,00          0,00
      réel                0,00          0,00          0,00
      ordre               0,00          0,00          0,00
  Fonctionnement
    dépenses              0,00          0,00          0,30
      réel                0,00          0,00          0,10
      ordre               0,00          0,00          0,20
    recettes              0,00          0,00         −5,00
      réel                0,00          0,00         −5,00
      ordre               0,00          0,00          0,00
";

/// A folder that holds a budget and nothing of a project.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("ca.xml"), TOTEM).unwrap();
    folder
}

fn budget(folder: &Path, arguments: &[&str]) -> Run {
    let output = millesime()
        .current_dir(folder)
        .arg("budget")
        .args(arguments)
        .output()
        .unwrap();
    Run::from(output)
}

fn json(run: &Run) -> serde_json::Value {
    serde_json::from_str(&run.stdout).unwrap()
}

#[test]
fn a_file_alone_is_printed_with_aligned_amounts() {
    let run = budget(folder().path(), &["ca.xml"]).done();
    let plain = run.stdout.replace(['\u{a0}', '\u{202f}'], " ");
    assert_eq!(plain, PAGE);
    assert_eq!(run.stderr, "");
}

#[test]
fn the_json_has_decimal_strings_exact_to_the_cent() {
    let document = json(&budget(folder().path(), &["ca.xml", "--json"]).done());
    assert_eq!(document["collectivite"], "COMMUNE D’EXEMPLE");
    assert_eq!(document["siret"], "00000000000019");
    assert_eq!(document["nomenclature"], "M57-M57_D");
    assert_eq!(document["exercice"], 2025);
    assert_eq!(document["etape"], "CA");
    let lines = &document["lignes"];
    assert_eq!(
        (&lines["lues"], &lines["retenues"], &lines["calculees"]),
        (&5.into(), &4.into(), &1.into())
    );
    let expense = &document["totaux"]["depense"];
    assert_eq!(expense["vote"], "1200000.00");
    assert_eq!(expense["ouvert"], "1500000.50");
    assert_eq!(expense["realise"], "1234568.19");
    assert_eq!(expense["detail"]["reel"]["realise"], "1234567.99");
    assert_eq!(expense["detail"]["ordre"]["realise"], "0.20");
    assert_eq!(document["totaux"]["recette"]["realise"], "-5.00");
    let sections = &document["sections"];
    assert_eq!(sections["investissement"]["depense"]["realise"], "1234567.89");
    assert_eq!(sections["fonctionnement"]["depense"]["realise"], "0.30");
    assert_eq!(
        sections["fonctionnement"]["depense"]["detail"]["ordre"]["realise"],
        "0.20"
    );
    assert!(sections.get("inconnue").is_none());
}

#[test]
fn what_remains_to_be_realised_is_shown_where_there_is_some() {
    let folder = folder();
    let carried = TOTEM.replace(r#"<MtReal V="0.10"/>"#, r#"<MtReal V="0.10"/><MtRAR3112 V="1234.5"/>"#);
    std::fs::write(folder.path().join("ca.xml"), carried).unwrap();
    let page = budget(folder.path(), &["ca.xml"]).done().stdout;
    assert!(page.contains("  restes à réaliser\n"), "{page}");
    let operating = page.split("Fonctionnement").nth(1).unwrap();
    assert_eq!(operating.matches("1\u{202f}234,50\n").count(), 2, "{page}");
    let document = json(&budget(folder.path(), &["ca.xml", "--json"]).done());
    let expense = &document["sections"]["fonctionnement"]["depense"];
    assert_eq!(expense["restes_a_realiser"], "1234.50");
}

#[test]
fn a_refused_file_hides_none_of_the_others() {
    let folder = folder();
    let other = folder.path();
    std::fs::write(other.join("dm.xml"), TOTEM.replace(r#""09""#, r#""02""#)).unwrap();
    std::fs::write(other.join("faux.xml"), TOTEM.replace(r#""2025""#, r#""2025 bis""#)).unwrap();
    let run = budget(other, &["ca.xml", "faux.xml", "absent.csv", "dm.xml", "--json"]);
    assert_eq!(run.code, 1);
    let documents = json(&run);
    let steps: Vec<&str> = documents
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["etape"].as_str().unwrap())
        .collect();
    assert_eq!(steps, ["CA", "DM"]);
    assert!(run.stderr.contains("faux.xml:6"), "{}", run.stderr);
    assert!(
        run.stderr.contains("M185") && run.stderr.contains("2025 bis"),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("M102"), "{}", run.stderr);
}

#[test]
fn a_reader_of_the_faults_who_leaves_changes_nothing_to_the_exit_code() {
    let folder = folder();
    let absent = vec!["absent.csv"; 5_000];
    let mut child = millesime()
        .arg("budget")
        .args(absent)
        .current_dir(folder.path())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stderr.take());
    assert_eq!(child.wait().unwrap().code(), Some(1));
}

#[test]
fn a_folder_or_no_file_is_refused() {
    let folder = folder();
    let run = budget(folder.path(), &["."]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("M104"), "{}", run.stderr);
    assert_eq!(budget(folder.path(), &[]).code, 1);
}

#[test]
fn a_table_that_a_project_declares_is_read_as_it_says() {
    let project = Project::minimal().with(
        "data/budget/export.csv",
        "Compte;Sens;Payé\n64111;D;700\n60612;D;300,50\n",
    );
    let alone = budget(project.path(), &["data/budget/export.csv"]);
    assert!(alone.stderr.contains("M180"), "{}", alone.stderr);
    let report = std::fs::read_to_string(project.path().join("data/rapport.yaml")).unwrap();
    let entry = "{fichier: export.csv, role: ca, exercice: 2025, colonnes: {nature: Compte, realise: Payé}}";
    let project = project.with(
        "data/rapport.yaml",
        format!("{report}budget: {{fichiers: [{entry}]}}\n"),
    );
    let read = budget(project.path(), &["data/budget/export.csv", "--par", "nature"]);
    let plain = read.stdout.replace(['\u{A0}', '\u{202F}'], " ");
    assert!(
        plain.contains("64111") && plain.contains("300,50"),
        "{plain}{}",
        read.stderr
    );
}
