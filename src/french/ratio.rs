//! Units of shares and of ratios: their numbers are neither added nor averaged as amounts are.

use super::folded;

/// Whether a number in this unit is a share or a ratio, which no addition gives: `%`, `‰`, `kg/habitant`, `logements pour 1 000`.
///
/// What is counted by the year is still an amount.
pub fn is_ratio(unit: &str) -> bool {
    let unit = folded(unit.trim());
    let per = unit.split_once('/').or_else(|| unit.split_once(" par "));
    let per = per.map(|(_, per)| per.trim());
    let in_time = |per: &str| ["an", "annee", "mois", "semaine", "jour"].contains(&per);
    let share = [
        "%",
        "‰",
        "pour cent",
        "pourcent",
        "pour mille",
        "pour 1",
        "part de",
        "taux",
    ];
    per.is_some_and(|per| !in_time(per)) || share.iter().any(|word| unit.contains(word))
}

/// Whether numbers in this unit add up to nothing, whatever they are of: a mass in a volume, a temperature, a noise, an index.
///
/// A ratio may: `kg/habitant` of each kind of waste is that of all of them.
pub fn never_adds_up(unit: &str) -> bool {
    let unit = folded(unit.trim());
    let is_mass = |own: &str| ["ng", "µg", "μg", "ug", "mg", "g"].contains(&own.trim());
    let is_volume = |by: &str| ["m3", "l", "litre", "dm3", "ml"].contains(&by.trim());
    let concentration = unit
        .split_once('/')
        .is_some_and(|(own, by)| is_mass(own) && is_volume(by));
    let level = ["°c", "db", "db(a)", "dba", "indice", "ph", "score"];
    concentration || level.contains(&unit.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_concentration_adds_up_to_nothing() {
        for unit in ["µg/m3", "µg/m³", "mg / L", "°C", "dB(A)"] {
            assert!(never_adds_up(unit), "{unit}");
        }
        for unit in ["kg/habitant", "%", "t/an", "€/m3", "m3", "g"] {
            assert!(!never_adds_up(unit), "{unit}");
        }
    }

    #[test]
    fn a_share_and_a_ratio_are_no_amounts() {
        for unit in [
            "%",
            "‰",
            "% des marchés",
            "kg/habitant",
            "kg par habitant",
            "€ / m²",
            "km/h",
            "pour 1 000",
        ] {
            assert!(is_ratio(unit), "{unit}");
        }
        for unit in ["", "MWh", "t/an", "kWh par an", "habitants", "ha", "parts"] {
            assert!(!is_ratio(unit), "{unit}");
        }
    }
}
