//! What an import refuses, file by file, and what it makes of what stands already.

use super::{ImportPlan, ImportStep, imports};
use crate::collect::fixture::{dataset, project};
use crate::config::Project;
use crate::diagnostic::Diagnostics;
use crate::load::{Received, ReceivedSheet};
use crate::table::{Kind, read};
use std::collections::BTreeMap;
use std::sync::Arc;

const PURCHASES: &str = "annee;siret;raison_sociale;type_produit_acquis;montant_total;montant_reemploi_et_reutilisation;montant_produits_issus_don;montant_produits_recycles\n\
    2024;21000000000019;Exempleville;Papier;8000;400;0;4000\n";
const SOURCE: &str = "data/sources/achats-reemploi-recyclage.csv";

fn received(name: &str, text: &str) -> Received {
    let path: Arc<str> = format!("depot/{name}").into();
    let table = read(&path, text.as_bytes(), Kind::Text, None, &mut Diagnostics::default()).unwrap();
    let told = Vec::new();
    Received {
        extension: "csv".to_owned(),
        bytes: text.as_bytes().into(),
        sheets: vec![ReceivedSheet { table, told }],
        path,
    }
}

/// The plan, and what was told: code, place, message and help.
fn planned(text: &str, standing: &[(&str, &str)]) -> (ImportPlan, Vec<String>) {
    let project = Project {
        reference: crate::config::Reference::embedded(),
        ..project()
    };
    let standing = standing
        .iter()
        .map(|(path, text)| ((*path).to_owned(), text.as_bytes().into()));
    let standing: BTreeMap<String, Arc<[u8]>> = standing.collect();
    let mut told = Diagnostics::default();
    let plan = imports((&project, &dataset()), &[received("a.csv", text)], &standing, &mut told).unwrap();
    let told = told.sorted().into_iter();
    let told = told.map(|fault| format!("{} {} {}", fault.code, fault.message, fault.help).replace('\u{a0}', " "));
    (plan, told.collect())
}

fn refused(text: &str, standing: &[(&str, &str)]) -> String {
    let (plan, told) = planned(text, standing);
    assert!(plan.changes.files.is_empty() && told.len() == 1, "{told:?}");
    told[0].clone()
}

#[test]
fn a_file_of_no_format_is_told_which_are_known() {
    let told = refused("a;b\n1;2\n", &[]);
    assert!(told.starts_with("M172") && told.contains("EcoIndex"), "{told}");
}

#[test]
fn a_file_that_lacks_a_column_is_told_the_format_that_it_is_near() {
    let told = refused(&PURCHASES.replace("montant_total", "total"), &[]);
    assert!(told.starts_with("M173") && told.contains("« montant_total »"), "{told}");
}

#[test]
fn a_source_that_stands_is_joined_by_other_years_only() {
    let (plan, told) = planned(&PURCHASES.replace("\n2024", "\n2025"), &[(SOURCE, PURCHASES)]);
    assert_eq!((told.len(), plan.changes.files.len()), (0, 2));
    let added = ImportStep::Added {
        to: SOURCE.to_owned(),
        years: vec![2025],
    };
    assert_eq!(plan.files[0].steps[0], added);
    let (plan, _) = planned(PURCHASES, &[(SOURCE, PURCHASES)]);
    assert!(!plan.changes.files.contains_key(SOURCE));
    let told = refused(&PURCHASES.replace(";400;", ";500;"), &[(SOURCE, PURCHASES)]);
    assert!(told.starts_with("M175") && told.contains("2024"), "{told}");
}

#[test]
fn a_source_of_other_columns_is_not_joined() {
    let more = PURCHASES.replacen('\n', ";commentaires\n", 1);
    let told = refused(&more, &[(SOURCE, PURCHASES)]);
    assert!(told.starts_with("M174") && told.contains("« commentaires »"), "{told}");
}

#[test]
fn a_line_without_a_year_and_a_cell_without_a_number_are_told() {
    let told = refused(&PURCHASES.replace("\n2024", "\nn.c."), &[]);
    assert!(told.starts_with("M176") && told.contains("« annee »"), "{told}");
    let sheet = "Identifiant;Nom de l'indicateur;Indicateur parent;Unité;Commentaire;Résultat 2024;Objectif 2030\ncae_1;Gaz;;t;;environ;5\n";
    let told = refused(sheet, &[]);
    assert!(told.starts_with("M176") && told.contains("« environ »"), "{told}");
}

#[test]
fn an_indicator_whose_column_has_a_blank_cell_is_left_and_told() {
    let (plan, told) = planned(&PURCHASES.replace(";0;4000", ";0;"), &[]);
    assert!(told.is_empty(), "{told:?}");
    let left = plan.files[0].steps.iter().find_map(|step| match step {
        ImportStep::Left { title, why } => Some(format!("{title}: {why}")),
        _ => None,
    });
    let left = left.unwrap();
    assert!(
        left.contains("matières recyclées") && left.contains("depot/a.csv:2"),
        "{left}"
    );
}
