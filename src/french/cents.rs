//! Amounts of money, exact to the cent, as a French reader expects them.

use super::MINUS;
use super::number::push_grouped;

/// An amount in cents, printed in euros with two decimals and no unit: `−1 234,50`.
pub fn cents(cents: i128) -> String {
    let mut written = String::new();
    if cents < 0 {
        written.push(MINUS);
    }
    let magnitude = cents.unsigned_abs();
    push_grouped(&mut written, &(magnitude / 100).to_string());
    written.push_str(&format!(",{:02}", magnitude % 100));
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
