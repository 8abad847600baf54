//! The words that the number format of an XLSX shows beside a number, or in its place: `#,##0" k€"` shows 1200 as « 1 200 k€ ».
//!
//! Who reads the sheet reads these words. Only those that change what is read are kept: a unit, another money, a word where there
//! would be a number. The euro says nothing that the unit of a column does not.

use super::formats::{Section, divided, sections};
use crate::french::{folded, is_same_unit, is_unit};
use calamine::Style;

/// The words that stand for a value that nobody has, folded: « néant » in the place of a zero is a zero.
const ABSENCES: [&str; 9] = [
    "n.d.",
    "n.d",
    "nd",
    "n.c.",
    "nc",
    "n/a",
    "na",
    "non disponible",
    "secret",
];

/// What the sections of a format show: that of positive numbers, that of negative ones, that of zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NumberWords([Words; 3]);

#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Words {
    /// The number alone.
    #[default]
    None,
    /// The number, then a unit.
    Unit(String),
    /// A word and no number.
    Instead(String),
}

/// The words of a format; none where it shows numbers alone, or divided ones, which are told as such.
pub(super) fn words(style: &Style) -> Option<NumberWords> {
    of_format(&style.number_format.as_ref()?.format_code)
}

impl NumberWords {
    /// The text that the cell of a number shows, where it says more than the number.
    pub fn shown(&self, value: f64) -> Option<String> {
        let rank = match () {
            () if value > 0.0 => 0,
            () if value < 0.0 => 1,
            () => 2,
        };
        match &self.0[rank] {
            Words::None => None,
            Words::Instead(word) => Some(word.clone()),
            Words::Unit(unit) => Some(format!("{} {unit}", written(value))),
        }
    }
}

/// A number as a French hand writes it; a decimal more, where three would also be thousands.
fn written(value: f64) -> String {
    let text = value.to_string().replace('.', ",");
    match text.split_once(',') {
        Some((_, decimals)) if decimals.len() == 3 => format!("{text}0"),
        _ => text,
    }
}

fn of_format(format: &str) -> Option<NumberWords> {
    let sections = sections(format);
    if sections
        .iter()
        .any(|section| section.is_conditional || divided(&section.signs) > 0)
    {
        return None;
    }
    let of = |rank: usize| sections.get(rank).map(shown).unwrap_or_default();
    let words = match sections.len() {
        1 => [of(0), of(0), of(0)],
        2 => [of(0), of(1), of(0)],
        _ => [of(0), of(1), of(2)],
    };
    words
        .iter()
        .any(|words| *words != Words::None)
        .then_some(NumberWords(words))
}

/// What a section shows.
fn shown(section: &Section) -> Words {
    let literal = section.literal.trim();
    // « General », « Standard », and what dates are made of show the number too.
    if !section
        .signs
        .contains(|sign: char| "0#?@".contains(sign) || sign.is_alphabetic())
    {
        return match ABSENCES.contains(&&*folded(literal)) {
            true => Words::Instead(literal.to_owned()),
            false => Words::None,
        };
    }
    let is_money = !literal.is_empty() && literal.chars().all(|sign| "$£¥".contains(sign));
    // « t/an », « kg/hab » : the unit of a rate is written in as many ways as there are tables.
    let is_measure = is_unit(literal) && !is_same_unit(literal, "€") && literal != "%" && !literal.contains('/');
    match is_measure || is_money {
        true => Words::Unit(literal.to_owned()),
        false => Words::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(format: &str, value: f64) -> Option<String> {
        of_format(format)?.shown(value)
    }

    #[test]
    fn a_unit_and_a_word_that_a_format_shows_are_read() {
        for (format, value, expected) in [
            ("#,##0\" k€\"", 1200.0, "1200 k€"),
            ("0.0\\ \"kWh\"", 12.5, "12,5 kWh"),
            ("#,##0.000\" MWh\"", 1.234, "1,2340 MWh"),
            ("[$$-409]#,##0.00", 1200.0, "1200 $"),
            ("#,##0;-#,##0;\"n.d.\"", 0.0, "n.d."),
            ("\"secret\"", 3.0, "secret"),
        ] {
            assert_eq!(shown(format, value).as_deref(), Some(expected), "{format}");
        }
    }

    #[test]
    fn a_number_that_a_format_only_dresses_stays_a_number() {
        for (format, value) in [
            ("General", 1200.0),
            ("#,##0.00", 1200.0),
            ("#,##0 €", 1200.0),
            ("#,##0.00\\ [$€-40C]", 1200.0),
            (
                "_-* #,##0.00\\ \"€\"_-;\\-* #,##0.00\\ \"€\"_-;_-* \"-\"??\\ \"€\"_-;_-@_-",
                0.0,
            ),
            ("0.0%", 0.5),
            ("#,##0;-#,##0;\"n.d.\"", 12.0),
            ("#,##0,\" k€\"", 1_200_000.0),
            ("0\" t/an\"", 12.0),
            ("0;-0;\"néant\"", 0.0),
            ("[<1000]0\" kWh\";0\" kWh\"", 12.0),
            ("[Red]#,##0", 12.0),
            ("\"Année \"0", 2025.0),
            ("dd/mm/yyyy", 45_000.0),
        ] {
            assert_eq!(shown(format, value), None, "{format}");
        }
    }
}
