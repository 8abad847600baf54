//! Inventories and factors as authors write them, and every fault among them.

mod declared;
mod mapping;

use super::{Fleet, validate};
use crate::diagnostic::{Diagnostics, Place};
use crate::form::lines::titles;
use crate::load::{FleetInputs, Table};
use crate::model::{FactorItem, FactorSource, Perimeter, Quality, ReferenceEquipment, Stage};
use crate::validate::fixture::given;

const HEADER: &str = "equipement;etape;kgco2e;unite;source;date\n";

fn laptop() -> ReferenceEquipment {
    ReferenceEquipment {
        name: "ordinateur portable".to_owned(),
        synonyms: vec!["PC portable".to_owned(), "laptop".to_owned()],
        manufacture: 170.3,
        distribution: 12.3,
        yearly_use: 1.7,
        end_of_life: 2.8,
        life: 5.0,
        origin: FactorSource {
            source: "ADEME".to_owned(),
            version: String::new(),
            date: "2026-07-01".to_owned(),
            quality: Quality::Low,
        },
    }
}

fn table(name: &str, text: &str) -> Table {
    given([]).csv(name, text).inputs.tables.remove(0)
}

/// The fleet of an inventory and of a table of factors (none where it is empty), with each `code line:column`.
fn read_mapped(inventory: &str, factors: &str, columns: &[(&'static str, &str)]) -> (Fleet, Vec<String>) {
    let mut project = given([]).project;
    project.reference.equipment.push(laptop());
    project.settings.fleet.columns = titles::fixture(columns);
    let inputs = FleetInputs {
        inventories: vec![table("inventaire.csv", inventory)],
        factors: (!factors.is_empty())
            .then(|| table("facteurs.csv", factors))
            .into_iter()
            .collect(),
        ..FleetInputs::default()
    };
    let mut diagnostics = Diagnostics::default();
    let fleet = validate(&project, &inputs, &mut diagnostics);
    (fleet, spots(&diagnostics))
}

/// What a table of another kind gives: the place of `fill` in the inputs, and each `code line:column`.
fn told_of(text: &str, fill: impl Fn(&mut FleetInputs, Table)) -> (Fleet, Vec<String>) {
    let mut project = given([]).project;
    project.reference.equipment.push(laptop());
    let mut inputs = FleetInputs::default();
    fill(&mut inputs, table("table.csv", text));
    let mut diagnostics = Diagnostics::default();
    let fleet = validate(&project, &inputs, &mut diagnostics);
    (fleet, spots(&diagnostics))
}

fn spots(diagnostics: &Diagnostics) -> Vec<String> {
    let told = diagnostics.sorted().into_iter().map(|entry| {
        let place = entry.place.as_ref().map(Place::to_string).unwrap_or_default();
        let spot = place.split_once(".csv:").map_or("", |(_, spot)| spot);
        format!("{} {spot}", entry.code)
    });
    told.collect()
}

fn read(inventory: &str, factors: &str) -> (Fleet, Vec<String>) {
    read_mapped(inventory, factors, &[])
}

#[test]
fn the_words_of_another_tool_in_a_status_are_told_once() {
    let inventory = "type;nombre;statut\nordinateur portable;1;En stock\nordinateur portable;2;exemple\n";
    let (_, told) = read(inventory, "");
    assert!(told.contains(&"M251 2:23".to_owned()), "{told:?}");
    let (_, told) = read("type;nombre;statut\nordinateur portable;2;exemple\n", "");
    assert!(!told.iter().any(|told| told.starts_with("M251")), "{told:?}");
}

#[test]
fn a_whole_line_is_read_with_its_dates_parts_and_words() {
    let (fleet, told) = read(
        "type;nombre;annee;annee_achat;reconditionne;duree_amont;reemploi;preuve;perimetre;kwh_an;qualite;statut\n\
         PC Portable;250;2025;15/03/2021;50;3 ans;20 %;factures;bloc-communal;30,5;Haute;exemple\n",
        "",
    );
    assert!(told.is_empty(), "{told:?}");
    let line = &fleet.equipment[0];
    assert_eq!(
        (line.kind.as_str(), line.number, line.year),
        ("ordinateur portable", 250.0, 2025)
    );
    assert_eq!(
        (line.age, line.refurbished, line.reused),
        (Some(4.0), Some(50.0), Some(50.0))
    );
    assert_eq!((line.upstream_life, line.yearly_energy), (Some(3.0), Some(30.5)));
    assert_eq!(
        (line.perimeter, line.quality),
        (Perimeter::BlocCommunal, Some(Quality::High))
    );
    assert!(line.proved && line.example);
}

#[test]
fn every_fault_of_an_inventory_is_told_at_its_cell() {
    let (fleet, told) = read(
        "type;nombre;annee;annee_achat;reconditionne;perimetre\n\
         écran;12,5;2025;2020;;\n\
         écran;dix;2025;2020;;\n\
         écran;10;25;2020;;\n\
         écran;10;2025;2026;;\n\
         écran;10;2025;2020;11;\n\
         écran;10;2025;2020;0,2;\n\
         écran;10;2025;2020;;communes\n\
         ;10;2025;2020;;\n\
         écran;;2025;2020;beaucoup;ici\n\
         écran;10;2026;2020;;\n",
        "",
    );
    assert!(fleet.equipment.is_empty());
    assert_eq!(
        told,
        [
            "M263 2:7",
            "M263 3:7",
            "M264 4:10",
            "M272 5:15",
            "M265 6:20",
            "M265 7:20",
            "M030 8:21",
            "M024 9:1",
            "M024 10:7",
            "M265 10:18",
            "M030 10:27",
            "M271 11:1",
        ]
    );
}

#[test]
fn columns_that_lack_are_misnamed_or_unknown_are_told() {
    assert_eq!(read("genre;nombre\nécran;1\n", "").1, ["M200 1:1"]);
    assert_eq!(read("type;nombre;genre\nécran;1;a\n", "").1, ["M202 1:13"]);
    let (fleet, told) = read_mapped(
        "Type;Nb\nécran;1\nÉcran;1\n",
        "",
        &[("type", "Type"), ("nombre", "Nombre")],
    );
    assert_eq!(fleet.equipment[1].kind, "écran");
    assert_eq!((fleet.equipment.len(), told), (2, vec!["M261 1:1".to_owned()]));
}

#[test]
fn a_factor_without_source_or_date_is_refused() {
    let factors = format!("{HEADER}serveur;fabrication;1000;kgCO2e/unité;;2025\nserveur;fin-de-vie;10;kgCO2e;ADEME;\n");
    let (fleet, told) = read("type\nserveur\n", &factors);
    assert_eq!(told, ["M268 2:39", "M268 3:36"]);
    assert!(fleet.factors.keys().all(|(name, _)| name != "serveur"));
}

#[test]
fn every_fault_of_a_factor_is_told() {
    let factors = format!(
        "{HEADER}serveur;fabrication;1;tCO2e;s;2025\n\
         serveur;usage;1;kgCO2e;s;2025\n\
         serveur;utilisation;1;kgCO2e/unité;s;2025\n\
         serveur;duree;0;ans;s;2025\n\
         serveur;fabrication;-1;kgCO2e;s;2025\n\
         serveur;distribution;;kgCO2e;s;2025\n\
         laptop;fabrication;150;kgCO2e;s;2025\n\
         Ordinateur portable;Fabrication;160;kgCO2e;S;2025\n"
    );
    let told = read("type\nserveur\n", &factors).1;
    assert_eq!(
        told,
        [
            "M269 2:23",
            "M030 3:9",
            "M269 4:23",
            "M263 5:15",
            "M263 6:21",
            "M024 7:22",
            "M270 9:33"
        ]
    );
}

#[test]
fn the_factors_of_a_project_take_the_place_of_the_reference_item_by_item() {
    let factors = format!(
        "{HEADER}laptop;fabrication;150,5;kgCO2e/unité;Constructeur;2025\nélectricité;utilisation;0,05;kgCO2e/kWh;Fournisseur;2025\n"
    );
    let (fleet, told) = read("type\nlaptop\n", &factors);
    assert!(told.is_empty(), "{told:?}");
    let of = |item| &fleet.factors[&("ordinateur portable".to_owned(), item)];
    assert_eq!(of(FactorItem::Stage(Stage::Manufacture)).used.value, 150.5);
    assert_eq!(
        of(FactorItem::Stage(Stage::Manufacture)).used.origin.quality,
        Quality::Medium
    );
    assert_eq!(of(FactorItem::Stage(Stage::Distribution)).used.value, 12.3);
    assert_eq!(of(FactorItem::Life).used.value, 5.0);
    assert_eq!(fleet.electricity.unwrap().used.value, 0.05);
}

#[test]
fn points_of_an_inventory_are_those_of_its_columns() {
    let (fleet, told) = read("type;nombre;kwh_an\nordinateur portable;1.200;30\n", "");
    assert_eq!(told, Vec::<String>::new());
    assert_eq!(fleet.equipment[0].number, 1200.0);
    let (_, told) = read("type;nombre;kwh_an\nordinateur portable;1.000;1.250\n", "");
    assert_eq!(told, ["M242 2:21", "M242 2:27"]);
    let (_, told) = read("type;nombre;kwh_an\nordinateur portable;12;1.250 kWh\n", "");
    assert_eq!(told, ["M242 2:24"]);
}

#[test]
fn a_total_or_a_note_under_an_inventory_is_told_as_what_it_is() {
    for row in [
        "TOTAL;3;;",
        "Total parc;3;;",
        "laptop;Sous-total;;",
        "laptop;Sous-total Mairie;;",
        "Source : GLPI;;;",
    ] {
        let table = format!("type;nombre;site;annee\nlaptop;3;Mairie;2025\n{row}\n");
        let (fleet, told) = read_mapped(&table, "", &[]);
        let counted: f64 = fleet.equipment.iter().map(|line| line.number).sum();
        assert_eq!(counted, 3.0, "{row}");
        assert_eq!(told.len(), 1, "{row} {told:?}");
        assert!(told[0].starts_with("M015"), "{row} {told:?}");
    }
}
