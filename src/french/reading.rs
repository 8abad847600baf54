//! Numbers as people type them in a spreadsheet. Writing them is `number`.

use std::fmt;

/// Why a text is not a number.
#[derive(Clone, Debug, PartialEq)]
pub enum NumberFault {
    /// Nothing was written.
    Empty,
    /// A number was read, and `rest` (`km`, `%`) stands after it.
    Unit { number: f64, rest: String },
    /// No number can be understood.
    NotANumber,
    /// Too large to be held.
    OutOfRange,
}

/// Reads a number: decimal comma or point, thousands by a space or an apostrophe, `+` or any dash before it.
///
/// `1,234,567.8` and `1.234.567,8` are understood; a single comma or point is always decimal, so that `1.234` is a
/// little more than one. An exponent is read only right after the digits (`1.2e6`).
///
/// # Errors
/// [`NumberFault::Unit`] says what follows an understood number, so that a message can ask to remove it.
pub fn read_number(text: &str) -> Result<f64, NumberFault> {
    if text.trim().is_empty() {
        return Err(NumberFault::Empty);
    }
    let Decimal {
        negative,
        digits,
        exponent,
        rest,
    } = decimal(text).ok_or(NumberFault::NotANumber)?;
    let written = if exponent == 0 {
        digits
    } else {
        format!("{digits}e{exponent}")
    };
    let magnitude: f64 = written.parse().map_err(|_| NumberFault::NotANumber)?;
    if !magnitude.is_finite() {
        return Err(NumberFault::OutOfRange);
    }
    let number = if negative { -magnitude } else { magnitude };
    match rest.chars().next() {
        None => Ok(number),
        Some(first) if first.is_alphabetic() || "%‰€$£°".contains(first) => Err(NumberFault::Unit {
            number,
            rest: rest.to_owned(),
        }),
        Some(_) => Err(NumberFault::NotANumber),
    }
}

/// A number as it is written, before any type holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decimal<'a> {
    pub negative: bool,
    /// Digits without grouping, and a point before the decimals where there are some.
    pub digits: String,
    pub exponent: i32,
    /// What follows the number.
    pub rest: &'a str,
}

/// The writing of a number, read as [`read_number`] says; none where no number can be understood.
pub fn decimal(text: &str) -> Option<Decimal<'_>> {
    let (negative, unsigned) = split_sign(text.trim().trim_start_matches(has_no_width).trim_start());
    let end = unsigned
        .find(|character| !is_numeral(character))
        .unwrap_or(unsigned.len());
    let (numeral, rest) = unsigned.split_at(end);
    let rest = rest.trim_start_matches(|sign: char| has_no_width(sign) || sign.is_whitespace());
    let digits = plain_digits(numeral.trim_end_matches(|sign: char| has_no_width(sign) || sign.is_whitespace()))?;
    let (exponent, rest) = match exponent(numeral, rest) {
        Some(exponent) => (exponent, ""),
        None => (0, rest),
    };
    Some(Decimal {
        negative,
        digits,
        exponent,
        rest,
    })
}

impl fmt::Display for NumberFault {
    /// A French clause, to be put after « … » and a colon.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NumberFault::Empty => formatter.write_str("rien n’est écrit"),
            NumberFault::Unit { rest, .. } => write!(formatter, "« {rest} » suit le nombre"),
            NumberFault::NotANumber => formatter.write_str("ce n’est pas un nombre"),
            NumberFault::OutOfRange => formatter.write_str("le nombre est trop grand"),
        }
    }
}

/// Whether a sign is a dash, of the keyboard or of a word processor: before a number, it is the minus sign.
pub fn is_dash(sign: char) -> bool {
    matches!(
        sign,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE63}' | '\u{FF0D}'
    )
}

fn split_sign(text: &str) -> (bool, &str) {
    match text.chars().next() {
        Some('+') => (false, text[1..].trim_start()),
        Some(sign) if is_dash(sign) => (true, text[sign.len_utf8()..].trim_start()),
        _ => (false, text),
    }
}

fn is_numeral(character: char) -> bool {
    character.is_ascii_digit() || is_group_separator(character) || matches!(character, '.' | ',')
}

fn is_group_separator(character: char) -> bool {
    is_group_space(character) || is_apostrophe(character)
}

/// Any space within a line, and what is of no width.
fn is_group_space(character: char) -> bool {
    character.is_whitespace() && !matches!(character, '\n' | '\r') || has_no_width(character)
}

