//! Series of the fleet, by hand and by property: what other tools gave is never joined to what was computed.

use super::{Known, series};
use crate::compute::footprint::fixture::{declaration, fleet, line, service};
use crate::compute::footprint::footprint;
use crate::config::Community;
use crate::diagnostic::{Diagnostics, Place, Placed};
use crate::model::fixture::{identifier, indicator};
use crate::model::{FleetDerivation, FleetMeasure, Indicator, ObservationStatus, Perimeter, Point, Series, Value};
use crate::validate::{Fleet, ImportedResult, Waste};
use proptest::prelude::*;

fn asked(fleet: &mut Fleet, measure: FleetMeasure, equipment: Option<&str>) -> (Series, Vec<&'static str>) {
    let (series, told) = told(fleet, measure, equipment);
    let codes = told.sorted().iter().map(|found| found.code.0).collect();
    (series, codes)
}

fn told(fleet: &mut Fleet, measure: FleetMeasure, equipment: Option<&str>) -> (Series, Diagnostics) {
    let place = || Place::line("data/indicateurs/a.yaml", 4, 11);
    let derivation = FleetDerivation {
        measure: Placed::new(measure, place()),
        equipment: equipment.map(|name| Placed::new(name.to_owned(), place())),
    };
    if let Some(name) = equipment {
        fleet.asked.insert(identifier("num"), name.to_owned());
    }
    let community = Community {
        agents: Some(500),
        ..Community::fixture()
    };
    let mut diagnostics = Diagnostics::default();
    let footprint = footprint(&community, fleet, &mut Diagnostics::default());
    let known = Known {
        community: &community,
        fleet,
        footprint: footprint.as_ref(),
    };
    let indicator = Indicator {
        unit: measure.units().first().copied().unwrap_or_default().to_owned(),
        ..indicator("num")
    };
    let series = series(&indicator, &derivation, &known, &mut diagnostics);
    (series, diagnostics)
}

fn values(fleet: &mut Fleet, measure: FleetMeasure, equipment: Option<&str>) -> Vec<(i32, f64)> {
    asked(fleet, measure, equipment).0.numbers().collect()
}

fn result(year: i32, footprint: f64, method: &str) -> ImportedResult {
    let mut declaration = declaration(2);
    declaration.year = year;
    ImportedResult {
        footprint,
        method: method.to_owned(),
        declaration,
    }
}

/// 200 laptops, of which 50 bought refurbished, and 40 screens of the collectivité; 10 laptops of the communes.
fn known() -> Fleet {
    let mut laptops = line("ordinateur portable", 200.0);
    (laptops.internal_life, laptops.age, laptops.refurbished) = (Some(5.0), Some(2.0), Some(50.0));
    let mut older = line("ordinateur portable", 50.0);
    (older.internal_life, older.age) = (Some(7.0), Some(6.0));
    let mut communes = line("ordinateur portable", 10.0);
    (communes.perimeter, communes.internal_life) = (Perimeter::BlocCommunal, Some(9.0));
    fleet(vec![laptops, older, line("écran", 40.0), communes])
}

#[test]
fn the_measures_of_units_by_hand() {
    let laptops = Some("ordinateur portable");
    let of = |measure, equipment| values(&mut known(), measure, equipment);
    assert_eq!(of(FleetMeasure::Number, None), [(2025, 290.0)]);
    assert_eq!(of(FleetMeasure::NumberPerAgent, Some("écran")), [(2025, 0.08)]);
    // (200 × 5 + 50 × 7) / 250, and the same of ages.
    assert_eq!(of(FleetMeasure::MeanLife, laptops), [(2025, 5.4)]);
    assert_eq!(of(FleetMeasure::MeanAge, laptops), [(2025, 2.8)]);
    assert_eq!(of(FleetMeasure::RefurbishedShare, laptops), [(2025, 20.0)]);
}

#[test]
fn no_column_is_asked_of_an_inventory_that_is_not_there() {
    for (mut fleet, gesture) in [
        (fleet(Vec::new()), "Mettez l’inventaire"),
        (known(), "Remplissez la colonne"),
    ] {
        let (_, told) = told(&mut fleet, FleetMeasure::ReuseRate, None);
        assert!(told.sorted()[0].help.starts_with(gesture), "{}", told.sorted()[0].help);
    }
}

