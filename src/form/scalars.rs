//! The small readers of YAML scalars: texts, whole numbers, numbers, dates, yes and no.
//!
//! Each has its JSON Schema beside it, so that an editor refuses what the reader refuses.

use super::closed::counted;
use super::document::{Node, Shape};
use super::entry::{FromYaml, wrong_shape};
use super::kinds::{All, Ascending, Required};
use super::number::{NOT_NUMBER, whole};
use super::separators::{Stake, alone_in_yaml};
use super::slips;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Placed};
use crate::french::{self, NumberFault, apart, converted, quoted, read_number};
use crate::table::limits::too_long;
use jiff::civil::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;
use std::marker::PhantomData;

/// A text that is not a whole number, or one out of its interval.
pub const NOT_WHOLE: Code = Code("M025");
/// A text that is not a date `AAAA-MM-JJ`.
pub const NOT_DATE: Code = Code("M027");
/// A text that is neither yes nor no.
pub const NOT_FLAG: Code = Code("M028");
/// A text of nothing but spaces where something must be said.
pub const BLANK: Code = Code("M029");

/// A text that says something.
pub enum Sentence {}

/// A text that may be empty; a number left without quotes is a text like another.
pub enum Text {}

/// A text; an empty one counts as absent, so that the key needs a default or an `Option`.
pub enum TextIfAny {}

/// A whole number from `MIN` to `MAX`, which `T` holds.
pub struct Whole<const MIN: i64, const MAX: i64, T = i64>(PhantomData<T>);

/// A number, with a decimal comma or point.
pub enum Number {}

/// A day, `AAAA-MM-JJ`.
pub enum Day {}

/// `true` or `false`, `oui` or `non`.
pub enum Flag {}

/// A year that a report may speak of.
pub type Year = Whole<FIRST_YEAR, 2200, i32>;
const FIRST_YEAR: i64 = 1900;

impl FromYaml for String {
    type Value = String;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<String> {
        let text = scalar(node, "un texte", diagnostics)?.trim();
        diagnostics.wrote(Placed::new(text.to_owned(), node.place.clone()));
        Some(text.to_owned())
    }
}

impl FromYaml for Text {
    type Value = String;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<String> {
        let fault = node.text().and_then(|text| too_long(text, &node.place));
        match fault {
            Some(fault) => {
                diagnostics.push(fault);
                None
            }
            // What a spreadsheet makes of a date that was typed: it is printed, and a reader is due its words.
            None => String::from_yaml(node, diagnostics).map(|text| {
                let is_iso = text.len() == 10 && text.as_bytes()[4] == b'-';
                let day = text.parse::<Date>().ok().filter(|day| is_iso && is_plausible(*day));
                day.map_or(text, french::date)
            }),
        }
    }
}

impl FromYaml for TextIfAny {
    type Value = String;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<String> {
        Text::from_yaml(node, diagnostics).filter(|text| !text.is_empty())
    }
}

impl FromYaml for Sentence {
    type Value = String;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<String> {
        let text = Text::from_yaml(node, diagnostics)?;
        if text.is_empty() {
            diagnostics.push(
                Diagnostic::error(
                    BLANK,
                    node.place.clone(),
                    "Ce texte est vide ; il sera imprimé, il doit dire quelque chose.",
                )
                .help("Écrivez le texte."),
            );
            return None;
        }
        Some(text)
    }
}

impl<const MIN: i64, const MAX: i64, T: TryFrom<i64>> FromYaml for Whole<MIN, MAX, T> {
    type Value = T;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<T> {
        let expected = format!("un nombre entier de {MIN} à {MAX}");
        let text = scalar(node, &expected, diagnostics)?;
        let text = counted(text).unwrap_or(text);
        // A cell of dates that holds a year: 01/09/2021 is of 2021, and 1905 what the format makes of a year that was typed.
        // « 31/12/2026 », « janvier 2021 »: who is asked for a year may give more.
        let spoken = || french::read_date(text).or_else(|| french::read_month(text));
        let iso = |day: &str| day.parse::<Date>().ok();
        let day = (MIN == FIRST_YEAR)
            .then(|| text.get(..10).and_then(iso).or_else(spoken))
            .flatten();
        let year = day
            .map(|day| day.year().to_string())
            .filter(|_| day.is_some_and(|day| day.year() >= 1970));
        let text = year.as_deref().unwrap_or(text);
        let digits = text.strip_prefix('-').unwrap_or(text);
        let in_digits = digits.bytes().all(|sign| sign.is_ascii_digit());
        let leading_zero = digits.len() > 1 && digits.starts_with('0') && in_digits;
        let whole = whole(text).filter(|_| !leading_zero && !text.starts_with('+'));
        let found = whole.filter(|number| (MIN..=MAX).contains(number));
        if found.is_none() {
            let help = if day.is_some() {
                "La cellule est au format d’une date : donnez-lui le format « Standard », puis retapez l’année."
            } else if leading_zero {
                "Écrivez le nombre sans zéro en tête."
            } else if whole.is_some() {
                "Corrigez le nombre."
            } else {
                "Écrivez un nombre entier, en chiffres seulement."
            };
            let message = format!("« {text} » n’est pas un nombre entier de {MIN} à {MAX}.");
            diagnostics.push(node.error(NOT_WHOLE, message).help(help));
        }
        found.and_then(|number| T::try_from(number).ok())
    }
}

