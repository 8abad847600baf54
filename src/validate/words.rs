//! How the messages of this room write a number.

use crate::french::{decimals_for_ticks, number};

/// A number with all its digits, six after the comma at most.
pub fn exact(value: f64) -> String {
    number(value, decimals_for_ticks(&[value]))
}
