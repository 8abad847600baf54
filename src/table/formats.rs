//! The number formats of an XLSX: which show a percentage, which divide what they show.

use calamine::Style;

/// Whether a format shows a percentage: a `%` that is neither quoted nor escaped, in its first section.
pub(super) fn is_percentage(style: &Style) -> bool {
    let Some(format) = &style.number_format else {
        return false;
    };
    if matches!(format.format_id, Some(9 | 10)) {
        return true;
    }
    signs(&format.format_code).contains('%')
}

/// Ten to which power a format divides the number it shows: three for each comma after its last digit, `#,##0,`.
pub(super) fn divided_by(style: &Style) -> u32 {
    style
        .number_format
        .as_ref()
        .map_or(0, |format| power(&format.format_code))
}

fn power(format: &str) -> u32 {
    let signs = signs(format);
    let Some(last) = signs.rfind(['0', '#', '?']) else {
        return 0;
    };
    let commas = signs[last + 1..].chars().take_while(|sign| *sign == ',').count();
    3 * u32::try_from(commas).unwrap_or_default()
}

/// The signs of the first section of a format that are neither quoted, nor escaped, nor between brackets.
fn signs(format: &str) -> String {
    let mut characters = format.chars();
    let (mut quoted, mut bracketed) = (false, false);
    let mut signs = String::new();
    while let Some(character) = characters.next() {
        match character {
            '"' => quoted = !quoted,
            _ if quoted => {}
            '\\' | '_' | '*' => {
                characters.next();
            }
            '[' => bracketed = true,
            ']' => bracketed = false,
            ';' => break,
            sign if !bracketed => signs.push(sign),
            _ => {}
        }
    }
    signs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_after_the_last_digit_divide_by_a_thousand_each() {
        for (format, expected) in [
            ("#,##0", 0),
            ("0.0,,", 6),
            ("#,##0,\\k", 3),
            ("0\",\"", 0),
            ("[Red]#,##0, ;-0", 3),
            ("@", 0),
        ] {
            assert_eq!(power(format), expected, "{format}");
        }
    }
}