impl FromYaml for Number {
    type Value = f64;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<f64> {
        let text = scalar(node, "un nombre", diagnostics)?;
        let found = read_number(text).ok();
        diagnostics.extend(alone_in_yaml(text, Stake::Measure, &node.place));
        if found.is_none() {
            let (message, help) = not_number(text);
            diagnostics.push(node.error(NOT_NUMBER, message).help(help));
        }
        found
    }
}

/// What stands for thousands and more after a number, where no unit follows.
const MULTIPLES: [&str; 3] = ["k", "M", "Md"];

fn not_number(text: &str) -> (String, String) {
    let (number, rest) = apart(text);
    let message = format!("« {text} » n’est pas un nombre");
    if let Some(whole) = converted(number, &format!("{rest}€"), "€").filter(|_| MULTIPLES.contains(&rest)) {
        let help = format!("« {rest} » multiplie le nombre : écrivez {}.", quoted(&whole));
        return (format!("{message} seul : « {rest} » le suit."), help);
    }
    if let Some(gesture) = slips::evolution(text).or_else(|| slips::gesture(text)) {
        return (format!("{message}."), gesture);
    }
    match rest {
        // A fraction, a range, digits apart: the first number is not the one that was meant.
        rest if rest.is_empty() || !matches!(read_number(text), Err(NumberFault::Unit { .. })) => (
            format!("{message}."),
            "Écrivez un seul nombre, en chiffres, avec une virgule ou un point (12,5).".to_owned(),
        ),
        rest => (
            format!("{message} seul : « {rest} » le suit."),
            format!(
                "Si « {rest} » est l’unité dite à part, ou n’en est pas une, écrivez {number} ; si c’est une autre unité, convertissez le nombre."
            ),
        ),
    }
}

/// Whether the year of a date is one that a report may speak of: a slip of the keyboard makes the others.
pub fn is_plausible(date: Date) -> bool {
    (1900..=2200).contains(&date.year())
}

impl FromYaml for Flag {
    type Value = bool;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<bool> {
        let text = scalar(node, "« true » ou « false »", diagnostics)?;
        match &*french::folded(text) {
            // A workbook writes its own yes and no, a person « Oui ».
            "true" | "oui" | "vrai" => Some(true),
            "false" | "non" | "faux" => Some(false),
            _ => {
                let message = format!("« {text} » n’est ni « true » (oui) ni « false » (non).");
                let help = "Écrivez true ou false (oui et non sont admis).";
                diagnostics.push(node.error(NOT_FLAG, message).help(help));
                None
            }
        }
    }
}

pub(super) fn scalar<'a>(node: &'a Node, expected: &str, diagnostics: &mut Diagnostics) -> Option<&'a str> {
    if let Shape::Scalar { text, .. } = &node.shape {
        return Some(text);
    }
    let help = "Écrivez une seule valeur ; entre guillemets droits \"…\" si elle contient [ ou {.";
    diagnostics.push(wrong_shape(node, expected).help(help));
    None
}

/// The schema of a type that needs no definition of its own.
macro_rules! inline_schema {
    ($type:ty, $name:literal, $($schema:tt)+) => {
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }
            fn inline_schema() -> bool {
                true
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($($schema)+)
            }
        }
    };
}
pub(crate) use inline_schema;
inline_schema!(Text, "texte", { "type": ["string", "number"] });
inline_schema!(Sentence, "phrase", { "type": ["string", "number"], "minLength": 1 });
inline_schema!(Number, "nombre", { "anyOf": [{ "type": "number" }, { "type": "string", "pattern": "^-?[0-9]+,[0-9]+$" }] });
inline_schema!(Day, "jour", { "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" });
inline_schema!(Flag, "oui-non", { "enum": [true, false, "oui", "non"] });

impl<const MIN: i64, const MAX: i64, T> JsonSchema for Whole<MIN, MAX, T> {
    fn schema_name() -> Cow<'static, str> {
        format!("entier-{MIN}-{MAX}").into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "integer", "minimum": MIN, "maximum": MAX })
    }
}

/// The schema of a kind for which authors write as for another.
macro_rules! same_schema {
    ($type:ty, $other:ty $(, $parameter:ident)?) => {
        impl $(<$parameter: schemars::JsonSchema>)? schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                <$other>::schema_name()
            }
            fn inline_schema() -> bool {
                <$other>::inline_schema()
            }
            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                <$other>::json_schema(generator)
            }
        }
    };
}
pub(crate) use same_schema;
same_schema!(TextIfAny, Text);
same_schema!(Required<K>, K, K);
same_schema!(Placed<K>, K, K);
same_schema!(All<K>, K, K);
same_schema!(Ascending<K>, K, K);

#[cfg(test)]
mod tests;
