//! The footprint of digital technology, year by year, with everything a reader needs to judge it.
//!
//! Every impact is in kgCO2e a year; a number of units is a whole number.

use crate::diagnostic::Place;
use crate::french;
use crate::model::to_twelve_digits;
use crate::model::{FactorItem, Perimeter, PostKind, Quality, Stage};
use crate::validate::{DataCentre, DeclaredService, Factor, ImportedResult};
use std::collections::{BTreeMap, BTreeSet};

/// One footprint for each year of which something was counted, in order; and what other tools gave, apart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Footprint {
    pub years: Vec<YearFootprint>,
    /// In the order of the files; never added to anything.
    pub results: Vec<ImportedResult>,
}

/// The footprint of the digital technology in service during one year.
#[derive(Clone, Debug, PartialEq)]
pub struct YearFootprint {
    pub year: i32,
    /// A line or a factor that was used is invented for a demonstration.
    pub example: bool,
    pub total: Share,
    /// With the lowest and the highest of the factors that sources give; none where they agree.
    pub range: Option<Range>,
    pub by_post: BTreeMap<Post, Share>,
    /// The posts whose factors disagree.
    pub ranges: BTreeMap<Post, Range>,
    pub by_perimeter: BTreeMap<Perimeter, Share>,
    /// Under an empty name, the lines that say no site.
    pub by_site: BTreeMap<String, Share>,
    /// The finest cut that an indicator may ask for.
    pub parts: BTreeMap<(Perimeter, Post), Part>,
    /// What the collectivité and its operators use alone, over its agents.
    /// None where their number is not known, or where nothing could be counted.
    pub per_agent: Option<f64>,
    /// None where nothing could be counted.
    pub per_inhabitant: Option<f64>,
    pub lives: Vec<LifeUsed>,
    pub excluded: Vec<Excluded>,
    /// By name, then by item.
    pub factors: Vec<UsedFactor>,
    pub services: Vec<DeclaredService>,
    pub centres: Vec<DataCentre>,
    /// The share of the data in each class, every piece of equipment weighing as much; they add up to 1.
    pub quality: BTreeMap<Quality, f64>,
    /// The share of the footprint whose least sure datum is of each class; they add up to 1.
    pub quality_of_impact: BTreeMap<Quality, f64>,
}

/// A line of the footprint: a kind of equipment, a data centre, a service.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Post {
    Equipment(String),
    Centre(String),
    Service(String),
}

/// Two bounds, the lower first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    pub low: f64,
    pub high: f64,
}

/// Units counted and what they weigh.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Share {
    /// Units of equipment.
    pub number: f64,
    /// The stages that are counted: all four of equipment, the use alone of a data centre.
    pub stages: BTreeMap<Stage, f64>,
    /// What services declare, of no known stage; none where there is no service.
    pub declared: Option<f64>,
}

/// A part of a footprint, and the lines it was made from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Part {
    pub share: Share,
    pub example: bool,
    pub places: Vec<Place>,
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

/// What the inventory names and the footprint does not count.
#[derive(Clone, Debug, PartialEq)]
pub struct Excluded {
    pub post: Post,
    /// Units; 0 for a data centre.
    pub number: f64,
    pub reason: ExclusionReason,
    /// The first line concerned.
    pub place: Place,
}

/// Why something is not counted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ExclusionReason {
    /// What lacks, never empty.
    Missing(Vec<Lacking>),
    /// The author’s choice, in the author’s words.
    Chosen(String),
}

/// What lacks where nothing is known of how an equipment is made; its use and its life may be known.
const NO_FACTOR: [Lacking; 3] = [
    Lacking::Stage(Stage::Manufacture),
    Lacking::Stage(Stage::Distribution),
    Lacking::Stage(Stage::EndOfLife),
];

/// A number without which something cannot be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lacking {
    Stage(Stage),
    Life,
    Electricity,
}

/// A factor that served, and what other sources give for the same thing.
#[derive(Clone, Debug, PartialEq)]
pub struct UsedFactor {
    pub equipment: String,
    /// None for electricity.
    pub item: Option<FactorItem>,
    pub factor: Factor,
    pub others: Vec<Factor>,
}

impl Post {
    pub fn name(&self) -> &str {
        match self {
            Post::Equipment(name) | Post::Centre(name) | Post::Service(name) => name,
        }
    }

    pub fn kind(&self) -> PostKind {
        match self {
            Post::Equipment(_) => PostKind::Equipment,
            Post::Centre(_) => PostKind::Centre,
            Post::Service(_) => PostKind::Service,
        }
    }
}

impl Share {
    /// kgCO2e a year, all stages and services.
    pub fn total(&self) -> f64 {
        to_twelve_digits(self.stages.values().sum::<f64>() + self.declared.unwrap_or_default())
    }

    /// kgCO2e a year of one stage.
    pub fn stage(&self, stage: Stage) -> f64 {
        self.stages.get(&stage).copied().unwrap_or_default()
    }

    /// Whether anything at all was counted: without it, a total of 0 would be an absence.
    pub fn is_counted(&self) -> bool {
        !self.stages.is_empty() || self.declared.is_some()
    }

    pub(super) fn add(&mut self, share: &Share) {
        self.number += share.number;
        for (stage, value) in &share.stages {
            *self.stages.entry(*stage).or_default() += value;
        }
        if let Some(declared) = share.declared {
            *self.declared.get_or_insert(0.0) += declared;
        }
    }

    pub(super) fn settle(&mut self) {
        let values = self.stages.values_mut().chain(self.declared.as_mut());
        values.for_each(|value| *value = to_twelve_digits(*value));
    }
}

impl Footprint {
    /// The last years that count the same things, in order: the only ones that may be compared.
    pub fn comparable(&self) -> &[YearFootprint] {
        let Some(last) = self.years.last() else {
            return &[];
        };
        let counted = last.counted();
        let broken = self.years.iter().rposition(|year| year.counted() != counted);
        &self.years[broken.map_or(0, |rank| rank + 1)..]
    }
}

impl YearFootprint {
    /// Which kinds of posts each perimeter counts: two years that differ in it do not measure the same thing.
    pub fn counted(&self) -> BTreeSet<(Perimeter, PostKind)> {
        let parts = self.parts.keys();
        parts.map(|(perimeter, post)| (*perimeter, post.kind())).collect()
    }
}

impl LifeUsed {
    /// Internal life and both terms, in years.
    pub fn total(&self) -> f64 {
        self.internal + self.refurbished + self.reused
    }
}

impl Excluded {
    /// Why it is not counted: `faute de facteur`, or of what lacks, or what the author says.
    pub fn reason(&self) -> String {
        match &self.reason {
            ExclusionReason::Chosen(reason) => reason.clone(),
            ExclusionReason::Missing(missing) if NO_FACTOR.iter().all(|lacking| missing.contains(lacking)) => {
                "faute de facteur".to_owned()
            }
            ExclusionReason::Missing(missing) => {
                let missing: Vec<String> = missing.iter().map(|lacking| lacking.label()).collect();
                format!("faute de {}", french::list(&missing))
            }
        }
    }

    /// What lacks; nothing where the author chose.
    pub fn missing(&self) -> &[Lacking] {
        match &self.reason {
            ExclusionReason::Missing(missing) => missing,
            ExclusionReason::Chosen(_) => &[],
        }
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
            Lacking::Electricity => "facteur de l’électricité".to_owned(),
        }
    }
}
