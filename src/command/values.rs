//! The values of arguments, each read from its text; a refusal says in French what is taken.

use crate::config::Deliverable;
use crate::form::scalars::is_plausible;
use crate::french;
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

/// The deliverable of that name.
pub fn deliverable(name: &str) -> Result<Deliverable, String> {
    let known = Deliverable::ALL;
    known
        .iter()
        .copied()
        .find(|deliverable| deliverable.key() == name)
        .ok_or_else(|| {
            let names: Vec<_> = known.iter().map(|deliverable| deliverable.key()).collect();
            let question = french::meant(name, names.iter().copied());
            let known = format!("Livrables : {}.", names.join(", "));
            question.map_or_else(|| known.clone(), |question| format!("{question} {known}"))
        })
}
