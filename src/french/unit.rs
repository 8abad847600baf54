//! Units as people write them, and what each measures. What a number becomes from one to another is `conversion`.

use super::folded;
use super::unit_text::{bare, per};

/// What a unit measures, and ten to which power of the smallest of its kind it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Measure {
    /// The unit without its prefix, and what it is measured by: `wh`, `wh/m2`.
    pub(super) kind: String,
    pub(super) power: i32,
}

/// The units whose prefix multiplies by a power of ten: as it is written, what it measures, how much of it.
const BASES: [(&str, &str, i32); 9] = [
    ("Wh", "wh", 0),
    ("Wc", "wc", 0),
    ("W", "w", 0),
    ("gCO2", "gco2", 0),
    ("tCO2", "gco2", 6),
    ("g", "g", 0),
    ("t", "g", 6),
    ("L", "m3", -3),
    ("l", "m3", -3),
];
const PREFIXES: [(&str, i32); 8] = [
    ("", 0),
    ("m", -3),
    ("c", -2),
    ("h", 2),
    ("k", 3),
    ("M", 6),
    ("G", 9),
    ("T", 12),
];

/// The units that are known whatever their case, `MWH`, `Kg`: nothing else has their letters, as `Mg` has those of `mg`.
const CASELESS: [(&str, &str); 17] = [
    ("k", "Wh"),
    ("M", "Wh"),
    ("G", "Wh"),
    ("T", "Wh"),
    ("k", "Wc"),
    ("M", "Wc"),
    ("G", "Wc"),
    ("k", "W"),
    ("k", "g"),
    ("", "t"),
    ("", "gCO2"),
    ("k", "gCO2"),
    ("", "tCO2"),
    ("k", "tCO2"),
    ("M", "tCO2"),
    ("", "Wh"),
    ("", "W"),
];

/// The units that have no other writing than these, folded.
const WORDS: [(&str, &str, i32); 53] = [
    ("m", "m", 0),
    ("km", "m", 3),
    ("cm", "m", -2),
    ("mm", "m", -3),
    ("metre", "m", 0),
    ("kilometre", "m", 3),
    ("m2", "m2", 0),
    ("km2", "m2", 6),
    ("ha", "m2", 4),
    ("hectare", "m2", 4),
    ("m3", "m3", 0),
    ("dm3", "m3", -3),
    ("litre", "m3", -3),
    ("hectolitre", "m3", -1),
    ("gramme", "g", 0),
    ("kilogramme", "g", 3),
    ("kilo", "g", 3),
    ("quintal", "g", 5),
    ("tonne", "g", 6),
    ("€", "€", 0),
    ("eur", "€", 0),
    ("euro", "€", 0),
    ("k€", "€", 3),
    ("keur", "€", 3),
    ("m€", "€", 6),
    ("mio €", "€", 6),
    ("meur", "€", 6),
    ("md€", "€", 9),
    ("millier d'euros", "€", 3),
    ("million d'euros", "€", 6),
    ("milliard d'euros", "€", 9),
    ("h", "h", 0),
    ("heure", "h", 0),
    ("min", "min", 0),
    ("minute", "min", 0),
    ("jour", "jour", 0),
    ("an", "an", 0),
    ("ans", "an", 0),
    ("%", "", -2),
    ("‰", "", -3),
    ("pour cent", "", -2),
    ("pourcent", "", -2),
    ("pourcentage", "", -2),
    ("", "", 0),
    ("nombre", "", 0),
    ("nbre", "", 0),
    ("nb", "", 0),
    ("unite", "", 0),
    ("k", "", 3),
    ("millier", "", 3),
    ("mille", "", 3),
    ("million", "", 6),
    ("milliard", "", 9),
];

/// Whether a text is a unit that is known, of a number that has one.
pub fn is_unit(text: &str) -> bool {
    measure(text).is_some_and(|measure| !measure.kind.is_empty() || measure.power != 0)
}

/// Whether a unit is of time.
pub(super) fn is_duration(unit: &str) -> bool {
    measure(unit).is_some_and(|measure| ["h", "min", "jour", "an"].contains(&&*measure.kind))
}

/// The unit with which a text begins, and what follows it: `€ HT`, `kWh PCI`, `h de formation`; none where it begins with none,
/// or where what follows makes another unit of it, `€ par élève`.
pub fn leading(text: &str) -> Option<(&str, &str)> {
    let text = text.trim();
    if is_unit(text) {
        return None;
    }
    let ends = text.match_indices(' ').map(|(end, _)| end);
    let found = ends.rev().find(|end| is_unit(&text[..*end]))?;
    let (unit, rest) = (text[..found].trim_end(), text[found..].trim_start());
    let is_other =
        rest.starts_with('/') || unit.ends_with('/') || rest.starts_with("par ") || rest.starts_with("pour ");
    // « 3 h 30 », « 12 kWh 2024 ».
    let is_other = is_other || rest.contains(|sign: char| sign.is_ascii_digit());
    (!is_other && !unit.is_empty()).then_some((unit, rest))
}

/// Whether two writings are those of one unit: `m3` and `m³`, `kWh / an` and `kWh/an`, `euros` and `€`.
pub fn is_same_unit(left: &str, right: &str) -> bool {
    if left == right {
        return true;
    }
    match (measure(left), measure(right)) {
        (Some(left), Some(right)) => left == right,
        (None, None) => noun(left) == noun(right),
        _ => false,
    }
}

