//! `empreinte`: the footprint of an inventory as a finance officer asks for it.

use crate::fixture::{Project, repository};

const LAPTOPS: &str = "type;nombre;annee;reconditionne;duree_amont;preuve\nPC portable;250;2024;50;3;factures\n";

fn json(project: &Project) -> serde_json::Value {
    let run = project.run(&["empreinte", "--json"]).done();
    serde_json::from_str(&run.stdout).unwrap()
}

#[test]
fn the_laptops_of_the_rcp_weigh_what_a_hand_computes() {
    let year = json(&Project::minimal().with("data/parc/inventaire.csv", LAPTOPS))["annees"][0].clone();
    assert_eq!(year["durees"][0]["totale"], 5.6);
    // 250 × (170.3 + 12.3 + 2.8) / 5.6 + 250 × 1.7
    assert_eq!(year["total"], 8701.78571429);
    assert_eq!(year["etapes"]["utilisation"], 425.0);
    assert_eq!(year["facteurs"][0]["source"], "ADEME, Impact CO2");
    assert_eq!(year["exemple"], false);
}

#[test]
fn equipment_without_a_factor_is_printed_apart() {
    let inventory = format!("{LAPTOPS}serveur;12;2024;;;\n");
    let run = Project::minimal()
        .with("data/parc/inventaire.csv", inventory)
        .run(&["footprint"])
        .done();
    assert!(
        run.stdout
            .contains("serveur : 12\u{A0}équipements, faute de facteur (data/parc/inventaire.csv:3:1)"),
        "{}",
        run.stdout
    );
    assert!(run.stdout.contains("8\u{202F}701,8"), "{}", run.stdout);
    assert!(run.stderr.contains("M340"), "{}", run.stderr);
}

#[test]
fn a_factor_without_source_is_refused_and_nothing_is_computed() {
    let factors = "equipement;etape;kgco2e;unite;source;date\nserveur;fabrication;1000;kgCO2e/unité;;2025\n";
    let run = Project::minimal()
        .with("data/parc/inventaire.csv", LAPTOPS)
        .with("data/parc/facteurs.csv", factors)
        .run(&["empreinte", "--json"]);
    assert_eq!((run.code, run.stdout.as_str()), (1, ""));
    assert!(
        run.stderr.contains("M268") && run.stderr.contains("data/parc/facteurs.csv:2:39"),
        "{}",
        run.stderr
    );
}

#[test]
fn the_inventory_of_the_sample_is_an_example_and_says_so() {
    let document = json(&Project::copy_of(&repository()));
    let years = document["annees"].as_array().unwrap();
    assert_eq!(years.len(), 2);
    assert!(
        years
            .iter()
            .all(|year| year["exemple"] == true && year["total"].as_f64().unwrap() > 0.0)
    );
    assert!(years.iter().all(|year| !year["ecartes"].as_array().unwrap().is_empty()));
}
