//! A whole that is not the sum of its parts, where the catalogue says that they add up: both are printed side by side.

use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics};
use crate::french::{list, plural, quoted, years};
use crate::model::{Aggregation, BreakdownKey, Indicator, Value, adds_up, divisions, to_twelve_digits};
use crate::validate::line::Reading;
use crate::validate::words::exact;
use std::collections::{BTreeMap, BTreeSet};

/// A row of the whole and the sum of its parts are two numbers.
const WHOLE_DIFFERS: Code = Code("M244");

/// Parts whose places a message names.
const NAMED: usize = 3;

/// The rows that divide another one, of the same year.
pub type Parts<'a> = Vec<&'a Reading<'a>>;

/// A row, and those that divide it by these columns.
pub struct Divided<'a> {
    pub whole: &'a Reading<'a>,
    pub columns: BTreeSet<String>,
    pub parts: Parts<'a>,
}

/// A whole whose parts make another number.
struct Found<'d, 'a> {
    whole: &'a Reading<'a>,
    parts: &'d Parts<'a>,
    sum: f64,
    /// Some of the parts are not known, and the others are already more than the whole.
    partial: bool,
}

/// Warns, once a way of dividing, of the wholes that are not the sum of their parts.
pub fn check(indicator: &Indicator, divided: &[Divided], diagnostics: &mut Diagnostics) {
    let mut found: BTreeMap<&BTreeSet<String>, Vec<Found>> = BTreeMap::new();
    for Divided { whole, columns, parts } in divided {
        let excess = || Some((excess(whole, parts)?, true));
        let differs = difference(whole, parts).map_or_else(excess, |sum| Some((sum?, false)));
        if let Some((sum, partial)) = differs {
            let found = found.entry(columns).or_default();
            found.push(Found {
                whole,
                parts,
                sum,
                partial,
            });
        }
    }
    diagnostics.extend(found.iter().map(|(columns, found)| told(indicator, columns, found)));
}

/// Each row that others of its year divide, where the catalogue says that they add up.
pub fn divided<'a>(indicator: &Indicator, readings: &[&'a Reading<'a>]) -> Vec<Divided<'a>> {
    if indicator.aggregation != Aggregation::Sum {
        return Vec::new();
    }
    let mut by_year: BTreeMap<i32, Parts> = BTreeMap::new();
    for &reading in readings {
        by_year.entry(reading.observation.year).or_default().push(reading);
    }
    let mut divided = Vec::new();
    for year in by_year.values() {
        let keys: Vec<&BreakdownKey> = year.iter().map(|row| &row.observation.breakdown).collect();
        divided.extend(divisions(&keys).into_iter().map(|((whole, columns), parts)| Divided {
            whole: year[whole],
            columns,
            parts: parts.into_iter().map(|rank| year[rank]).collect(),
        }));
    }
    divided
}

/// Whether the parts of an indicator make its whole: unknown where one of them is a whole itself.
pub fn cause(indicator: &Indicator) -> Cause {
    Cause::entry(&format!("total: {}", indicator.id.as_str()))
}

/// The sum of the parts where it is not the whole; none at all where a number is not known.
pub fn difference(whole: &Reading, parts: &[&Reading]) -> Option<Option<f64>> {
    let whole = whole.observation.value.number()?;
    let there = parts.iter().filter(|part| part.observation.value != Value::Void);
    let numbers = there.map(|part| part.observation.value.number());
    let numbers: Vec<f64> = numbers.collect::<Option<_>>()?;
    let sum = to_twelve_digits(numbers.iter().sum());
    Some((!adds_up(whole, &numbers)).then_some(sum))
}

/// The sum of the known parts, where it is more than the whole: the others would be under zero.
fn excess(whole: &Reading, parts: &[&Reading]) -> Option<f64> {
    let whole = whole.observation.value.number()?;
    let numbers: Vec<f64> = parts
        .iter()
        .filter_map(|part| part.observation.value.number())
        .collect();
    let sum = to_twelve_digits(numbers.iter().sum());
    let is_positive = numbers.iter().all(|number| *number >= 0.0);
    (is_positive && sum > whole && !adds_up(whole, &numbers)).then_some(sum)
}

fn told(indicator: &Indicator, columns: &BTreeSet<String>, found: &[Found]) -> Diagnostic {
    let Found {
        whole,
        parts,
        sum,
        partial,
    } = &found[0];
    let value = whole.observation.value.number().unwrap_or_default();
    let places = parts.iter().take(NAMED).map(|part| part.observation.place.to_string());
    let mut places: Vec<String> = places.collect();
    if parts.len() > NAMED {
        places.push("…".to_owned());
    }
    let of = whole.observation.breakdown.values();
    let of: Vec<String> = of.map(|part| format!(", {}", quoted(part))).collect();
    let message = format!(
        "{}{}, {} : l’ensemble vaut {}, et la somme de {} par {} vaut {}, soit {} d’écart (parties : {}){}.",
        quoted(indicator.id.as_str()),
        of.concat(),
        whole.observation.year,
        exact(value),
        match partial {
            true => format!(
                "celles qui sont connues de ses {}",
                plural(parts.len(), "partie", "parties")
            ),
            false => format!("ses {}", plural(parts.len(), "partie", "parties")),
        },
        list(&columns.iter().collect::<Vec<_>>()),
        exact(*sum),
        exact(to_twelve_digits((value - sum).abs())),
        places.join(", "),
        others(found),
    );
    Diagnostic::warning(WHOLE_DIFFERS, whole.observation.place.clone(), message)
        .help(format!(
            "Corrigez l’un ou l’autre : le rapport imprime l’ensemble à côté de ses parties. Si elles ne s’additionnent pas, écrivez {} ({}).",
            indicator.place.written("total", "aucun", "aucun"),
            indicator.place.of_key("total")
        ))
        .raw(whole.content.display())
        .because(cause(indicator))
}

/// How many other wholes differ, and in which years.
fn others(found: &[Found]) -> String {
    let of: BTreeSet<i32> = found[1..].iter().map(|found| found.whole.observation.year).collect();
    let of: Vec<i32> = of.into_iter().collect();
    match found.len() - 1 {
        0 => String::new(),
        count => {
            let others = plural(count, "autre ensemble aussi", "autres ensembles aussi");
            format!(" ; {others} ({})", years(&of))
        }
    }
}
