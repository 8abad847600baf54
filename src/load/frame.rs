//! What leaves Polars: values become raw cells at one door, and its failures become reasons to quote.
//!
//! Sums of floats made in parallel differ in their last bits from run to run: every float is rounded
//! to 12 significant digits here, so that a report has the same bytes every time.

use crate::model::to_twelve_digits;
use crate::table::{Content, grid};
use polars::prelude::{AnyValue, PolarsResult};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs Polars; its failure, or the panic that a malformed file provokes in it, is a reason in its own words.
pub(super) fn guarded<T>(run: impl FnOnce() -> PolarsResult<T>) -> Result<T, String> {
    match catch_unwind(AssertUnwindSafe(run)) {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(error)) => Err(one_line(&error.to_string())),
        Err(panic) => {
            let said = panic.downcast_ref::<String>().map(String::as_str);
            let said = said.or_else(|| panic.downcast_ref::<&str>().copied());
            Err(one_line(said.unwrap_or("internal failure")))
        }
    }
}

/// A value of Polars as a raw cell, floats rounded.
pub(super) fn cell(value: &AnyValue<'_>) -> Content {
    match value {
        AnyValue::Null => Content::Empty,
        AnyValue::Boolean(value) => Content::Text(if *value { "VRAI" } else { "FAUX" }.to_owned()),
        // The shortest decimal of a single-precision float is what its producer wrote.
        AnyValue::Float32(value) => number(value.to_string().parse().unwrap_or(f64::NAN)),
        AnyValue::Binary(bytes) => grid::text(&String::from_utf8_lossy(bytes)),
        value => match (value.get_str(), value.extract::<f64>()) {
            (Some(text), _) => grid::text(text),
            (None, Some(number)) if value.is_primitive_numeric() => self::number(number),
            _ if value.is_nested_null() || value.dtype().is_nested() => Content::Empty,
            _ => grid::text(&value.str_value()),
        },
    }
}

/// A number, or nothing where it is not one: NaN and the infinities are no measures.
fn number(value: f64) -> Content {
    match value.is_finite() {
        true => Content::Number {
            value: to_twelve_digits(value),
            percent: false,
        },
        false => Content::Empty,
    }
}

/// The first line of a reason: what follows in Polars is its query plan.
fn one_line(reason: &str) -> String {
    let line = reason
        .lines()
        .map(str::trim)
        .find(|line| !line.is_empty())
        .unwrap_or("?");
    line.trim_end_matches('.').chars().take(300).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_leave_with_twelve_significant_digits() {
        assert_eq!(to_twelve_digits(0.1 + 0.2), 0.3);
        assert_eq!(to_twelve_digits(123_456_789.123_456_7), 123_456_789.123);
        assert_eq!(to_twelve_digits(-1.0e-300 / 3.0), -3.333_333_333_33e-301);
        assert_eq!(to_twelve_digits(0.0), 0.0);
    }

    #[test]
    fn a_single_precision_float_is_what_was_written() {
        let expected = Content::Number {
            value: 0.1,
            percent: false,
        };
        assert_eq!(cell(&AnyValue::Float32(0.1)), expected);
        assert_eq!(cell(&AnyValue::Float64(f64::NAN)), Content::Empty);
    }
}
