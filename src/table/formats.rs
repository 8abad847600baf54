//! The number formats of an XLSX: which show a percentage, which divide what they show, which show a month or a year of a date.

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

/// How many letters of `AAAA-MM-JJ` a format shows: 7 for a month (`mmm-yy`, as « déc-24 »), 4 for a year alone, 10 otherwise.
pub(super) fn dated(style: &Style) -> usize {
    match &style.number_format {
        Some(format) if format.format_id == Some(17) => 7,
        Some(format) => letters(&format.format_code),
        None => 10,
    }
}

fn letters(format: &str) -> usize {
    let signs = signs(format).to_ascii_lowercase();
    let (year, month) = (signs.contains('y'), signs.contains('m'));
    match signs.contains(['d', 'h', 's']) || !year {
        true => 10,
        false if month => 7,
        false => 4,
    }
}

fn power(format: &str) -> u32 {
    divided(&signs(format))
}

/// The same of the signs of a section.
pub(super) fn divided(signs: &str) -> u32 {
    let Some(last) = signs.rfind(['0', '#', '?']) else {
        return 0;
    };
    let commas = signs[last + 1..].chars().take_while(|sign| *sign == ',').count();
    3 * u32::try_from(commas).unwrap_or_default()
}

/// The signs of the first section of a format that are neither quoted, nor escaped, nor between brackets.
fn signs(format: &str) -> String {
    sections(format).swap_remove(0).signs
}

/// A section of a format: that of positive numbers first.
#[derive(Default)]
pub(super) struct Section {
    /// What is neither quoted, nor escaped, nor between brackets.
    pub signs: String,
    /// What stands in it as it is: between quotes, escaped, or the sign of a money.
    pub literal: String,
    /// It is for numbers that meet a condition: `[<1000]`.
    pub is_conditional: bool,
}

/// The sections of a format, one at least.
pub(super) fn sections(format: &str) -> Vec<Section> {
    let mut sections = Vec::new();
    let mut section = Section::default();
    let mut letters = format.chars();
    while let Some(sign) = letters.next() {
        match sign {
            '"' => section
                .literal
                .extend(letters.by_ref().take_while(|letter| *letter != '"')),
            '\\' => section.literal.extend(letters.next()),
            // A space as wide as a sign, a sign that fills the cell.
            '_' | '*' => _ = letters.next(),
            '[' => {
                let inside: String = letters.by_ref().take_while(|letter| *letter != ']').collect();
                section.is_conditional |= inside.starts_with(['<', '>', '=']);
                let money = inside
                    .strip_prefix('$')
                    .map(|money| money.split('-').next().unwrap_or_default());
                section.literal.extend(money);
            }
            ';' => sections.push(std::mem::take(&mut section)),
            sign => {
                section.signs.push(sign);
                section
                    .literal
                    .extend(matches!(sign, '€' | '$' | '£' | '¥' | '%').then_some(sign));
            }
        }
    }
    sections.push(section);
    sections
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_as_precise_as_what_its_cell_shows() {
        for (format, expected) in [
            ("mmm-yy", 7),
            ("mm/yyyy", 7),
            ("[$-40C]mmmm yyyy;@", 7),
            ("yyyy", 4),
            ("dd/mm/yyyy", 10),
            ("yyyy-mm-dd hh:mm", 10),
            ("h:mm", 10),
            ("0.0", 10),
        ] {
            assert_eq!(letters(format), expected, "{format}");
        }
    }

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
