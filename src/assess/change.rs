//! Differences between two years of a headline.
//!
//! Nothing is compared across a break in series.

use super::Change;
use super::course::Course;
use super::method::counts_points;
use crate::french;
use crate::model::{Indicator, ObservationStatus, Series};

/// The last value against the year before; none where that year has no value or the series breaks between.
pub fn yearly(indicator: &Indicator, headline: &Series) -> Option<Change> {
    let last = headline.last_number()?;
    if last.has(ObservationStatus::Break) {
        return None;
    }
    let before = headline.at(last.year - 1)?;
    let from = (before.year, before.value.number()?);
    Some(between(indicator, from, (last.year, last.value.number()?)))
}

/// The last value against the base.
pub fn since_base(indicator: &Indicator, course: Course) -> Change {
    between(indicator, course.start, course.last)
}

impl Change {
    /// In percent where that has a meaning, else in the unit, in points for percentages: `−3,2 %`, `+1,5 point`.
    pub fn words(&self, unit: &str, precision: usize) -> String {
        match self.relative {
            Some(relative) => french::signed_quantity(relative * 100.0, 1, "%"),
            None => french::difference(self.absolute, precision, unit),
        }
    }
}

fn between(indicator: &Indicator, from: (i32, f64), to: (i32, f64)) -> Change {
    let absolute = to.1 - from.1;
    let comparable = from.1 != 0.0 && !counts_points(&indicator.unit);
    Change {
        from_year: from.0,
        to_year: to.0,
        absolute,
        relative: comparable.then(|| absolute / from.1.abs()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture::{indicator, series};

    #[test]
    fn a_change_of_percentages_is_in_points_and_nothing_crosses_a_break() {
        let mut values = series(&[(2020, 40.0), (2021, 50.0)]);
        let percent = Indicator {
            unit: "%".to_owned(),
            ..indicator("a")
        };
        let change = yearly(&percent, &values).unwrap();
        assert_eq!((change.absolute, change.relative), (10.0, None));
        assert_eq!(yearly(&indicator("a"), &values).unwrap().relative, Some(0.25));
        values.points[1].marks.push(ObservationStatus::Break);
        assert_eq!(yearly(&percent, &values), None);
        assert_eq!(yearly(&percent, &series(&[(2018, 1.0), (2020, 2.0)])), None);
    }
}
