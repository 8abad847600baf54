//! The number of a unit that is a noun: `0 chaudière`, `1,5 million`, `2 logements`. Symbols never change.

use std::borrow::Cow;

/// In French the plural begins at two.
const PLURAL_FROM: f64 = 2.0;

/// Nouns written alike in the singular and in the plural.
const INVARIABLE: [&str; 28] = [
    "abribus",
    "accès",
    "avis",
    "bois",
    "bus",
    "campus",
    "colis",
    "concours",
    "corps",
    "cours",
    "discours",
    "fois",
    "gaz",
    "mois",
    "parcours",
    "pays",
    "permis",
    "poids",
    "prix",
    "procès",
    "processus",
    "puits",
    "recours",
    "repas",
    "secours",
    "succès",
    "temps",
    "tiers",
];

/// Words after which a unit names something else: `milliers d’entrées` is one noun, then what it counts.
const PREPOSITIONS: [&str; 8] = ["de", "des", "du", "par", "pour", "en", "à", "sur"];

/// The unit as it is written after a value of so many decimals; the catalogue writes it in the plural.
///
/// Only the noun and its adjectives agree: the unit is kept from its first `/`, preposition or symbol.
pub fn agreed(unit: &str, value: f64, decimals: usize) -> Cow<'_, str> {
    let half = 0.5 * 0.1_f64.powi(i32::try_from(decimals).unwrap_or(i32::MAX));
    // 1.96 with one decimal is read 2,0.
    if !value.is_finite() || value.abs() + half >= PLURAL_FROM {
        return Cow::Borrowed(unit);
    }
    let (nouns, rest) = unit.split_at(unit.find('/').unwrap_or(unit.len()));
    let mut words = Vec::new();
    let mut stopped = false;
    for word in nouns.split(' ') {
        stopped = stopped || PREPOSITIONS.contains(&word) || word.contains(['’', '\'']) || !is_word(word);
        words.push(if stopped { Cow::Borrowed(word) } else { singular(word) });
    }
    Cow::Owned(format!("{}{rest}", words.join(" ")))
}

/// A word of the language and no symbol: `kWh`, `m²` and `ha` are symbols.
fn is_word(word: &str) -> bool {
    word.chars().count() >= 3
        && word
            .chars()
            .all(|letter| letter.is_alphabetic() && letter.is_lowercase())
}

fn singular(word: &str) -> Cow<'_, str> {
    if INVARIABLE.contains(&word) || word.ends_with("ss") {
        return Cow::Borrowed(word);
    }
    if let Some(stem) = word.strip_suffix("eaux") {
        return Cow::Owned(format!("{stem}eau"));
    }
    match word {
        "travaux" => return Cow::Borrowed("travail"),
        "jeux" | "lieux" | "feux" | "enjeux" => return Cow::Borrowed(&word[..word.len() - 1]),
        _ => {}
    }
    if let Some(stem) = word.strip_suffix("aux") {
        return Cow::Owned(format!("{stem}al"));
    }
    Cow::Borrowed(word.strip_suffix('s').unwrap_or(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_noun_is_singular_below_two() {
        for (unit, one) in [
            ("chaudières", "chaudière"),
            ("ans", "an"),
            ("jours/agent", "jour/agent"),
            ("millions", "million"),
            ("milliers d’entrées", "millier d’entrées"),
            ("logements sociaux", "logement social"),
            ("places de stationnement", "place de stationnement"),
            ("jeux", "jeu"),
            ("tableaux", "tableau"),
        ] {
            assert_eq!(agreed(unit, 0.0, 0), one);
            assert_eq!(agreed(unit, -1.5, 1), one);
            assert_eq!(agreed(unit, 1.96, 1), unit);
        }
    }

    #[test]
    fn symbols_and_nouns_without_a_plural_stay() {
        for unit in [
            "%",
            "GWh",
            "t",
            "m²",
            "kgCO2e/agent",
            "k€",
            "mois",
            "bus",
            "",
            "% des logements",
            "ha",
        ] {
            assert_eq!(agreed(unit, 1.0, 0), unit);
        }
    }
}
