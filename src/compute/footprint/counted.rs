//! What a line of the inventory is counted with: each stage’s factor, its internal life, its yearly use; or what lacks.

use super::noun::Lacking;
use crate::model::{FactorItem, Quality, Stage};
use crate::validate::{Equipment, Factor, FactorChoice, Fleet};

/// The stages that are spread over the life.
pub const SPREAD: [Stage; 3] = [Stage::Manufacture, Stage::Distribution, Stage::EndOfLife];

/// Which of the factors that sources give is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// The one that the rule chooses.
    Used,
    /// The one that makes the footprint lowest.
    Lowest,
    /// The one that makes the footprint highest.
    Highest,
}

/// A factor that served: its name, its item (none for electricity), and the choice it belongs to.
pub type Served<'a> = (&'a str, Option<FactorItem>, &'a FactorChoice);

/// The name under which the factor of electricity is printed.
pub const ELECTRICITY: &str = "électricité";

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
    pub factors: Vec<Served<'a>>,
    /// The class of each datum that served.
    pub qualities: Vec<Quality>,
}

impl Pick {
    pub fn of(self, choice: &FactorChoice, item: Option<FactorItem>) -> &Factor {
        match (self, item) {
            (Pick::Used, _) => &choice.used,
            // A longer life is a lower footprint.
            (Pick::Lowest, Some(FactorItem::Life)) | (Pick::Highest, Some(FactorItem::Stage(_)) | None) => {
                choice.highest()
            }
            (Pick::Highest, Some(FactorItem::Life)) | (Pick::Lowest, Some(FactorItem::Stage(_)) | None) => {
                choice.lowest()
            }
        }
    }
}

/// The factors of a line, or what lacks to count it.
///
/// A factor of the model comes before one of the kind, stage by stage. A line whose consumption is in that of a data
/// centre has no use of its own.
pub fn count<'a>(fleet: &'a Fleet, line: &'a Equipment, pick: Pick) -> Result<Counted<'a>, Vec<Lacking>> {
    let names = [line.model.as_str(), line.kind.as_str()];
    let find = |item: FactorItem| -> Option<(Served<'a>, f64)> {
        let mut candidates = names.iter().filter(|name| !name.is_empty());
        let (name, choice) =
            candidates.find_map(|name| Some((*name, fleet.factors.get(&((*name).to_owned(), item))?)))?;
        Some(((name, Some(item), choice), pick.of(choice, Some(item)).value))
    };
    let mut missing = Vec::new();
    let mut factors: Vec<Served> = Vec::new();
    let mut once = [0.0; 3];
    for (value, stage) in once.iter_mut().zip(SPREAD) {
        match find(FactorItem::Stage(stage)) {
            Some((served, found)) => {
                *value = found;
                factors.push(served);
            }
            None => missing.push(Lacking::Stage(stage)),
        }
    }
    let mean_life = find(FactorItem::Life);
    let internal_life = line.internal_life.or(mean_life.map(|(_, life)| life));
    if internal_life.is_none() {
        missing.push(Lacking::Life);
    }
    let hosted = !line.centre.is_empty();
    let by_energy = line.yearly_energy.zip(fleet.electricity.as_ref()).filter(|_| !hosted);
    let by_factor = find(FactorItem::Stage(Stage::Use)).filter(|_| by_energy.is_none() && !hosted);
    if !hosted && by_energy.is_none() && by_factor.is_none() {
        missing.push(Lacking::Stage(Stage::Use));
    }
    let (Some(internal_life), true) = (internal_life, missing.is_empty()) else {
        return Err(missing);
    };
    // The mean life serves where no internal life is declared, and where reuse is measured against it.
    let claims_reuse = line.proved && line.reused.is_some_and(|units| units > 0.0);
    let life = mean_life.filter(|_| line.internal_life.is_none() || claims_reuse);
    factors.extend(life.map(|(served, _)| served));
    factors.extend(by_factor.map(|(served, _)| served));
    factors.extend(by_energy.map(|(_, electricity)| (ELECTRICITY, None, electricity)));
    let yearly_use = match by_energy {
        Some((energy, electricity)) => energy * pick.of(electricity, None).value,
        None => by_factor.map_or(0.0, |(_, value)| value),
    };

    let refurbished = line.proved && line.refurbished.is_some_and(|units| units > 0.0);
    // The number of units, and each number that the line declares besides.
    let declared = 1
        + usize::from(line.internal_life.is_some())
        + usize::from(by_energy.is_some())
        + usize::from(refurbished) * 2
        + usize::from(claims_reuse);
    let mut qualities = vec![line.quality.unwrap_or(Quality::Medium); declared];
    qualities.extend(factors.iter().map(|(.., choice)| choice.used.origin.quality));
    let own_factor = fleet.factors.keys().any(|(name, _)| *name == line.model);
    Ok(Counted {
        line,
        name: if own_factor { &line.model } else { &line.kind },
        once,
        yearly_use,
        internal_life,
        mean_total_life: mean_life.map(|(_, life)| life),
        factors,
        qualities,
    })
}
