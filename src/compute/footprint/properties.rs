//! What any footprint obeys: it is linear in numbers, falls with a longer life, adds up, and ignores how lines are cut.

use super::fixture::{centre, computed, factor, fleet, line, near, service, with_factors};
use super::{Range, Share};
use crate::model::{FactorItem, Perimeter, Quality, Stage};
use crate::validate::{CentreEnergy, Equipment, FactorChoice, Fleet};
use proptest::prelude::*;

const KINDS: [&str; 4] = ["ordinateur portable", "écran", "téléphone", "sans facteur"];

fn equipment() -> impl Strategy<Value = Equipment> {
    let what = (0..KINDS.len(), 0..3_usize, 2023..2026_i32, 0..3_usize);
    let terms = (0.0..=1.0, 0.0..=1.0, any::<bool>(), proptest::option::of(0.0..6.0));
    let rest = (
        1..400_u32,
        proptest::option::of(0.5..12.0),
        proptest::option::of(0.0..200.0),
    );
    (what, terms, rest).prop_map(|((kind, perimeter, year, site), terms, (number, internal, energy))| {
        let number = f64::from(number);
        Equipment {
            year,
            refurbished: Some(number * terms.0),
            reused: Some(number * terms.1),
            proved: terms.2,
            upstream_life: terms.3,
            internal_life: internal,
            yearly_energy: energy,
            site: ["", "nord", "sud"][site].to_owned(),
            perimeter: Perimeter::ALL[perimeter],
            ..line(KINDS[kind], number)
        }
    })
}

/// Factors, some of them with another source that disagrees.
fn fleets() -> impl Strategy<Value = Fleet> {
    let factors = proptest::collection::vec((0.0..500.0, 0.0..50.0, 0.0..40.0, 0.0..20.0, 0.5..10.0), 2);
    let others = proptest::collection::vec((0..3_usize, 0..5_usize, 0.5..600.0), 0..4);
    let rest = (
        proptest::option::of(0.0..0.5),
        proptest::option::of(0.0..9000.0),
        proptest::option::of((0.0..50_000.0, 1.0..2.5)),
    );
    let lines = proptest::collection::vec(equipment(), 1..12);
    (lines, factors, others, rest).prop_map(|(lines, factors, others, (electricity, declared, hosted))| {
        let mut fleet = fleet(lines);
        for (name, (a, b, c, d, life)) in KINDS[1..3].iter().zip(factors) {
            with_factors(&mut fleet, name, [a, b, c, d, life]);
        }
        for (kind, item, value) in others {
            let stages = Stage::ALL.iter().map(|stage| FactorItem::Stage(*stage));
            let item = stages.chain([FactorItem::Life]).nth(item).unwrap();
            let choice = fleet.factors.get_mut(&(KINDS[kind].to_owned(), item)).unwrap();
            choice.others.push(factor(value, Quality::Medium));
        }
        fleet.electricity = electricity.map(|value| FactorChoice::only(factor(value, Quality::High)));
        fleet.services = declared.map(|value| service("messagerie", value)).into_iter().collect();
        let energy = |(equipment, pue)| CentreEnergy::Estimated { equipment, pue };
        fleet.centres = hosted
            .map(|hosted| centre("salle", energy(hosted)))
            .into_iter()
            .collect();
        fleet
    })
}

/// The total of each year.
fn totals(fleet: &Fleet) -> Vec<f64> {
    let years = computed(fleet).0.years;
    years.iter().map(|year| year.total.total()).collect()
}

fn all_near(left: &[f64], right: &[f64]) -> bool {
    left.len() == right.len() && left.iter().zip(right).all(|(left, right)| near(*left, *right))
}

