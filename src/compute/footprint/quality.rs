//! How sure the data of a year are, by the classes of the RCP SI.

use super::tally::Contribution;
use crate::model::Quality;
use crate::model::to_twelve_digits;
use std::collections::BTreeMap;

/// The share of each class among the data, those of a line weighing as many units as it counts.
pub fn of_data(contributions: &[Contribution]) -> BTreeMap<Quality, f64> {
    let data = contributions
        .iter()
        .flat_map(|one| one.qualities.iter().map(|class| (*class, one.weight)));
    shares(data)
}

/// The share of the footprint whose least sure datum is of each class.
pub fn of_impact(contributions: &[Contribution]) -> BTreeMap<Quality, f64> {
    let data = contributions.iter().filter_map(|one| {
        let least_sure = one.qualities.iter().max()?;
        Some((*least_sure, one.share.total()))
    });
    shares(data)
}

fn shares(weighted: impl Iterator<Item = (Quality, f64)>) -> BTreeMap<Quality, f64> {
    let mut weights: BTreeMap<Quality, f64> = BTreeMap::new();
    for (class, weight) in weighted {
        *weights.entry(class).or_default() += weight;
    }
    let total: f64 = weights.values().sum();
    if total <= 0.0 {
        return BTreeMap::new();
    }
    weights
        .values_mut()
        .for_each(|weight| *weight = to_twelve_digits(*weight / total));
    weights
}