/// A unit that is none of a measure, in one writing: `agents` and `agent`, `pers.` and `personnes`.
fn noun(unit: &str) -> String {
    let folded = folded(bare(unit));
    let words = folded.split([' ', '\u{A0}']).filter(|word| !word.is_empty());
    let singular = words.map(|word| {
        let word = per(word);
        match word.len() {
            0..4 => word,
            _ => word.strip_suffix('s').map_or(word.clone(), str::to_owned),
        }
    });
    singular.collect()
}

/// Whether what stands after a number says the unit in which it is read: the same, the same a year (`12 t/an` under `t`), its
/// money alone (`12 €` under `€/hab`), or what it begins with (`12 kWh` under `kWh PCI`).
pub fn says_unit(said: &str, unit: &str) -> bool {
    let money = unit.split(['/', ' ']).next().filter(|own| is_same_unit(own, "€"));
    let a_year = |unit: &str| tight(unit).strip_suffix("/an").map(str::to_owned);
    let yearly = a_year(said).is_some_and(|said| is_same_unit(&said, unit));
    let leads = || leading(unit).is_some_and(|(own, _)| is_same_unit(said, own));
    is_same_unit(said, unit) || yearly || leads() || money.is_some_and(|money| is_same_unit(said, money))
}

/// What a unit measures; none for one that is not known.
pub(super) fn measure(unit: &str) -> Option<Measure> {
    let unit = bare(unit);
    let words: Vec<&str> = unit.split_whitespace().collect();
    let unit = &words.join(" ").replace(" par ", "/");
    let plain = tight(unit);
    let (own, by) = plain.split_once('/').unwrap_or((&plain, ""));
    let (kind, power) = prefixed(own).or_else(|| word(unit.split('/').next().unwrap_or_default()))?;
    let kind = match by {
        "" => kind.to_owned(),
        by => format!("{kind}/{}", per(by)),
    };
    Some(Measure { kind, power })
}

fn word(own: &str) -> Option<(&'static str, i32)> {
    let own = folded(own);
    let singular = |word: &str| {
        let words: Vec<&str> = word
            .split(' ')
            .map(|word| word.strip_suffix('s').unwrap_or(word))
            .collect();
        words.join(" ")
    };
    let known = WORDS.iter();
    let mut found = known.filter(|(name, ..)| *name == own || own.len() > 3 && singular(name) == singular(&own));
    found.next().map(|(_, kind, power)| (*kind, *power))
}

/// `MWh` is a million `Wh`, whatever carbon is called: `tCO2e`, `kgCO2eq`, `t éq. CO₂`.
fn prefixed(own: &str) -> Option<(&'static str, i32)> {
    let own = own.replace('₂', "2");
    let carbon = ["éqCO2", "eqCO2", "éq.CO2", "eq.CO2", "CO2eq", "CO2éq", "CO2e"];
    let carbon = carbon.iter().find(|carbon| own.ends_with(**carbon));
    let own = carbon.map_or(own.clone(), |carbon| own.replace(*carbon, "CO2"));
    let parts = PREFIXES
        .iter()
        .flat_map(|prefix| BASES.iter().map(move |base| (prefix, base)));
    let written =
        |((prefix, _), (base, ..)): &(&(&str, i32), &(&str, &str, i32))| own.strip_prefix(*prefix) == Some(*base);
    let folded = |((prefix, _), (base, ..)): &(&(&str, i32), &(&str, &str, i32))| {
        // The length first: this is asked of each unit of each number.
        prefix.len() + base.len() == own.len()
            && CASELESS.contains(&(*prefix, *base))
            && [*prefix, *base].concat().eq_ignore_ascii_case(&own)
    };
    let mut found = parts.clone().filter(written).chain(parts.filter(folded));
    found.next().map(|((_, power), (_, kind, own))| (*kind, power + own))
}

fn tight(unit: &str) -> String {
    unit.split_whitespace().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_read_before_what_qualifies_it() {
        for (text, expected) in [
            ("€ HT", Some(("€", "HT"))),
            ("kWh PCI", Some(("kWh", "PCI"))),
            ("millions d’euros TTC", Some(("millions d’euros", "TTC"))),
            ("h de formation", Some(("h", "de formation"))),
            ("€ par élève", None),
            ("h 30", None),
            ("€ / élève", None),
            ("abonnés", None),
            ("kWh", None),
            ("milliers d’euros", None),
        ] {
            assert_eq!(leading(text), expected, "{text}");
        }
    }

    #[test]
    fn one_unit_has_many_writings() {
        for (left, right) in [
            ("m3", "m³"),
            ("euros", "€"),
            ("tonnes", "t"),
            ("Habitants", "habitants"),
            ("agents", "agent"),
            ("pers.", "personnes"),
            ("hab.", "habitants"),
            ("logements sociaux", "Logement sociaux"),
            ("kg CO2e", "kgCO2eq"),
            ("MWH", "MWh"),
            ("KWh", "kWh"),
            ("“m³”", "m3"),
            ("M³", "m³"),
        ] {
            assert!(is_same_unit(left, right), "{left} {right}");
        }
        for (left, right) in [
            ("mg", "Mg"),
            ("MG", "Mg"),
            ("HT", "t"),
            ("kWh", "MWh"),
            ("m", "m²"),
            ("t", "tCO2e"),
            ("k", ""),
        ] {
            assert!(!is_same_unit(left, right), "{left} {right}");
        }
        assert!(says_unit("t/an", "t") && says_unit("t/an", "t/an") && !says_unit("t", "t/an"));
        assert!(says_unit("euros", "€/hab") && says_unit("€", "€ par habitant"));
        assert!(!says_unit("€", "k€/hab") && !says_unit("kg", "kg/hab"));
    }
}
