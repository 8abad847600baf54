//! What `config` knows of equipment: the factors of the reference data, and the columns of the inventory.
//!
//! It reads no inventory: the tables of `data/parc/` are read by `load`.

use super::FleetSettings;
use super::raw::{FactorsFile, FleetColumnsEntry, FleetEntry};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::model::{FactorSource, ReferenceEquipment};

/// A factor below zero, or a life that is not above zero.
pub(super) const IMPOSSIBLE_FACTOR: Code = Code("M082");

/// The factors of the reference data; those that cannot be are refused.
pub(super) fn factors(file: FactorsFile, diagnostics: &mut Diagnostics) -> Vec<ReferenceEquipment> {
    let origin = FactorSource {
        source: file.source.0,
        version: file.version.0,
        date: file.date.0.to_string(),
        quality: file.quality.0,
    };
    let mut equipment = Vec::new();
    for entry in file.equipment {
        let stages = [
            entry.manufacture.0,
            entry.distribution.0,
            entry.yearly_use.0,
            entry.end_of_life.0,
        ];
        if stages.iter().any(|factor| *factor < 0.0) || entry.life.0 <= 0.0 {
            refuse(&entry.name.0, entry.place, diagnostics);
            continue;
        }
        equipment.push(ReferenceEquipment {
            name: entry.name.0,
            synonyms: entry
                .synonyms
                .unwrap_or_default()
                .into_iter()
                .map(|name| name.0)
                .collect(),
            manufacture: entry.manufacture.0,
            distribution: entry.distribution.0,
            yearly_use: entry.yearly_use.0,
            end_of_life: entry.end_of_life.0,
            life: entry.life.0,
            origin: origin.clone(),
        });
    }
    equipment
}

/// What `rapport.yaml` says of the inventory.
pub(super) fn settings(raw: Option<FleetEntry>) -> FleetSettings {
    let (sheet, columns) = raw.map_or((None, None), |raw| (raw.sheet, raw.columns));
    FleetSettings {
        sheet: sheet.map(|sheet| sheet.0).filter(|sheet| !sheet.is_empty()),
        columns: columns.into_iter().flat_map(FleetColumnsEntry::headers).collect(),
    }
}

fn refuse(name: &str, place: Place, diagnostics: &mut Diagnostics) {
    let message = format!("Un facteur de « {name} » est négatif, ou sa durée de vie est nulle.");
    let help = "Écrivez des facteurs positifs ou nuls, et une durée de vie de plus de zéro année.";
    diagnostics.push(Diagnostic::error(IMPOSSIBLE_FACTOR, place, message).help(help));
}
