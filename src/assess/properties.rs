//! Properties of the assessment, for any series: paths, order, units, symmetry.

use super::tests::aiming;
use super::{Assessment, judge};
use crate::model::fixture::series;
use crate::model::{Direction, Indicator, Method, Status};
use proptest::prelude::*;

const METHODS: [Method; 3] = [Method::GrowthRate, Method::Linear, Method::Milestones];

/// A base, a first value, the years travelled, the years left, and the target as a multiple of the first value.
fn ways() -> impl Strategy<Value = (i32, f64, i32, i32, f64)> {
    let factor = prop_oneof![0.05..0.95, 1.05..20.0];
    (1990..2020, 0.5..5000.0, 1..20, 1..20, factor)
}

fn assess(method: Method, direction: Direction, way: (i32, f64, i32, i32, f64), last: f64) -> Assessment {
    let (year, start, travelled, left, factor) = way;
    let wanted = Indicator {
        method: Some(method),
        ..aiming(direction, &[(year + travelled + left, start * factor)])
    };
    judge(
        &wanted,
        &series(&[(year, start), (year + travelled, last)]),
        year + travelled,
    )
}

fn towards(factor: f64) -> Direction {
    if factor > 1.0 {
        Direction::Increase
    } else {
        Direction::Decrease
    }
}

fn near(left: f64, right: f64) -> bool {
    (left - right).abs() <= 1e-6 * left.abs().max(right.abs()).max(1.0)
}

