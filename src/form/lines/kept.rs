//! What a person or a spreadsheet leaves around a code to keep it a text: `="020"`, `'020`, a sign of no width.
//!
//! It takes that away, and nothing that could be of the code; a number that a spreadsheet rounded is no code any more.

use crate::french::is_unseen;

/// The code itself.
pub fn kept(text: &str) -> String {
    let is_seen = |letter: &char| letter.is_whitespace() || !is_unseen(*letter);
    let text: String = text.chars().filter(is_seen).collect();
    let text = text.trim();
    let inside = text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    let text = inside.unwrap_or(text).trim();
    // An apostrophe before a digit is that of a spreadsheet.
    let after = text.strip_prefix(['\'', '’']);
    let digits = after.filter(|rest| rest.starts_with(|first: char| first.is_ascii_digit()));
    digits.unwrap_or(text).to_owned()
}

/// Whether a spreadsheet turned a long number into `2,156E+13`.
pub fn is_rounded(text: &str) -> bool {
    let (mantissa, exponent) = text.trim().split_once(['e', 'E']).unwrap_or((text, ""));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = mantissa.split(['.', ',']);
    exponent.strip_prefix('+').is_some_and(digits) && parts.all(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_without_what_kept_it_a_text() {
        for text in [
            "020",
            "=\"020\"",
            "'020",
            "’020",
            "\u{200B}020",
            "020\u{A0}",
            "=\"'020\"",
        ] {
            assert_eq!(kept(text), "020", "{text}");
        }
        for text in ["'bis'", "2 MOB", "=020", "l’eau"] {
            assert_eq!(kept(text), text);
        }
    }

    #[test]
    fn what_a_spreadsheet_rounded_is_no_code() {
        for text in ["6,06E+04", "2.15600461E+13", "1e+5"] {
            assert!(is_rounded(text), "{text}");
        }
        for text in ["1E05", "E+4", "60612", "2E+MOB"] {
            assert!(!is_rounded(text), "{text}");
        }
    }
}
