//! Dates in words.

use super::{NO_BREAK_SPACE, folded};
use jiff::civil::Date;

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// A date in words, the first of a month as an ordinal: `1ᵉʳ février 2026`, `18 décembre 2026`.
///
/// The day is never separated from its month.
pub fn date(date: Date) -> String {
    let day = match date.day() {
        1 => "1ᵉʳ".to_owned(),
        day => day.to_string(),
    };
    format!("{day}{NO_BREAK_SPACE}{}", month(date))
}

/// The year of a date that is its first or its last day, at midnight: what a spreadsheet or a database makes of a year.
///
/// `2024-01-01T00:00:00Z`, `01/01/2024 00:00`, `31/12/2024`. An hour of the evening may be of another year elsewhere.
pub fn year_of_date(text: &str) -> Option<i32> {
    let text = text.trim();
    let (date, time) = text.split_once(['T', 't', ' ']).unwrap_or((text, ""));
    let (year, day) = match date.split(['-', '/', '.']).collect::<Vec<_>>()[..] {
        [year, month, day] if year.len() == 4 => (year, (day, month)),
        [day, month, year] if year.len() == 4 => (year, (day, month)),
        _ => return None,
    };
    let first = matches!(day, ("01" | "1", "01" | "1"));
    let last = day == ("31", "12");
    let hour = time
        .trim_end_matches(['Z', 'z'])
        .split(['+', '-'])
        .next()
        .unwrap_or_default();
    // « 00:00:00 UTC » has its zone in words.
    let hour = hour.split(['.', ' ']).next().unwrap_or_default();
    let midnight = matches!(hour, "" | "00:00" | "00:00:00" | "0:00" | "0:00:00");
    let end = last && matches!(hour, "23:59" | "23:59:59");
    ((first || last) && midnight || end).then(|| year.parse().ok())?
}

/// A date as French people write one: `2026-12-18`, `18/12/2026`, `18.12.2026`, `18 décembre 2026`, `1er mars 2027`.
pub fn read_date(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text
        .split([' ', NO_BREAK_SPACE, '/', '-', '.'])
        .filter(|part| !part.is_empty())
        .collect();
    let [first, month, last] = parts[..] else { return None };
    let (year, day) = match (first.len(), last.len()) {
        (4, 1 | 2) => (first, last),
        (_, 4) => (last, first),
        _ => return None,
    };
    let day = day.trim_end_matches("er").trim_end_matches("ᵉʳ").parse().ok()?;
    let month = month.parse().ok().or_else(|| month_named(month))?;
    Date::new(year.parse().ok()?, month, day).ok()
}

/// The first day of a month as French people write one: `juin 2026`, `06/2026`, `2026-06`.
pub fn read_month(text: &str) -> Option<Date> {
    let parts = text.split([' ', NO_BREAK_SPACE, '/', '-', '.']);
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let [first, last] = parts[..] else { return None };
    let (year, month) = match (first.len(), last.len()) {
        (4, 1 | 2) => (first, last),
        (_, 4) => (last, first),
        _ => return None,
    };
    let month = month.parse().ok().or_else(|| month_named(month))?;
    Date::new(year.parse().ok()?, month, 1).ok()
}

/// The rank of a month that is named.
fn month_named(month: &str) -> Option<i8> {
    let rank = MONTHS.iter().position(|name| folded(name) == folded(month))?;
    i8::try_from(rank + 1).ok()
}

/// An hour in words: `18:30` and `18h30` are `18 h 30`; another text stays as it is.
pub fn hour(text: &str) -> String {
    let parts = text.trim().split_once([':', 'h', 'H']);
    let number = |text: &str, most: u32| text.trim().parse::<u32>().ok().filter(|number| *number <= most);
    match parts.map(|(hours, minutes)| (number(hours, 23), minutes.trim(), number(minutes, 59))) {
        Some((Some(hours), "" | "00", _)) => format!("{hours}{NO_BREAK_SPACE}h"),
        Some((Some(hours), _, Some(minutes))) => format!("{hours}{NO_BREAK_SPACE}h{NO_BREAK_SPACE}{minutes:02}"),
        _ => text.to_owned(),
    }
}

/// The month of a date and its year: `février 2026`.
pub fn month(date: Date) -> String {
    format!("{} {}", month_name(date), date.year())
}

/// The month of a date, in lower case.
pub(super) fn month_name(date: Date) -> &'static str {
    usize::try_from(date.month() - 1)
        .ok()
        .and_then(|index| MONTHS.get(index))
        .expect("jiff gives a month between 1 and 12")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_hours_are_read_as_they_are_written() {
        let day = Date::new(2027, 1, 15).unwrap();
        for text in [
            "2027-01-15",
            "15/01/2027",
            "15.1.2027",
            "15 janvier 2027",
            "15\u{a0}JANVIER 2027",
        ] {
            assert_eq!(read_date(text), Some(day), "{text}");
        }
        assert_eq!(read_date("1er août 2027"), Date::new(2027, 8, 1).ok());
        for text in [
            "15/01/27",
            "janvier 2027",
            "32/01/2027",
            "2027",
            "01/15/2027",
            "le 15 janvier 2027",
        ] {
            assert_eq!(read_date(text), None, "{text}");
        }
        for (text, said) in [
            ("18:30", "18\u{a0}h\u{a0}30"),
            ("9h05", "9\u{a0}h\u{a0}05"),
            ("18:00", "18\u{a0}h"),
        ] {
            assert_eq!(hour(text), said);
        }
        for text in ["dix heures", "18 h 30", "25:00", "18:75"] {
            assert_eq!(hour(text), if text == "18 h 30" { "18\u{a0}h\u{a0}30" } else { text });
        }
    }

    #[test]
    fn only_the_first_of_a_month_is_an_ordinal() {
        let first = Date::new(2026, 2, 1).unwrap();
        assert_eq!(super::date(first), "1ᵉʳ\u{A0}février 2026");
        let other = Date::new(2026, 12, 21).unwrap();
        assert_eq!(super::date(other), "21\u{A0}décembre 2026");
        assert_eq!(month(other), "décembre 2026");
    }
}
