//! Facts about statuses: the questions asked, their order, and the cases at their edges.

mod canada;

use super::course::Course;
use super::judge;
use super::method::{Aim, measure};
use crate::diagnostic::{Place, Placed};
use crate::model::fixture::{indicator, series};
use crate::model::{Baseline, Direction, Indicator, Method, Nature, ObservationStatus, Status, Target};

pub fn target(year: i32, value: f64) -> Target {
    Target {
        year,
        value,
        origin: String::new(),
        place: Place::file("c.yaml"),
    }
}

pub fn aiming(direction: Direction, targets: &[(i32, f64)]) -> Indicator {
    let targets = targets.iter().map(|&(year, value)| target(year, value)).collect();
    Indicator {
        direction,
        targets,
        ..indicator("a")
    }
}

fn status(indicator: &Indicator, points: &[(i32, f64)]) -> Status {
    judge(indicator, &series(points), 2025).status
}

#[test]
fn a_straight_path_to_zero_is_on_track_linearly_and_insufficient_by_growth_rates() {
    // From 100 in 2022 to 0 in 2030, read half-way.
    let wanted = aiming(Direction::Decrease, &[(2030, 0.0)]);
    let linear = judge(&wanted, &series(&[(2022, 100.0), (2026, 50.0)]), 2026);
    assert_eq!(
        (linear.inputs.method, linear.inputs.ratio),
        (Some(Method::Linear), Some(1.0))
    );
    assert_eq!(linear.status, Status::OnTrack);
    assert_eq!(linear.reason, "Trajectoire linéaire, car la cible est nulle.");
    let course = Course {
        start: (2022, 100.0),
        last: (2026, 50.0),
    };
    let aim = Aim {
        target: &wanted.targets[0],
        targets: &wanted.targets,
        direction: -1,
    };
    let rates = measure(Method::GrowthRate, course, aim);
    assert_eq!(rates.required, -1.0);
    assert!((rates.ratio.unwrap() - 0.16).abs() < 0.005, "{rates:?}");
}

#[test]
fn the_ratio_is_cut_where_the_method_says() {
    // From 0 in 2015 to 100 in 2035, linearly: half the time has passed in 2025.
    let wanted = aiming(Direction::Increase, &[(2035, 100.0)]);
    for (value, expected) in [
        (47.5, Status::OnTrack),
        (47.4, Status::ToAccelerate),
        (30.0, Status::ToAccelerate),
        (29.9, Status::Insufficient),
        (0.0, Status::Insufficient),
        (-0.1, Status::Regressing),
        (100.0, Status::Reached),
    ] {
        assert_eq!(status(&wanted, &[(2015, 0.0), (2025, value)]), expected, "{value}");
    }
}

#[test]
fn rates_without_a_target_are_cut_at_half_a_percent_and_one_and_a_half() {
    for (direction, value, expected) in [
        (Direction::Increase, 101.5, Status::Improving),
        (Direction::Increase, 101.4, Status::SlightlyImproving),
        (Direction::Increase, 100.5, Status::SlightlyImproving),
        (Direction::Increase, 100.4, Status::Stable),
        (Direction::Increase, 100.0, Status::Stable),
        (Direction::Increase, 99.9, Status::Worsening),
        (Direction::Decrease, 98.5, Status::Improving),
        (Direction::Decrease, 100.1, Status::Worsening),
        (Direction::Monitor, 50.0, Status::Monitored),
    ] {
        assert_eq!(
            status(&aiming(direction, &[]), &[(2024, 100.0), (2025, value)]),
            expected,
            "{direction:?} {value}"
        );
    }
    let from_zero = aiming(Direction::Increase, &[]);
    assert_eq!(status(&from_zero, &[(2024, 0.0), (2025, 3.0)]), Status::NotAssessable);
    assert_eq!(status(&from_zero, &[(2024, 0.0), (2025, 0.0)]), Status::Stable);
    assert_eq!(status(&from_zero, &[(2024, -10.0), (2025, -5.0)]), Status::Improving);
}

#[test]
fn context_without_a_target_is_not_judged_and_with_one_it_is() {
    let context = |targets| Indicator {
        nature: Nature::Context,
        ..aiming(Direction::Decrease, targets)
    };
    assert_eq!(status(&context(&[]), &[(2020, 100.0), (2025, 150.0)]), Status::Rising);
    assert_eq!(status(&context(&[]), &[(2020, 100.0), (2025, 100.0)]), Status::Level);
    assert_eq!(status(&context(&[]), &[(2020, 0.0), (2025, -0.001)]), Status::Falling);
    assert_eq!(
        status(&context(&[(2030, 50.0)]), &[(2020, 100.0), (2025, 150.0)]),
        Status::Regressing
    );
}

#[test]
fn to_maintain_is_to_stay_inside_the_tolerance() {
    let wanted = Indicator {
        direction: Direction::Maintain,
        ..indicator("a")
    };
    assert_eq!(status(&wanted, &[(2020, 100.0), (2025, 105.0)]), Status::Maintained);
    assert_eq!(status(&wanted, &[(2020, 100.0), (2025, 94.9)]), Status::OutOfTolerance);
    assert_eq!(status(&wanted, &[(2020, 0.0), (2025, 0.1)]), Status::OutOfTolerance);
    let away = judge(&wanted, &series(&[(2020, -200.0), (2025, -190.0)]), 2025).inputs;
    assert_eq!(away.observed, Some(0.05), "the deviation is a share of the reference");
    assert_eq!(status(&wanted, &[(2020, 100.0)]), Status::NotAssessable);
}

