//! The scalars that only tables have: a text or nothing, a code that a workbook may have taken for a number, a day.
//!
//! What stands for nothing in a table is in `absence`; numbers and words are those of YAML.

use super::absence::is_missing;
use super::document::{Node, Shape};
use super::entry::FromYaml;
use super::scalars::inline_schema;
use crate::diagnostic::Diagnostics;
use jiff::civil::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// A text that is no word of absence.
pub enum Said {}

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
