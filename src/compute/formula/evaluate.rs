//! A formula, year by year: a number where every operand has one, else an absence that says why.

use super::Formula;
use super::expression::{Expression, Function, Operator};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::model::to_twelve_digits;
use crate::model::{Identifier, ObservationStatus, Point, Series, Value};
use std::collections::{BTreeMap, BTreeSet};

/// A division by zero, or a result too large for a number.
const IMPOSSIBLE: Code = Code("M303");

/// Why a year has no result.
#[derive(Debug, PartialEq)]
enum Failure {
    Absent(BTreeSet<String>),
    DivisionByZero { offset: usize },
    TooLarge,
}

/// How the report names each indicator.
pub type Titles<'a> = BTreeMap<&'a Identifier, &'a str>;

impl Failure {
    fn absent(title: String, said: &str) -> Self {
        Failure::Absent(BTreeSet::from([format!("{title}{said}")]))
    }
}

/// The series of the formula; its years are all those of its operands, but for those of which the last known is asked.
pub fn series(
    formula: &Formula<'_>,
    headlines: &BTreeMap<Identifier, Series>,
    titles: &Titles,
    diagnostics: &mut Diagnostics,
) -> Series {
    let cited = formula.expression.operands();
    let asked = |last_known: bool| -> BTreeSet<&Identifier> {
        let cited = cited.iter().filter(|cited| cited.last_known == last_known);
        cited.map(|cited| cited.name).collect()
    };
    let (last, mut names) = (asked(true), asked(false));
    if names.is_empty() {
        names.clone_from(&last);
    }
    let operands: Vec<&Series> = names.iter().filter_map(|name| headlines.get(*name)).collect();
    let years: BTreeSet<i32> = operands
        .iter()
        .flat_map(|series| series.points.iter().map(|point| point.year))
        .collect();
    let mut impossible: Vec<(i32, Failure)> = Vec::new();
    let mut points = Vec::new();
    for year in years {
        let known = last
            .iter()
            .filter_map(|name| Some((*name, last_point(name, year, headlines)?)));
        let known: Vec<(&Identifier, &Point)> = known.collect();
        let of_the_year = operands.iter().filter_map(|series| series.at(year));
        let used: Vec<&Point> = of_the_year.chain(known.iter().map(|(_, point)| *point)).collect();
        let (marks, places) = union(&used);
        let outcome = value(&formula.expression, year, headlines, titles).and_then(finite);
        let (value, note) = match outcome {
            Ok(number) => (Value::Number(to_twelve_digits(number)), older(&known, year, titles)),
            Err(failure) => {
                let note = note(&failure);
                if !matches!(failure, Failure::Absent(_)) {
                    impossible.push((year, failure));
                }
                (Value::Missing, note)
            }
        };
        points.push(Point {
            year,
            value,
            marks,
            note,
            places,
        });
    }
    warn(formula, &impossible, diagnostics);
    Series { points }
}

/// What is said of any of the points, and every place they come from, each once.
pub fn union(points: &[&Point]) -> (Vec<ObservationStatus>, Vec<Place>) {
    let marks: BTreeSet<ObservationStatus> = points.iter().flat_map(|point| point.marks.iter().copied()).collect();
    let mut places: Vec<Place> = Vec::new();
    for place in points.iter().flat_map(|point| &point.places) {
        if !places.contains(place) {
            places.push(place.clone());
        }
    }
    (marks.into_iter().collect(), places)
}

fn value(
    expression: &Expression,
    year: i32,
    headlines: &BTreeMap<Identifier, Series>,
    titles: &Titles,
) -> Result<f64, Failure> {
    let of = |expression: &Expression| value(expression, year, headlines, titles);
    match expression {
        Expression::Number(number) => Ok(*number),
        Expression::Operand { name, .. } => {
            operand(name, year, headlines).map_err(|word| Failure::absent(title(name, titles), word))
        }
        Expression::Last { name, .. } => last_point(name, year, headlines)
            .and_then(|point| point.value.number())
            .ok_or_else(|| Failure::absent(title(name, titles), "")),
        Expression::Negated(inner) => of(inner).map(|number| -number),
        Expression::Binary {
            left,
            operator,
            right,
            offset,
        } => {
            let both = all([of(left), of(right)])?;
            match (operator, both.as_slice()) {
                (Operator::Add, [left, right]) => Ok(left + right),
                (Operator::Subtract, [left, right]) => Ok(left - right),
                (Operator::Multiply, [left, right]) => Ok(left * right),
                (Operator::Divide, [_, right]) if *right == 0.0 => Err(Failure::DivisionByZero { offset: *offset }),
                (Operator::Divide, [left, right]) => Ok(left / right),
                _ => Err(Failure::TooLarge),
            }
        }
        Expression::Call { function, arguments } => {
            let values = all(arguments.iter().map(of))?;
            let sum: f64 = values.iter().sum();
            Ok(match function {
                Function::Sum => sum,
                Function::Mean => sum / values.len() as f64,
                // It is read as an operand of its own.
                Function::Last => return Err(Failure::TooLarge),
            })
        }
    }
}

