//! The units of whole things, which have no decimals. What a unit measures is `unit`.

use super::folded;
use super::unit::measure;

/// Units that are not those of a measure and yet have decimals.
const NO_COUNT: [&str; 20] = [
    "tep",
    "ktep",
    "lux",
    "bar",
    "indice",
    "note",
    "point",
    "degre",
    "score",
    "ratio",
    "taux",
    "jour",
    "heure",
    "minute",
    "mois",
    "an",
    "annee",
    "etp",
    "equivalent temps plein",
    "moyenne",
];

/// Whether a unit is that of whole things: habitants, arbres, équipements.
pub fn is_count(unit: &str) -> bool {
    let word = folded(unit);
    let first = unit.split_whitespace().next().unwrap_or_default();
    let alone = word.strip_suffix('s').unwrap_or(&word);
    let named = NO_COUNT.contains(&alone) || NO_COUNT.contains(&word.as_str());
    // « GWh PCS », « kVA », « dB(A) » are written with signs that no noun has.
    let is_noun = |letter: char| letter.is_lowercase() || matches!(letter, ' ' | '\u{A0}' | '-' | '’' | '\'');
    let noun = unit.trim().chars().skip(1).all(is_noun) && word.starts_with(char::is_alphabetic);
    let ratio = word.contains(" par ") || word.starts_with("nombre moyen");
    noun && !named && !ratio && measure(unit).is_none() && measure(first).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_things_have_no_decimals() {
        for unit in ["habitants", "arbres", "logements sociaux"] {
            assert!(is_count(unit), "{unit}");
        }
        for unit in [
            "",
            "%",
            "MWh",
            "m³",
            "kg/habitant",
            "indice",
            "jours",
            "ETP",
            "heures par agent",
            "°C",
            "GWh PCS",
            "kVA",
            "dB(A)",
            "tonnes équivalent pétrole",
            "tep",
        ] {
            assert!(!is_count(unit), "{unit}");
        }
    }
}
