//! Footprints computed by hand, and the example of the RCP SI.

use super::fixture::{centre, computed, factor, fleet, laptops, line, near, service, with_factors};
use super::noun::{ExclusionReason, Lacking};
use super::{Post, Range, Share, YearFootprint};
use crate::model::{FactorItem, Perimeter, Quality, Stage};
use crate::validate::{CentreEnergy, FactorChoice, Fleet};

fn only(fleet: &Fleet) -> (YearFootprint, Vec<&'static str>) {
    let (mut footprint, diagnostics) = computed(fleet);
    assert_eq!(footprint.years.len(), 1);
    let codes = diagnostics.sorted().iter().map(|entry| entry.code.0).collect();
    (footprint.years.remove(0), codes)
}

#[test]
fn the_250_laptops_of_the_rcp_of_which_50_had_served_three_years() {
    let mut laptops = line("ordinateur portable", 250.0);
    (laptops.refurbished, laptops.upstream_life) = (Some(50.0), Some(3.0));
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
    (laptops.internal_life, laptops.reused) = (Some(4.0), Some(40.0));
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
    (laptops.refurbished, laptops.upstream_life) = (Some(50.0), Some(3.0));
    (laptops.internal_life, laptops.reused, laptops.proved) = (Some(4.0), Some(100.0), false);
    let (year, codes) = only(&fleet(vec![laptops]));
    assert_eq!(year.lives[0].total(), 4.0);
    assert_eq!(codes, ["M342"]);
}

