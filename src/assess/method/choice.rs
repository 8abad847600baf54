//! Which method measures an indicator, and the sentence that announces it when it is not the default one.

use super::growth_rate;
use crate::assess::course::Course;
use crate::french;
use crate::model::{Indicator, Method, Target};

/// A method and why; the reason is empty for the default method and for one the author asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub method: Method,
    pub reason: String,
}

/// The author’s method where it can be computed; else growth rates; else, announced, the straight line.
pub fn choose(indicator: &Indicator, course: Course, target: &Target) -> Choice {
    let asked = indicator.method;
    let choice = |method, reason: String| Choice { method, reason };
    match (asked, obstacle(course, target)) {
        (Some(Method::Linear), _) => choice(Method::Linear, String::new()),
        (Some(Method::Milestones), _) => choice(Method::Milestones, String::new()),
        (Some(Method::GrowthRate | Method::NearLimit), Some(obstacle)) => {
            let reason =
                format!("Les taux de croissance demandés ne se calculent pas, car {obstacle} : trajectoire linéaire.");
            choice(Method::Linear, reason)
        }
        (None, Some(obstacle)) => choice(Method::Linear, format!("Trajectoire linéaire, car {obstacle}.")),
        (None, None) if counts_points(&indicator.unit) => {
            let reason = "Trajectoire linéaire, car l’unité se compte en points.".to_owned();
            choice(Method::Linear, reason)
        }
        (Some(Method::NearLimit), None) => choice(Method::NearLimit, String::new()),
        (Some(Method::GrowthRate) | None, None) => choice(Method::GrowthRate, String::new()),
    }
}

/// Whether a difference in this unit is a number of points (percentages, per mille, points).
pub fn counts_points(unit: &str) -> bool {
    let unit = unit.trim();
    french::is_percentage(unit)
        || unit.starts_with('‰')
        || matches!(unit.split_whitespace().next(), Some("point" | "points" | "pt" | "pts"))
}

/// The mean change a year as a fraction of the base, and the method that gave it: compound where values
/// allow it, else `(y_t - y_0) / |y_0| / (t - t_0)`; none when the base is zero.
pub fn yearly_rate(course: Course) -> Option<(f64, Method)> {
    let (start, last) = (course.start.1, course.last.1);
    if start > 0.0 && last >= 0.0 {
        return Some((growth_rate::rate(start, last, course.years()), Method::GrowthRate));
    }
    (start != 0.0).then(|| (course.change() / start.abs() / course.years(), Method::Linear))
}

/// What breaks growth rates, completing « car … ».
fn obstacle(course: Course, target: &Target) -> Option<&'static str> {
    let (start, last) = (course.start.1, course.last.1);
    if start == 0.0 {
        Some("la valeur de référence est nulle")
    } else if target.value == 0.0 {
        Some("la cible est nulle")
    } else if start < 0.0 && target.value < 0.0 && last <= 0.0 {
        Some("les valeurs sont négatives")
    } else if start < 0.0 || target.value < 0.0 || last < 0.0 {
        Some("les valeurs changent de signe")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Place;
    use crate::model::fixture::indicator;

    fn aimed(value: f64) -> Target {
        Target {
            year: 2030,
            value,
            origin: String::new(),
            place: Place::file("c.yaml"),
        }
    }

    fn chosen(asked: Option<Method>, unit: &str, start: f64, last: f64, target: f64) -> (Method, bool) {
        let wanted = Indicator {
            method: asked,
            unit: unit.to_owned(),
            ..indicator("a")
        };
        let choice = choose(
            &wanted,
            Course {
                start: (2020, start),
                last: (2024, last),
            },
            &aimed(target),
        );
        (choice.method, choice.reason.is_empty())
    }

    #[test]
    fn what_breaks_growth_rates_is_named() {
        for (start, last, target, expected) in [
            (0.0, 90.0, 100.0, Some("la valeur de référence est nulle")),
            (100.0, 90.0, 0.0, Some("la cible est nulle")),
            (-10.0, -5.0, -1.0, Some("les valeurs sont négatives")),
            (-10.0, 0.0, -1.0, Some("les valeurs sont négatives")),
            (-10.0, 5.0, -1.0, Some("les valeurs changent de signe")),
            (10.0, -1.0, 20.0, Some("les valeurs changent de signe")),
            (10.0, 5.0, -1.0, Some("les valeurs changent de signe")),
            (-10.0, -5.0, 1.0, Some("les valeurs changent de signe")),
            (100.0, 90.0, 50.0, None),
        ] {
            let course = Course {
                start: (2020, start),
                last: (2024, last),
            };
            assert_eq!(obstacle(course, &aimed(target)), expected, "{start} {last} {target}");
        }
    }

    #[test]
    fn growth_rates_give_way_to_the_straight_line_and_say_so() {
        assert_eq!(chosen(None, "MWh", 100.0, 90.0, 50.0), (Method::GrowthRate, true));
        for (unit, start, last, target) in [
            ("MWh", 100.0, 90.0, 0.0),
            ("MWh", 0.0, 90.0, 100.0),
            ("MWh", 10.0, -1.0, 20.0),
            ("MWh", -10.0, -5.0, -1.0),
            ("%", 10.0, 20.0, 30.0),
            ("points de pourcentage", 10.0, 20.0, 30.0),
        ] {
            assert_eq!(
                chosen(None, unit, start, last, target),
                (Method::Linear, false),
                "{unit} {start} {last} {target}"
            );
        }
    }

    #[test]
    fn the_author_is_followed_where_it_can_be_computed() {
        assert_eq!(
            chosen(Some(Method::GrowthRate), "%", 10.0, 20.0, 30.0),
            (Method::GrowthRate, true)
        );
        assert_eq!(
            chosen(Some(Method::GrowthRate), "%", 10.0, 20.0, 0.0),
            (Method::Linear, false)
        );
        assert_eq!(
            chosen(Some(Method::Linear), "MWh", 10.0, 20.0, 30.0),
            (Method::Linear, true)
        );
        assert_eq!(
            chosen(Some(Method::Milestones), "MWh", 0.0, 20.0, 30.0),
            (Method::Milestones, true)
        );
    }
}
