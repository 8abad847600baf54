//! What a point or a comma is in a number: before decimals, between thousands, or one may not say.
//!
//! One number alone may not say; what a whole column tells is gathered elsewhere.

use super::decimal;

/// What a sign does in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separation {
    Decimals,
    Thousands,
    /// `58.900`: one sign, three digits after it, from one to three before it.
    Either,
}

/// What a sign, `.` or `,`, does in the number of a text; none where it is not in it, or the text is no number.
pub fn separation(text: &str, sign: char) -> Option<Separation> {
    let number = decimal(text)?;
    let numeral = numeral(text);
    let (before, after) = numeral.rsplit_once(sign)?;
    let other = if sign == '.' { ',' } else { '.' };
    if before.contains(sign) || after.contains(other) {
        return Some(Separation::Thousands);
    }
    let alone = before.bytes().all(|byte| byte.is_ascii_digit());
    let grouped = alone && matches!(before.len(), 1..=3) && !before.starts_with('0');
    let three = after.len() == 3 && after.bytes().all(|byte| byte.is_ascii_digit());
    Some(match grouped && three && number.exponent == 0 {
        true => Separation::Either,
        false => Separation::Decimals,
    })
}

/// The text without this sign, where it may stand between thousands.
pub fn without_thousands(text: &str, sign: char) -> Option<String> {
    matches!(separation(text, sign)?, Separation::Either | Separation::Thousands).then(|| {
        let (number, rest) = apart(text);
        let between = &text.trim()[number.len()..text.trim().len() - rest.len()];
        [&number.replace(sign, ""), between, rest].concat()
    })
}

/// The number of a text, its sign included, and what follows it: `58.900 t éq. CO2` is `58.900` and `t éq. CO2`.
///
/// All of the text where no number can be understood.
pub fn apart(text: &str) -> (&str, &str) {
    let text = text.trim();
    let rest = decimal(text).map_or("", |number| number.rest);
    (text[..text.len() - rest.len()].trim_end(), rest)
}

/// The digits and separators of a number, without its sign and its unit.
fn numeral(text: &str) -> &str {
    let (number, _) = apart(text);
    number.trim_start_matches(|letter: char| !letter.is_ascii_digit() && !matches!(letter, '.' | ','))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_digits_after_one_sign_may_be_thousands() {
        use Separation::{Decimals, Either, Thousands};
        for (text, point, comma) in [
            ("58.900", Some(Either), None),
            ("-1.234 €", Some(Either), None),
            ("58.900 m3", Some(Either), None),
            ("58.900 (1)", Some(Either), None),
            ("58.900*", Some(Either), None),
            ("58,900", None, Some(Either)),
            ("1.004.310", Some(Thousands), None),
            ("1.234,5", Some(Thousands), Some(Decimals)),
            ("1,234.567", Some(Decimals), Some(Thousands)),
            ("12.5", Some(Decimals), None),
            ("0.325", Some(Decimals), None),
            ("1234.567", Some(Decimals), None),
            ("1 234,567", None, Some(Decimals)),
            (".325", Some(Decimals), None),
            ("1.234e3", Some(Decimals), None),
            ("58900", None, None),
            ("n.d.", None, None),
        ] {
            assert_eq!((separation(text, '.'), separation(text, ',')), (point, comma), "{text}");
        }
        assert_eq!(without_thousands("-1.004.310 €", '.').as_deref(), Some("-1004310 €"));
        assert_eq!(
            without_thousands("58.900 t éq. CO2", '.').as_deref(),
            Some("58900 t éq. CO2")
        );
        assert_eq!(apart(" − 1.234,5\u{A0}€/hab. "), ("− 1.234,5", "€/hab."));
        assert_eq!(without_thousands("1.234,5", '.').as_deref(), Some("1234,5"));
        assert_eq!(without_thousands("12.5", '.'), None);
    }
}