proptest! {
    #[test]
    fn a_fleet_k_times_as_large_weighs_k_times_as_much(fleet in fleets(), times in 2..9_u32) {
        let times = f64::from(times);
        let mut larger = fleet.clone();
        for line in &mut larger.equipment {
            line.number *= times;
            line.refurbished = line.refurbished.map(|units| units * times);
            line.reused = line.reused.map(|units| units * times);
        }
        for service in &mut larger.services {
            service.footprint *= times;
        }
        for centre in &mut larger.centres {
            centre.energy = CentreEnergy::Measured(centre.energy.total() * times);
        }
        let expected: Vec<f64> = totals(&fleet).iter().map(|total| total * times).collect();
        prop_assert!(all_near(&totals(&larger), &expected));
    }

    #[test]
    fn a_longer_life_never_weighs_more(fleet in fleets(), which in any::<prop::sample::Index>(), more in 0.1..5.0) {
        let mut longer = fleet.clone();
        let line = which.index(longer.equipment.len());
        let line = &mut longer.equipment[line];
        // A life that was left to the mean of the factors becomes a declared one, at least as long.
        line.internal_life = Some(line.internal_life.unwrap_or(10.0) + more);
        line.upstream_life = line.upstream_life.map(|years| years + more);
        let (before, after) = (totals(&fleet), totals(&longer));
        prop_assert!(before.iter().zip(&after).all(|(before, after)| *after <= before * (1.0 + 1e-9)));
    }

    #[test]
    fn the_parts_add_up_to_the_total(fleet in fleets()) {
        let sum = |parts: Vec<&Share>| parts.iter().map(|part| part.total()).sum::<f64>();
        for year in computed(&fleet).0.years {
            prop_assert!(near(sum(year.by_post.values().collect()), year.total.total()));
            prop_assert!(near(sum(year.by_perimeter.values().collect()), year.total.total()));
            prop_assert!(near(sum(year.by_site.values().collect()), year.total.total()));
            prop_assert!(near(sum(year.parts.values().map(|part| &part.share).collect()), year.total.total()));
            let staged: f64 = year.total.stages.values().sum();
            prop_assert!(near(staged + year.total.declared.unwrap_or_default(), year.total.total()));
            let excluded: f64 = year.excluded.iter().map(|excluded| excluded.number).sum();
            let lines = fleet.equipment.iter().filter(|line| line.year == year.year);
            prop_assert_eq!(lines.map(|line| line.number).sum::<f64>(), year.total.number + excluded);
            if !year.quality.is_empty() {
                prop_assert!(near(year.quality.values().sum(), 1.0));
            }
            if !year.quality_of_impact.is_empty() {
                prop_assert!(near(year.quality_of_impact.values().sum(), 1.0));
            }
        }
    }

    #[test]
    fn a_range_holds_what_the_rule_chose(fleet in fleets()) {
        for year in computed(&fleet).0.years {
            let holds = |range: &Range, total: f64| range.low <= total * (1.0 + 1e-9) && total <= range.high * (1.0 + 1e-9);
            if let Some(range) = year.range {
                prop_assert!(holds(&range, year.total.total()), "{range:?} {}", year.total.total());
            }
            for (post, range) in &year.ranges {
                prop_assert!(holds(range, year.by_post[post].total()), "{post:?} {range:?}");
            }
        }
    }

    /// However the refurbished and the reused units fall on either side of the cut.
    #[test]
    fn cutting_a_line_in_two_changes_nothing(
        fleet in fleets(),
        which in any::<prop::sample::Index>(),
        at in 0.0..=1.0_f64,
        refurbished in 0.0..=1.0,
        reused in 0.0..=1.0,
    ) {
        let mut cut = fleet.clone();
        let left = |whole: Option<f64>, first: Option<f64>| Some(whole? - first?);
        let index = which.index(cut.equipment.len());
        let whole = cut.equipment[index].clone();
        let first = Equipment {
            number: (whole.number * at).round(),
            refurbished: whole.refurbished.map(|units| units * refurbished),
            reused: whole.reused.map(|units| units * reused),
            ..whole.clone()
        };
        let second = Equipment {
            number: whole.number - first.number,
            refurbished: left(whole.refurbished, first.refurbished),
            reused: left(whole.reused, first.reused),
            ..whole
        };
        // A part of no unit carries no refurbished unit either.
        prop_assume!(first.number > 0.0 && second.number > 0.0);
        cut.equipment[index] = first;
        cut.equipment.push(second);
        prop_assert!(all_near(&totals(&fleet), &totals(&cut)));
    }
}
