//! The emission factors of equipment, from the reference data.

use super::raw::FactorsFile;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::model::{FactorSource, ReferenceEquipment};

/// A factor below zero, or a life that is not above zero.
pub(super) const IMPOSSIBLE_FACTOR: Code = Code("M082");

/// The factors of the reference data; those that cannot be are refused.
pub(super) fn factors(file: FactorsFile, diagnostics: &mut Diagnostics) -> Vec<ReferenceEquipment> {
    let origin = FactorSource {
        source: file.source,
        version: file.version,
        date: file.date.to_string(),
        quality: file.quality,
    };
    let mut equipment = Vec::new();
    for entry in file.equipment {
        let stages = [
            entry.manufacture,
            entry.distribution,
            entry.yearly_use,
            entry.end_of_life,
        ];
        if stages.iter().any(|factor| *factor < 0.0) || entry.life <= 0.0 {
            refuse(&entry.name, entry.place, diagnostics);
            continue;
        }
        equipment.push(ReferenceEquipment {
            name: entry.name,
            synonyms: entry.synonyms,
            manufacture: entry.manufacture,
            distribution: entry.distribution,
            yearly_use: entry.yearly_use,
            end_of_life: entry.end_of_life,
            life: entry.life,
            origin: origin.clone(),
        });
    }
    equipment
}

fn refuse(name: &str, place: Place, diagnostics: &mut Diagnostics) {
    let message = format!("Un facteur de « {name} » est négatif, ou sa durée de vie est nulle.");
    let help = "Écrivez des facteurs positifs ou nuls, et une durée de vie de plus de zéro année.";
    diagnostics.push(Diagnostic::error(IMPOSSIBLE_FACTOR, place, message).help(help));
}