/// The number of an operand, or what is said of its absence beside its title.
fn operand(name: &Identifier, year: i32, headlines: &BTreeMap<Identifier, Series>) -> Result<f64, &'static str> {
    match headlines
        .get(name)
        .and_then(|series| series.at(year))
        .map(|point| point.value)
    {
        Some(Value::Number(number)) => Ok(number),
        Some(Value::Secret) => Err(" (secret)"),
        Some(Value::Missing | Value::Void) | None => Err(""),
    }
}

/// The last value that is known, of a year or before it.
fn last_point<'a>(name: &Identifier, year: i32, headlines: &'a BTreeMap<Identifier, Series>) -> Option<&'a Point> {
    let points = headlines.get(name)?.points.iter();
    let known = points.filter(|point| point.year <= year && point.value.number().is_some());
    known.max_by_key(|point| point.year)
}

/// What is said of the values of another year that entered a result.
fn older(known: &[(&Identifier, &Point)], year: i32, titles: &Titles) -> String {
    let older = known.iter().filter(|(_, point)| point.year != year);
    let said = older.map(|(name, point)| format!("{} : valeur de {}", title(name, titles), point.year));
    said.collect::<Vec<_>>().join(" ; ")
}

/// An indicator as the report names it.
fn title(name: &Identifier, titles: &Titles) -> String {
    titles
        .get(name)
        .map_or_else(|| name.to_string(), |title| (*title).to_owned())
}

/// Every value, or all that is absent together; an impossible operation is told before an absence.
fn all(values: impl IntoIterator<Item = Result<f64, Failure>>) -> Result<Vec<f64>, Failure> {
    let mut numbers = Vec::new();
    let mut absent = BTreeSet::new();
    for value in values {
        match value {
            Ok(number) => numbers.push(number),
            Err(Failure::Absent(names)) => absent.extend(names),
            Err(failure) => return Err(failure),
        }
    }
    if absent.is_empty() {
        Ok(numbers)
    } else {
        Err(Failure::Absent(absent))
    }
}

fn finite(number: f64) -> Result<f64, Failure> {
    if number.is_finite() {
        Ok(number)
    } else {
        Err(Failure::TooLarge)
    }
}

fn note(failure: &Failure) -> String {
    match failure {
        Failure::Absent(names) => {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            format!("Non calculé, il manque : {}", names.join(", "))
        }
        Failure::DivisionByZero { .. } => "Non calculé : division par zéro".to_owned(),
        Failure::TooLarge => "Non calculé : résultat trop grand".to_owned(),
    }
}

fn warn(formula: &Formula<'_>, impossible: &[(i32, Failure)], diagnostics: &mut Diagnostics) {
    let Some((_, first)) = impossible.first() else { return };
    let years: Vec<String> = impossible.iter().map(|(year, _)| year.to_string()).collect();
    let (reason, offset, raw) = match first {
        Failure::DivisionByZero { offset } => ("elle divise par zéro", *offset, "/"),
        _ => ("son résultat est trop grand", 0, formula.source.value.as_str()),
    };
    let place = diagnostics.inside(formula.source, offset);
    let message = format!(
        "La formule de « {} » n’a pas de résultat pour {} : {reason}.",
        formula.indicator.id,
        years.join(", ")
    );
    diagnostics.push(
        Diagnostic::warning(IMPOSSIBLE, place, message)
            .help("Vérifiez les valeurs de ces années : une absence se laisse vide, elle ne vaut pas zéro.")
            .raw(raw),
    );
}
