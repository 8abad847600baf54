//! The footprint of digital technology: what equipment, data centres and services weigh in a year, in kgCO2e.
//!
//! `yearly = (manufacture + distribution + end of life) / life + yearly use` (ADEME, RCP SI, November 2024). What lacks a
//! factor is set apart with its number, never counted as zero; what other tools gave is kept apart, never added.

mod noun;
mod counted;
mod life;
mod tally;
mod quality;
mod warnings;
#[cfg(test)]
pub(in crate::compute) mod fixture;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod properties;

pub use noun::{Excluded, Footprint, Part, Post, Range, Share, UsedFactor, YearFootprint};

use crate::config::Community;
use crate::diagnostic::Diagnostics;
use crate::model::Perimeter;
use crate::model::to_twelve_digits;
use crate::validate::Fleet;
use counted::{Pick, Served};
use std::collections::{BTreeMap, BTreeSet};
use tally::{Contribution, tally};

/// The footprint of every year of which something is known; none where `data/parc/` says nothing of it.
pub fn footprint(community: &Community, fleet: &Fleet, diagnostics: &mut Diagnostics) -> Option<Footprint> {
    warnings::of_lines(fleet, diagnostics);
    let equipment = fleet.equipment.iter().map(|line| line.year);
    let centres = fleet.centres.iter().map(|centre| centre.declaration.year);
    let services = fleet.services.iter().map(|service| service.declaration.year);
    let years: BTreeSet<i32> = equipment.chain(centres).chain(services).collect();
    let years: Vec<YearFootprint> = years.into_iter().map(|year| of_year(community, fleet, year)).collect();
    years.iter().for_each(|year| warnings::of_year(year, diagnostics));
    warnings::of_comparison(&years, diagnostics);
    let results = fleet.results.clone();
    (!years.is_empty() || !results.is_empty()).then_some(Footprint { years, results })
}

fn of_year(community: &Community, fleet: &Fleet, year: i32) -> YearFootprint {
    let used = tally(fleet, year, Pick::Used);
    let contributions = &used.contributions;
    let mut parts: BTreeMap<(Perimeter, Post), Part> = BTreeMap::new();
    for one in contributions {
        let part = parts.entry((one.perimeter, one.post.clone())).or_default();
        part.share.add(&one.share);
        part.example |= one.example;
        part.places.push(one.place.clone());
    }
    parts.values_mut().for_each(|part| part.share.settle());
    let total = sums(contributions, |_| ()).remove(&()).unwrap_or_default();
    let by_post = sums(contributions, |one| one.post.clone());
    let by_perimeter = sums(contributions, |one| one.perimeter);
    let extremes = [Pick::Lowest, Pick::Highest].map(|pick| tally(fleet, year, pick).contributions);
    let [lowest, highest] = extremes.each_ref().map(|all| sums(all, |one| one.post.clone()));
    let ranges: BTreeMap<Post, Range> = by_post
        .keys()
        .filter_map(|post| Some((post.clone(), range(lowest.get(post)?, highest.get(post)?)?)))
        .collect();
    let [lowest, highest] = extremes
        .each_ref()
        .map(|all| sums(all, |_| ()).remove(&()).unwrap_or_default());
    let per = |share: &Share, heads: u64| {
        share
            .is_counted()
            .then(|| to_twelve_digits(share.total() / heads as f64))
    };
    // Agents use what is the collectivité’s, not what is its communes’ or the inhabitants’.
    let own = by_perimeter.get(&Perimeter::Collectivite).cloned().unwrap_or_default();
    YearFootprint {
        year,
        example: contributions.iter().any(|one| one.example),
        per_agent: community.agents.and_then(|agents| per(&own, agents)),
        per_inhabitant: per(&total, community.population),
        range: range(&lowest, &highest),
        by_site: sums(contributions, |one| one.site.to_owned()),
        quality: quality::of_data(contributions),
        quality_of_impact: quality::of_impact(contributions),
        factors: factors(&used.factors),
        services: of(&fleet.services, |service| service.declaration.year == year),
        centres: of(&fleet.centres, |centre| centre.declaration.year == year),
        lives: used.lives,
        excluded: used.excluded,
        total,
        by_post,
        ranges,
        by_perimeter,
        parts,
    }
}

/// The sum of the contributions that share a key.
fn sums<K: Ord>(contributions: &[Contribution], key: impl Fn(&Contribution) -> K) -> BTreeMap<K, Share> {
    let mut sums: BTreeMap<K, Share> = BTreeMap::new();
    for one in contributions {
        sums.entry(key(one)).or_default().add(&one.share);
    }
    sums.values_mut().for_each(Share::settle);
    sums
}

/// The bounds of what differs by more than its last digits.
fn range(lowest: &Share, highest: &Share) -> Option<Range> {
    let (low, high) = (lowest.total(), highest.total());
    (high - low > 1e-9 * high.abs()).then_some(Range { low, high })
}

fn of<T: Clone>(all: &[T], wanted: impl Fn(&T) -> bool) -> Vec<T> {
    all.iter().filter(|one| wanted(one)).cloned().collect()
}

/// Each factor that served, once.
fn factors(served: &[Served]) -> Vec<UsedFactor> {
    let once: BTreeMap<_, _> = served
        .iter()
        .map(|(name, item, choice)| ((*name, *item), *choice))
        .collect();
    let used = once.into_iter().map(|((equipment, item), choice)| UsedFactor {
        equipment: equipment.to_owned(),
        item,
        factor: choice.used.clone(),
        others: choice.others.clone(),
    });
    used.collect()
}
