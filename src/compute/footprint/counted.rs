//! What a line of the inventory is counted with: each stage’s factor, its internal life, its yearly use; or what lacks.

use super::noun::{Lacking, UsedFactor};
use crate::model::{Quality, Stage};
use crate::validate::{Equipment, Factor, FactorItem, Fleet};

/// The stages that are spread over the life.
pub const SPREAD: [Stage; 3] = [Stage::Manufacture, Stage::Distribution, Stage::EndOfLife];

/// The name under which the factor of electricity is printed.
const ELECTRICITY: &str = "électricité";

/// A line that has every factor it needs.
#[derive(Clone, Debug)]
pub struct Counted<'a> {
    pub line: &'a Equipment,
    /// The model where a factor is its own, else the kind.
    pub name: &'a str,
    /// kgCO2e a unit, once, in the order of [`SPREAD`].
    pub once: [f64; 3],
    /// kgCO2e a unit and a year.
    pub yearly_use: f64,
    /// Years.
    pub internal_life: f64,
    /// Years; none where no factor gives it.
    pub mean_total_life: Option<f64>,
    pub factors: Vec<UsedFactor>,
    /// The class of each datum that served.
    pub qualities: Vec<Quality>,
}

/// The factors of a line, or what lacks to count it.
///
/// A factor of the model comes before one of the kind, stage by stage.
pub fn count<'a>(fleet: &Fleet, line: &'a Equipment) -> Result<Counted<'a>, Vec<Lacking>> {
    let names = [line.model.as_str(), line.kind.as_str()];
    let find = |item: FactorItem| {
        let mut candidates = names.iter().filter(|name| !name.is_empty());
        candidates.find_map(|name| Some((*name, fleet.factors.get(&((*name).to_owned(), item))?)))
    };
    let mut missing = Vec::new();
    let mut used: Vec<(&str, FactorItem, &Factor)> = Vec::new();
    let mut once = [0.0; 3];
    for (value, stage) in once.iter_mut().zip(SPREAD) {
        match find(FactorItem::Stage(stage)) {
            Some((name, factor)) => {
                *value = factor.value;
                used.push((name, FactorItem::Stage(stage), factor));
            }
            None => missing.push(Lacking::Stage(stage)),
        }
    }
    let mean_life = find(FactorItem::Life);
    let internal_life = line.internal_life.or(mean_life.map(|(_, life)| life.value));
    if internal_life.is_none() {
        missing.push(Lacking::Life);
    }
    let by_energy = line.yearly_energy.zip(fleet.electricity.as_ref());
    let use_factor = find(FactorItem::Stage(Stage::Use)).filter(|_| by_energy.is_none());
    if by_energy.is_none() && use_factor.is_none() {
        missing.push(Lacking::Stage(Stage::Use));
    }
    let (Some(internal_life), true) = (internal_life, missing.is_empty()) else {
        return Err(missing);
    };
    // The mean life serves where no internal life is declared, and where reuse is measured against it.
    let claims_reuse = line.proved && line.reused > 0.0;
    used.extend(
        mean_life
            .filter(|_| line.internal_life.is_none() || claims_reuse)
            .map(|(name, life)| (name, FactorItem::Life, life)),
    );
    used.extend(use_factor.map(|(name, factor)| (name, FactorItem::Stage(Stage::Use), factor)));

    let own = line.quality.unwrap_or(Quality::Medium);
    let refurbished = line.proved && line.refurbished > 0.0;
    // The number of units, and each number that the line declares besides.
    let declared = 1
        + usize::from(line.internal_life.is_some())
        + usize::from(by_energy.is_some())
        + usize::from(refurbished) * 2
        + usize::from(claims_reuse);
    let mut qualities = vec![own; declared];
    qualities.extend(used.iter().map(|(.., factor)| factor.origin.quality));
    let mut factors: Vec<UsedFactor> = used
        .iter()
        .map(|(name, item, factor)| UsedFactor {
            equipment: (*name).to_owned(),
            item: Some(*item),
            factor: (*factor).clone(),
        })
        .collect();
    if let Some((_, electricity)) = by_energy {
        qualities.push(electricity.origin.quality);
        factors.push(UsedFactor {
            equipment: ELECTRICITY.to_owned(),
            item: None,
            factor: electricity.clone(),
        });
    }
    let yearly_use = match (by_energy, use_factor) {
        (Some((energy, electricity)), _) => energy * electricity.value,
        (None, factor) => factor.map_or(0.0, |(_, factor)| factor.value),
    };
    let own_factor = fleet.factors.keys().any(|(name, _)| *name == line.model);
    Ok(Counted {
        line,
        name: if own_factor { &line.model } else { &line.kind },
        once,
        yearly_use,
        internal_life,
        mean_total_life: mean_life.map(|(_, life)| life.value),
        factors,
        qualities,
    })
}
