//! Twelve significant digits: what a sum or a formula keeps.
//!
//! Binary fractions make `0.1 + 0.2` a little more than `0.3`; nobody measures anything to twelve digits,
//! and a published table must not show the seventeenth. Not for printing: that is `french`.

/// The number nearest to `value` with twelve significant digits.
pub fn to_twelve_digits(value: f64) -> f64 {
    format!("{value:.11e}").parse().unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::to_twelve_digits;

    #[test]
    fn binary_dust_is_removed_and_magnitudes_are_kept() {
        assert_eq!(to_twelve_digits(0.1 + 0.2), 0.3);
        assert_eq!(to_twelve_digits(-1e300), -1e300);
        assert_eq!(to_twelve_digits(0.0), 0.0);
        assert_eq!(to_twelve_digits(123_456_789_012.0), 123_456_789_012.0);
    }
}
