//! Measures of the units themselves: how many, how long they serve, how many were bought refurbished.
//!
//! A mean is made of what the inventory says, never of a factor’s default; what it does not say is noted.

use super::Known;
use crate::french::{number, plural};
use crate::model::to_twelve_digits;
use crate::model::{FleetMeasure, Indicator, ObservationStatus, Point, Value};
use crate::validate::{Equipment, Waste};
use std::collections::BTreeMap;

/// A point a year with an inventory in the perimeter; none for a year that does not tell the measure.
pub fn points(indicator: &Indicator, measure: FleetMeasure, equipment: Option<&str>, known: &Known) -> Vec<Point> {
    let mut years: BTreeMap<i32, Vec<&Equipment>> = BTreeMap::new();
    let lines = known.fleet.equipment.iter().filter(|line| {
        line.perimeter == indicator.perimeter
            && line.exclusion.is_empty()
            && equipment.is_none_or(|name| line.kind == name)
    });
    for line in lines {
        years.entry(line.year).or_default().push(line);
    }
    let agents = known.community.agents.map(|agents| agents as f64);
    let point = |(year, lines): (i32, Vec<&Equipment>)| {
        let (value, note) = told(measure, &lines, agents)?;
        Some(Point {
            year,
            value: Value::Number(to_twelve_digits(value)),
            marks: marks(lines.iter().any(|line| line.example)),
            note,
            places: lines.iter().map(|line| line.place.clone()).collect(),
        })
    };
    years.into_iter().filter_map(point).collect()
}

/// kg of waste an agent, a point a year that has weights.
pub fn waste(indicator: &Indicator, known: &Known) -> Vec<Point> {
    let Some(agents) = known.community.agents else {
        return Vec::new();
    };
    let mut years: BTreeMap<i32, Vec<&Waste>> = BTreeMap::new();
    let weights = known.fleet.waste.iter();
    for waste in weights.filter(|waste| waste.declaration.perimeter == indicator.perimeter) {
        years.entry(waste.declaration.year).or_default().push(waste);
    }
    let point = |(year, weights): (i32, Vec<&Waste>)| Point {
        year,
        value: Value::Number(to_twelve_digits(
            weights.iter().map(|waste| waste.weight).sum::<f64>() / agents as f64,
        )),
        marks: marks(weights.iter().any(|waste| waste.declaration.example)),
        note: String::new(),
        places: weights.iter().map(|waste| waste.declaration.place.clone()).collect(),
    };
    years.into_iter().map(point).collect()
}

/// The value of a measure over the lines of a year, and what it does not cover.
fn told(measure: FleetMeasure, lines: &[&Equipment], agents: Option<f64>) -> Option<(f64, String)> {
    let units: f64 = lines.iter().map(|line| line.number).sum();
    match measure {
        FleetMeasure::Number => Some((units, String::new())),
        FleetMeasure::NumberPerAgent => Some((units / agents?, String::new())),
        FleetMeasure::MeanLife => mean(lines, |line| line.internal_life),
        FleetMeasure::MeanAge => mean(lines, |line| line.age),
        FleetMeasure::RefurbishedShare => share(lines, units, |line| line.refurbished),
        FleetMeasure::ReuseRate => share(lines, units, |line| line.reused),
        _ => None,
    }
}

/// The mean of the units that say something, each weighing as much.
fn mean(lines: &[&Equipment], of: impl Fn(&Equipment) -> Option<f64>) -> Option<(f64, String)> {
    let said = || lines.iter().filter_map(|line| Some((line.number, of(line)?)));
    let units: f64 = said().map(|(units, _)| units).sum();
    let all: f64 = lines.iter().map(|line| line.number).sum();
    let years: f64 = said().map(|(units, years)| units * years).sum();
    let note = match units < all {
        true => format!(
            "Sur {} de {}, les seuls dont l’inventaire le dit",
            plural(units as usize, "équipement", "équipements"),
            number(all, 0)
        ),
        false => String::new(),
    };
    (units > 0.0).then(|| (years / units, note))
}

/// The part of all units, in per cent; as soon as one line says something, an empty cell says none.
fn share(lines: &[&Equipment], all: f64, of: impl Fn(&Equipment) -> Option<f64>) -> Option<(f64, String)> {
    let said: Vec<f64> = lines.iter().filter_map(|line| of(line)).collect();
    (!said.is_empty() && all > 0.0).then(|| (said.iter().sum::<f64>() / all * 100.0, String::new()))
}

fn marks(example: bool) -> Vec<ObservationStatus> {
    example.then_some(ObservationStatus::Example).into_iter().collect()
}