#[test]
fn what_the_inventory_does_not_say_is_neither_zero_nor_a_default() {
    let (series, codes) = asked(&mut known(), FleetMeasure::ReuseRate, None);
    assert_eq!((series.points.len(), codes), (0, vec!["M345"]));
    let (series, codes) = asked(&mut known(), FleetMeasure::MeanLife, Some("écran"));
    assert_eq!((series.points.len(), codes), (0, vec!["M345"]));
    let (series, _) = asked(&mut known(), FleetMeasure::MeanLife, None);
    assert_eq!(series.points[0].value, Value::Number(5.4));
    assert_eq!(
        series.points[0].note,
        "Sur 250\u{a0}équipements de 290, les seuls dont l’inventaire le dit"
    );
}

#[test]
fn the_footprint_is_that_of_the_perimeter_and_keeps_its_lines() {
    let (series, _) = asked(&mut known(), FleetMeasure::FootprintPerAgent, None);
    let point = &series.points[0];
    // The screens have no factor: 250 laptops, whose life is 5.4 years, over 500 agents.
    let expected: f64 = 250.0 * (185.4 / 5.4 + 1.7) / 500.0;
    assert!((point.value.number().unwrap() - expected).abs() < 1e-9);
    assert_eq!(point.places.len(), 2);
    assert!(point.marks.is_empty());
}

#[test]
fn waste_is_weighed_over_the_agents() {
    let mut fleet = known();
    let weight = |weight| Waste {
        weight,
        declaration: declaration(2),
    };
    fleet.waste = vec![weight(600.0), weight(150.0)];
    assert_eq!(values(&mut fleet, FleetMeasure::WastePerAgent, None), [(2025, 1.5)]);
}

#[test]
fn a_year_of_another_tool_opens_the_series_and_the_computed_one_breaks_it() {
    let mut fleet = known();
    fleet.results = vec![
        result(2022, 40_000.0, "WeNR"),
        result(2023, 38_000.0, "WeNR"),
        result(2025, 1.0, "WeNR"),
    ];
    let (series, _) = asked(&mut fleet, FleetMeasure::Footprint, None);
    let broken: Vec<(i32, bool)> = series
        .points
        .iter()
        .map(|point| (point.year, point.has(ObservationStatus::Break)))
        .collect();
    assert_eq!(broken, [(2022, false), (2023, false), (2025, true)]);
    assert_eq!(series.points[0].note, "Résultat déclaré : WeNR");
    assert!(
        series.points[2].value.number().unwrap() > 1.0,
        "the computed value comes first"
    );
    assert_eq!(
        values(&mut fleet, FleetMeasure::Footprint, Some("ordinateur portable")).len(),
        1
    );
}

/// Of each point, by what method it is there, as the fleet tells it.
fn basis(fleet: &Fleet, point: &Point) -> String {
    let services = fleet
        .services
        .iter()
        .any(|service| service.declaration.year == point.year);
    let own = fleet.equipment.iter().any(|line| line.year == point.year);
    let imported = fleet
        .results
        .iter()
        .find(|result| result.declaration.year == point.year);
    match (own || services, imported) {
        (true, _) => format!("computed {own} {services}"),
        (false, Some(result)) => result.method.clone(),
        (false, None) => String::new(),
    }
}

proptest! {
    #[test]
    fn imported_and_computed_results_are_never_joined_without_a_break(
        imported in proptest::collection::btree_map(2015..2026_i32, 0..2_usize, 0..8),
        inventories in proptest::collection::btree_set(2015..2026_i32, 0..6),
        services in proptest::collection::btree_set(2015..2026_i32, 0..6),
    ) {
        let mut fleet = fleet(Vec::new());
        for year in &inventories {
            let mut laptops = line("ordinateur portable", 10.0);
            laptops.year = *year;
            fleet.equipment.push(laptops);
        }
        for year in &services {
            let mut messaging = service("messagerie", 100.0);
            messaging.declaration.year = *year;
            fleet.services.push(messaging);
        }
        let methods = ["WeNR", "OeNRT"];
        fleet.results = imported.iter().map(|(year, method)| result(*year, 50.0, methods[*method])).collect();
        let (series, _) = asked(&mut fleet, FleetMeasure::Footprint, None);
        for pair in series.points.windows(2) {
            let same = basis(&fleet, &pair[0]) == basis(&fleet, &pair[1]);
            prop_assert_eq!(pair[1].has(ObservationStatus::Break), !same, "{} {}", pair[0].year, pair[1].year);
        }
    }
}
