//! What may be computed on: lines of an inventory and factors, each known to be right.

use crate::diagnostic::Place;
use crate::model::{FactorSource, Perimeter, Quality, Stage};
use std::collections::BTreeMap;

/// An inventory of equipment, for one or more years, and the factors it is counted with.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fleet {
    /// In the order of the files and of their lines; none later than the data year.
    pub equipment: Vec<Equipment>,
    /// By name of equipment or of model; those of the project take the place of the reference data, item by item.
    pub factors: BTreeMap<(String, FactorItem), Factor>,
    /// kgCO2e a kWh; only ever given by the project.
    pub electricity: Option<Factor>,
}

/// A line of the inventory.
#[derive(Clone, Debug, PartialEq)]
pub struct Equipment {
    /// The kind, under the name of its factors where they know it, else as written.
    pub kind: String,
    /// May be empty.
    pub model: String,
    /// Units, a whole number.
    pub number: f64,
    /// The year of the inventory.
    pub year: i32,
    /// Years; the mean of the line.
    pub age: Option<f64>,
    /// Units bought refurbished, as declared.
    pub refurbished: f64,
    /// Years of use elsewhere before a refurbished purchase.
    pub upstream_life: Option<f64>,
    /// Years of use in the organisation.
    pub internal_life: Option<f64>,
    /// Units that serve again elsewhere after their use here, as declared.
    pub reused: f64,
    /// Whether the line says what proves its refurbished purchases and its reuse.
    pub proved: bool,
    /// May be empty.
    pub site: String,
    pub perimeter: Perimeter,
    /// kWh a unit and a year.
    pub yearly_energy: Option<f64>,
    /// The class of the data of the line, where it says one.
    pub quality: Option<Quality>,
    /// Invented for a demonstration.
    pub example: bool,
    pub place: Place,
}

/// What a factor is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FactorItem {
    /// kgCO2e a unit; a unit and a year for the use.
    Stage(Stage),
    /// Years, the mean total life.
    Life,
}

/// A number of a table of factors or of the reference data, with what it is read from.
#[derive(Clone, Debug, PartialEq)]
pub struct Factor {
    pub value: f64,
    pub origin: FactorSource,
    pub example: bool,
    /// None for the reference data.
    pub place: Option<Place>,
}
