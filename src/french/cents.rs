//! Amounts of money, exact to the cent, as a French reader expects them.

use super::MINUS;
use super::number::push_grouped;

/// An amount in cents, printed in euros with two decimals and no unit: `−1 234,50`.
pub fn cents(cents: i128) -> String {
    let euros = grouped(cents.unsigned_abs() / 100, cents < 0);
    format!("{euros},{:02}", cents.unsigned_abs() % 100)
}

/// A whole number, however large, with no unit: `−1 234`.
pub fn whole(number: i128) -> String {
    grouped(number.unsigned_abs(), number < 0)
}

fn grouped(magnitude: u128, negative: bool) -> String {
    let mut written = String::new();
    if negative {
        written.push(MINUS);
    }
    push_grouped(&mut written, &magnitude.to_string());
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cents_are_never_rounded() {
        assert_eq!(cents(0), "0,00");
        assert_eq!(cents(-5), "−0,05");
        assert_eq!(cents(123_456_789), "1\u{202F}234\u{202F}567,89");
        assert_eq!(
            cents(900_719_925_474_099_301),
            "9\u{202F}007\u{202F}199\u{202F}254\u{202F}740\u{202F}993,01"
        );
    }
}
