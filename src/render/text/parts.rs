//! The part of an indicator that a sentence asks for: by its label, or by the name of its column and its label.

use super::fault::absent;
use crate::compute::Breakdown;
use crate::french::{self, folded, name};
use minijinja::Error;
use minijinja::value::Kwargs;
use std::collections::BTreeMap;

/// Labels of parts that a message quotes.
const LABELS: usize = 4;
/// The names of the year of a value.
const YEAR: [&str; 3] = ["annee", "an", "year"];

/// What a call says of a part: a label, with the name of its column or alone.
pub type Asked = Vec<(Option<String>, String)>;

/// A part of an indicator: the names of its columns and its labels as they are compared, and its values.
pub struct PartValues {
    label: String,
    key: BTreeMap<String, String>,
    values: BTreeMap<i32, f64>,
}

impl PartValues {
    pub fn of(breakdown: &Breakdown) -> Self {
        let key = breakdown
            .key
            .iter()
            .map(|(column, label)| (name(column), folded(label)));
        PartValues {
            label: breakdown.label(),
            key: key.collect(),
            values: breakdown.series.numbers().collect(),
        }
    }
}

/// What a call says of the part that it wants, the label alone or under the name of its column, and of its year where it is
/// named: `annee=2024`, which no table is divided by.
pub fn asked(part: Option<&str>, named: &Kwargs) -> Result<(Asked, Option<i32>), Error> {
    let mut asked: Vec<_> = part.map(|label| (None, label.to_owned())).into_iter().collect();
    let mut year = None;
    for column in named.args() {
        match name(column) {
            column_name if YEAR.contains(&&*column_name) => year = Some(named.get::<i32>(column)?),
            column_name => asked.push((Some(column_name), named.get::<String>(column)?)),
        }
    }
    Ok((asked, year))
}

/// The values that a call wants: those of the whole, or of the one part that has all it says.
pub fn series<'a>(
    whole: &'a BTreeMap<i32, f64>,
    parts: &'a [PartValues],
    id: &str,
    asked: &Asked,
) -> Result<&'a BTreeMap<i32, f64>, Error> {
    if asked.is_empty() {
        return Ok(whole);
    }
    let has = |part: &&PartValues| {
        asked.iter().all(|(column, label)| {
            let mut labels = part.key.iter();
            labels.any(|(known, said)| column.as_ref().is_none_or(|column| column == known) && *said == folded(label))
        })
    };
    let all = parts;
    let parts: Vec<&PartValues> = all.iter().filter(has).collect();
    // The whole of a part that is divided further says as much as was asked.
    let least = parts.iter().map(|part| part.key.len()).min();
    let mut parts = parts.iter().filter(|part| Some(part.key.len()) == least);
    if let (Some(part), None) = (parts.next(), parts.next()) {
        return Ok(&part.values);
    }
    let words: Vec<String> = asked.iter().map(|(_, label)| french::quoted(label)).collect();
    let labels: Vec<String> = all
        .iter()
        .take(LABELS)
        .map(|part| french::quoted(&part.label))
        .collect();
    let message = match least {
        None => format!("L’indicateur « {id} » n’a pas de partie {}.", french::list(&words)),
        Some(_) => format!("Plusieurs parties de « {id} » sont {}.", french::list(&words)),
    };
    let help = match labels.as_slice() {
        [] => "Retirez-en la partie : ses tableaux n’en ont aucune.".to_owned(),
        labels => format!(
            "Nommez la colonne et son libellé : valeur(\"{id}\", 2025, colonne=\"libellé\"). Ses parties sont par exemple {}.",
            french::list(labels)
        ),
    };
    Err(absent(id, message, help))
}
