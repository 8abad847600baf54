//! Small fleets for the tests of this room. Not compiled otherwise.

use super::{Footprint, Post, footprint};
use crate::config::Community;
use crate::diagnostic::{Diagnostics, Place};
use crate::model::{FactorItem, FactorSource, Perimeter, Quality, Stage};
use crate::validate::{CentreEnergy, DataCentre, Declaration, DeclaredService, Equipment, Factor, FactorChoice, Fleet};

/// Units of a kind in 2025, without anything optional.
pub fn line(kind: &str, number: f64) -> Equipment {
    Equipment {
        kind: kind.to_owned(),
        model: String::new(),
        number,
        year: 2025,
        age: None,
        refurbished: None,
        upstream_life: None,
        internal_life: None,
        reused: None,
        proved: true,
        site: String::new(),
        perimeter: Perimeter::Collectivite,
        yearly_energy: None,
        centre: String::new(),
        exclusion: String::new(),
        quality: None,
        example: false,
        place: Place::line("data/parc/inventaire.csv", 2, 1),
    }
}

pub fn factor(value: f64, quality: Quality) -> Factor {
    Factor {
        value,
        origin: FactorSource {
            source: "essai".to_owned(),
            version: String::new(),
            date: "2026".to_owned(),
            quality,
        },
        example: false,
        place: None,
    }
}

/// Manufacture, distribution, yearly use, end of life, life.
pub fn with_factors(fleet: &mut Fleet, name: &str, values: [f64; 5]) {
    let items = [
        FactorItem::Stage(Stage::Manufacture),
        FactorItem::Stage(Stage::Distribution),
        FactorItem::Stage(Stage::Use),
        FactorItem::Stage(Stage::EndOfLife),
        FactorItem::Life,
    ];
    for (item, value) in items.into_iter().zip(values) {
        fleet
            .factors
            .insert((name.to_owned(), item), FactorChoice::only(factor(value, Quality::Low)));
    }
}

/// Laptops as ADEME weighs them, and these lines.
pub fn fleet(equipment: Vec<Equipment>) -> Fleet {
    let mut fleet = Fleet {
        equipment,
        ..Fleet::default()
    };
    with_factors(&mut fleet, "ordinateur portable", [170.3, 12.3, 1.7, 2.8, 5.0]);
    fleet
}

pub fn computed(fleet: &Fleet) -> (Footprint, Diagnostics) {
    let community = Community {
        agents: Some(500),
        ..Community::fixture()
    };
    let mut diagnostics = Diagnostics::default();
    (
        footprint(&community, fleet, &mut diagnostics).unwrap_or_default(),
        diagnostics,
    )
}

/// What is said of a declared number in 2025.
pub fn declaration(line: u32) -> Declaration {
    Declaration {
        year: 2025,
        perimeter: Perimeter::Collectivite,
        site: String::new(),
        origin: factor(0.0, Quality::Medium).origin,
        note: String::new(),
        example: false,
        place: Place::line("data/parc/services.csv", line, 1),
    }
}

pub fn service(name: &str, footprint: f64) -> DeclaredService {
    DeclaredService {
        name: name.to_owned(),
        footprint,
        method: "déclaration du fournisseur".to_owned(),
        declaration: declaration(2),
    }
}

pub fn centre(name: &str, energy: CentreEnergy) -> DataCentre {
    DataCentre {
        name: name.to_owned(),
        energy,
        declaration: declaration(3),
    }
}

/// The post of the laptops.
pub fn laptops() -> Post {
    Post::Equipment("ordinateur portable".to_owned())
}

pub fn near(left: f64, right: f64) -> bool {
    (left - right).abs() <= 1e-9 * left.abs().max(right.abs()).max(1.0)
}
