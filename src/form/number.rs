//! The numbers of a table: one cell alone, and amounts of money. What a whole column tells is `evidence`.
//!
//! How a number is written is known to `french`; here stands what people leave around it in a table.

use super::separators::{Reading, Separators, Stake};
use crate::diagnostic::{Code, Place, Spot};
use crate::french::{apart, converted, is_dash, is_one_dash, is_same_unit, leading_unit, read_number};
use crate::model::{Money, MoneyFault};
use std::borrow::Cow;

/// A text that is not a number.
pub const NOT_NUMBER: Code = Code("M026");

/// An amount as people leave it in a table: `1 234,50 €`; none where the cell is blank or has the dash of an account.
///
/// A word (`n.d.`, `nc`, `secret`) is no amount: an account has no missing line, and the total would be short in silence.
///
/// # Errors
/// The reason why the text is no amount.
pub fn money(text: &str) -> Result<Option<Money>, MoneyFault> {
    let text = signed(euros(text));
    match text.is_empty() || is_one_dash(&text) {
        true => Ok(None),
        false => Money::parse(&text).map(Some),
    }
}

/// An amount with its sign before it: accounts write `(200,00)` or `200,00-` what is taken away.
pub fn signed(text: &str) -> Cow<'_, str> {
    let plain = text.trim();
    let between = plain.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let before = || plain.strip_suffix(is_dash).map(str::trim_end);
    let number = between.or_else(before).map(euros);
    let is_number = |text: &str| {
        let digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
        digit(text.chars().next()) && digit(text.chars().next_back())
    };
    match number.filter(|number| is_number(number)) {
        Some(number) => Cow::Owned(format!("-{number}")),
        None => Cow::Borrowed(text),
    }
}

/// An amount without the name of its unit, which says nothing more.
pub fn euros(text: &str) -> &str {
    let text = text.trim();
    let named = ["€", "euros", "euro", "EUR"]
        .iter()
        .find_map(|unit| text.strip_suffix(unit));
    named.unwrap_or(text).trim_end()
}

/// What is said beside a hint of a number with its unit in the cell of a workbook: the unit may be of the format, and stay there
/// when the number is typed again.
pub fn by_format(place: &Place, text: &str) -> &'static str {
    let (number, unit) = apart(text);
    match place.spot {
        Spot::Cell { .. } if !number.is_empty() && !unit.is_empty() => {
            " Si c’est le format de la cellule qui montre l’unité, donnez-lui aussi le format « Nombre »."
        }
        _ => "",
    }
}

/// The next gesture for a text that is no amount: obeyed to the letter, it gives the amount that was meant.
pub fn money_help(text: &str) -> String {
    let readings = Separators::default().readings(text, Stake::Measure);
    match in_unit(&readings, "€") {
        Some(euros) => format!("Écrivez {euros} : les montants sont en euros."),
        None => {
            "Écrivez des euros et des centimes (1 234,50) ; laissez la case vide si le montant n’existe pas.".to_owned()
        }
    }
}

/// What is to be written in a unit for a number that has another, quoted, each reading with its condition; none where
/// one is not of the kind of the other.
pub fn in_unit(readings: &[Reading], unit: &str) -> Option<String> {
    let written = readings.iter().map(|reading| {
        let (number, rest) = apart(&reading.text);
        // « 12 k€ HT »: what qualifies the unit changes no number.
        let said = match leading_unit(rest) {
            Some((said, _)) if is_same_unit(said, unit) => return None,
            Some((said, _)) => said,
            None => rest,
        };
        let converted = converted(number, said, unit).filter(|_| !rest.is_empty())?;
        Some(reading.quoting(&converted))
    });
    Some(written.collect::<Option<Vec<_>>>()?.join(" ou "))
}

/// The number of a cell; none of a code that begins by a zero (`01004`).
pub(super) fn number(text: &str) -> Option<f64> {
    let digits = text.trim_start_matches(|sign| sign == '+' || is_dash(sign)).as_bytes();
    match digits {
        [b'0', next, ..] if next.is_ascii_digit() => None,
        _ => read_number(text).ok(),
    }
}

/// The integer of a text, its thousands grouped or not: « 60 000 ». A point or a comma may be of decimals: it is none.
pub fn whole(text: &str) -> Option<i64> {
    let alone = |letter: char| letter.is_ascii_digit() || letter.is_whitespace() || matches!(letter, '-' | '\'' | '’');
    let grouped = || read_number(text).ok().filter(|_| text.chars().all(alone));
    text.parse().ok().or_else(|| grouped().and_then(integer))
}

/// The integer a number is, where a 64-bit float holds it exactly.
pub(super) fn integer(number: f64) -> Option<i64> {
    (number.fract() == 0.0 && number.abs() < 9.0e15).then_some(number as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_may_hold_the_sign_of_the_euro_or_say_that_there_is_nothing() {
        assert_eq!(money("1\u{202F}234,5\u{A0}€"), Ok(Some(Money::from_cents(123_450))));
        assert_eq!(money("15 000 euros"), Ok(Some(Money::from_cents(1_500_000))));
        assert_eq!(money("0"), Ok(Some(Money::ZERO)));
        for text in ["(200,00)", "200,00-", "( 200 € )", "200,00 –", "(200) €", "-200"] {
            assert_eq!(money(text), Ok(Some(Money::from_cents(-20_000))), "{text}");
        }
        for text in ["(a)", "()", "200,-", "(-200)", "(200", "--200"] {
            assert!(money(text).is_err(), "{text}");
        }
        for text in ["", " ", "-", "–", "€"] {
            assert_eq!(money(text), Ok(None), "{text}");
        }
        for text in ["n.d.", "nc", "ns", "s", "secret"] {
            assert_eq!(money(text), Err(MoneyFault::NotANumber), "{text}");
        }
        assert_eq!(money("12 k€"), Err(MoneyFault::NotANumber));
        assert!(money_help("12 k€").contains("12000"), "{}", money_help("12 k€"));
        assert!(!money_help("12 TTC").contains("12 "), "{}", money_help("12 TTC"));
    }

    #[test]
    fn the_amount_that_a_help_proposes_is_the_one_that_was_meant() {
        for (text, cents) in [
            ("12 k€", 1_200_000),
            ("1,5 M€", 150_000_000),
            ("-3 k€", -300_000),
            ("2 milliers d’euros", 200_000),
            ("12.500 k€", 1_250_000_000),
        ] {
            let help = money_help(text);
            let proposed = help.split(['«', '»']).nth(1).unwrap_or_else(|| panic!("{help}"));
            assert_eq!(money(proposed), Ok(Some(Money::from_cents(cents))), "{text}: {help}");
        }
        let both = money_help("12.500 k€");
        assert!(
            both.contains("«\u{A0}12500\u{A0}» s’il précède les décimales"),
            "{both}"
        );
    }

    #[test]
    fn a_whole_number_may_have_its_thousands_apart() {
        for text in ["60000", "60 000", "60\u{A0}000", "60\u{202F}000", "60'000"] {
            assert_eq!(whole(text), Some(60_000), "{text}");
        }
        for text in ["60.000", "60,000", "6e4", "60 00", "60 000 habitants", ""] {
            assert_eq!(whole(text), None, "{text}");
        }
    }
}
