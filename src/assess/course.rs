//! What a judgement starts from: the base, the last value, and the target it looks at.
//!
//! The base is the reference year, or the first value when there is no reference; a break in series moves it to
//! the break, since values before it cannot be compared. It judges nothing.

use crate::model::{Direction, Indicator, ObservationStatus, Series, Target, Value};

/// The way travelled: `(t_0, y_0)` to `(t, y_t)`, with `t > t_0`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Course {
    pub start: (i32, f64),
    pub last: (i32, f64),
}

/// A base that was found, and the year of the break that moved it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Base {
    pub point: (i32, f64),
    pub broken: Option<i32>,
}

/// Why there is no way to measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unmeasured {
    NoValue,
    /// The reference year has no value and the catalogue gives none.
    BaselineMissing(i32),
    /// Only one value, in this year.
    SinglePoint(i32),
    /// Every value is before the reference year.
    BeforeBaseline(i32),
}

impl Course {
    /// `t - t_0` in years, at least 1.
    pub fn years(&self) -> f64 {
        f64::from(self.last.0 - self.start.0)
    }

    /// `y_t - y_0` in the unit of the indicator.
    pub fn change(&self) -> f64 {
        self.last.1 - self.start.1
    }
}

impl Unmeasured {
    /// The reason as a French sentence.
    pub fn reason(self) -> String {
        match self {
            Unmeasured::NoValue => "Aucune valeur d’ensemble n’est disponible.".to_owned(),
            Unmeasured::BaselineMissing(year) => format!("L’année de référence {year} n’a pas de valeur."),
            Unmeasured::SinglePoint(year) => {
                format!("Une seule valeur, en {year} : il en faut deux pour mesurer une évolution.")
            }
            Unmeasured::BeforeBaseline(year) => {
                format!("Aucune valeur n’est postérieure à l’année de référence {year}.")
            }
        }
    }
}

/// `+1` when a rise is wanted, `-1` a fall, `0` otherwise.
pub fn sign(direction: Direction) -> i8 {
    match direction {
        Direction::Increase => 1,
        Direction::Decrease => -1,
        Direction::Maintain | Direction::Monitor => 0,
    }
}

/// The last year that has a number, and its value.
pub fn last(headline: &Series) -> Option<(i32, f64)> {
    headline.numbers().next_back()
}

/// `(t_0, y_0)` after the breaks.
pub fn base(indicator: &Indicator, headline: &Series) -> Result<Base, Unmeasured> {
    let last = last(headline).ok_or(Unmeasured::NoValue)?;
    let first = headline.numbers().next().ok_or(Unmeasured::NoValue)?;
    let wanted = indicator.baseline.as_ref().map_or(first.0, |baseline| baseline.year);
    let broken = headline
        .points
        .iter()
        .rev()
        .find(|point| point.has(ObservationStatus::Break) && point.year <= last.0)
        .map(|point| point.year)
        .filter(|&year| year > wanted);
    if let Some(year) = broken {
        let after = headline
            .numbers()
            .find(|point| point.0 >= year)
            .ok_or(Unmeasured::NoValue)?;
        return Ok(Base { point: after, broken });
    }
    let read = headline.at(wanted).map(|point| point.value);
    let given = indicator.baseline.as_ref().and_then(|baseline| baseline.value);
    // A value that is secret in the tables is not printed because the catalogue repeats it.
    let given = given.filter(|_| read != Some(Value::Secret));
    let read = read.and_then(Value::number);
    match given.or(read) {
        Some(value) => Ok(Base {
            point: (wanted, value),
            broken: None,
        }),
        None => Err(Unmeasured::BaselineMissing(wanted)),
    }
}

/// The way from the base to the last value.
pub fn course(base: Result<Base, Unmeasured>, headline: &Series) -> Result<Course, Unmeasured> {
    let start = base?.point;
    let last = last(headline).ok_or(Unmeasured::NoValue)?;
    if last.0 > start.0 {
        return Ok(Course { start, last });
    }
    if last.0 < start.0 {
        return Err(Unmeasured::BeforeBaseline(start.0));
    }
    Err(Unmeasured::SinglePoint(last.0))
}

/// The first target not before the data year; the last one when all are past.
pub fn aim(indicator: &Indicator, data_year: i32) -> Option<&Target> {
    let ahead = indicator.targets.iter().find(|target| target.year >= data_year);
    ahead.or(indicator.targets.last())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Place;
    use crate::model::Baseline;
    use crate::model::fixture::{indicator, series};

    fn from(year: i32, value: Option<f64>) -> Indicator {
        let place = Place::file("c.yaml");
        Indicator {
            baseline: Some(Baseline { year, value, place }),
            ..indicator("a")
        }
    }

    #[test]
    fn the_base_is_the_reference_or_the_first_value() {
        let values = series(&[(2018, 5.0), (2020, 7.0)]);
        assert_eq!(base(&indicator("a"), &values).unwrap().point, (2018, 5.0));
        assert_eq!(base(&from(2020, None), &values).unwrap().point, (2020, 7.0));
        assert_eq!(base(&from(2015, Some(4.0)), &values).unwrap().point, (2015, 4.0));
        assert_eq!(base(&from(2019, None), &values), Err(Unmeasured::BaselineMissing(2019)));
    }

    #[test]
    fn a_break_moves_the_base_even_from_a_reference_that_was_given() {
        let mut values = series(&[(2018, 5.0), (2020, 70.0), (2021, 71.0)]);
        values.points[1].marks.push(ObservationStatus::Break);
        let moved = Base {
            point: (2020, 70.0),
            broken: Some(2020),
        };
        assert_eq!(base(&indicator("a"), &values), Ok(moved));
        assert_eq!(base(&from(2015, Some(4.0)), &values), Ok(moved));
        assert_eq!(base(&from(2021, None), &values).unwrap().broken, None);
    }

    #[test]
    fn a_course_needs_a_later_value() {
        let one = series(&[(2020, 1.0)]);
        assert_eq!(
            course(base(&indicator("a"), &one), &one),
            Err(Unmeasured::SinglePoint(2020))
        );
        assert_eq!(
            course(base(&from(2022, Some(1.0)), &one), &one),
            Err(Unmeasured::BeforeBaseline(2022))
        );
        assert_eq!(
            course(base(&from(2020, None), &series(&[])), &series(&[])),
            Err(Unmeasured::NoValue)
        );
    }
}
