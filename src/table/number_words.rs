//! The words that the format of a number shows beside it, or in its place: `#,##0" k€"` shows 1200 as « 1 200 k€ ».
//!
//! Who reads the sheet reads these words. Only those that change what is read are kept: a unit, another money, a word where there
//! would be a number.

use super::formats::{NumberFormat, Section};
use crate::french::{apart, folded, is_dash, is_unit, leading_unit};
use crate::model::to_twelve_digits;

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

/// The marks of a status that a format writes between parentheses; what else stands there, « (HT) », says nothing of the number.
const MARKS: [&str; 5] = ["p", "e", "r", "b", "sd"];

/// What a format writes before a number that is not exact, or is none.
const ABOUT: [&str; 9] = ["environ", "env.", "env", "~", "≈", "<", ">", "≤", "≥"];

/// The moneys that a format names in letters, folded.
const MONEYS: [&str; 6] = ["us$", "usd", "gbp", "chf", "cad", "jpy"];

/// What each section of a format shows.
pub(super) struct NumberWords(Vec<(Words, i32)>);

/// What is shown beside a number, or in its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Words {
    /// The number alone.
    #[default]
    None,
    /// The number, then a unit.
    Unit(String),
    /// A word that makes it no exact number, then the number.
    Before(String),
    /// A word and no number.
    Instead(String),
}

impl NumberWords {
    /// The words of a format, and by which power of ten it divides; none where it shows numbers alone.
    pub fn of(format: &NumberFormat) -> Option<Self> {
        let words: Vec<(Words, i32)> = format.sections.iter().map(shown).collect();
        words
            .iter()
            .any(|(words, _)| *words != Words::None)
            .then_some(NumberWords(words))
    }

    /// The text that the cell of a number shows by the section of this rank, where it says more than the number.
    pub fn shown(&self, rank: usize, value: f64) -> Option<String> {
        let (words, power) = self.0.get(rank)?;
        words.beside(value, *power)
    }
}

impl Words {
    /// What these signs say: those that a format writes with the number, or without it.
    pub fn of(literal: &str, with_number: bool, is_money: bool) -> Self {
        let literal = literal.trim();
        if !with_number {
            return match ABSENCES.contains(&&*folded(literal)) {
                true => Words::Instead(literal.to_owned()),
                false => Words::None,
            };
        }
        // Of each number of a sheet, and nearly all stand alone.
        if literal.is_empty() {
            return Words::None;
        }
        let is_sign = literal.chars().all(|sign| "$£¥".contains(sign));
        let is_money = is_money || is_sign || MONEYS.contains(&&*folded(literal));
        let is_measure = is_unit(literal) && literal != "%";
        let enclosed = literal.strip_prefix('(').and_then(|literal| literal.strip_suffix(')'));
        let is_mark = enclosed.is_some_and(|mark| MARKS.contains(&mark));
        let qualified = || leading_unit(literal).filter(|(unit, _)| *unit != "%");
        match () {
            () if is_measure || is_money || is_mark => Words::Unit(literal.to_owned()),
            () if ABOUT.contains(&&*folded(literal)) => Words::Before(literal.to_owned()),
            // « € HT »: what qualifies the unit changes no number.
            () if let Some((unit, _)) = qualified() => Words::Unit(unit.to_owned()),
            () => Words::None,
        }
    }

    /// What a cell shows in a workbook that keeps its text beside its number.
    pub fn of_text(shown: &str) -> Self {
        let shown = shown.trim();
        let with_number = shown.contains(|sign: char| sign.is_ascii_digit());
        let before = shown
            .split(|sign: char| sign.is_ascii_digit())
            .next()
            .unwrap_or_default();
        let before = before.trim_matches(|sign: char| is_dash(sign) || sign.is_whitespace());
        let literal = if with_number && before.is_empty() {
            apart(shown).1
        } else {
            before
        };
        Words::of(literal, with_number, false)
    }

