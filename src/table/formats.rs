//! The number formats of an XLSX: which show a percentage, which divide what they show, which show a month or a year of a date.

use calamine::Style;

/// A number format, read once for all the cells that have it.
pub(super) struct NumberFormat {
    /// It shows a percentage: a `%` that is neither quoted nor escaped, in its first section.
    pub is_percentage: bool,
    /// How many letters of `AAAA-MM-JJ` it shows: 7 for a month (`mmm-yy`, as « déc-24 »), 4 for a year alone, 10 otherwise.
    pub dated: usize,
    /// One at least.
    pub sections: Vec<Section>,
}

impl NumberFormat {
    pub fn of(style: &Style) -> Self {
        match &style.number_format {
            Some(format) => NumberFormat::read(format.format_id, &format.format_code),
            None => NumberFormat::read(None, ""),
        }
    }

    pub(super) fn read(id: Option<u32>, format: &str) -> Self {
        let sections = sections(format);
        let signs = sections[0].signs.to_ascii_lowercase();
        NumberFormat {
            is_percentage: matches!(id, Some(9 | 10)) || signs.contains('%'),
            dated: if id == Some(17) { 7 } else { letters(&signs) },
            sections,
        }
    }

    /// The rank of the section that shows a number: that whose condition it meets, else that of its sign.
    pub fn rank(&self, value: f64) -> usize {
        let conditions = || self.sections.iter().map(|section| section.condition.as_ref());
        if conditions().any(|condition| condition.is_some()) {
            let met = |condition: Option<&Condition>| condition.is_none_or(|condition| condition.is_met(value));
            return conditions().position(met).unwrap_or(self.sections.len() - 1);
        }
        match self.sections.len() {
            2.. if value < 0.0 => 1,
            3.. if value == 0.0 => 2,
            _ => 0,
        }
    }
}

/// The letters of a date that the signs of a section show, in small letters.
fn letters(signs: &str) -> usize {
    let (year, month) = (signs.contains('y'), signs.contains('m'));
    match signs.contains(['d', 'h', 's']) || !year {
        true => 10,
        false if month => 7,
        false => 4,
    }
}

/// A section of a format: that of positive numbers first.
#[derive(Default)]
pub(super) struct Section {
    /// What is neither quoted, nor escaped, nor between brackets.
    pub signs: String,
    /// What stands in it as it is: between quotes, escaped, or the sign of a money.
    pub literal: String,
    /// Its format says that what stands in it is a money: `[$€-40C]`, `[$USD]`.
    pub is_money: bool,
    /// What the numbers that it shows meet: `[<1000]`.
    pub condition: Option<Condition>,
}

/// `<1000`, `>=0`.
pub(super) struct Condition {
    sign: String,
    bound: f64,
}

impl Condition {
    fn read(text: &str) -> Option<Self> {
        let bound = text.trim_start_matches(['<', '>', '=']);
        let sign = text[..text.len() - bound.len()].to_owned();
        let bound = bound.parse().ok().filter(|_| !sign.is_empty())?;
        Some(Condition { sign, bound })
    }

    fn is_met(&self, value: f64) -> bool {
        match self.sign.as_str() {
            "<" => value < self.bound,
            "<=" => value <= self.bound,
            ">" => value > self.bound,
            ">=" => value >= self.bound,
            "<>" => value != self.bound,
            _ => value == self.bound,
        }
    }
}

impl Section {
    /// Ten to which power it divides the number it shows: three for each comma after its last digit, `#,##0,`; under zero where it
    /// writes zeros after it, `0" 000"`.
    pub fn power(&self) -> i32 {
        let Some(last) = self.signs.rfind(['0', '#', '?']) else {
            return 0;
        };
        let after = self.signs[last + 1..].chars();
        let commas = after.take_while(|sign| *sign == ',').count();
        let digits = self.literal.chars().filter(|sign| !sign.is_whitespace());
        let zeros = digits.take_while(|sign| *sign == '0').count();
        let zeros = if zeros % 3 == 0 { zeros } else { 0 };
        3 * i32::try_from(commas).unwrap_or_default() - i32::try_from(zeros).unwrap_or_default()
    }
}

/// The sections of a format, one at least.
fn sections(format: &str) -> Vec<Section> {
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
                section.condition = section.condition.or_else(|| Condition::read(&inside));
                let money = inside
                    .strip_prefix('$')
                    .map(|money| money.split('-').next().unwrap_or_default());
                section.is_money |= money.is_some_and(|money| !money.is_empty());
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
            assert_eq!(NumberFormat::read(None, format).dated, expected, "{format}");
        }
    }

    #[test]
    fn commas_after_the_last_digit_divide_by_a_thousand_each_and_written_zeros_multiply() {
        for (format, expected) in [
            ("#,##0", 0),
            ("0.0,,", 6),
            ("#,##0,\\k", 3),
            ("0\",\"", 0),
            ("[Red]#,##0, ;-0", 3),
            ("@", 0),
            ("0\" 000\"", -3),
            ("0\" 000 000 €\"", -6),
            ("0\" 0\"", 0),
        ] {
            assert_eq!(
                NumberFormat::read(None, format).sections[0].power(),
                expected,
                "{format}"
            );
        }
    }

    #[test]
    fn a_number_is_shown_by_the_section_of_its_condition_or_of_its_sign() {
        for (format, value, expected) in [
            ("0", -1.0, 0),
            ("0;-0", -1.0, 1),
            ("0;-0", 0.0, 0),
            ("0;-0;\"néant\"", 0.0, 2),
            ("[<1000]0;0,", 999.0, 0),
            ("[<1000]0;0,", 1000.0, 1),
            ("[>=1000000]0,,;[>=1000]0,;0", 5000.0, 1),
            ("[>=1000000]0,,;[>=1000]0,;0", 5.0, 2),
            ("[Red][<0]0;[=0]0;0", 0.0, 1),
        ] {
            assert_eq!(
                NumberFormat::read(None, format).rank(value),
                expected,
                "{format} {value}"
            );
        }
    }
}
