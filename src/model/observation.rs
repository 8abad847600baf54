//! One value of one indicator for one year, as a table gave it, with its place.

use super::Identifier;
use super::vocabulary::vocabulary;
use crate::diagnostic::Place;
use crate::french::{decimals_for_ticks, number};
use std::collections::BTreeMap;

/// A typed row of a table of observations.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    pub indicator: Identifier,
    pub year: i32,
    pub value: Value,
    pub status: ObservationStatus,
    pub note: String,
    /// Column of disaggregation → its value; a row whose map is empty is the headline.
    /// `territoire` and `perimetre` are columns of disaggregation like any other.
    pub breakdown: BTreeMap<String, String>,
    pub place: Place,
}

/// A number, or the reason there is none: an absence is never zero.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    Number(f64),
    Missing,
    Secret,
    /// There is nothing to measure: a site that is not open yet, or no longer.
    Void,
}

/// What the producer says of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ObservationStatus {
    Final,
    Provisional,
    Estimated,
    Secret,
    /// The first value after a change of method: the series before it cannot be compared.
    Break,
    /// Invented for a demonstration; `--officiel` refuses it.
    Example,
}

vocabulary!(ObservationStatus {
    Final => "définitif", "définitif";
    Provisional => "provisoire", "provisoire";
    Estimated => "estimé", "estimé";
    Secret => "secret", "secret statistique";
    Break => "rupture", "rupture de série";
    Example => "exemple", "exemple";
});

impl Value {
    /// The value as it is said, with its digits, six after the comma at most.
    pub fn said(self) -> String {
        match self {
            Value::Number(value) => number(value, decimals_for_ticks(&[value])),
            Value::Missing => "n.d.".to_owned(),
            Value::Secret => "secret".to_owned(),
            Value::Void => "sans objet".to_owned(),
        }
    }

    pub fn number(self) -> Option<f64> {
        match self {
            Value::Number(number) => Some(number),
            Value::Missing | Value::Secret | Value::Void => None,
        }
    }
}
