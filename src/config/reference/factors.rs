//! `facteurs-numeriques.yaml`: the emission factors of digital equipment.

use super::{Around, ReferenceFile};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::form::entry::entry;
use crate::form::scalars::{Day, Number, Sentence};
use crate::form::words::Word;
use crate::model::{FactorSource, Quality, ReferenceEquipment};

/// A factor below zero, or a life that is not above zero.
const IMPOSSIBLE_FACTOR: Code = Code("M082");

entry! {
    /// Les facteurs d’émission des équipements numériques.
    FactorsFile, "facteurs-numeriques.yaml" {
        /// Qui publie ces facteurs.
        source("source"): Sentence,
        /// La version lue.
        version("version"): Sentence,
        /// Le jour de la lecture.
        date("date"): Day,
        /// La classe de qualité de ces facteurs.
        quality("qualite"): Word<Quality>,
        /// Les équipements qui ont un facteur.
        equipment("equipements"): Vec<EquipmentEntry>,
    }
}

entry! {
    /// Les facteurs d’un équipement, en kgCO2e par unité.
    EquipmentEntry, "l’équipement" {
        /// Le nom de l’équipement, tel qu’imprimé.
        name("equipement"): Sentence,
        /// Les autres noms que lui donnent les inventaires.
        synonyms("autres_noms"): Vec<Sentence> = Vec::new(),
        /// La fabrication, kgCO2e par unité.
        manufacture("fabrication"): Number,
        /// L’assemblage et la distribution, kgCO2e par unité.
        distribution("distribution"): Number,
        /// L’utilisation, kgCO2e par unité et par an.
        yearly_use("utilisation"): Number,
        /// La fin de vie, kgCO2e par unité.
        end_of_life("fin_de_vie"): Number,
        /// La durée de vie moyenne, en années.
        life("duree"): Number,
    }
}

impl ReferenceFile for FactorsFile {
    const TEXT: &str = include_str!("../referentiels/facteurs-numeriques.yaml");
    type Noun = Vec<ReferenceEquipment>;

    fn noun(self, _: &Around<'_>, diagnostics: &mut Diagnostics) -> Self::Noun {
        let origin = FactorSource {
            source: self.source,
            version: self.version,
            date: self.date.to_string(),
            quality: self.quality,
        };
        let mut equipment = Vec::new();
        for entry in self.equipment {
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
}

fn refuse(name: &str, place: Place, diagnostics: &mut Diagnostics) {
    let message = format!("Un facteur de « {name} » est négatif, ou sa durée de vie est nulle.");
    let help = "Écrivez des facteurs positifs ou nuls, et une durée de vie de plus de zéro année.";
    diagnostics.push(Diagnostic::error(IMPOSSIBLE_FACTOR, place, message).help(help));
}
