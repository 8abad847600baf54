//! Numbers as a French reader expects them on a page. Reading them is `reading`.

use super::{MINUS, NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE, agreed};

/// What is printed where a number does not exist.
const NOT_AVAILABLE: &str = "n.d.";

/// Significant digits of a double that survive a computation: 28.499999999999996 is meant as 28.5.
const SIGNIFICANT_DIGITS: usize = 15;

/// The largest number of digits a graduation of an axis may need.
const TICK_DECIMALS_LIMIT: usize = 6;

/// Which numbers carry a sign.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    NegativeOnly,
    Always,
}

/// A number with a decimal comma and grouped thousands: `1 234,5`.
///
/// Halves are rounded away from zero on the decimal writing of the number, as a reader would do (12.35 is 12,4).
/// A zero has no sign. NaN and infinity are defects of the caller; they are printed `n.d.`.
pub fn number(value: f64, decimals: usize) -> String {
    write(value, decimals, Sign::NegativeOnly)
}

/// A change: like [`number`], with `+` before what is above zero.
pub fn signed(value: f64, decimals: usize) -> String {
    write(value, decimals, Sign::Always)
}

/// A number and its unit: `45 %` with a narrow space, `1 234 MWh` with a no-break space.
///
/// An empty unit, or the unit `nombre`, prints nothing after the number; a noun agrees with it (`1 logement`).
pub fn quantity(value: f64, decimals: usize, unit: &str) -> String {
    with_unit(value, decimals, number(value, decimals), unit)
}

/// A change and its unit: like [`quantity`], with the sign of [`signed`].
pub fn signed_quantity(value: f64, decimals: usize, unit: &str) -> String {
    with_unit(value, decimals, signed(value, decimals), unit)
}

/// A difference between two values of a unit: in points where they are percentages.
pub fn difference(value: f64, decimals: usize, unit: &str) -> String {
    let unit = if unit.trim() == "%" { "points" } else { unit };
    signed_quantity(value, decimals, unit)
}

/// Whether values of this unit are percentages: it is `%`, or begins with it (`% des logements`).
pub fn is_percentage(unit: &str) -> bool {
    unit.trim_start().starts_with('%')
}

/// The fewest decimals that write every graduation of an axis exactly, six at most.
pub fn decimals_for_ticks(ticks: &[f64]) -> usize {
    ticks.iter().map(|tick| decimals_of(*tick)).max().unwrap_or(0)
}

fn decimals_of(value: f64) -> usize {
    let plain = cleaned(value).to_string();
    let decimals = plain.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    decimals.min(TICK_DECIMALS_LIMIT)
}

fn with_unit(value: f64, decimals: usize, written: String, unit: &str) -> String {
    let unit = unit.trim();
    if !value.is_finite() || unit.is_empty() || unit == "nombre" {
        return written;
    }
    let space = match unit.chars().next() {
        Some('%' | '‰') => NARROW_NO_BREAK_SPACE,
        _ => NO_BREAK_SPACE,
    };
    format!("{written}{space}{}", agreed(unit, value, decimals))
}

fn write(value: f64, decimals: usize, sign: Sign) -> String {
    debug_assert!(value.is_finite(), "only a finite number can be printed, not {value}");
    if !value.is_finite() {
        return NOT_AVAILABLE.to_owned();
    }
    let (integer, fraction) = rounded_digits(value.abs(), decimals);
    let zero = integer.bytes().chain(fraction.bytes()).all(|digit| digit == b'0');
    let mut written = String::new();
    if !zero && value < 0.0 {
        written.push(MINUS);
    } else if !zero && sign == Sign::Always {
        written.push('+');
    }
    push_grouped(&mut written, &integer);
    if !fraction.is_empty() {
        written.push(',');
        written.push_str(&fraction);
    }
    written
}

