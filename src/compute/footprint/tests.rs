//! Footprints computed by hand, and the example of the RCP SI.

use super::{Footprint, Lacking, Share, YearFootprint, footprint};
use crate::config::Community;
use crate::diagnostic::{Diagnostics, Place};
use crate::model::{CommunityType, FactorSource, Perimeter, Quality, Stage};
use crate::validate::{Equipment, Factor, FactorItem, Fleet};

/// Units of a kind in 2025, without anything optional.
pub fn line(kind: &str, number: f64) -> Equipment {
    Equipment {
        kind: kind.to_owned(),
        model: String::new(),
        number,
        year: 2025,
        age: None,
        refurbished: 0.0,
        upstream_life: None,
        internal_life: None,
        reused: 0.0,
        proved: true,
        site: String::new(),
        perimeter: Perimeter::Collectivite,
        yearly_energy: None,
        quality: None,
        example: false,
        place: Place::line("data/parc/inventaire.csv", 2, 1),
    }
}

pub fn factor(value: f64, quality: Quality) -> Factor {
    Factor {
        value,
        origin: FactorSource {
            source: "essai".to_owned(),
            version: String::new(),
            date: "2026".to_owned(),
            quality,
        },
        example: false,
        place: None,
    }
}

/// Manufacture, distribution, yearly use, end of life, life.
pub fn with_factors(fleet: &mut Fleet, name: &str, values: [f64; 5]) {
    let items = [
        FactorItem::Stage(Stage::Manufacture),
        FactorItem::Stage(Stage::Distribution),
        FactorItem::Stage(Stage::Use),
        FactorItem::Stage(Stage::EndOfLife),
        FactorItem::Life,
    ];
    for (item, value) in items.into_iter().zip(values) {
        fleet
            .factors
            .insert((name.to_owned(), item), factor(value, Quality::Low));
    }
}

/// Laptops as ADEME weighs them, and these lines.
pub fn fleet(equipment: Vec<Equipment>) -> Fleet {
    let mut fleet = Fleet {
        equipment,
        ..Fleet::default()
    };
    with_factors(&mut fleet, "ordinateur portable", [170.3, 12.3, 1.7, 2.8, 5.0]);
    fleet
}

pub fn computed(fleet: &Fleet) -> (Footprint, Diagnostics) {
    let community = Community {
        name: "Exempleville".to_owned(),
        kind: CommunityType::Commune,
        siren: "000000000".to_owned(),
        population: 60_000,
        population_source: String::new(),
        agents: Some(500),
        agents_source: String::new(),
    };
    let mut diagnostics = Diagnostics::default();
    (
        footprint(&community, fleet, &mut diagnostics).unwrap_or_default(),
        diagnostics,
    )
}

fn only(fleet: &Fleet) -> (YearFootprint, Vec<&'static str>) {
    let (mut footprint, diagnostics) = computed(fleet);
    assert_eq!(footprint.years.len(), 1);
    let codes = diagnostics.sorted().iter().map(|entry| entry.code.0).collect();
    (footprint.years.remove(0), codes)
}

pub fn near(left: f64, right: f64) -> bool {
    (left - right).abs() <= 1e-9 * left.abs().max(right.abs()).max(1.0)
}

#[test]
fn the_250_laptops_of_the_rcp_of_which_50_had_served_three_years() {
    let mut laptops = line("ordinateur portable", 250.0);
    (laptops.refurbished, laptops.upstream_life) = (50.0, Some(3.0));
    let (year, codes) = only(&fleet(vec![laptops]));
    assert!(near(year.lives[0].refurbished, 3.0 * 50.0 / 250.0));
    assert!(near(year.lives[0].total(), 5.6));
    // 250 × (170.3 + 12.3 + 2.8) / 5.6 + 250 × 1.7
    assert!(near(year.total.total(), 8701.785714285714), "{}", year.total.total());
    assert!(near(year.total.stage(Stage::Manufacture), 7602.678571428571));
    assert_eq!(year.total.stage(Stage::Use), 425.0);
    assert!(near(year.per_agent.unwrap(), 8701.785714285714 / 500.0));
    assert!(near(year.per_inhabitant.unwrap(), 8701.785714285714 / 60_000.0));
    assert!(codes.is_empty());
}

#[test]
fn reuse_adds_its_rate_of_what_is_left_of_the_mean_life() {
    let mut laptops = line("ordinateur portable", 100.0);
    (laptops.internal_life, laptops.reused) = (Some(4.0), 40.0);
    let (year, _) = only(&fleet(vec![laptops.clone()]));
    // 4 + 0.4 × (5 − 4)
    assert!(near(year.lives[0].total(), 4.4));
    laptops.internal_life = Some(7.0);
    let (year, _) = only(&fleet(vec![laptops]));
    assert_eq!(year.lives[0].total(), 7.0, "a life beyond the mean is not shortened");
}

