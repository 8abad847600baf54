//! How people write a unit: between quotes or brackets, after « en », with the abbreviation of what it is counted by.
//!
//! What a unit measures is `unit`.

use super::{folded, has_no_width};

/// What a unit is counted by, folded, and its abbreviation.
const PER: [(&str, &str); 6] = [
    ("habitant", "hab"),
    ("habitants", "hab"),
    ("annee", "an"),
    ("ans", "an"),
    ("personne", "pers"),
    ("personnes", "pers"),
];

/// A unit without the quotes and the brackets that stand around it, nor what nobody sees: `« m³ »`, `“m³”`, `[m³]`, `(m³)`, `en m³`, `m³.`
pub fn bare(unit: &str) -> &str {
    let around = |sign: char| {
        sign.is_whitespace()
            || has_no_width(sign)
            || matches!(sign, '"' | '\'' | '“' | '”' | '«' | '»' | '[' | ']' | '‘' | '’')
    };
    let unit = unit.trim_matches(around);
    let enclosed = unit.strip_prefix('(').and_then(|unit| unit.strip_suffix(')'));
    let unit = enclosed.unwrap_or(unit).trim();
    let unit = unit.strip_prefix("en ").unwrap_or(unit);
    unit.strip_suffix('.').unwrap_or(unit).trim_end()
}

/// What a unit is counted by, in one writing: `hab`, `hab.` and `habitants` are the same.
pub(super) fn per(text: &str) -> String {
    let folded = folded(text);
    let plain = folded.strip_suffix('.').unwrap_or(&folded);
    let known = PER.iter().find(|(word, _)| *word == plain);
    known.map_or(plain, |(_, short)| short).to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::is_same_unit;
    use super::*;

    #[test]
    fn a_unit_is_read_without_its_quotes_and_without_what_nobody_sees() {
        for (written, unit) in [
            ("\"MWh\"", "MWh"),
            ("“%”", "%"),
            ("« m³ »", "m³"),
            ("MWh\u{200B}", "MWh"),
            ("€/hab", "€/hab"),
            ("(MWh)", "MWh"),
            ("en MWh", "MWh"),
            ("MWh.", "MWh"),
            ("t (brut)", "t (brut)"),
        ] {
            assert_eq!(bare(written), unit);
        }
    }

    #[test]
    fn what_a_unit_is_counted_by_has_several_writings() {
        for (left, right) in [
            ("kg/hab.", "kg/habitant"),
            ("kg / habitants", "kg/hab"),
            ("kWh/an", "kWh/année"),
            ("pourcentage", "%"),
            ("en %", "%"),
            ("€ par habitant", "€/hab"),
            ("heures", "h"),
        ] {
            assert!(is_same_unit(left, right), "{left} {right}");
        }
        assert!(!is_same_unit("kg/hab", "kg/agent") && !is_same_unit("kWh/m2", "kWh/an"));
    }
}
