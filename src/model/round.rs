//! Twelve significant digits: what a sum or a formula keeps.
//!
//! Binary fractions make `0.1 + 0.2` a little more than `0.3`; nobody measures anything to twelve digits,
//! and a published table must not show the seventeenth. Not for printing: that is `french`.

/// The number nearest to `value` with twelve significant digits.
pub fn to_twelve_digits(value: f64) -> f64 {
    format!("{value:.11e}").parse().unwrap_or(value)
}

/// Noise that binary arithmetic leaves in a sum, as a share of it.
const NOISE: f64 = 1e-9;
/// Half a unit of the first decimal, the most that rounding takes from a number with decimals.
const COARSEST: f64 = 0.05;

/// Whether parts make their whole, but for what rounding explains.
///
/// Numbers with decimals are rounded: each may be half a unit of its last digit away from what was measured.
pub fn adds_up(whole: f64, parts: &[f64]) -> bool {
    let sum: f64 = parts.iter().sum();
    let (gap, noise) = ((whole - sum).abs(), NOISE * whole.abs().max(sum.abs()));
    // Decimals are counted on the written number: not where no rounding explains the gap.
    if gap > COARSEST * (parts.len() + 1) as f64 + noise {
        return false;
    }
    let decimals = parts.iter().chain([&whole]).map(|number| decimals(*number)).max();
    let rounded = match decimals.unwrap_or_default() {
        0 => 0.0,
        decimals => 0.5 * 10_f64.powi(-decimals) * (parts.len() + 1) as f64,
    };
    gap <= rounded + noise
}

/// Digits written after the comma.
fn decimals(number: f64) -> i32 {
    let written = number.to_string();
    let digits = written.split_once('.').map_or(0, |(_, digits)| digits.len());
    i32::try_from(digits).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{adds_up, to_twelve_digits};

    #[test]
    fn binary_dust_is_removed_and_magnitudes_are_kept() {
        assert_eq!(to_twelve_digits(0.1 + 0.2), 0.3);
        assert_eq!(to_twelve_digits(-1e300), -1e300);
        assert_eq!(to_twelve_digits(0.0), 0.0);
        assert_eq!(to_twelve_digits(123_456_789_012.0), 123_456_789_012.0);
    }

    #[test]
    fn rounding_explains_a_difference_of_numbers_with_decimals() {
        assert!(adds_up(100.0, &[33.3, 33.3, 33.3]));
        assert!(!adds_up(100.0, &[33.0, 33.0, 33.0]));
        assert!(!adds_up(100.0, &[33.3, 33.3, 33.0]));
        assert!(adds_up(0.3, &[0.1, 0.2]));
    }
}