#[test]
fn without_proof_both_terms_are_zero_and_it_is_said() {
    let mut laptops = line("ordinateur portable", 250.0);
    (laptops.refurbished, laptops.upstream_life) = (50.0, Some(3.0));
    (laptops.internal_life, laptops.reused, laptops.proved) = (Some(4.0), 100.0, false);
    let (year, codes) = only(&fleet(vec![laptops]));
    assert_eq!(year.lives[0].total(), 4.0);
    assert_eq!(codes, ["M342"]);
}

#[test]
fn the_life_is_that_of_the_fleet_of_a_perimeter() {
    let mut bought_used = line("ordinateur portable", 50.0);
    (bought_used.refurbished, bought_used.upstream_life) = (50.0, Some(3.0));
    let mut communes = line("ordinateur portable", 10.0);
    (communes.perimeter, communes.internal_life) = (Perimeter::BlocCommunal, Some(8.0));
    let (year, _) = only(&fleet(vec![line("ordinateur portable", 200.0), bought_used, communes]));
    let totals: Vec<f64> = year.lives.iter().map(|life| life.total()).collect();
    assert_eq!(totals, [5.6, 8.0]);
    assert!(near(
        year.by_perimeter[&Perimeter::Collectivite].total(),
        8701.785714285714
    ));
    // 10 × 185.4 / 8 + 10 × 1.7
    assert!(near(year.by_perimeter[&Perimeter::BlocCommunal].total(), 248.75));
    assert!(near(year.per_agent.unwrap(), 8701.785714285714 / 500.0));
}

#[test]
fn a_consumption_counts_by_the_factor_of_electricity_and_else_by_that_of_the_equipment() {
    let mut laptops = line("ordinateur portable", 10.0);
    laptops.yearly_energy = Some(30.0);
    let mut known = fleet(vec![laptops]);
    let (year, codes) = only(&known);
    assert_eq!(year.total.stage(Stage::Use), 17.0);
    assert_eq!(codes, ["M341"]);
    known.electricity = Some(factor(0.05, Quality::High));
    let (year, codes) = only(&known);
    assert!(near(year.total.stage(Stage::Use), 10.0 * 30.0 * 0.05));
    assert!(codes.is_empty());
    assert!(year.factors.iter().any(|used| used.item.is_none()));
}

#[test]
fn equipment_that_lacks_a_factor_is_set_apart_and_never_zero() {
    let mut fleet = fleet(vec![
        line("serveur", 4.0),
        line("serveur", 2.0),
        line("imprimante", 1.0),
    ]);
    let (year, codes) = only(&fleet);
    assert_eq!(year.total, Share::default());
    assert_eq!((year.per_agent, year.per_inhabitant), (None, None));
    assert_eq!(year.excluded[1].number, 6.0);
    assert_eq!(year.excluded[1].reason(), "faute de facteur");
    assert_eq!(codes, ["M340", "M340"]);
    with_factors(&mut fleet, "serveur", [1000.0, 20.0, 300.0, 10.0, 5.0]);
    fleet
        .factors
        .remove(&("serveur".to_owned(), FactorItem::Stage(Stage::EndOfLife)));
    let (year, _) = only(&fleet);
    assert_eq!(year.excluded[1].missing, [Lacking::Stage(Stage::EndOfLife)]);
    assert_eq!(year.excluded[1].reason(), "faute de facteur de fin de vie");
}

#[test]
fn a_factor_of_the_model_comes_before_that_of_the_kind() {
    let mut own = line("ordinateur portable", 10.0);
    own.model = "Modèle A".to_owned();
    let mut fleet = fleet(vec![own, line("ordinateur portable", 10.0)]);
    with_factors(&mut fleet, "Modèle A", [100.0, 0.0, 0.0, 0.0, 10.0]);
    let (year, _) = only(&fleet);
    // 10 × 100 / 10, and 10 × (185.4 / 5 + 1.7) beside it.
    assert!(near(year.by_type["ordinateur portable"].total(), 100.0 + 387.8));
    assert_eq!(year.lives.len(), 2);
}

#[test]
fn the_share_of_each_class_weighs_by_units() {
    let mut sure = line("ordinateur portable", 3.0);
    (sure.internal_life, sure.quality) = (Some(5.0), Some(Quality::High));
    let (year, _) = only(&fleet(vec![sure, line("ordinateur portable", 1.0)]));
    // 3 units with 2 sure data and 4 factors; 1 unit with its number and 5 factors.
    let expected = [
        (Quality::High, 6.0 / 24.0),
        (Quality::Medium, 1.0 / 24.0),
        (Quality::Low, 17.0 / 24.0),
    ];
    for (class, share) in expected {
        assert!(near(year.quality[&class], share), "{class:?} {}", year.quality[&class]);
    }
}

#[test]
fn equipment_older_than_its_life_is_told() {
    let mut old = line("ordinateur portable", 3.0);
    old.age = Some(8.0);
    assert_eq!(only(&fleet(vec![old])).1, ["M343"]);
}
