//! The names of equipment: the words of an inventory brought back to the names its factors bear.

use crate::french::folded;
use crate::model::ReferenceEquipment;
use std::collections::BTreeMap;

/// Folded word → the name of the factors.
#[derive(Debug)]
pub struct Names {
    known: BTreeMap<String, String>,
}

impl Names {
    /// The names of the reference data and their synonyms.
    pub fn of(reference: &[ReferenceEquipment]) -> Self {
        let mut known = BTreeMap::new();
        for equipment in reference {
            for word in std::iter::once(&equipment.name).chain(&equipment.synonyms) {
                known.entry(key(word)).or_insert_with(|| equipment.name.clone());
            }
        }
        Names { known }
    }

    /// The name of the factors; a word that none knows becomes a name, so that its other writings are brought back to it.
    pub fn learn(&mut self, word: &str) -> String {
        let name = word.trim().to_owned();
        self.known.entry(key(word)).or_insert(name).clone()
    }

    /// The name of the factors, or the word itself where none knows it.
    pub fn canonical(&self, word: &str) -> String {
        let word = word.trim();
        self.known.get(&key(word)).cloned().unwrap_or_else(|| word.to_owned())
    }
}

/// Without accents, capitals and repeated spaces.
fn key(word: &str) -> String {
    let folded = folded(word);
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}