    /// The text that stands for a number, which is shown divided by ten to this power, and these words; none where they say nothing
    /// more.
    ///
    /// `1200000` under `0," k€"` is « 1200 k€ »: who wrote the unit of what is shown said what it is worth.
    pub fn beside(&self, value: f64, power: i32) -> Option<String> {
        let value = to_twelve_digits(value / 10_f64.powi(power));
        match self {
            Words::None => None,
            Words::Instead(word) => Some(word.clone()),
            Words::Unit(unit) => Some(format!("{} {unit}", written(value))),
            Words::Before(word) => Some(format!("{word} {}", written(value))),
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

/// What a section shows, and by which power of ten it divides; a word alone says nothing of a number that is divided.
fn shown(section: &Section) -> (Words, i32) {
    // « General », « Standard », and what dates are made of show the number too.
    let of_number = |sign: char| "0#?@".contains(sign) || sign.is_alphabetic();
    let literal = section.literal.trim_start_matches(['0', ' ', '\u{A0}']);
    let words = Words::of(literal, section.signs.contains(of_number), section.is_money);
    match (section.power(), words) {
        (0, words) => (words, 0),
        (power, words @ Words::Unit(_)) => (words, power),
        (power, _) => (Words::None, power),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(format: &str, value: f64) -> Option<String> {
        let format = NumberFormat::read(None, format);
        NumberWords::of(&format)?.shown(format.rank(value), value)
    }

    #[test]
    fn a_unit_and_a_word_that_a_format_shows_are_read() {
        for (format, value, expected) in [
            ("#,##0\" k€\"", 1200.0, "1200 k€"),
            ("0.0\\ \"kWh\"", 12.5, "12,5 kWh"),
            ("#,##0.000\" MWh\"", 1.234, "1,2340 MWh"),
            ("[$$-409]#,##0.00", 1200.0, "1200 $"),
            ("#,##0.00\\ [$USD]", 1200.0, "1200 USD"),
            ("\"US$ \"#,##0", 1200.0, "1200 US$"),
            ("[$PLN-415]\\ #,##0", 1200.0, "1200 PLN"),
            ("0\" (p)\"", 70.0, "70 (p)"),
            ("\"env. \"0", 70.0, "env. 70"),
            ("0\" kWh/m²\"", 70.0, "70 kWh/m²"),
            ("0\" t/an\"", 12.0, "12 t/an"),
            ("#,##0 €", 1200.0, "1200 €"),
            ("#,##0.00\\ [$€-40C]", 1200.5, "1200,5 €"),
            ("#,##0;-#,##0;\"n.d.\"", 0.0, "n.d."),
            ("\"secret\"", 3.0, "secret"),
            ("[<1000]0\" kWh\";0,\" MWh\"", 12.0, "12 kWh"),
            ("#,##0\" k€ HT\"", 1200.0, "1200 k€"),
            ("#,##0,\" k€\"", 1_234_500.0, "1234,5 k€"),
            ("0\" 000 €\"", 12.0, "12000 €"),
            ("[<1000]0\" kWh\";0,\" MWh\"", 12_000.0, "12 MWh"),
            ("0\" h de formation\"", 12.0, "12 h"),
            ("0\" € par habitant\"", 12.0, "12 € par habitant"),
        ] {
            assert_eq!(shown(format, value).as_deref(), Some(expected), "{format}");
        }
    }

    #[test]
    fn a_number_that_a_format_only_dresses_stays_a_number() {
        for (format, value) in [
            ("General", 1200.0),
            ("#,##0.00", 1200.0),
            (
                "_-* #,##0.00\\ \"€\"_-;\\-* #,##0.00\\ \"€\"_-;_-* \"-\"??\\ \"€\"_-;_-@_-",
                0.0,
            ),
            ("0.0%", 0.5),
            ("#,##0;-#,##0;\"n.d.\"", 12.0),
            ("#,##0,", 1_200_000.0),
            ("0;-0;\"néant\"", 0.0),
            ("[<1000]0;0\" kWh\"", 12.0),
            ("0\" (HT)\"", 12.0),
            ("[Red]#,##0", 12.0),
            ("\"Année \"0", 2025.0),
            ("dd/mm/yyyy", 45_000.0),
        ] {
            assert_eq!(shown(format, value), None, "{format}");
        }
    }

    #[test]
    fn a_workbook_that_keeps_its_texts_is_read_the_same() {
        for (text, value, expected) in [
            ("1 200 k€", 1200.0, Some("1200 k€")),
            ("12,5 kWh", 12.5, Some("12,5 kWh")),
            ("12 m2", 12.0, Some("12 m2")),
            ("US$ 1,200", 1200.0, Some("1200 US$")),
            ("-3 €", -3.0, Some("-3 €")),
            ("n.d.", 0.0, Some("n.d.")),
            ("- €", 0.0, None),
            ("1 200", 1200.0, None),
            ("31 %", 0.31, None),
            ("Année 2025", 2025.0, None),
            ("12 t/an", 12.0, Some("12 t/an")),
        ] {
            assert_eq!(Words::of_text(text).beside(value, 0).as_deref(), expected, "{text}");
        }
    }
}
