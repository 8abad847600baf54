//! The values of arguments, each read from its text; a refusal says in French what is taken.

use crate::config::Deliverable;
use crate::form::scalars::is_plausible;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use jiff::civil::Date;

/// A day, `AAAA-MM-JJ`.
pub fn day(text: &str) -> Result<Date, String> {
    let is_shaped = text.len() == 10 && text.split('-').map(str::len).eq([4, 2, 2]);
    let day = text.parse::<Date>().ok().filter(|_| is_shaped);
    let reason = match day {
        Some(day) if is_plausible(day) => return Ok(day),
        Some(_) => "Cette année est hors de toute vraisemblance.",
        None if is_shaped && text.bytes().all(|sign| sign.is_ascii_digit() || sign == b'-') => "Ce jour n’existe pas.",
        None => "Une date s’écrit année-mois-jour : 2027-03-26.",
    };
    Err(reason.to_owned())
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
