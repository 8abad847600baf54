//! The footprint of digital technology, year by year, with everything a reader needs to judge it.
//!
//! Every impact is in kgCO2e a year; a number of units is a whole number.

use crate::compute::round::to_twelve_digits;
use crate::diagnostic::Place;
use crate::french;
use crate::model::{Perimeter, Quality, Stage};
use crate::validate::{Factor, FactorItem};
use std::collections::BTreeMap;

/// One footprint for each year that has an inventory, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Footprint {
    pub years: Vec<YearFootprint>,
}

/// The footprint of the equipment in service during one year.
#[derive(Clone, Debug, PartialEq)]
pub struct YearFootprint {
    pub year: i32,
    /// A line or a factor that was used is invented for a demonstration.
    pub example: bool,
    pub total: Share,
    pub by_type: BTreeMap<String, Share>,
    pub by_perimeter: BTreeMap<Perimeter, Share>,
    /// Under an empty name, the lines that say no site.
    pub by_site: BTreeMap<String, Share>,
    /// The equipment of the collectivité and its operators alone, over its agents.
    /// None where their number is not known, or where nothing could be counted.
    pub per_agent: Option<f64>,
    /// None where nothing could be counted.
    pub per_inhabitant: Option<f64>,
    pub lives: Vec<LifeUsed>,
    pub excluded: Vec<Excluded>,
    /// By name, then by item.
    pub factors: Vec<UsedFactor>,
    /// The share of the data in each class, every piece of equipment weighing as much; they add up to 1.
    pub quality: BTreeMap<Quality, f64>,
}

/// Units counted and what they weigh.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Share {
    pub number: f64,
    /// Every stage, once something is counted.
    pub stages: BTreeMap<Stage, f64>,
}

/// The life over which a kind of equipment of one perimeter is spread, in years.
#[derive(Clone, Debug, PartialEq)]
pub struct LifeUsed {
    /// The name of the kind, or of the model where a factor is its own.
    pub equipment: String,
    pub perimeter: Perimeter,
    pub number: f64,
    /// The mean internal life: declared, else the mean life of the factors.
    pub internal: f64,
    /// `upstream life × share refurbished`; 0 without proof.
    pub refurbished: f64,
    /// `reuse rate × (mean total life − internal life)`; 0 without proof.
    pub reused: f64,
    /// The mean age, of the units whose age is known.
    pub mean_age: Option<f64>,
}

/// Equipment that the inventory counts and the footprint does not.
#[derive(Clone, Debug, PartialEq)]
pub struct Excluded {
    pub equipment: String,
    pub number: f64,
    /// What lacks, never empty.
    pub missing: Vec<Lacking>,
    /// The first line concerned.
    pub place: Place,
}

/// The four stages and the life.
const ALL_LACKING: usize = 5;

/// A number without which equipment cannot be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lacking {
    Stage(Stage),
    Life,
}

/// A factor that served.
#[derive(Clone, Debug, PartialEq)]
pub struct UsedFactor {
    pub equipment: String,
    /// None for electricity.
    pub item: Option<FactorItem>,
    pub factor: Factor,
}

impl Share {
    /// kgCO2e a year, all stages.
    pub fn total(&self) -> f64 {
        to_twelve_digits(self.stages.values().sum())
    }

    /// kgCO2e a year of one stage.
    pub fn stage(&self, stage: Stage) -> f64 {
        self.stages.get(&stage).copied().unwrap_or_default()
    }
}

impl LifeUsed {
    /// Internal life and both terms, in years.
    pub fn total(&self) -> f64 {
        self.internal + self.refurbished + self.reused
    }
}

impl Excluded {
    /// Why it is not counted: `faute de facteur`, or of what lacks.
    pub fn reason(&self) -> String {
        if self.missing.len() == ALL_LACKING {
            return "faute de facteur".to_owned();
        }
        let missing: Vec<String> = self.missing.iter().map(|lacking| lacking.label()).collect();
        format!("faute de {}", french::list(&missing))
    }
}

impl Lacking {
    /// The words of a reader: `facteur de fabrication`.
    pub fn label(self) -> String {
        match self {
            Lacking::Stage(Stage::Distribution) => "facteur d’assemblage et de distribution".to_owned(),
            Lacking::Stage(Stage::Use) => "facteur d’utilisation".to_owned(),
            Lacking::Stage(stage) => format!("facteur de {}", stage.label()),
            Lacking::Life => "durée de vie".to_owned(),
        }
    }
}