proptest! {
    #[test]
    fn on_the_path_the_ratio_is_one(way in ways(), method in 0..3usize) {
        let (year, start, travelled, left, factor) = way;
        let method = METHODS[method];
        let share = f64::from(travelled) / f64::from(travelled + left);
        let on_path = match method {
            Method::GrowthRate | Method::NearLimit => start * factor.powf(share),
            Method::Linear | Method::Milestones => start + (start * factor - start) * share,
        };
        let outcome = assess(method, towards(factor), way, on_path);
        prop_assert!(near(outcome.inputs.ratio.unwrap(), 1.0), "{outcome:?}");
        prop_assert_eq!(outcome.status, Status::OnTrack);
        prop_assert_eq!(outcome.inputs.path.first(), Some(&(year, start)));
        prop_assert_eq!(outcome.inputs.path.last(), outcome.inputs.target.as_ref());
    }

    #[test]
    fn every_point_of_the_path_drawn_has_a_ratio_of_one(way in ways()) {
        let (_, _, travelled, left, factor) = way;
        let whole = assess(Method::GrowthRate, towards(factor), way, way.1);
        prop_assert_eq!(whole.inputs.path.len(), usize::try_from(travelled + left).unwrap() + 1);
        let (_, value) = whole.inputs.path[usize::try_from(travelled).unwrap()];
        let outcome = assess(Method::GrowthRate, towards(factor), way, value);
        prop_assert!(near(outcome.inputs.ratio.unwrap(), 1.0));
    }

    #[test]
    fn milestones_on_their_broken_line_have_a_ratio_of_one(
        start in 10.0..1000.0f64, steps in prop::collection::vec((1..8i32, 0.5..50.0f64), 1..6), share in 0.0..1.0f64,
    ) {
        let mut at = (2000, start);
        let targets: Vec<(i32, f64)> = steps.iter().map(|(years, rise)| { at = (at.0 + years, at.1 + rise); at }).collect();
        let end = targets.last().unwrap().0;
        let year = 2001 + ((f64::from(end - 2001)) * share) as i32;
        prop_assume!(year < end && !targets.iter().any(|target| target.0 == year));
        let wanted = Indicator { method: Some(Method::Milestones), ..aiming(Direction::Increase, &targets) };
        let line: Vec<(i32, f64)> = std::iter::once((2000, start)).chain(targets).collect();
        let after = line.iter().position(|point| point.0 >= year).unwrap();
        let ((from, low), (to, high)) = (line[after - 1], line[after]);
        let value = low + (high - low) * f64::from(year - from) / f64::from(to - from);
        let outcome = judge(&wanted, &series(&[(2000, start), (year, value)]), year);
        prop_assert!(near(outcome.inputs.ratio.unwrap(), 1.0), "{outcome:?}");
    }

    #[test]
    fn a_better_last_value_never_lowers_the_ratio_or_the_status(
        way in ways(), method in 0..3usize, one in 0.01..3.0f64, other in 0.01..3.0f64,
    ) {
        let direction = towards(way.4);
        let (low, high) = if one < other { (one, other) } else { (other, one) };
        let (worse, better) = if direction == Direction::Increase { (low, high) } else { (high, low) };
        let worse = assess(METHODS[method], direction, way, way.1 * worse);
        let better = assess(METHODS[method], direction, way, way.1 * better);
        prop_assert!(worse.inputs.ratio.unwrap() <= better.inputs.ratio.unwrap() + 1e-12, "{worse:?} {better:?}");
        // The first statuses of the vocabulary go from the best to the worst.
        prop_assert!(worse.status >= better.status, "{worse:?} {better:?}");
    }

    #[test]
    fn another_unit_changes_nothing(way in ways(), method in 0..3usize, last in 0.01..3.0f64, scale in 1e-6..1e6f64) {
        let (year, start, travelled, left, factor) = way;
        let scaled = (year, start * scale, travelled, left, factor);
        let before = assess(METHODS[method], towards(factor), way, start * last);
        let after = assess(METHODS[method], towards(factor), scaled, start * scale * last);
        prop_assert_eq!(before.status, after.status);
        prop_assert_eq!(before.trend, after.trend);
        prop_assert!(near(before.inputs.ratio.unwrap(), after.inputs.ratio.unwrap()));
    }

    #[test]
    fn a_rise_wanted_is_a_fall_wanted_in_a_mirror(way in ways(), last in -3.0..3.0f64) {
        let (year, start, travelled, left, factor) = way;
        let target = (year + travelled + left, start * factor);
        let direct = aiming(towards(factor), &[target]);
        let opposite = match direct.direction { Direction::Increase => Direction::Decrease, _ => Direction::Increase };
        let mirrored = aiming(opposite, &[(target.0, -target.1)]);
        for method in [Method::Linear, Method::Milestones] {
            let judged = |wanted: &Indicator, sign: f64| {
                let values = series(&[(year, sign * start), (year + travelled, sign * start * last)]);
                judge(&Indicator { method: Some(method), ..wanted.clone() }, &values, year + travelled)
            };
            let (one, other) = (judged(&direct, 1.0), judged(&mirrored, -1.0));
            prop_assert_eq!(one.status, other.status);
            prop_assert_eq!(one.inputs.ratio, other.inputs.ratio);
        }
    }

    #[test]
    fn a_rate_without_a_target_is_mirrored_by_the_direction(start in 0.5..100.0f64, last in 0.5..100.0f64, years in 1..20i32) {
        let values = series(&[(2000, start), (2000 + years, last)]);
        let up = judge(&aiming(Direction::Increase, &[]), &values, 2000 + years);
        let down = judge(&aiming(Direction::Decrease, &[]), &values, 2000 + years);
        prop_assert_eq!(up.inputs.observed, down.inputs.observed);
        let worse = |status| status == Status::Worsening;
        let level = up.inputs.observed.unwrap().abs() < 1e-9;
        prop_assert!(level || worse(up.status) != worse(down.status));
    }

    #[test]
    fn no_series_makes_the_assessment_panic_or_print_what_is_not_a_number(
        points in prop::collection::btree_map(1900..2100i32, -1e6..1e6f64, 0..6),
        targets in prop::collection::btree_map(1900..2100i32, -1e6..1e6f64, 0..4),
        direction in 0..4usize, method in 0..4usize, year in 1900..2100i32,
    ) {
        let targets: Vec<(i32, f64)> = targets.into_iter().collect();
        let points: Vec<(i32, f64)> = points.into_iter().collect();
        let wanted = Indicator { method: METHODS.get(method).copied(), ..aiming(Direction::ALL[direction], &targets) };
        let inputs = judge(&wanted, &series(&points), year).inputs;
        let numbers = [inputs.observed, inputs.required, inputs.ratio].into_iter().flatten();
        prop_assert!(numbers.chain(inputs.path.iter().map(|point| point.1)).all(f64::is_finite), "{inputs:?}");
    }
}
