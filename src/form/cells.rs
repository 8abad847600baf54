//! The scalars that only tables have: a text or nothing, an amount, a year in a date, a code taken for a number.
//!
//! What stands for nothing in a table is in `absence`; numbers and words are those of YAML.

use super::absence::{absence, is_missing};
use super::document::{Node, Shape};
use super::entry::FromYaml;
use super::number::{by_format, money, money_help};
use super::scalars::inline_schema;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::french::quoted;
use crate::model::Money;
use jiff::civil::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;
use std::marker::PhantomData;
use std::ops::RangeInclusive;

/// An amount is not a number of euros and cents.
pub const AMOUNT: Code = Code("M187");
/// A year that cannot be.
pub const NOT_YEAR: Code = Code("M264");

/// The years that a table may speak of.
const YEARS: RangeInclusive<i32> = 1970..=2100;

/// A text that is no word of absence.
pub enum Said {}

/// An amount of money, `1 234,50 €`.
pub enum Euros {}

/// A year, alone or in a date: `2021`, `15/03/2021`.
pub enum YearCell {}

/// A cell of a column that must be there, told apart when it is blank: its reader has a sentence of its own for that.
pub struct Needed<K>(PhantomData<K>);

/// What a needed cell gives.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer<T> {
    Written(T),
    Blank(Place),
    /// The fault was pushed.
    Faulty,
}

/// A code written in digits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Digits {
    pub text: String,
    /// Whether the cell holds a number, from which the spreadsheet has dropped the leading zeros: 020 has become 20.
    pub is_number: bool,
}

impl FromYaml for Said {
    type Value = String;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<String> {
        String::from_yaml(node, diagnostics)
    }

    fn says_nothing(node: &Node) -> bool {
        node.text().is_none_or(is_missing)
    }
}

impl FromYaml for Digits {
    type Value = Digits;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<Digits> {
        let is_number = matches!(node.shape, Shape::Scalar { quoted: false, .. });
        Said::from_yaml(node, diagnostics).map(|text| Digits { text, is_number })
    }

    fn says_nothing(node: &Node) -> bool {
        Said::says_nothing(node)
    }
}

inline_schema!(Said, "texte de cellule", { "type": "string" });
inline_schema!(Digits, "code", { "type": "string", "pattern": "^[0-9]+$" });

impl FromYaml for Euros {
    type Value = Money;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<Money> {
        let text = node.text()?;
        let read = money(text);
        if let Err(reason) = read {
            let message = format!("{} n’est pas un montant : {reason}.", quoted(text));
            diagnostics.push(
                Diagnostic::error(AMOUNT, node.place.clone(), message)
                    .help(money_help(text) + by_format(&node.place, text))
                    .raw(text),
            );
        }
        read.ok()?
    }

    fn says_nothing(node: &Node) -> bool {
        node.text().is_none_or(|text| money(text) == Ok(None))
    }
}

impl FromYaml for YearCell {
    type Value = i32;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<i32> {
        let text = node.text()?;
        let year = year_of_cell(text);
        if year.is_none() {
            let message = format!(
                "{} n’est pas une année de {} à {}.",
                quoted(text),
                YEARS.start(),
                YEARS.end()
            );
            let help = "Écrivez l’année avec ses quatre chiffres, ou une date : 2021, 15/03/2021.";
            diagnostics.push(
                Diagnostic::error(NOT_YEAR, node.place.clone(), message)
                    .help(help)
                    .raw(text),
            );
        }
        year
    }

    fn says_nothing(node: &Node) -> bool {
        node.text().is_none_or(|text| absence(text).is_some())
    }
}

/// The year that a cell says, alone, in a date, or in the eight digits of one: `2021`, `15/03/2021`, `20210315`.
pub fn year_of_cell(text: &str) -> Option<i32> {
    let groups = text.split(|letter: char| !letter.is_ascii_digit());
    let mut years = groups.filter_map(|digits| match digits.len() {
        4 => Some(digits),
        8 => compact(digits),
        _ => None,
    });
    let year = years.next()?.parse().ok().filter(|year| YEARS.contains(year));
    year.filter(|_| years.next().is_none())
}

/// The year of a date of eight digits.
fn compact(digits: &str) -> Option<&str> {
    let part = |from: usize, to: usize| digits[from..to].parse::<i16>().ok();
    let day = |part: Option<i16>| part.and_then(|part| i8::try_from(part).ok());
    Date::new(part(0, 4)?, day(part(4, 6))?, day(part(6, 8))?).ok()?;
    Some(&digits[..4])
}

impl<K: FromYaml> FromYaml for Needed<K> {
    type Value = Answer<K::Value>;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<Self::Value> {
        if K::says_nothing(node) {
            return Some(Answer::Blank(node.place.clone()));
        }
        Some(K::from_yaml(node, diagnostics).map_or(Answer::Faulty, Answer::Written))
    }

    fn says_nothing(_: &Node) -> bool {
        false
    }
}

impl<T> Answer<T> {
    /// The value; none once the fault was pushed, by `blank` where the cell is blank.
    pub fn or_else(self, blank: impl FnOnce(Place) -> Option<T>) -> Option<T> {
        match self {
            Answer::Written(value) => Some(value),
            Answer::Blank(place) => blank(place),
            Answer::Faulty => None,
        }
    }
}

impl<T: JsonSchema> JsonSchema for Needed<T> {
    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }
    fn inline_schema() -> bool {
        T::inline_schema()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

inline_schema!(Euros, "montant en euros", { "type": "string" });
inline_schema!(YearCell, "année", { "type": "string" });

/// A day as people write it in a table: `2026-03-15`, `15/03/2026`, `15-03-2026`, with or without an hour.
pub fn day(text: &str) -> Option<Date> {
    let day = text.split([' ', 'T']).next().unwrap_or_default();
    let parts: Vec<&str> = day.split(['/', '-', '.']).collect();
    let &[first, month, last] = parts.as_slice() else {
        return None;
    };
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    let [year, month, day] = [year, month, day].map(|part| part.parse::<i16>().ok());
    let (year, month, day) = (year?, month?, day?);
    let year = Some(year).filter(|year| (1990..=2200).contains(year))?;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}
