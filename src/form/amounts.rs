//! The amounts of cells: numbers that are not negative, units, durations, parts of the units of a line.
//!
//! A column of numbers may hold a word of absence; a secret one is an absence too.

use super::absence::absence;
use super::document::{Node, Shape};
use super::entry::FromYaml;
use super::scalars::inline_schema;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::french::{NumberFault, folded, quoted, read_number};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// A cell that is not the number it must be.
pub const NOT_AMOUNT: Code = Code("M263");
/// A part of the units of a line that cannot be understood, or is more than all of them.
pub const NOT_PART: Code = Code("M265");
pub const PART_HELP: &str = "Écrivez oui, non, un nombre d’équipements, ou une part suivie de % : 50, ou 20 %.";

/// What may follow a number: the unit of its column.
const UNITS: [&str; 6] = ["an", "ans", "annee", "annees", "kwh", "kwh/an"];

/// A number that is not negative, alone or followed by the unit of its column (`5 ans`, `30 kWh`).
pub enum Amount {}

/// A whole number of units.
pub enum Units {}

/// A duration in years that is above zero.
pub enum Years {}

/// A part of the units of a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Part {
    /// From 0 to 1.
    Share(f64),
    Units(f64),
}

/// The number of a cell that passes a test, else the fault that says what is expected.
fn amount(
    node: &Node,
    is_right: impl Fn(f64) -> bool,
    expected: &str,
    help: &str,
    diagnostics: &mut Diagnostics,
) -> Option<f64> {
    let text = node.text()?;
    let is_number = matches!(node.shape, Shape::Scalar { quoted: false, .. });
    let found = match read_number(text) {
        Ok(value) => Some(value),
        // A workbook may show any number as a percentage.
        Err(NumberFault::Unit { number, rest }) if rest == "%" && is_number => Some(number / 100.0),
        Err(NumberFault::Unit { number, rest }) => UNITS.contains(&folded(&rest).as_str()).then_some(number),
        Err(_) => None,
    };
    let found = found.filter(|value| value.is_finite() && is_right(*value));
    if found.is_none() {
        let message = format!("{} n’est pas {expected}.", quoted(text));
        diagnostics.push(
            Diagnostic::error(NOT_AMOUNT, node.place.clone(), message)
                .help(help)
                .raw(text),
        );
    }
    found
}

impl FromYaml for Amount {
    type Value = f64;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<f64> {
        let help = "Écrivez le nombre seul, positif ou nul, dans l’unité de la colonne (convertissez-le s’il est dans une autre) ; laissez la case vide si la valeur n’existe pas.";
        amount(
            node,
            |value| value >= 0.0,
            "un nombre positif ou nul",
            help,
            diagnostics,
        )
    }

    fn says_nothing(node: &Node) -> bool {
        node.text().is_none_or(|text| absence(text).is_some())
    }
}

impl FromYaml for Units {
    type Value = f64;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<f64> {
        let is_right = |value: f64| value >= 0.0 && value.fract() == 0.0;
        let help = "Écrivez le nombre d’équipements de la ligne, en entier (0 s’il n’y en a plus).";
        amount(node, is_right, "un nombre entier d’équipements", help, diagnostics)
    }

    fn says_nothing(node: &Node) -> bool {
        Amount::says_nothing(node)
    }
}

impl FromYaml for Years {
    type Value = f64;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<f64> {
        let help = "Écrivez une durée en années, de plus de zéro (30 mois font 2,5), ou laissez la case vide.";
        amount(node, |value| value > 0.0, "une durée en années", help, diagnostics)
    }

    fn says_nothing(node: &Node) -> bool {
        Amount::says_nothing(node)
    }
}

impl FromYaml for Part {
    type Value = Part;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<Self> {
        let text = node.text()?;
        let part = match folded(text).as_str() {
            "oui" | "o" | "vrai" | "true" => Some(Part::Share(1.0)),
            "non" | "n" | "faux" | "false" => Some(Part::Share(0.0)),
            _ => match read_number(text) {
                // 0,2 would be a share written as a fraction: `20 %` says it without doubt.
                Ok(units) => (units.fract() == 0.0 && units >= 0.0).then_some(Part::Units(units)),
                Err(NumberFault::Unit { number, rest }) if rest == "%" => {
                    (0.0..=100.0).contains(&number).then_some(Part::Share(number / 100.0))
                }
                Err(_) => None,
            },
        };
        if part.is_none() {
            let message = format!("{} n’est pas une part des équipements de la ligne.", quoted(text));
            diagnostics.push(
                Diagnostic::error(NOT_PART, node.place.clone(), message)
                    .help(PART_HELP)
                    .raw(text),
            );
        }
        part
    }

    fn says_nothing(node: &Node) -> bool {
        Amount::says_nothing(node)
    }
}

inline_schema!(Amount, "nombre positif ou nul", { "type": ["number", "string"] });
inline_schema!(Units, "nombre entier", { "type": ["integer", "string"] });
inline_schema!(Years, "durée en années", { "type": ["number", "string"] });
inline_schema!(Part, "part", { "type": "string" });
