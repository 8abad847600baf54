//! The names of equipment: the words of an inventory brought back to the names its factors bear.

use crate::config::FleetType;
use crate::french::folded;
use crate::model::ReferenceEquipment;
use std::collections::BTreeMap;

/// Folded word → name.
#[derive(Debug)]
pub struct Names {
    /// Words that mean something: names of factors, synonyms of the reference data and of `rapport.yaml`.
    known: BTreeMap<String, String>,
    /// Words met in an inventory that nothing knows, under their first writing.
    met: BTreeMap<String, String>,
}

impl Names {
    /// The names of the reference data and their synonyms.
    pub fn of(reference: &[ReferenceEquipment]) -> Self {
        let mut known = BTreeMap::new();
        for equipment in reference {
            for word in std::iter::once(&equipment.name).chain(&equipment.synonyms) {
                known.entry(folded(word)).or_insert_with(|| equipment.name.clone());
            }
        }
        Names {
            known,
            met: BTreeMap::new(),
        }
    }

    /// The words of `rapport.yaml`, which take the place of those of the reference data.
    pub fn add(&mut self, types: &[FleetType]) {
        for entry in types {
            let name = self.learn(&entry.equipment);
            for word in &entry.words {
                self.known.insert(folded(word), name.clone());
            }
        }
    }

    /// The name that a factor gives, known from now on.
    pub fn learn(&mut self, word: &str) -> String {
        let name = word.trim().to_owned();
        self.known.entry(folded(word)).or_insert(name).clone()
    }

    /// The kind of a line: its type where something knows it, else its model where something knows it, else its type as
    /// first written; none where the line says neither.
    pub fn kind(&mut self, kind: &str, model: &str) -> Option<String> {
        let known = |word: &str| self.known.get(&folded(word)).cloned();
        if let Some(name) = known(kind).or_else(|| known(model)) {
            return Some(name);
        }
        let first = kind.trim().to_owned();
        (!first.is_empty()).then(|| self.met.entry(folded(kind)).or_insert(first).clone())
    }

    /// The name of a word, or the word itself where nothing knows it.
    pub fn canonical(&self, word: &str) -> String {
        let found = self.known.get(&folded(word)).or_else(|| self.met.get(&folded(word)));
        found.cloned().unwrap_or_else(|| word.trim().to_owned())
    }
}