/// The digits before and after the comma of a positive number, rounded on its decimal writing.
fn rounded_digits(value: f64, decimals: usize) -> (String, String) {
    let plain = cleaned(value).to_string();
    let (integer, fraction) = plain.split_once('.').unwrap_or((plain.as_str(), ""));
    let round_up = fraction.as_bytes().get(decimals).is_some_and(|digit| *digit >= b'5');
    let kept = fraction.get(..decimals).unwrap_or(fraction);
    let mut digits: Vec<u8> = integer.bytes().chain(kept.bytes()).collect();
    digits.resize(integer.len() + decimals, b'0');
    if round_up {
        increment(&mut digits);
    }
    let text: String = digits.into_iter().map(char::from).collect();
    let (integer, fraction) = text.split_at(text.len() - decimals);
    (integer.to_owned(), fraction.to_owned())
}

/// Adds one to the last digit, carrying as far as needed.
fn increment(digits: &mut Vec<u8>) {
    for digit in digits.iter_mut().rev() {
        if *digit < b'9' {
            *digit += 1;
            return;
        }
        *digit = b'0';
    }
    digits.insert(0, b'1');
}

/// The number without the noise of binary arithmetic in its last digit.
fn cleaned(value: f64) -> f64 {
    // Larger integers are written whole: their digits are not noise.
    if value.abs() >= 1e15 {
        return value;
    }
    format!("{value:.*e}", SIGNIFICANT_DIGITS - 1).parse().unwrap_or(value)
}

/// The digits of an integer, its thousands grouped.
pub(super) fn push_grouped(written: &mut String, integer: &str) {
    for (index, digit) in integer.chars().enumerate() {
        if index > 0 && (integer.len() - index).is_multiple_of(3) {
            written.push(NARROW_NO_BREAK_SPACE);
        }
        written.push(digit);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::french::read_number;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_rounded_as_a_reader_rounds_them() {
        let cases = [
            (12.35, 1, "12,4"),
            (-12.35, 1, "−12,4"),
            (0.285 * 100.0, 0, "29"),
            (2.675, 2, "2,68"),
            (999.96, 1, "1\u{202F}000,0"),
            (0.0, 2, "0,00"),
            (-0.04, 1, "0,0"),
            (-0.0, 0, "0"),
            (1234567.0, 0, "1\u{202F}234\u{202F}567"),
            (999.0, 0, "999"),
            (
                9007199254740993.0,
                0,
                "9\u{202F}007\u{202F}199\u{202F}254\u{202F}740\u{202F}992",
            ),
            (1e-9, 3, "0,000"),
        ];
        for (value, decimals, written) in cases {
            assert_eq!(number(value, decimals), written);
        }
    }

    #[test]
    fn a_change_has_a_sign_unless_it_prints_as_zero() {
        assert_eq!(signed(3.2, 1), "+3,2");
        assert_eq!(signed(-3.2, 1), "−3,2");
        assert_eq!(signed(0.02, 1), "0,0");
        assert_eq!(signed_quantity(-3.2, 1, "%"), "−3,2\u{202F}%");
    }

    #[test]
    fn a_unit_is_never_separated_from_its_number() {
        assert_eq!(quantity(45.0, 0, "%"), "45\u{202F}%");
        assert_eq!(quantity(45.0, 0, "% des logements"), "45\u{202F}% des logements");
        assert_eq!(quantity(12.0, 1, "GWh"), "12,0\u{A0}GWh");
        assert_eq!(quantity(1.5, 1, "millions"), "1,5\u{A0}million");
        assert_eq!(quantity(12.0, 0, ""), "12");
        assert_eq!(quantity(12.0, 0, "nombre"), "12");
    }

    #[test]
    fn graduations_are_written_with_no_useless_digit() {
        assert_eq!(decimals_for_ticks(&[0.0, 50.0, 100.0]), 0);
        assert_eq!(decimals_for_ticks(&[0.0, 0.25, 0.5]), 2);
        assert_eq!(decimals_for_ticks(&[0.1 + 0.2, 0.6]), 1);
        assert_eq!(decimals_for_ticks(&[1.0 / 3.0]), 6);
        assert_eq!(decimals_for_ticks(&[]), 0);
    }

    proptest! {
        #[test]
        fn a_written_number_is_read_back(thousandths in -1_000_000_000_000_i64..1_000_000_000_000) {
            let value = thousandths as f64 / 1000.0;
            prop_assert_eq!(read_number(&number(value, 3)), Ok(value));
            if value != 0.0 {
                prop_assert_eq!(read_number(&signed(value, 3)), Ok(value));
            }
        }
    }
}
