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
    let apart = run.stdout.lines().find(|line| line.contains("serveur")).unwrap();
    let told: Vec<&str> = apart.split_whitespace().collect();
    assert_eq!(
        told,
        [
            "serveur",
            "2024",
            "faute",
            "de",
            "facteur",
            "12",
            "data/parc/inventaire.csv:3:1"
        ]
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

#[test]
fn the_sample_publishes_its_footprint_with_what_it_sets_apart() {
    let document = json(&Project::copy_of(&repository()));
    let year = &document["annees"][1];
    let sum = |key: &str| -> f64 {
        let parts = year[key].as_array().unwrap().iter();
        parts.map(|part| part["total"].as_f64().unwrap()).sum()
    };
    let parts = sum("par_equipement") + sum("par_centre") + sum("par_service");
    let total = year["total"].as_f64().unwrap();
    assert!((parts - total).abs() < 1e-6 * total, "{parts} {total}");
    assert!((sum("par_perimetre") - total).abs() < 1e-6 * total);
    // 295 000 kWh of equipment, a PUE of 1.55, 0.0569 kgCO2e a kWh.
    assert_eq!(year["par_centre"][0]["total"], 26017.525);
    assert_eq!(year["centres"][0]["kwh"], 457250.0);
    assert!(year["fourchette"][0].as_f64().unwrap() < total && year["fourchette"][1] == total);
    assert_eq!(document["resultats"].as_array().unwrap().len(), 3);
    assert_eq!(document["exclusions"].as_array().unwrap().len(), 2);
}

#[test]
fn an_indicator_of_the_fleet_is_in_the_published_values_with_its_line() {
    let indicator = "indicateurs:\n  - id: part-reconditionnee\n    titre: Portables reconditionnés\n    unite: \"%\"\n    \
                     finalite: 5\n    volet: interne\n    nature: realisation\n    sens: hausse\n    \
                     parc: part-reconditionnee\n    equipement: laptop\n";
    let project = Project::minimal()
        .with("data/parc/inventaire.csv", LAPTOPS)
        .with("data/indicateurs/parc.yaml", indicator);
    project.run(&["generer"]).done();
    let values = String::from_utf8(project.published("2026/donnees/indicateurs.csv")).unwrap();
    let line = values
        .lines()
        .find(|line| line.starts_with("part-reconditionnee"))
        .unwrap();
    assert!(
        line.contains(";2024;20;") && line.ends_with(";data/parc/inventaire.csv;;2"),
        "{line}"
    );
    let footprint = String::from_utf8(project.published("2026/donnees/empreinte.csv")).unwrap();
    assert!(
        footprint.contains("2024;calculé;collectivite;equipement;ordinateur portable;250;utilisation;425;"),
        "{footprint}"
    );
}
