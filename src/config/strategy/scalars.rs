//! The readers that `strategie.yaml` alone needs: a date as precise as it is known, an amount, one value or several.

use crate::diagnostic::{Code, Diagnostics};
use crate::form::document::{Node, Shape};
use crate::form::entry::{FromYaml, wrong_shape};
use crate::form::number::euros;
use crate::form::scalars::{Number, is_plausible, same_schema};
use crate::form::separators::{Stake, alone_in_yaml};
use crate::french::{apart, converted, name, read_date, read_month};
use crate::model::{Moment, Money, MoneyFault};
use jiff::civil::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;
use std::marker::PhantomData;

/// A text that is neither a day, nor a month, nor a year.
pub const NOT_MOMENT: Code = Code("M034");
/// A text that is not an amount of euros.
pub const NOT_AMOUNT: Code = Code("M035");

/// A day, a month or a year.
pub enum MomentText {}

/// An amount in euros, exact to the cent.
pub enum Amount {}

/// A time of work, in full-time equivalents: `1,5`, or `1,5 ETP`.
pub enum FullTime {}

/// One value, or a list of them.
pub struct OneOrMore<K>(PhantomData<K>);

impl FromYaml for MomentText {
    type Value = Moment;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<Moment> {
        let text = String::from_yaml(node, diagnostics)?;
        let found = moment(&text).filter(|moment| is_plausible(moment.last_day()));
        if found.is_none() {
            let message = format!("« {text} » n’est ni une date, ni un mois, ni une année.");
            let help = "Écrivez 2024 pour l’année, 2024-01 pour janvier 2024, 2024-01-31 pour le jour.";
            diagnostics.push(node.error(NOT_MOMENT, message).help(help));
        }
        found
    }
}

fn moment(text: &str) -> Option<Moment> {
    let digits = |part: &str, count: usize| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = text.split('-').collect();
    let number = |part: &str| part.parse::<i8>().ok();
    match parts.as_slice() {
        [year] if digits(year, 4) => year.parse().ok().map(Moment::Year),
        [year, month] if digits(year, 4) && digits(month, 2) => {
            let first = Date::new(year.parse().ok()?, number(month)?, 1).ok()?;
            Some(Moment::Month(first))
        }
        [year, month, day] if digits(year, 4) && digits(month, 2) && digits(day, 2) => {
            let date = Date::new(year.parse().ok()?, number(month)?, number(day)?).ok()?;
            Some(Moment::Day(date))
        }
        // As a person writes a day or a month: 15/06/2026, 15 juin 2026, juin 2026, 06/2026.
        _ => read_date(text)
            .map(Moment::Day)
            .or_else(|| read_month(text).map(Moment::Month)),
    }
}

impl FromYaml for Amount {
    type Value = Money;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<Money> {
        let text = String::from_yaml(node, diagnostics)?;
        let bare = euros(&text);
        if let Some(doubt) = alone_in_yaml(bare, Stake::Money, &node.place) {
            diagnostics.push(doubt);
            return None;
        }
        // « 45 k€ » is an amount like another.
        let (number, unit) = apart(bare);
        let converted = converted(number, unit, "€").filter(|_| !unit.is_empty());
        let message = match Money::parse(converted.as_deref().unwrap_or(bare)) {
            Ok(amount) if amount >= Money::ZERO => return Some(amount),
            Ok(_) => format!("« {text} » est négatif ; un crédit ne l’est pas."),
            Err(MoneyFault::BelowTheCent) => format!("« {text} » descend sous le centime."),
            Err(MoneyFault::NotANumber | MoneyFault::OutOfRange) => {
                format!("« {text} » n’est pas un montant en euros.")
            }
        };
        // Between braces, YAML would cut it at the comma.
        let help = match node.place.is_in_table() {
            true => "Écrivez le montant en euros, en chiffres : 12500, ou 12 500,50 (12,5 k€ font 12500).",
            false => "Écrivez le montant en euros, en chiffres : 12500, ou \"12 500,50\" (12,5 k€ font 12500).",
        };
        diagnostics.push(node.error(NOT_AMOUNT, message).help(help));
        None
    }
}

impl FromYaml for FullTime {
    type Value = f64;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<f64> {
        let mut node = node.clone();
        if let Shape::Scalar { text, .. } = &mut node.shape {
            let (number, unit) = apart(text);
            if matches!(
                &*name(unit),
                "etp" | "etpt" | "equivalent-temps-plein" | "equivalents-temps-plein"
            ) {
                *text = number.to_owned();
            }
        }
        Number::from_yaml(&node, diagnostics)
    }
}

same_schema!(FullTime, Number);

impl<K: FromYaml> FromYaml for OneOrMore<K> {
    type Value = Vec<K::Value>;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<Self::Value> {
        let values: Vec<K::Value> = match &node.shape {
            Shape::List(nodes) if nodes.is_empty() => {
                diagnostics
                    .push(wrong_shape(node, "au moins une valeur").help("Écrivez une valeur, ou retirez la ligne."));
                return None;
            }
            Shape::List(nodes) => nodes
                .iter()
                .filter_map(|node| K::from_yaml(node, diagnostics))
                .collect(),
            _ => K::from_yaml(node, diagnostics).into_iter().collect(),
        };
        // Nothing but faults, each already told.
        (!values.is_empty()).then_some(values)
    }
}

impl JsonSchema for MomentText {
    fn schema_name() -> Cow<'static, str> {
        "moment".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "anyOf": [
            { "type": "integer", "minimum": 1000, "maximum": 9999 },
            { "type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$" },
        ] })
    }
}

impl JsonSchema for Amount {
    fn schema_name() -> Cow<'static, str> {
        "montant".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "anyOf": [
            { "type": "number", "minimum": 0 },
            { "type": "string", "pattern": "^[0-9  ]+([.,][0-9]{1,2})?$" },
        ] })
    }
}

impl<K: JsonSchema> JsonSchema for OneOrMore<K> {
    fn schema_name() -> Cow<'static, str> {
        format!("un-ou-plusieurs-{}", K::schema_name()).into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let one = K::json_schema(generator);
        json_schema!({ "anyOf": [one, { "type": "array", "items": one, "minItems": 1 }] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_moment_is_as_precise_as_it_is_written() {
        assert_eq!(moment("2024"), Some(Moment::Year(2024)));
        assert_eq!(moment("2024-02"), Some(Moment::Month(date(2024, 2, 1))));
        assert_eq!(moment("2024-02-29"), Some(Moment::Day(date(2024, 2, 29))));
        for text in ["15/06/2026", "15 juin 2026", "2026-6-15"] {
            assert_eq!(moment(text), Some(Moment::Day(date(2026, 6, 15))), "{text}");
        }
        for text in ["juin 2026", "Juin 2026", "06/2026", "6/2026", "2026-6"] {
            assert_eq!(moment(text), Some(Moment::Month(date(2026, 6, 1))), "{text}");
        }
        for wrong in [
            "2023-02-29",
            "2024-13",
            "24",
            "2024-13-01",
            "13/2024",
            "janv 24",
            "2024-01-31-02",
            "",
        ] {
            assert_eq!(moment(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_promise_runs_to_the_last_day_of_its_moment() {
        assert_eq!(moment("2024").unwrap().last_day(), date(2024, 12, 31));
        assert_eq!(moment("2024-02").unwrap().last_day(), date(2024, 2, 29));
        assert_eq!(moment("2024-02").unwrap().first_day(), date(2024, 2, 1));
    }
}