#[test]
fn the_life_is_that_of_the_fleet_of_a_perimeter() {
    let mut bought_used = line("ordinateur portable", 50.0);
    (bought_used.refurbished, bought_used.upstream_life) = (Some(50.0), Some(3.0));
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
    known.electricity = Some(FactorChoice::only(factor(0.05, Quality::High)));
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
    assert_eq!(year.excluded[1].missing(), [Lacking::Stage(Stage::EndOfLife)]);
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
    assert!(near(year.by_post[&laptops()].total(), 100.0 + 387.8));
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
fn reuse_is_a_declared_number_and_is_measured_against_the_mean_life() {
    let mut reused = line("ordinateur portable", 4.0);
    (reused.internal_life, reused.quality) = (Some(4.0), Some(Quality::High));
    let (without, _) = only(&fleet(vec![reused.clone()]));
    assert!(near(without.quality[&Quality::High], 2.0 / 6.0));
    reused.reused = Some(1.0);
    let (year, _) = only(&fleet(vec![reused]));
    // The number, the life and what is reused; three stages, the mean life and the use.
    assert!(near(year.quality[&Quality::High], 3.0 / 8.0), "{:?}", year.quality);
}

#[test]
fn equipment_older_than_its_life_is_told() {
    let mut old = line("ordinateur portable", 3.0);
    old.age = Some(8.0);
    assert_eq!(only(&fleet(vec![old])).1, ["M343"]);
}

#[test]
fn a_service_counts_as_declared_and_a_centre_by_its_kwh() {
    let mut fleet = fleet(vec![line("ordinateur portable", 10.0)]);
    fleet.services = vec![service("messagerie", 1200.0)];
    fleet.centres = vec![
        centre(
            "A",
            CentreEnergy::Estimated {
                equipment: 100_000.0,
                pue: 1.5,
            },
        ),
        centre("B", CentreEnergy::Measured(40_000.0)),
    ];
    let (year, codes) = only(&fleet);
    assert_eq!(
        codes,
        ["M340", "M340"],
        "without a factor of electricity no centre is counted"
    );
    assert_eq!(year.excluded[0].reason(), "faute de facteur de l’électricité");
    fleet.electricity = Some(FactorChoice::only(factor(0.05, Quality::High)));
    let (year, codes) = only(&fleet);
    assert!(codes.is_empty(), "{codes:?}");
    // 100 000 × 1.5 × 0.05, 40 000 × 0.05.
    let of = |post: Post| year.by_post[&post].total();
    assert!(near(of(Post::Centre("A".to_owned())), 7500.0) && near(of(Post::Centre("B".to_owned())), 2000.0));
    assert_eq!(of(Post::Service("messagerie".to_owned())), 1200.0);
    assert!(near(year.total.total(), 387.8 + 7500.0 + 2000.0 + 1200.0));
    assert!(near(year.total.stage(Stage::Use), 17.0 + 9500.0));
    assert_eq!(year.total.declared, Some(1200.0));
    assert!(near(year.per_agent.unwrap(), year.total.total() / 500.0));
    // 387.8 of factors of the lowest class; the rest of data of the middle class.
    assert!(near(year.quality_of_impact[&Quality::Low], 387.8 / year.total.total()));
}

#[test]
fn what_a_centre_consumes_is_not_counted_twice() {
    let mut hosted = line("serveur", 4.0);
    (hosted.yearly_energy, hosted.centre) = (Some(2000.0), "A".to_owned());
    let mut fleet = fleet(vec![hosted]);
    with_factors(&mut fleet, "serveur", [1000.0, 20.0, 300.0, 10.0, 5.0]);
    fleet.centres = vec![centre("A", CentreEnergy::Measured(10_000.0))];
    fleet.electricity = Some(FactorChoice::only(factor(0.05, Quality::High)));
    let (year, _) = only(&fleet);
    // 4 × 1 030 / 5 for the servers; 10 000 × 0.05 for the centre that holds them.
    assert!(near(
        year.by_post[&Post::Equipment("serveur".to_owned())].total(),
        824.0
    ));
    assert!(near(year.total.stage(Stage::Use), 500.0));
}

#[test]
fn sources_that_disagree_give_a_range_around_the_factor_that_serves() {
    let mut fleet = fleet(vec![line("ordinateur portable", 10.0)]);
    let mut also = |item, value| {
        let choice = fleet
            .factors
            .get_mut(&("ordinateur portable".to_owned(), item))
            .unwrap();
        choice.others.push(factor(value, Quality::Low));
    };
    also(FactorItem::Stage(Stage::Manufacture), 250.3);
    also(FactorItem::Life, 4.0);
    let (year, _) = only(&fleet);
    // 10 × (185.4 / 5 + 1.7), and 10 × (265.4 / 4 + 1.7): the shortest life is the highest footprint.
    assert!(near(year.total.total(), 387.8));
    let Some(Range { low, high }) = year.range else {
        panic!("no range")
    };
    assert!(near(low, 387.8) && near(high, 680.5), "{low} {high}");
    assert_eq!(year.ranges[&laptops()], Range { low, high });
    assert_eq!(year.factors.iter().filter(|used| !used.others.is_empty()).count(), 2);
}

#[test]
fn what_the_author_leaves_out_is_set_apart_with_the_reason_and_without_a_warning() {
    let mut stock = line("ordinateur portable", 30.0);
    stock.exclusion = "en stock, jamais servi".to_owned();
    let (year, codes) = only(&fleet(vec![line("ordinateur portable", 10.0), stock]));
    assert_eq!((year.total.number, codes.len()), (10.0, 0));
    assert_eq!(year.excluded[0].number, 30.0);
    assert_eq!(
        year.excluded[0].reason,
        ExclusionReason::Chosen("en stock, jamais servi".to_owned())
    );
}

#[test]
fn two_years_that_do_not_count_the_same_things_are_not_compared() {
    let mut before = line("ordinateur portable", 10.0);
    before.year = 2024;
    let mut fleet = fleet(vec![before, line("ordinateur portable", 10.0)]);
    assert!(computed(&fleet).1.sorted().is_empty());
    fleet.services = vec![service("messagerie", 1200.0)];
    let (footprint, diagnostics) = computed(&fleet);
    assert_ne!(footprint.years[0].counted(), footprint.years[1].counted());
    assert_eq!(diagnostics.sorted()[0].code.0, "M344");
}