#[test]
fn a_term_that_has_come_is_reached_or_missed() {
    let wanted = aiming(Direction::Increase, &[(2020, 50.0), (2023, 80.0)]);
    assert_eq!(status(&wanted, &[(2015, 10.0), (2023, 80.0)]), Status::Reached);
    assert_eq!(status(&wanted, &[(2015, 10.0), (2024, 79.0)]), Status::Missed);
    assert_eq!(status(&wanted, &[(2024, 79.0)]), Status::Missed);
    let unknown = judge(&wanted, &series(&[(2015, 10.0), (2022, 79.0)]), 2025);
    assert_eq!(unknown.status, Status::NotAssessable);
    assert_eq!(
        unknown.reason,
        "La cible de 2023 est échue, mais la dernière valeur est de 2022."
    );
    // The first target not before the data year is the one looked at, even at its own term.
    let now = aiming(Direction::Increase, &[(2020, 50.0), (2025, 80.0), (2030, 90.0)]);
    assert_eq!(
        judge(&now, &series(&[(2015, 10.0), (2025, 79.9)]), 2025).inputs.target,
        Some((2025, 80.0))
    );
    assert_eq!(status(&now, &[(2015, 10.0), (2025, 79.9)]), Status::Missed);
}

#[test]
fn what_is_reached_is_reached_whatever_the_way() {
    let fall = aiming(Direction::Decrease, &[(2030, 50.0)]);
    assert_eq!(
        status(&fall, &[(2015, 40.0), (2025, 45.0)]),
        Status::Reached,
        "already better at the base"
    );
    assert_eq!(status(&fall, &[(2025, 50.0)]), Status::Reached, "a single value");
    assert_eq!(
        status(&fall, &[(2015, 50.0), (2025, 50.0)]),
        Status::Reached,
        "nothing required"
    );
    assert_eq!(
        status(&fall, &[(2015, 50.0), (2025, 51.0)]),
        Status::Regressing,
        "nothing required, and lost"
    );
    assert_eq!(
        status(&fall, &[(2015, 40.0), (2025, 60.0)]),
        Status::Regressing,
        "was better, and lost"
    );
    assert_eq!(status(&fall, &[(2025, 51.0)]), Status::NotAssessable);
    let limited = Indicator {
        limit: Some(Placed::new(60.0, Place::file("c.yaml"))),
        ..fall
    };
    assert_eq!(status(&limited, &[(2015, 100.0), (2025, 60.0)]), Status::Reached);
    assert_eq!(status(&limited, &[(2015, 100.0), (2025, 61.0)]), Status::OnTrack);
}

#[test]
fn nothing_is_judged_without_values() {
    let values = series(&[]);
    for direction in [Direction::Increase, Direction::Decrease, Direction::Maintain] {
        assert_eq!(
            judge(&aiming(direction, &[(2030, 1.0)]), &values, 2025).status,
            Status::NotAssessable
        );
    }
    let baseline = Baseline {
        year: 2012,
        value: None,
        place: Place::file("c.yaml"),
    };
    let lost = Indicator {
        baseline: Some(baseline),
        ..aiming(Direction::Increase, &[(2030, 9.0)])
    };
    let outcome = judge(&lost, &series(&[(2020, 1.0), (2025, 2.0)]), 2025);
    assert_eq!(outcome.reason, "L’année de référence 2012 n’a pas de valeur.");
}

#[test]
fn a_break_is_announced_and_resets_the_base() {
    let mut values = series(&[(2015, 1.0), (2020, 100.0), (2025, 75.0)]);
    values.points[1].marks.push(ObservationStatus::Break);
    let outcome = judge(&aiming(Direction::Decrease, &[(2030, 50.0)]), &values, 2025);
    assert_eq!(outcome.inputs.baseline, Some((2020, 100.0)));
    assert_eq!(
        outcome.reason,
        "Rupture de série en 2020 : l’évolution est mesurée depuis cette année."
    );
}

#[test]
fn milestones_follow_their_own_steps() {
    let steps = [(2020, 90.0), (2030, 50.0), (2040, 45.0)];
    let wanted = Indicator {
        method: Some(Method::Milestones),
        ..aiming(Direction::Decrease, &steps)
    };
    let outcome = judge(&wanted, &series(&[(2015, 100.0), (2025, 70.0)]), 2025);
    assert_eq!((outcome.inputs.ratio, outcome.status), (Some(1.0), Status::OnTrack));
    assert_eq!(
        outcome.inputs.path,
        [(2015, 100.0), (2020, 90.0), (2030, 50.0), (2040, 45.0)]
    );
    // A first step that asks for nothing, or allows a retreat: on track at the step, regressing beyond it.
    for (step, value, expected) in [
        (100.0, 100.0, Status::OnTrack),
        (100.0, 100.1, Status::Regressing),
        (110.0, 105.0, Status::OnTrack),
        (110.0, 111.0, Status::Regressing),
    ] {
        let wanted = Indicator {
            targets: vec![target(2025, step), target(2035, 50.0)],
            ..wanted.clone()
        };
        assert_eq!(
            judge(&wanted, &series(&[(2015, 100.0), (2025, value)]), 2026).status,
            expected,
            "{step} {value}"
        );
    }
}
