//! Euros, exact to the cent: read from a decimal text, added, written as a decimal text.
//!
//! No floating point anywhere. How a page shows them is `french`.

use crate::french::{Decimal, decimal};
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub};

/// An amount in cents of euro.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(i128);

/// Why a text is not an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoneyFault {
    /// No number can be understood.
    NotANumber,
    /// There is something below the cent.
    BelowTheCent,
    /// Beyond what any budget holds.
    OutOfRange,
}

/// Digits before the comma of the largest amount read: a hundred thousand times the budget of France.
const MAXIMUM_DIGITS: usize = 17;

impl Money {
    pub const ZERO: Money = Money(0);

    pub fn from_cents(cents: i128) -> Self {
        Money(cents)
    }

    pub fn cents(self) -> i128 {
        self.0
    }

    /// In whole euros, halves away from zero.
    pub fn euros(self) -> i128 {
        self.divided(100).0
    }

    /// Divided by a positive number, to the nearest cent, halves away from zero: the one rounding of amounts.
    pub fn divided(self, by: i128) -> Money {
        let by = by.max(1);
        Money((self.0 + self.0.signum() * (by / 2)) / by)
    }

    /// As a part of a whole, in tenths of a percent computed on the cents; none where the whole is not positive.
    pub fn thousandths_of(self, whole: Money) -> Option<i128> {
        (whole > Money::ZERO).then(|| Money(self.0 * 1000).divided(whole.0).0)
    }

    /// Reads `1234.5`, `-1 234,50`, `1.2345E4`, as any number is read, and no more than cents.
    ///
    /// The noise that binary arithmetic leaves (`1234.5600000001`) is forgiven when four digits after the cent are all
    /// zeros or all nines.
    ///
    /// # Errors
    /// The reason why the text is no amount; an empty text is none.
    pub fn parse(text: &str) -> Result<Self, MoneyFault> {
        // Some software ends whole euros by the point.
        let written = text.trim().strip_suffix('.').unwrap_or(text);
        let found = decimal(written).filter(|found| found.rest.is_empty());
        let Decimal {
            negative,
            digits,
            exponent,
            ..
        } = found.ok_or(MoneyFault::NotANumber)?;
        let (integer, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
        let cents = cents(integer, fraction, exponent)?;
        Ok(Money(if negative { -cents } else { cents }))
    }
}

fn cents(integer: &str, fraction: &str, exponent: i32) -> Result<i128, MoneyFault> {
    let digits = [integer, fraction].concat();
    let point = i64::try_from(integer.len()).map_err(|_| MoneyFault::OutOfRange)? + i64::from(exponent);
    // The digits up to the cent, and what stands below it.
    let end = point + 2;
    let significant = digits.trim_start_matches('0');
    let leading = i64::try_from(digits.len() - significant.len()).map_err(|_| MoneyFault::OutOfRange)?;
    if significant.is_empty() {
        return Ok(0);
    }
    let width = end - leading;
    if width > MAXIMUM_DIGITS as i64 + 2 {
        return Err(MoneyFault::OutOfRange);
    }
    let Ok(width) = usize::try_from(width) else {
        // Four zeros and more after the cent: noise.
        return if width <= -4 {
            Ok(0)
        } else {
            Err(MoneyFault::BelowTheCent)
        };
    };
    let (kept, below) = significant.split_at(width.min(significant.len()));
    let padded = format!("{kept:0<width$}");
    let value: i128 = if padded.is_empty() {
        0
    } else {
        padded.parse().map_err(|_| MoneyFault::NotANumber)?
    };
    if below.bytes().all(|digit| digit == b'0') || below.starts_with("0000") {
        Ok(value)
    } else if below.starts_with("9999") {
        Ok(value + 1)
    } else {
        Err(MoneyFault::BelowTheCent)
    }
}

impl fmt::Display for Money {
    /// A decimal text with a point and two decimals: `-1234.50`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let magnitude = self.0.unsigned_abs();
        write!(formatter, "{sign}{}.{:02}", magnitude / 100, magnitude % 100)
    }
}

impl fmt::Display for MoneyFault {
    /// A French clause, to be put after a colon.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            MoneyFault::NotANumber => "ce n’est pas un nombre",
            MoneyFault::BelowTheCent => "un montant s’arrête au centime",
            MoneyFault::OutOfRange => "le montant est trop grand",
        })
    }
}

impl Add for Money {
    type Output = Money;

    fn add(self, other: Money) -> Money {
        Money(self.0 + other.0)
    }
}

impl Sub for Money {
    type Output = Money;

    fn sub(self, other: Money) -> Money {
        Money(self.0 - other.0)
    }
}

impl AddAssign for Money {
    fn add_assign(&mut self, other: Money) {
        self.0 += other.0;
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Money>>(amounts: I) -> Money {
        amounts.fold(Money::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_are_read_to_the_cent_from_every_writing() {
        let cases = [
            ("1234.5", 123_450),
            ("1234,50", 123_450),
            ("-1 234,50", -123_450),
            ("1\u{202F}234\u{A0}567", 123_456_700),
            ("0", 0),
            ("-0.00", 0),
            ("397.2", 39_720),
            (".5", 50),
            ("1.2345E4", 1_234_500),
            ("1.0E7", 1_000_000_000),
            ("12345E-2", 12_345),
            ("1000.0000", 100_000),
            ("71139.5999999999", 7_113_960),
            ("0.30000000000000004", 30),
            ("0.009999999", 1),
            ("12.", 1_200),
            ("1.234,56", 123_456),
            ("1’234.50", 123_450),
        ];
        for (text, cents) in cases {
            assert_eq!(Money::parse(text), Ok(Money(cents)), "{text}");
        }
    }

    #[test]
    fn what_is_no_amount_is_refused_with_its_reason() {
        for text in [
            "", " ", "-", "abc", "12,5,0", "1 23", "0x10", "NaN", "1e", "--1", "12 k€",
        ] {
            assert_eq!(Money::parse(text), Err(MoneyFault::NotANumber), "{text}");
        }
        for text in ["1.234", "0.005", "1E-3"] {
            assert_eq!(Money::parse(text), Err(MoneyFault::BelowTheCent), "{text}");
        }
        for text in ["1E999", "123456789012345678901", "1e2147483647"] {
            assert_eq!(Money::parse(text), Err(MoneyFault::OutOfRange), "{text}");
        }
    }

    #[test]
    fn amounts_are_rounded_half_away_from_zero() {
        for (cents, euros) in [(149, 1), (150, 2), (-150, -2), (-149, -1), (0, 0)] {
            assert_eq!(Money(cents).euros(), euros, "{cents}");
        }
        assert_eq!(Money(5).divided(3), Money(2));
        assert_eq!(Money(1).thousandths_of(Money(3)), Some(333));
        assert_eq!(Money(-2).thousandths_of(Money(3)), Some(-667));
        assert_eq!(Money(1).thousandths_of(Money(0)), None);
    }

    proptest! {
        #[test]
        fn an_amount_written_is_read_back(cents in -10_i128.pow(18)..10_i128.pow(18)) {
            let money = Money(cents);
            prop_assert_eq!(Money::parse(&money.to_string()), Ok(money));
            prop_assert_eq!(Money::parse(&money.to_string().replace('.', ",")), Ok(money));
        }
    }
}
