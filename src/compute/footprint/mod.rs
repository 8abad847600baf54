//! The footprint of digital technology: what the equipment of an inventory weighs in a year, in kgCO2e.
//!
//! `yearly = (manufacture + distribution + end of life) / life + yearly use` (ADEME, RCP SI, November 2024). Equipment
//! that lacks a factor is set apart with its number, never counted as zero. Networks, services and clouds are not here.

mod noun;
mod counted;
mod life;
mod warnings;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod properties;

pub use noun::{Excluded, Footprint, Lacking, LifeUsed, Share, UsedFactor, YearFootprint};

use super::round::to_twelve_digits;
use crate::config::Community;
use crate::diagnostic::Diagnostics;
use crate::model::{Perimeter, Quality, Stage};
use crate::validate::{Equipment, Fleet};
use counted::{Counted, SPREAD};
use std::collections::{BTreeMap, BTreeSet};

/// The footprint of every year that has an inventory; none where there is none.
pub fn footprint(community: &Community, fleet: &Fleet, diagnostics: &mut Diagnostics) -> Option<Footprint> {
    warnings::of_lines(fleet, diagnostics);
    let years: BTreeSet<i32> = fleet.equipment.iter().map(|line| line.year).collect();
    let years = years.into_iter().map(|year| {
        let lines = fleet.equipment.iter().filter(|line| line.year == year);
        let footprint = of_year(community, fleet, year, lines);
        warnings::of_year(&footprint, diagnostics);
        footprint
    });
    let years: Vec<YearFootprint> = years.collect();
    (!years.is_empty()).then_some(Footprint { years })
}

fn of_year<'a>(
    community: &Community,
    fleet: &'a Fleet,
    year: i32,
    lines: impl Iterator<Item = &'a Equipment>,
) -> YearFootprint {
    let mut counted = Vec::new();
    let mut excluded: BTreeMap<(&str, Vec<Lacking>), Excluded> = BTreeMap::new();
    for line in lines {
        match counted::count(fleet, line) {
            Ok(one) => counted.push(one),
            Err(missing) => set_apart(&mut excluded, line, missing),
        }
    }
    let lives = life::lives(&counted);
    let mut total = Share::default();
    let mut by_type: BTreeMap<String, Share> = BTreeMap::new();
    let mut by_perimeter: BTreeMap<Perimeter, Share> = BTreeMap::new();
    let mut by_site: BTreeMap<String, Share> = BTreeMap::new();
    for one in &counted {
        let line = one.line;
        // A line of no unit has no life to be spread over, and nothing to spread.
        let Some(life) = lives.get(&(line.perimeter, one.name)) else {
            continue;
        };
        let share = share(one, life.total());
        add(&mut total, &share);
        add(by_type.entry(line.kind.clone()).or_default(), &share);
        add(by_perimeter.entry(line.perimeter).or_default(), &share);
        add(by_site.entry(line.site.clone()).or_default(), &share);
    }
    by_type.values_mut().for_each(settle);
    by_perimeter.values_mut().for_each(settle);
    by_site.values_mut().for_each(settle);
    settle(&mut total);
    let per = |share: &Share, heads: u64| (share.number > 0.0).then(|| to_twelve_digits(share.total() / heads as f64));
    // Agents use the equipment of the collectivité, not that of its communes or of the inhabitants.
    let own = by_perimeter.get(&Perimeter::Collectivite).cloned().unwrap_or_default();
    YearFootprint {
        year,
        example: counted.iter().any(is_example),
        per_agent: community.agents.and_then(|agents| per(&own, agents)),
        per_inhabitant: per(&total, community.population),
        total,
        by_type,
        by_perimeter,
        by_site,
        lives: lives.into_values().collect(),
        excluded: excluded.into_values().collect(),
        quality: quality(&counted),
        factors: factors(&counted),
    }
}

/// What the units of a line weigh, spread over `life` years.
fn share(one: &Counted, life: f64) -> Share {
    let number = one.line.number;
    let spread = SPREAD.into_iter().zip(one.once);
    let mut stages: BTreeMap<Stage, f64> = spread.map(|(stage, once)| (stage, number * once / life)).collect();
    stages.insert(Stage::Use, number * one.yearly_use);
    Share { number, stages }
}

fn add(sum: &mut Share, share: &Share) {
    sum.number += share.number;
    for (stage, value) in &share.stages {
        *sum.stages.entry(*stage).or_default() += value;
    }
}

fn settle(share: &mut Share) {
    share
        .stages
        .values_mut()
        .for_each(|value| *value = to_twelve_digits(*value));
}

fn set_apart<'a>(
    excluded: &mut BTreeMap<(&'a str, Vec<Lacking>), Excluded>,
    line: &'a Equipment,
    missing: Vec<Lacking>,
) {
    let entry = excluded
        .entry((&line.kind, missing.clone()))
        .or_insert_with(|| Excluded {
            equipment: line.kind.clone(),
            number: 0.0,
            missing,
            place: line.place.clone(),
        });
    entry.number += line.number;
}

fn is_example(one: &Counted) -> bool {
    one.line.example || one.factors.iter().any(|used| used.factor.example)
}

/// The share of each class among the data, those of a line weighing as many units as it counts.
fn quality(counted: &[Counted]) -> BTreeMap<Quality, f64> {
    let mut weights: BTreeMap<Quality, f64> = BTreeMap::new();
    for one in counted.iter().filter(|one| one.line.number > 0.0) {
        for class in &one.qualities {
            *weights.entry(*class).or_default() += one.line.number;
        }
    }
    let total: f64 = weights.values().sum();
    weights
        .values_mut()
        .for_each(|weight| *weight = to_twelve_digits(*weight / total));
    weights
}

/// Each factor that served, once.
fn factors(counted: &[Counted]) -> Vec<UsedFactor> {
    let served = counted.iter().flat_map(|one| &one.factors);
    let once: BTreeMap<_, _> = served.map(|used| ((&used.equipment, used.item), used)).collect();
    once.into_values().cloned().collect()
}
