//! Units as people write them, and what a number becomes from one to another: `1250 kWh` is `1,25 MWh`.
//!
//! Powers of ten only: what needs a factor of its own (a joule, a tonne of oil) is left to the author.

use super::unit_text::{bare, per};
use super::{decimal, folded};

/// What a unit measures, and ten to which power of the smallest of its kind it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Measure {
    /// The unit without its prefix, and what it is measured by: `wh`, `wh/m2`.
    kind: String,
    power: i32,
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
const WORDS: [(&str, &str, i32); 43] = [
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
    ("%", "", -2),
    ("‰", "", -3),
    ("pour cent", "", -2),
    ("pourcent", "", -2),
    ("pourcentage", "", -2),
    ("", "", 0),
    ("nombre", "", 0),
    ("k", "", 3),
    ("millier", "", 3),
    ("mille", "", 3),
    ("million", "", 6),
    ("milliard", "", 9),
];

/// The number of a text, written in another unit; none where one of the units is unknown, or of another kind.
pub fn converted(text: &str, from: &str, to: &str) -> Option<String> {
    let (from, to) = (measure(from)?, measure(to)?);
    if from.kind != to.kind {
        return None;
    }
    let number = decimal(text)?;
    let shifted = shifted(&number.digits, number.exponent + from.power - to.power)?;
    Some(match number.negative {
        true => format!("-{shifted}"),
        false => shifted,
    })
}

/// Whether a text is a unit that is known, of a number that has one.
pub fn is_unit(text: &str) -> bool {
    measure(text).is_some_and(|measure| !measure.kind.is_empty() || measure.power != 0)
}

/// Whether two writings are those of one unit: `m3` and `m³`, `kWh / an` and `kWh/an`, `euros` and `€`.
pub fn is_same_unit(left: &str, right: &str) -> bool {
    if left == right {
        return true;
    }
    match (measure(left), measure(right)) {
        (Some(left), Some(right)) => left == right,
        (None, None) => tight(&folded(left)) == tight(&folded(right)),
        _ => false,
    }
}

/// Whether what stands after a number says the unit in which it is read: the same, the same a year (`12 t/an` under `t`), or its
/// money alone (`12 €` under `€/hab`).
pub fn says_unit(said: &str, unit: &str) -> bool {
    let money = unit.split(['/', ' ']).next().filter(|own| is_same_unit(own, "€"));
    let a_year = |unit: &str| tight(unit).strip_suffix("/an").map(str::to_owned);
    let yearly = a_year(said).is_some_and(|said| is_same_unit(&said, unit));
    is_same_unit(said, unit) || yearly || money.is_some_and(|money| is_same_unit(said, money))
}

/// What a unit measures; none for one that is not known.
pub(super) fn measure(unit: &str) -> Option<Measure> {
    let unit = bare(unit);
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

/// Digits with a point, moved by a power of ten, with a comma and no useless zero; none where they would not fit a cell.
fn shifted(digits: &str, power: i32) -> Option<String> {
    let (integer, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all = [integer, fraction].concat();
    let point = i32::try_from(integer.len()).ok()? + power;
    if !(-12..=24).contains(&point) {
        return None;
    }
    let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or_default());
    let all = [zeros(1 - point), all].concat();
    let point = point.max(1);
    let all = [all.clone(), zeros(point - i32::try_from(all.len()).ok()?)].concat();
    let (integer, fraction) = all.split_at(usize::try_from(point).ok()?);
    let integer = integer.trim_start_matches('0');
    let integer = if integer.is_empty() { "0" } else { integer };
    Some(match fraction.trim_end_matches('0') {
        "" => integer.to_owned(),
        fraction => format!("{integer},{fraction}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_written_in_the_unit_that_is_expected() {
        for (text, from, to, expected) in [
            ("1250", "kWh", "MWh", "1,25"),
            ("1,25", "GWh", "MWh", "1250"),
            ("-3", "t", "kg", "-3000"),
            ("12,5", "%", "", "0,125"),
            ("1\u{A0}250,00", "€", "k€", "1,25"),
            ("58,9", "k", "", "58900"),
            ("4", "tCO2e", "kgCO2eq", "4000"),
            ("4", "t éq. CO₂", "kg CO2e", "4000"),
            ("2", "hl", "m³", "0,2"),
            ("3,5", "ha", "m2", "35000"),
            ("12", "kWh/m2", "MWh / m²", "0,012"),
            ("1.2e3", "milliers", "", "1200000"),
            ("2,5", "millions d’euros", "k€", "2500"),
        ] {
            let found = converted(text, from, to);
            assert_eq!(found.as_deref(), Some(expected), "{text} {from} {to}");
        }
        let others = [("kWh", "m³"), ("%", "kWh"), ("km", ""), ("kWh/m²", "kWh/an")];
        for (from, to) in others.into_iter().chain([("arbres", "habitants")]) {
            assert_eq!(converted("1", from, to), None, "{from} {to}");
        }
    }

    #[test]
    fn one_unit_has_many_writings() {
        for (left, right) in [
            ("m3", "m³"),
            ("euros", "€"),
            ("tonnes", "t"),
            ("Habitants", "habitants"),
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
