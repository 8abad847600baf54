//! What an indicator of the catalogue may take from `data/parc/` by itself: a third kind of derivation.
//!
//! The words only: `compute` makes the series.

use super::vocabulary::vocabulary;
use crate::diagnostic::Placed;

/// The measure an indicator asks for, and of which equipment.
#[derive(Clone, Debug, PartialEq)]
pub struct FleetDerivation {
    pub measure: Placed<FleetMeasure>,
    /// As the author wrote it; none for the whole fleet.
    pub equipment: Option<Placed<String>>,
}

/// A number that the fleet of one perimeter gives each year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FleetMeasure {
    Footprint,
    FootprintPerAgent,
    FootprintPerInhabitant,
    Number,
    NumberPerAgent,
    MeanLife,
    MeanAge,
    RefurbishedShare,
    ReuseRate,
    WastePerAgent,
}

vocabulary!(FleetMeasure {
    Footprint => "empreinte", "empreinte";
    FootprintPerAgent => "empreinte-par-agent", "empreinte par agent";
    FootprintPerInhabitant => "empreinte-par-habitant", "empreinte par habitant";
    Number => "nombre", "nombre d’équipements";
    NumberPerAgent => "nombre-par-agent", "nombre d’équipements par agent";
    MeanLife => "duree-moyenne", "durée moyenne d’usage";
    MeanAge => "age-moyen", "âge moyen";
    RefurbishedShare => "part-reconditionnee", "part achetée reconditionnée";
    ReuseRate => "taux-reemploi", "taux de réemploi";
    WastePerAgent => "deee-par-agent", "déchets d’équipements par agent";
});

impl FleetMeasure {
    /// The units it can be printed in, the first being its own; none where any noun will do.
    pub fn units(self) -> &'static [&'static str] {
        match self {
            FleetMeasure::Footprint => &["kgCO2e", "kgCO2e/an", "tCO2e", "tCO2e/an"],
            FleetMeasure::FootprintPerAgent => &["kgCO2e/agent"],
            FleetMeasure::FootprintPerInhabitant => &["kgCO2e/habitant"],
            FleetMeasure::Number | FleetMeasure::NumberPerAgent => &[],
            FleetMeasure::MeanLife | FleetMeasure::MeanAge => &["ans", "années"],
            FleetMeasure::RefurbishedShare | FleetMeasure::ReuseRate => &["%"],
            FleetMeasure::WastePerAgent => &["kg/agent"],
        }
    }

    pub fn is_per_agent(self) -> bool {
        matches!(
            self,
            FleetMeasure::FootprintPerAgent | FleetMeasure::NumberPerAgent | FleetMeasure::WastePerAgent
        )
    }
}
