//! Numbers that a hand typed otherwise than a reader takes them: `47O0`, `43_000`, `1/2`.
//!
//! It proposes the number, and reads none: each may be something else.

use crate::french::{apart, decimal, is_dash, quoted, read_number};

/// Decimals of a fraction, beyond which it is no proposal: 1/3 has no end.
const DECIMALS: usize = 4;

/// The next gesture for a text that a slip may have made of a number; none where nothing tells which one was meant.
pub fn gesture(text: &str) -> Option<String> {
    let text = text.trim();
    if let Some(gesture) = range(text) {
        return Some(gesture);
    }
    if let Some(digits) = with_digits(text) {
        return Some(format!(
            "Une lettre a pris la place d’un chiffre (O pour 0, l ou I pour 1) : écrivez {} si c’est bien le nombre.",
            quoted(&digits)
        ));
    }
    if let Some(number) = without_underscores(text) {
        return Some(format!(
            "Un tiret bas ne sépare pas les milliers : écrivez {}.",
            quoted(&number)
        ));
    }
    fraction(text).map(|number| {
        format!(
            "Si c’est une fraction, écrivez {} ; si ce sont deux nombres, n’en gardez qu’un.",
            quoted(&number)
        )
    })
}

/// Hours and minutes in hours, `3 h 30` in `3,5`; none where a text says none.
pub fn hours(text: &str) -> Option<String> {
    let (hours, rest) = apart(text);
    let minutes = rest.strip_prefix(['h', 'H'])?.trim_start();
    let minutes: u32 = minutes.strip_suffix("min").unwrap_or(minutes).trim_end().parse().ok()?;
    let hours: u32 = hours.parse().ok().filter(|_| minutes < 60)?;
    Some(written(f64::from(hours) + f64::from(minutes) / 60.0))
}

/// The next gesture for a change in the place of what it leads to: `-20 %`, `-20 % par rapport à 2021`, `+5 points`.
pub fn evolution(text: &str) -> Option<String> {
    let (number, rest) = apart(text);
    let is_signed = number.starts_with(|sign: char| sign == '+' || is_dash(sign));
    let is_compared = rest.contains("par rapport");
    if !is_signed && !is_compared {
        return None;
    }
    let by = read_number(number).ok()?;
    let how = match rest.trim_start() {
        rest if rest.starts_with('%') => format!("la référence multipliée par {}", quoted(&written(1.0 + by / 100.0))),
        rest if rest.starts_with("point") => format!("la référence à laquelle s’ajoute {}", quoted(&written(by))),
        _ => return None,
    };
    Some(format!("Écrivez la valeur à atteindre, et non l’évolution : {how}."))
}

/// Two ends in the place of a number: `400 à 420`.
fn range(text: &str) -> Option<String> {
    let (_, rest) = apart(text);
    let end = rest.strip_prefix("à ").or_else(|| rest.strip_prefix("a "))?;
    read_number(end).ok()?;
    Some("Écrivez une seule valeur.".to_owned())
}

/// A number as a French hand writes it, without the noise of binary arithmetic.
fn written(number: f64) -> String {
    let text = format!("{number:.4}");
    text.trim_end_matches('0').trim_end_matches('.').replace('.', ",")
}

/// The number of a text in which letters were typed for the digits they look like: `47O0` is 4700.
fn with_digits(text: &str) -> Option<String> {
    let digits: String = text
        .chars()
        .map(|letter| match letter {
            'O' | 'o' => '0',
            'l' | 'I' | '|' => '1',
            other => other,
        })
        .collect();
    let has_digits = text.chars().any(|letter| letter.is_ascii_digit());
    (has_digits && digits != text && read_number(&digits).is_ok()).then_some(digits)
}

/// `43_000` is 43000, as it is written in programs.
fn without_underscores(text: &str) -> Option<String> {
    let spaced = text.replace('_', " ");
    // Where a space would not stand between thousands, nothing says what the sign is for.
    let is_grouped = spaced != text && decimal(&spaced).is_some_and(|number| number.rest.is_empty());
    is_grouped.then(|| text.replace('_', ""))
}

/// `1/2` is 0,5.
fn fraction(text: &str) -> Option<String> {
    let (above, below) = text.split_once('/')?;
    let whole = |text: &str| text.trim().parse::<u32>().ok().map(f64::from);
    let (above, below) = (whole(above)?, whole(below).filter(|below| *below > 0.0)?);
    let written = (above / below).to_string().replace('.', ",");
    let decimals = written.split_once(',').map_or(0, |(_, decimals)| decimals.len());
    // Three decimals may be thousands.
    match decimals {
        3 => Some(format!("{written}0")),
        decimals => (decimals <= DECIMALS).then_some(written),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_and_minutes_are_hours() {
        for (text, expected) in [
            ("3 h 30", Some("3,5")),
            ("12h05", Some("12,0833")),
            ("1 h 15 min", Some("1,25")),
            ("3 h 75", None),
            ("3 h", None),
            ("3 ha 30", None),
        ] {
            assert_eq!(hours(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn the_number_that_a_hand_meant_is_proposed_only_where_something_tells_it() {
        for (text, expected) in [
            ("47O0", Some("4700")),
            ("43_000", Some("43000")),
            ("1_250_000,5", Some("1250000,5")),
            ("-20 %", Some("0,8")),
            ("-20 % par rapport à 2021", Some("0,8")),
            ("+5 points", Some("5")),
            ("20 %", None),
            ("-20 MWh", None),
            ("1/2", Some("0,5")),
            (" 3 / 8 ", Some("0,3750")),
            ("4/2", Some("2")),
            ("4700", None),
            ("Ol", None),
            ("47O0x", None),
            ("43_00", None),
            ("1/3", None),
            ("1/0", None),
            ("12/05/2024", None),
            ("n/d", None),
        ] {
            let proposed = evolution(text).or_else(|| gesture(text));
            let proposed = proposed.as_deref().and_then(|told| told.split(['«', '»']).nth(1));
            assert_eq!(proposed.map(|number| number.trim_matches('\u{A0}')), expected, "{text}");
        }
    }
}
