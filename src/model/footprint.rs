//! The words of the footprint of digital technology: stages of a life, quality of a datum, factors, as every room uses them.
//!
//! The method is that of ADEME’s *règles par catégorie de produits* for information systems (RCP SI, November 2024),
//! which gives no factor of its own: factors are data, each with its source.

use super::vocabulary::vocabulary;

/// A stage of the life of a piece of equipment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    Manufacture,
    Distribution,
    Use,
    EndOfLife,
}

/// How sure a datum is, by the classes of the RCP SI.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Quality {
    High,
    Medium,
    Low,
}

/// What a line of the footprint is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PostKind {
    Equipment,
    Centre,
    Service,
}

/// What a number of the footprint of equipment is read from: printed wherever the number is used.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FactorSource {
    /// Never empty.
    pub source: String,
    pub version: String,
    /// As the author wrote it; the day the source was read or published.
    pub date: String,
    pub quality: Quality,
}

/// The factors of the reference data for one kind of equipment, kgCO2e a unit.
#[derive(Clone, Debug, PartialEq)]
pub struct ReferenceEquipment {
    pub name: String,
    /// Other words of inventories for the same equipment.
    pub synonyms: Vec<String>,
    /// kgCO2e a unit, once in its life.
    pub manufacture: f64,
    /// kgCO2e a unit, once in its life.
    pub distribution: f64,
    /// kgCO2e a unit and a year.
    pub yearly_use: f64,
    /// kgCO2e a unit, once in its life.
    pub end_of_life: f64,
    /// Years, the mean total life.
    pub life: f64,
    pub origin: FactorSource,
}

/// What a factor is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FactorItem {
    /// kgCO2e a unit; a unit and a year for the use.
    Stage(Stage),
    /// Years, the mean total life.
    Life,
}

vocabulary!(Stage {
    Manufacture => "fabrication", "fabrication";
    Distribution => "distribution", "assemblage et distribution";
    Use => "utilisation", "utilisation";
    EndOfLife => "fin-de-vie", "fin de vie";
});

impl FactorItem {
    pub const ALL: [FactorItem; 5] = [
        FactorItem::Stage(Stage::Manufacture),
        FactorItem::Stage(Stage::Distribution),
        FactorItem::Stage(Stage::Use),
        FactorItem::Stage(Stage::EndOfLife),
        FactorItem::Life,
    ];

    /// The word authors write.
    pub fn key(self) -> &'static str {
        match self {
            FactorItem::Stage(stage) => stage.key(),
            FactorItem::Life => "duree",
        }
    }

    /// The word readers see, in lower case.
    pub fn label(self) -> &'static str {
        match self {
            FactorItem::Stage(stage) => stage.label(),
            FactorItem::Life => "durée de vie",
        }
    }
}

impl PostKind {
    /// The word of tables and of JSON.
    pub fn key(self) -> &'static str {
        match self {
            PostKind::Equipment => "equipement",
            PostKind::Centre => "centre",
            PostKind::Service => "service",
        }
    }

    /// The word readers see, in lower case.
    pub fn label(self) -> &'static str {
        match self {
            PostKind::Equipment => "équipement",
            PostKind::Centre => "centre de données",
            PostKind::Service => "service",
        }
    }
}
vocabulary!(Quality {
    High => "haute", "haute";
    Medium => "moyenne", "moyenne";
    Low => "basse", "basse";
});

impl Quality {
    /// The interval of the class, in per cent either way.
    pub fn percent(self) -> u8 {
        match self {
            Quality::High => 1,
            Quality::Medium => 10,
            Quality::Low => 20,
        }
    }
}
