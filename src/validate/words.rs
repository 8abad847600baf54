//! How the messages of this room write a number and a quoted word.

use crate::french::{NO_BREAK_SPACE, decimals_for_ticks, number};

/// A number with all its digits, six after the comma at most.
pub fn exact(value: f64) -> String {
    number(value, decimals_for_ticks(&[value]))
}

/// A word between guillemets.
pub fn quoted(word: &str) -> String {
    format!("«{NO_BREAK_SPACE}{word}{NO_BREAK_SPACE}»")
}
