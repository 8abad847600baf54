//! What may be computed on: lines of an inventory and factors, each known to be right.

use crate::diagnostic::Place;
use crate::model::{FactorItem, FactorSource, Identifier, Perimeter, Quality};
use std::collections::BTreeMap;

/// The digital technology of the collectivité, for one or more years, and the factors it is counted with.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fleet {
    /// In the order of the files and of their lines; nothing here is later than the data year.
    pub equipment: Vec<Equipment>,
    pub services: Vec<DeclaredService>,
    pub centres: Vec<DataCentre>,
    pub results: Vec<ImportedResult>,
    pub waste: Vec<Waste>,
    /// By name of equipment or of model.
    pub factors: BTreeMap<(String, FactorItem), FactorChoice>,
    /// kgCO2e a kWh; only ever given by the project.
    pub electricity: Option<FactorChoice>,
    /// The equipment that an indicator of the catalogue asks for, under the name it has here.
    pub asked: BTreeMap<Identifier, String>,
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
    /// Units bought refurbished, as declared; none where the line says nothing of it.
    pub refurbished: Option<f64>,
    /// Years of use elsewhere before a refurbished purchase.
    pub upstream_life: Option<f64>,
    /// Years of use in the organisation.
    pub internal_life: Option<f64>,
    /// Units that serve again elsewhere after their use here, as declared; none where the line says nothing of it.
    pub reused: Option<f64>,
    /// Whether the line says what proves its refurbished purchases and its reuse.
    pub proved: bool,
    /// May be empty.
    pub site: String,
    pub perimeter: Perimeter,
    /// kWh a unit and a year.
    pub yearly_energy: Option<f64>,
    /// The data centre that counts the consumption of the line; may be empty.
    pub centre: String,
    /// Why the author does not count the line; empty where it is counted.
    pub exclusion: String,
    /// The class of the data of the line, where it says one.
    pub quality: Option<Quality>,
    /// Invented for a demonstration.
    pub example: bool,
    pub place: Place,
}

/// What every line about one year says besides its number.
#[derive(Clone, Debug, PartialEq)]
pub struct Declaration {
    pub year: i32,
    pub perimeter: Perimeter,
    /// May be empty.
    pub site: String,
    pub origin: FactorSource,
    /// May be empty.
    pub note: String,
    pub example: bool,
    pub place: Place,
}

/// A service or a cloud, by the result that its supplier or a study gives.
#[derive(Clone, Debug, PartialEq)]
pub struct DeclaredService {
    pub name: String,
    /// kgCO2e a year.
    pub footprint: f64,
    /// Never empty.
    pub method: String,
    pub declaration: Declaration,
}

/// The electricity of a data centre in a year.
#[derive(Clone, Debug, PartialEq)]
pub struct DataCentre {
    pub name: String,
    pub energy: CentreEnergy,
    pub declaration: Declaration,
}

/// Where the kWh of a data centre come from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CentreEnergy {
    /// Everything the centre consumed, in kWh.
    Measured(f64),
    /// The kWh of its digital equipment, and the PUE that brings them to those of the centre.
    Estimated { equipment: f64, pue: f64 },
}

/// The footprint that another tool or another method gave for a year.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportedResult {
    /// kgCO2e a year.
    pub footprint: f64,
    /// Never empty.
    pub method: String,
    pub declaration: Declaration,
}

/// The waste equipment of a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Waste {
    /// kg.
    pub weight: f64,
    pub declaration: Declaration,
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

/// The factor that serves, and what other sources give for the same thing.
#[derive(Clone, Debug, PartialEq)]
pub struct FactorChoice {
    pub used: Factor,
    pub others: Vec<Factor>,
}

impl CentreEnergy {
    /// kWh a year.
    pub fn total(self) -> f64 {
        match self {
            CentreEnergy::Measured(energy) => energy,
            CentreEnergy::Estimated { equipment, pue } => equipment * pue,
        }
    }
}

impl FactorChoice {
    #[cfg(test)]
    pub fn only(used: Factor) -> Self {
        FactorChoice {
            used,
            others: Vec::new(),
        }
    }

    /// The factor of the lowest value.
    pub fn lowest(&self) -> &Factor {
        let others = self.others.iter();
        others.fold(
            &self.used,
            |low, other| if other.value < low.value { other } else { low },
        )
    }

    /// The factor of the highest value.
    pub fn highest(&self) -> &Factor {
        let others = self.others.iter();
        others.fold(
            &self.used,
            |high, other| if other.value > high.value { other } else { high },
        )
    }
}
