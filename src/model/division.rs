//! Which keys of disaggregations divide which: « site A » and « site B » the whole, « site A, bureau » the site.
//!
//! It knows keys only; whether the parts make the whole is for whoever knows the numbers.

use std::collections::{BTreeMap, BTreeSet};

/// A column of disaggregation → its value; empty for the whole.
pub type BreakdownKey = BTreeMap<String, String>;

/// The rank of a key, and the columns that divide it → the ranks of its parts, ascending.
pub type Divisions = BTreeMap<(usize, BTreeSet<String>), Vec<usize>>;

/// Each key with each set of columns by which others of the list divide it.
pub fn divisions(keys: &[&BreakdownKey]) -> Divisions {
    let ranks: BTreeMap<&BreakdownKey, usize> = keys.iter().copied().zip(0..).collect();
    let mut divisions = Divisions::new();
    for (rank, key) in keys.iter().enumerate() {
        for whole in wholes_of(key) {
            let columns = key.keys().filter(|column| !whole.contains_key(*column));
            let Some(&whole) = ranks.get(&whole) else { continue };
            divisions
                .entry((whole, columns.cloned().collect()))
                .or_default()
                .push(rank);
        }
    }
    divisions
}

/// The keys that this one divides: each of its columns may be left out.
pub fn wholes_of(key: &BreakdownKey) -> Vec<BreakdownKey> {
    let mut wholes = vec![BreakdownKey::new()];
    for (column, value) in key {
        let with = wholes.clone().into_iter().map(|mut whole| {
            whole.insert(column.clone(), value.clone());
            whole
        });
        wholes.extend(with.collect::<Vec<_>>());
    }
    wholes.retain(|whole| whole.len() < key.len());
    wholes
}
