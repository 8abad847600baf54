//! What `config` knows of equipment: the factors of the reference data, and the columns of the inventory.
//!
//! It reads no inventory: the tables of `data/parc/` are read by `load`.

use super::disk::Disk;
use super::named_file::named_file;
use super::raw::{FactorsFile, FleetColumnsEntry, FleetEntry, FleetFileEntry};
use super::{FleetExclusion, FleetFile, FleetSettings, FleetType};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, Placed};
use crate::form::scalars::{Sentence, Text};
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

/// What `rapport.yaml` says of the fleet.
pub(super) fn settings(raw: Option<FleetEntry>, disk: &Disk<'_>, diagnostics: &mut Diagnostics) -> FleetSettings {
    let Some(raw) = raw else {
        return FleetSettings::default();
    };
    let texts = |list: Option<Vec<Sentence>>| list.unwrap_or_default().into_iter().map(|text| text.0).collect();
    FleetSettings {
        sheet: raw.sheet.and_then(named),
        columns: raw.columns.into_iter().flat_map(FleetColumnsEntry::headers).collect(),
        files: raw
            .files
            .unwrap_or_default()
            .into_iter()
            .filter_map(|entry| file(entry, disk, diagnostics))
            .collect(),
        types: raw
            .types
            .unwrap_or_default()
            .into_iter()
            .map(|entry| FleetType {
                equipment: entry.equipment.0,
                words: texts(Some(entry.words)),
            })
            .collect(),
        exclusions: raw
            .exclusions
            .unwrap_or_default()
            .into_iter()
            .map(|entry| FleetExclusion {
                object: entry.object.0,
                reason: entry.reason.0,
            })
            .collect(),
        hypotheses: texts(raw.hypotheses),
        limits: texts(raw.limits),
    }
}

/// An inventory of which the author says more; none where its name has a fault, which was told.
fn file(raw: FleetFileEntry, disk: &Disk<'_>, diagnostics: &mut Diagnostics) -> Option<FleetFile> {
    let file = raw.file.0?;
    let file = Placed::new(file.value.0, file.place);
    Some(FleetFile {
        file: named_file(file, "data/parc/", disk, diagnostics)?,
        sheet: raw.sheet.and_then(named),
        kind: raw.kind.map(|kind| kind.0),
        year: raw.year.map(|year| year.year()),
        perimeter: raw.perimeter.map(|word| word.0),
        columns: raw.columns.into_iter().flat_map(FleetColumnsEntry::headers).collect(),
    })
}

fn named(sheet: Text) -> Option<String> {
    (!sheet.0.is_empty()).then_some(sheet.0)
}

fn refuse(name: &str, place: Place, diagnostics: &mut Diagnostics) {
    let message = format!("Un facteur de « {name} » est négatif, ou sa durée de vie est nulle.");
    let help = "Écrivez des facteurs positifs ou nuls, et une durée de vie de plus de zéro année.";
    diagnostics.push(Diagnostic::error(IMPOSSIBLE_FACTOR, place, message).help(help));
}
