//! What a number becomes from one unit to another: `1250 kWh` is `1,25 MWh`.
//!
//! Powers of ten only: what needs a factor of its own (a joule, a tonne of oil) is left to the author.

use super::decimal;
use super::unit::{Measure, measure};

/// The number of a text, written in another unit; none where one of the units is unknown, or of another kind.
pub fn converted(text: &str, from: &str, to: &str) -> Option<String> {
    // « 22,9 M »: the letter alone is of millions.
    let from = if from.trim() == "M" { "million" } else { from };
    let (mut from, to) = (measure(from)?, measure(to)?);
    let multiplies = from.kind.is_empty() && from.power > 0;
    // « 22,9 millions » under kWh are millions of them; of thousands of euros, nobody knows.
    if multiplies && !to.kind.is_empty() && (to.kind != "€" || to.power == 0) {
        from = Measure {
            kind: to.kind.clone(),
            power: from.power + to.power,
        };
    }
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
            ("22,9", "M", "kWh", "22900000"),
        ] {
            let found = converted(text, from, to);
            assert_eq!(found.as_deref(), Some(expected), "{text} {from} {to}");
        }
        let others = [
            ("millions", "k€"),
            ("kWh", "m³"),
            ("%", "kWh"),
            ("km", ""),
            ("kWh/m²", "kWh/an"),
        ];
        for (from, to) in others.into_iter().chain([("arbres", "habitants")]) {
            assert_eq!(converted("1", from, to), None, "{from} {to}");
        }
    }
}
