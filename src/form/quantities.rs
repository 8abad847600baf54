//! The numbers of an entry that says its unit: `43 000 MWh` under `unite: MWh` is 43 000, and the unit says what depends
//! on a doubt about them.
//!
//! They are read as any number is; here stands only what the unit beside them changes.

use super::document::{Node, Shape};
use super::number::{NOT_NUMBER, by_format, in_unit};
use super::separators::{DOUBTFUL_SEPARATOR, Separators, Stake};
use super::slips;
use crate::diagnostic::{Diagnostic, Severity};
use crate::french::{apart, converted, decimal, is_dash, quoted, says_unit};
use std::borrow::Cow;

/// The keys whose numbers are in the unit of their entry.
const KEYS: [&str; 4] = ["cibles", "reference", "limite", "bornes"];
/// That of them that holds two numbers.
const BOUNDS: &str = "bornes";
/// A key of theirs that holds no number.
const ORIGIN: &str = "origine";

/// The same entry, its numbers without the unit that it says, and its bounds apart.
pub(super) fn alone(node: &Node) -> Cow<'_, Node> {
    let unit = unit(node);
    if unit.is_none() && node.get(BOUNDS).is_none() {
        return Cow::Borrowed(node);
    }
    let mut node = node.clone();
    if let Shape::Map(keys) | Shape::Line(keys) = &mut node.shape {
        for (key, value) in keys.iter_mut().filter(|(key, _)| KEYS.contains(&key.value.as_str())) {
            if key.value == BOUNDS {
                part(value);
            }
            unit.iter().for_each(|unit| strip(value, unit));
        }
    }
    Cow::Owned(node)
}

/// Bounds written as a sentence are two: `0 à 100`, `de 0 à 100`, `entre 0 et 100`, `0-100`.
fn part(node: &mut Node) {
    let alone = match &node.shape {
        Shape::List(nodes) => match nodes.as_slice() {
            [node] => node.text(),
            _ => None,
        },
        _ => node.text(),
    };
    let Some((least, most)) = alone.and_then(|text| enclosed(text).or_else(|| range(text))) else {
        return;
    };
    let one = |text: &str| Node {
        shape: Shape::Scalar {
            text: text.to_owned(),
            quoted: true,
        },
        place: node.place.clone(),
    };
    node.shape = Shape::List(vec![one(least), one(most)]);
}

/// The two numbers of a list that was quoted: `"[0, 100]"`.
fn enclosed(text: &str) -> Option<(&str, &str)> {
    let text = text.trim().strip_prefix('[')?.strip_suffix(']')?;
    let (least, most) = text.split_once([';', ','])?;
    let is_number = |text: &str| decimal(text).is_some_and(|number| number.rest.is_empty());
    (is_number(least) && is_number(most)).then_some((least.trim(), most.trim()))
}

/// The two numbers of a range; none where a text is no range.
pub(super) fn range(text: &str) -> Option<(&str, &str)> {
    let text = text.trim();
    let between = text.strip_prefix("entre ").or_else(|| text.strip_prefix("Entre "));
    let from = || {
        let text = text
            .strip_prefix("de ")
            .or_else(|| text.strip_prefix("De "))
            .unwrap_or(text);
        // That of an exponent joins nothing.
        let joins = |(at, sign): &(usize, char)| is_dash(*sign) && !text[..*at].ends_with(['e', 'E']);
        let dash = || text.char_indices().skip(1).find(joins);
        text.split_once(" à ").or_else(|| {
            let (at, sign) = dash()?;
            Some((&text[..at], &text[at + sign.len_utf8()..]))
        })
    };
    let (least, most) = between.and_then(|text| text.split_once(" et ")).or_else(from)?;
    let is_number = |text: &str| decimal(text).is_some();
    (is_number(least) && is_number(most)).then_some((least.trim(), most.trim()))
}

fn strip(node: &mut Node, unit: &str) {
    match &mut node.shape {
        Shape::Scalar { text, .. } => {
            let (number, rest) = apart(text);
            if !rest.is_empty() && says_unit(rest, unit) {
                *text = number.to_owned();
            }
        }
        Shape::List(nodes) => nodes.iter_mut().for_each(|node| strip(node, unit)),
        Shape::Map(keys) | Shape::Line(keys) => {
            let numbers = keys.iter_mut().filter(|(key, _)| key.value != ORIGIN);
            numbers.for_each(|(_, node)| strip(node, unit));
        }
        Shape::Empty => {}
    }
}

/// What was told of the numbers of an entry, as its unit makes it: how grave a doubt is, what to write for another unit.
pub(super) fn weigh(node: &Node, told: &mut [Diagnostic]) {
    let Some(unit) = unit(node) else { return };
    let whole = node.get("precision").and_then(Node::text) == Some("0");
    let stake = Stake::of(&unit, whole);
    for told in told {
        if told.code == DOUBTFUL_SEPARATOR && stake != Stake::Measure {
            told.severity = Severity::Error;
        } else if told.code == NOT_NUMBER {
            let readings = Separators::default().readings(&told.raw, Stake::Measure);
            let expected = match unit.as_str() {
                "" => "l’indicateur n’a pas d’unité".to_owned(),
                unit => format!("l’unité de l’indicateur est {}", quoted(unit)),
            };
            let share = told.raw.trim().strip_suffix('%').map(str::trim_end);
            if let Some(gesture) = slips::evolution(&told.raw).or_else(|| slips::gesture(&told.raw)) {
                told.help = gesture;
            } else if let Some(converted) = in_unit(&readings, &unit) {
                let format = told.place.as_ref().map_or("", |place| by_format(place, &told.raw));
                told.help = format!("Écrivez {converted} : {expected}.{format}");
            } else if let Some(share) = share {
                // A spreadsheet that shows 31 % holds 0,31, and somebody may have typed 31.
                let held = converted(share, "%", "").unwrap_or_else(|| share.to_owned());
                told.help = format!(
                    "Écrivez le nombre dans cette unité, d’une cellule qui n’est pas au format « Pourcentage » : {expected}. Ce que la cellule affiche vaut {} ou {}, selon ce qui a été tapé.",
                    quoted(share),
                    quoted(&held)
                );
            }
        }
    }
}

/// The unit that an entry says, where it has numbers of it.
fn unit(node: &Node) -> Option<String> {
    let unit = node.get("unite").and_then(Node::text)?;
    KEYS.iter().any(|key| node.get(key).is_some()).then(|| unit.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{enclosed, range};

    #[test]
    fn a_quoted_list_is_two_bounds() {
        for (text, expected) in [
            ("[0, 100]", Some(("0", "100"))),
            (" [0;100] ", Some(("0", "100"))),
            ("[0, 1, 2]", None),
            ("[0]", None),
            ("0, 100", None),
        ] {
            assert_eq!(enclosed(text), expected, "{text}");
        }
    }

    #[test]
    fn a_range_has_two_numbers_however_they_are_joined() {
        for (text, expected) in [
            ("0 à 100", Some(("0", "100"))),
            ("entre 0 et 100", Some(("0", "100"))),
            ("0-100", Some(("0", "100"))),
            ("-5 – 10", Some(("-5", "10"))),
            ("0 -10", Some(("0", "10"))),
            ("-5", None),
            ("1e-5", None),
            ("2026-03", Some(("2026", "03"))),
            ("a-b", None),
        ] {
            assert_eq!(range(text), expected, "{text}");
        }
    }
}
