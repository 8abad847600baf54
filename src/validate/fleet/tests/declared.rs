//! Services, data centres, results of other tools, waste: what they need, and what they may not say together.

use super::{laptop, spots, table, told_of};
use crate::diagnostic::{Diagnostics, Place, Placed};
use crate::load::FleetInputs;
use crate::model::fixture::{identifier, indicator};
use crate::model::{Derivation, FleetDerivation, FleetMeasure, Perimeter, Quality};
use crate::validate::fixture::given;
use crate::validate::fleet::{CentreEnergy, validate};

const SERVICE: &str = "service;kgco2e;methode;annee;perimetre;source;date;qualite;statut\n";
const CENTRE: &str = "centre;kwh_informatique;pue;kwh_mesures;annee;source;date\n";

#[test]
fn a_service_has_a_method_and_a_source_or_is_refused() {
    let lines = "messagerie;1200;déclaration du fournisseur;2024;bloc-communal;Fournisseur;2025;haute;exemple\n\
                 visioconférence;300;;2024;;Fournisseur;2025;;\n\
                 stockage;300;étude;2024;;;2025;;\n\
                 paie;;étude;2024;;Éditeur;;;\n\
                 messagerie;1200;autre étude;2024;bloc-communal;Autre;2025;;\n";
    let (fleet, told) = told_of(&format!("{SERVICE}{lines}"), |inputs, table| {
        inputs.services.push(table)
    });
    assert_eq!(told, ["M273 3:21", "M268 4:26", "M024 5:6", "M268 5:27", "M274 6:48"]);
    let service = &fleet.services[0];
    assert_eq!((service.name.as_str(), service.footprint), ("messagerie", 1200.0));
    let said = &service.declaration;
    assert_eq!((said.year, said.perimeter), (2024, Perimeter::BlocCommunal));
    assert!(said.example && said.origin.quality == Quality::High);
    assert_eq!(fleet.services.len(), 1);
}

#[test]
fn a_data_centre_is_measured_or_has_a_pue_of_at_least_one() {
    let lines = "A;100 000;1,5;;2024;Relevés;2025\n\
                 B;;;40 000;2024;Relevés;2025\n\
                 C;100000;;;2024;Relevés;2025\n\
                 D;100000;0,9;;2024;Relevés;2025\n\
                 E;100000;1,5;220000;2024;Relevés;2025\n\
                 A;1;1;;2024;Relevés;2025\n";
    let (fleet, told) = told_of(&format!("{CENTRE}{lines}"), |inputs, table| inputs.centres.push(table));
    assert_eq!(told, ["M275 4:1", "M276 5:10", "M279 6:14", "M274 7:13"]);
    let energies: Vec<f64> = fleet.centres.iter().map(|centre| centre.energy.total()).collect();
    assert_eq!(energies, [150_000.0, 40_000.0, 220_000.0]);
    assert_eq!(fleet.centres[2].energy, CentreEnergy::Measured(220_000.0));
}

#[test]
fn results_of_other_tools_and_waste_keep_their_method_and_their_source() {
    let text = "annee;kgco2e;methode;source;date\n2021;40000;WeNR 2021;Institut;2022\n2021;40000;WeNR 2021;Institut;2022\n2030;1;x;s;2030\n";
    let (fleet, told) = told_of(text, |inputs, table| inputs.results.push(table));
    assert_eq!(told, ["M274 3:22", "M271 4:10"]);
    assert_eq!(fleet.results[0].method, "WeNR 2021");
    let (fleet, told) = told_of("kg;source;date\n1;s;2025\n", |inputs, table| inputs.waste.push(table));
    assert_eq!((fleet.waste.len(), told), (0, vec!["M200 1:1".to_owned()]));
    let text = "annee;kg;source;date\n2024;2400;Bordereaux;2025\n2025;;Bordereaux;2025\n";
    let (fleet, told) = told_of(text, |inputs, table| inputs.waste.push(table));
    assert_eq!((fleet.waste[0].weight, told), (2400.0, vec!["M024 3:6".to_owned()]));
}

#[test]
fn a_line_hosted_in_a_centre_names_one_that_is_there_that_year() {
    let mut inputs = FleetInputs::default();
    inputs.centres.push(table(
        "centres.csv",
        &format!("{CENTRE}Salle A;;;40000;2024;Relevés;2025\n"),
    ));
    let inventory = "type;nombre;annee;centre\nserveur;4;2024;salle A\nserveur;4;2025;Salle A\nserveur;4;2024;Sale A\n";
    inputs.inventories.push(table("inventaire.csv", inventory));
    let mut diagnostics = Diagnostics::default();
    validate(&given([]).project, &inputs, &mut diagnostics);
    assert_eq!(spots(&diagnostics), ["M277 3:1", "M277 4:1"]);
    assert!(diagnostics.sorted()[1].help.contains("Salle A"));
}

#[test]
fn an_indicator_asks_for_an_equipment_of_the_inventory_under_any_of_its_names() {
    let asked = |name: &str| {
        let place = Place::line("data/indicateurs/a.yaml", 5, 17);
        let derivation = FleetDerivation {
            measure: Placed::new(FleetMeasure::MeanLife, place.clone()),
            equipment: Some(Placed::new(name.to_owned(), place)),
        };
        let mut life = indicator("vie");
        life.derivation = Some(Derivation::Fleet(derivation));
        let mut project = given([]).project;
        project.reference.equipment.push(laptop());
        project.catalogue.push(life);
        let mut inputs = FleetInputs::default();
        inputs.inventories.push(table("inventaire.csv", "type\nlaptop\n"));
        let mut diagnostics = Diagnostics::default();
        let fleet = validate(&project, &inputs, &mut diagnostics);
        let codes: Vec<&str> = diagnostics.sorted().iter().map(|found| found.code.0).collect();
        (fleet.asked[&identifier("vie")].clone(), codes)
    };
    assert_eq!(asked("PC portable"), ("ordinateur portable".to_owned(), vec![]));
    assert_eq!(asked("imprimante"), ("imprimante".to_owned(), vec!["M278"]));
}
