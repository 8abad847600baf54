//! The life over which manufacture, distribution and end of life are spread, by the RCP SI.
//!
//! It is that of a kind of equipment in a perimeter, not of a line: the share refurbished is one of a whole
//! fleet, and cutting a line of the inventory in two changes nothing.

use super::counted::Counted;
use super::noun::LifeUsed;
use crate::model::Perimeter;
use std::collections::BTreeMap;

/// The life of each kind of equipment of each perimeter.
///
/// - `internal life + upstream life × share refurbished`;
/// - `+ reuse rate × (mean total life − internal life)`, never less than 0;
/// - without proof, both terms are 0 for the units concerned.
pub fn lives<'a>(counted: &[Counted<'a>]) -> BTreeMap<(Perimeter, &'a str), LifeUsed> {
    let mut groups: BTreeMap<(Perimeter, &str), Vec<&Counted>> = BTreeMap::new();
    for one in counted.iter().filter(|one| one.line.number > 0.0) {
        groups.entry((one.line.perimeter, one.name)).or_default().push(one);
    }
    groups
        .into_iter()
        .map(|(key, lines)| (key, life(key, &lines)))
        .collect()
}

fn life((perimeter, name): (Perimeter, &str), lines: &[&Counted]) -> LifeUsed {
    let number: f64 = lines.iter().map(|one| one.line.number).sum();
    let mean = |weight: &dyn Fn(&Counted) -> f64| lines.iter().map(|one| weight(one)).sum::<f64>() / number;
    let internal = mean(&|one| one.line.number * one.internal_life);
    let proved = |one: &Counted| if one.line.proved { 1.0 } else { 0.0 };
    let refurbished = mean(&|one| {
        proved(one) * one.line.refurbished.unwrap_or_default() * one.line.upstream_life.unwrap_or_default()
    });
    let rate = mean(&|one| proved(one) * one.line.reused.unwrap_or_default());
    let mean_total = lines.iter().find_map(|one| one.mean_total_life);
    let after = mean_total.map_or(0.0, |total| (total - internal).max(0.0));
    let aged = lines.iter().filter(|one| one.line.age.is_some());
    let aged_number: f64 = aged.clone().map(|one| one.line.number).sum();
    let years: f64 = aged.filter_map(|one| Some(one.line.number * one.line.age?)).sum();
    LifeUsed {
        equipment: name.to_owned(),
        perimeter,
        number,
        internal,
        refurbished,
        reused: rate * after,
        mean_age: (aged_number > 0.0).then(|| years / aged_number),
    }
}
