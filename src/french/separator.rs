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
    matches!(separation(text, sign)?, Separation::Either | Separation::Thousands).then(|| text.replace(sign, ""))
}

/// The digits and separators of a number, without its sign, its unit and the white space around it.
fn numeral(text: &str) -> &str {
    let start = text.find(|letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ','));
    let text = &text[start.unwrap_or(text.len())..];
    let end = text.find(|letter: char| letter.is_alphabetic() || "%‰€$£°".contains(letter));
    text[..end.unwrap_or(text.len())].trim_end()
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
        assert_eq!(without_thousands("1.234,5", '.').as_deref(), Some("1234,5"));
        assert_eq!(without_thousands("12.5", '.'), None);
    }
}
