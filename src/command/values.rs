//! The values of arguments, each read from its text; a refusal says in French what is taken.

use crate::config::Deliverable;
use crate::form::scalars::is_plausible;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use jiff::civil::Date;

/// A day, `AAAA-MM-JJ`.
pub fn day(text: &str) -> Result<Date, String> {
    let day = text.parse().ok().filter(|day| text.len() == 10 && is_plausible(*day));
    day.ok_or_else(|| "Une date s’écrit année-mois-jour : 2027-03-26.".to_owned())
}

/// A year, `AAAA`.
pub fn year(text: &str) -> Result<i32, String> {
    let year = text.parse().ok().filter(|year| (1990..=2100).contains(year));
    year.ok_or_else(|| "Une année s’écrit en quatre chiffres, de 1990 à 2100 : 2026.".to_owned())
}

/// A deliverable by its name; completion knows the names too.
pub fn deliverable() -> impl TypedValueParser<Value = Deliverable> {
    let names = PossibleValuesParser::new(Deliverable::ALL.iter().map(|known| known.key()));
    names.try_map(|name| {
        let known = Deliverable::ALL.iter().copied().find(|known| known.key() == name);
        known.ok_or("Ce livrable n’existe pas.")
    })
}
