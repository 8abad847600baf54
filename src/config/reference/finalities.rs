//! `finalites.yaml`: the five finalités, in the wording of the law.

use super::{Around, ReferenceFile, require};
use crate::diagnostic::Diagnostics;
use crate::form::entry::entry;
use crate::form::scalars::{Sentence, Whole};
use crate::model::{Finality, FinalityText};
use std::collections::BTreeMap;

entry! {
    /// Les cinq finalités de l’art. L. 110-1 III du code de l’environnement.
    FinalitiesFile, "finalites.yaml" {
        /// Les finalités, dans l’ordre de la loi.
        finalities("finalites"): Vec<FinalityEntry>,
    }
}

entry! {
    /// Une finalité.
    FinalityEntry, "la finalité" {
        /// Le rang dans la loi.
        number("numero"): Whole<1, 5>,
        /// L’intitulé de la loi.
        title("titre"): Sentence,
        /// L’intitulé court, pour les tableaux et les en-têtes.
        short("court"): Sentence,
        /// D’autres intitulés sous lesquels la reconnaître, dont les anciens.
        former("anciens"): Vec<Sentence> = Vec::new(),
    }
}

impl ReferenceFile for FinalitiesFile {
    const TEXT: &str = include_str!("../referentiels/finalites.yaml");
    type Noun = BTreeMap<Finality, FinalityText>;

    fn noun(self, _: &Around<'_>, diagnostics: &mut Diagnostics) -> Self::Noun {
        let named = self.finalities.into_iter().filter_map(|entry| {
            let finality = Finality::from_number(entry.number)?;
            let (title, short, former) = (entry.title, entry.short, entry.former);
            Some((finality, FinalityText { title, short, former }))
        });
        let finalities: BTreeMap<Finality, FinalityText> = named.collect();
        let complete = finalities.len() == Finality::ALL.len();
        require(complete, &self.place, "les cinq finalités", diagnostics);
        finalities
    }
}
