//! Two writings of one part: « HOTEL DE VILLE » one year, « Hôtel de Ville » the others.
//!
//! They are one part, told once; otherwise the totals of all years would lack one of them.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::french::{folded, list, quoted};
use crate::model::Identifier;
use crate::validate::line::Reading;
use std::collections::BTreeMap;

/// Parts that differ by their case, their accents or their dashes.
const SAME_LABEL: Code = Code("M249");

/// A writing: how many observations have it, and where the first of them is.
type Writings<'a> = BTreeMap<&'a str, (usize, &'a Place)>;

/// Gives one writing, the most frequent, to the parts that differ by their case, their accents or their dashes.
pub fn join(readings: &mut [Reading], diagnostics: &mut Diagnostics) {
    let mut kept: BTreeMap<(Identifier, String, String), String> = BTreeMap::new();
    for ((id, column, folded), writings) in writings(readings) {
        if writings.len() < 2 {
            continue;
        }
        // Of two as frequent, the first that was read.
        let most = writings
            .iter()
            .max_by_key(|(_, (count, place))| (*count, std::cmp::Reverse(*place)));
        let Some((&chosen, _)) = most else { continue };
        diagnostics.push(told(id, column, chosen, &writings));
        kept.insert((id.clone(), column.to_owned(), folded), chosen.to_owned());
    }
    if kept.is_empty() {
        return;
    }
    for reading in readings {
        let observation = &mut reading.observation;
        for (column, label) in &mut observation.breakdown {
            let key = (observation.indicator.clone(), column.clone(), compared(label));
            if let Some(chosen) = kept.get(&key) {
                chosen.clone_into(label);
            }
        }
    }
}

/// The writings of each part of each indicator.
fn writings<'a>(readings: &'a [Reading]) -> BTreeMap<(&'a Identifier, &'a str, String), Writings<'a>> {
    let mut parts: BTreeMap<_, Writings> = BTreeMap::new();
    let mut known: BTreeMap<&str, String> = BTreeMap::new();
    for reading in readings {
        let observation = &reading.observation;
        for (column, label) in &observation.breakdown {
            let folded = known.entry(label).or_insert_with(|| compared(label)).clone();
            let part = parts
                .entry((&observation.indicator, column.as_str(), folded))
                .or_default();
            part.entry(label).or_insert_with(|| (0, reading.place_of(label))).0 += 1;
        }
    }
    parts
}

/// A label without its case and its accents, its words joined in one way; its other signs tell it apart (`A+` is not `A`).
fn compared(label: &str) -> String {
    let folded = folded(label);
    let letters: Vec<char> = folded.chars().collect();
    let is_letter = |rank: usize| letters.get(rank).is_some_and(|letter| letter.is_alphabetic());
    let joined = letters.iter().enumerate().map(|(rank, letter)| {
        let between = rank > 0 && is_letter(rank - 1) && is_letter(rank + 1);
        if between && matches!(letter, '-' | '_' | '\u{2010}'..='\u{2015}') {
            ' '
        } else {
            *letter
        }
    });
    joined.collect()
}

fn told(id: &Identifier, column: &str, chosen: &str, writings: &Writings) -> Diagnostic {
    let others: Vec<_> = writings.iter().filter(|(label, _)| **label != chosen).collect();
    let labels: Vec<String> = others.iter().map(|(label, _)| quoted(label)).collect();
    let (first, (_, place)) = others[0];
    let message = format!(
        "{} : {} {} comme {} ({}), la même part sous « {column} ».",
        quoted(id.as_str()),
        list(&labels),
        if labels.len() > 1 { "sont lus" } else { "est lu" },
        quoted(chosen),
        writings[chosen].1,
    );
    Diagnostic::warning(SAME_LABEL, (*place).clone(), message)
        .help("Écrivez-la partout de même, ou donnez deux noms à ce qui en mérite deux.")
        .raw(*first)
}

#[cfg(test)]
mod tests {
    use super::compared;

    #[test]
    fn a_hyphen_joins_two_letters_only() {
        assert_eq!(compared("Eau-douce"), "eau douce");
        assert_eq!(compared("1-a"), "1-a");
        assert_eq!(compared("A-"), "a-");
        assert_eq!(compared("-a"), "-a");
    }
}
