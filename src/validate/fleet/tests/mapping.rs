//! The exports of asset managers: their headers, their words, and what their files do not say.

use super::{read_mapped, table};
use crate::config::{FleetFile, FleetType};
use crate::diagnostic::{Diagnostics, Place, Placed};
use crate::form::lines::titles;
use crate::load::FleetInputs;
use crate::model::Perimeter;
use crate::validate::fixture::given;
use crate::validate::fleet::validate;

#[test]
fn an_export_of_one_line_a_machine_is_read_through_its_own_headers() {
    let (fleet, told) = read_mapped(
        "Nom;Statut;Type;Modèle;Date d'achat\nPC-001;En service;Laptop;L 14;2021-03-15\nPC-002;En panne;Serveur;;\n",
        "",
        &[("type", "Type"), ("modele", "Modèle"), ("annee_achat", "Date d’achat")],
    );
    assert!(told.is_empty(), "{told:?}");
    let read: Vec<_> = fleet
        .equipment
        .iter()
        .map(|line| (line.kind.as_str(), line.number, line.year, line.age))
        .collect();
    assert_eq!(
        read,
        [
            ("ordinateur portable", 1.0, 2025, Some(4.0)),
            ("Serveur", 1.0, 2025, None)
        ]
    );
}

#[test]
fn a_model_tells_the_kind_where_the_type_says_nothing_known() {
    let mut project = given([]).project;
    let screen = |word: &str| FleetType {
        equipment: "écran 24 pouces".to_owned(),
        words: vec![word.to_owned()],
    };
    project.settings.fleet.types = vec![screen("P2422H"), screen("Flat panel")];
    project.settings.fleet.columns = titles::fixture(&[("type", "Type"), ("modele", "Modèle")]);
    let text = "Type;Modèle\nflat  panel;X\nDivers;P2422H\n;P2422H\nDivers;inconnu\ndivers;autre\n;inconnu\n";
    let mut inputs = FleetInputs::default();
    inputs.inventories.push(table("inventaire.csv", text));
    let mut diagnostics = Diagnostics::default();
    let fleet = validate(&project, &inputs, &mut diagnostics);
    let kinds: Vec<&str> = fleet.equipment.iter().map(|line| line.kind.as_str()).collect();
    let screen = "écran 24 pouces";
    assert_eq!(kinds, [screen, screen, screen, "Divers", "Divers"]);
    let codes: Vec<String> = super::spots(&diagnostics);
    assert_eq!(codes, ["M024 7:1"], "neither type nor known model");
}

#[test]
fn a_file_may_say_in_the_settings_what_its_columns_do_not() {
    let mut project = given([]).project;
    project.settings.fleet.columns = titles::fixture(&[("type", "Type")]);
    project.settings.fleet.files = vec![FleetFile {
        file: Placed::new("ecrans.csv".to_owned(), Place::line("data/rapport.yaml", 9, 16)),
        sheet: None,
        kind: Some("écran".to_owned()),
        year: Some(2024),
        perimeter: Some(Perimeter::BlocCommunal),
        decimal: None,
        columns: titles::fixture(&[("modele", "Model"), ("annee_achat", "Bought")]),
    }];
    let mut screens = table("ecrans.csv", "Model;Bought\nP2422H;2021-03-14\n");
    screens.file = "data/parc/ecrans.csv".into();
    let inputs = FleetInputs {
        inventories: vec![screens, table("inventaire.csv", "Type;Modèle\nserveur;R650\n")],
        ..FleetInputs::default()
    };
    let mut diagnostics = Diagnostics::default();
    let fleet = validate(&project, &inputs, &mut diagnostics);
    assert!(diagnostics.sorted().is_empty());
    let line = &fleet.equipment[0];
    assert_eq!((line.kind.as_str(), line.year, line.age), ("écran", 2024, Some(3.0)));
    assert_eq!(line.perimeter, Perimeter::BlocCommunal);
    assert_eq!(
        (fleet.equipment[1].kind.as_str(), fleet.equipment[1].year),
        ("serveur", 2025)
    );
}

#[test]
fn a_unit_in_a_title_is_held_against_that_of_the_column() {
    let told = |title: &str| {
        let table = format!("Type;Quantité;{title}\nordinateur portable;3;1,25\n");
        let columns = [("type", "Type"), ("nombre", "Quantité"), ("kwh_an", title)];
        read_mapped(&table, "", &columns).1
    };
    assert_eq!(told("Consommation (MWh)"), ["M246 1:15"]);
    assert_eq!(told("Consommation (kWh)"), Vec::<String>::new());
}