/// Whether a sign is of no width: what a paste leaves in a cell, and nobody sees.
pub fn has_no_width(sign: char) -> bool {
    matches!(sign, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’')
}

/// The exponent, where `rest` is nothing but one and the digits before it are glued to it.
fn exponent(numeral: &str, rest: &str) -> Option<i32> {
    if !numeral.ends_with(|character: char| character.is_ascii_digit()) {
        return None;
    }
    let digits = rest.strip_prefix(['e', 'E'])?;
    digits.strip_prefix('+').unwrap_or(digits).parse().ok()
}

/// The same number with a decimal point and no grouping; none where the grouping makes no sense.
fn plain_digits(numeral: &str) -> Option<String> {
    let points = numeral.matches('.').count();
    let commas = numeral.matches(',').count();
    let (integer, fraction) = match (points, commas) {
        (0, 0) => (numeral, None),
        (1, 0) | (0, 1) => split_decimal(numeral, if points == 1 { '.' } else { ',' })?,
        (_, 0) | (0, _) => (numeral, None),
        (_, 1) if numeral.rfind(',') > numeral.rfind('.') => split_decimal(numeral, ',')?,
        (1, _) if numeral.rfind('.') > numeral.rfind(',') => split_decimal(numeral, '.')?,
        _ => return None,
    };
    let integer = ungrouped(integer, fraction.is_some())?;
    Some(match fraction {
        Some(fraction) => format!("{integer}.{fraction}"),
        None => integer,
    })
}

fn split_decimal(numeral: &str, separator: char) -> Option<(&str, Option<&str>)> {
    let (integer, fraction) = numeral.split_once(separator)?;
    let digits = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
    digits.then_some((integer, Some(fraction)))
}

/// The digits of an integer whose thousands are grouped by one kind of separator, or not at all.
fn ungrouped(integer: &str, decimals_follow: bool) -> Option<String> {
    if integer.is_empty() {
        return decimals_follow.then(|| "0".to_owned());
    }
    let separators: Vec<char> = integer
        .chars()
        .filter(|character| !character.is_ascii_digit())
        .collect();
    let kinds: [fn(char) -> bool; 4] = [is_group_space, is_apostrophe, |c| c == '.', |c| c == ','];
    if !kinds
        .iter()
        .any(|kind| separators.iter().all(|separator| kind(*separator)))
    {
        return None;
    }
    let groups: Vec<&str> = integer.split(|character: char| !character.is_ascii_digit()).collect();
    let (first, others) = groups.split_first()?;
    let grouped = others.is_empty() || ((1..=3).contains(&first.len()) && others.iter().all(|group| group.len() == 3));
    grouped.then(|| groups.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_type_them() {
        let cases = [
            ("12", 12.0),
            ("12,5", 12.5),
            ("12.5", 12.5),
            (" 1 234,5 ", 1234.5),
            ("1\u{A0}234\u{202F}567", 1234567.0),
            ("1\u{2009}234", 1234.0),
            ("1\u{2007}234\u{3000}567", 1234567.0),
            ("1\t234", 1234.0),
            ("\u{FEFF}1\u{200B}234,5\u{2060} ", 1234.5),
            ("1'234.5", 1234.5),
            ("1’234", 1234.0),
            ("1,234,567.8", 1234567.8),
            ("1.234.567,8", 1234567.8),
            ("1.234.567", 1234567.0),
            ("1,234.5", 1234.5),
            ("1.234,5", 1234.5),
            ("1.234", 1.234),
            ("1,234", 1.234),
            ("-3", -3.0),
            ("−3,2", -3.2),
            ("– 3", -3.0),
            ("—3", -3.0),
            ("\u{2010}3", -3.0),
            ("\u{2011}3", -3.0),
            ("\u{2012}3", -3.0),
            ("+3", 3.0),
            (",5", 0.5),
            ("1.2e3", 1200.0),
            ("1E-2", 0.01),
        ];
        for (text, value) in cases {
            assert_eq!(read_number(text), Ok(value), "{text}");
        }
    }

    #[test]
    fn what_follows_a_number_is_told() {
        let cases = [
            ("12 km", 12.0, "km"),
            ("45 %", 45.0, "%"),
            ("45%", 45.0, "%"),
            ("1 234,5 €/hab", 1234.5, "€/hab"),
            ("-3 e", -3.0, "e"),
            ("3e", 3.0, "e"),
        ];
        for (text, number, rest) in cases {
            let rest = rest.to_owned();
            assert_eq!(read_number(text), Err(NumberFault::Unit { number, rest }), "{text}");
        }
    }

    #[test]
    fn what_is_not_plainly_a_number_is_refused() {
        let refused = [
            "12 34",
            "1 2345",
            "1234 567",
            "12.05.2020",
            "12/05/2020",
            "2019-2020",
            "5,",
            "1,2,3",
            "1,5 200",
            "1 234'567",
            "1,234.567,8",
            "-",
            "abc",
            "(12)",
            "nan",
            "inf",
            "--3",
            "12 *",
        ];
        for text in refused {
            assert_eq!(read_number(text), Err(NumberFault::NotANumber), "{text}");
        }
        assert_eq!(read_number(" \u{A0}"), Err(NumberFault::Empty));
        assert_eq!(read_number("1e999"), Err(NumberFault::OutOfRange));
    }
}
