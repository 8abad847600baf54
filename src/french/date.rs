//! Dates in words.

use super::NO_BREAK_SPACE;
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
    let hour = hour.split('.').next().unwrap_or_default().trim();
    let midnight = matches!(hour, "" | "00:00" | "00:00:00" | "0:00" | "0:00:00");
    let end = last && matches!(hour, "23:59" | "23:59:59");
    ((first || last) && midnight || end).then(|| year.parse().ok())?
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
    fn only_the_first_of_a_month_is_an_ordinal() {
        let first = Date::new(2026, 2, 1).unwrap();
        assert_eq!(super::date(first), "1ᵉʳ\u{A0}février 2026");
        let other = Date::new(2026, 12, 21).unwrap();
        assert_eq!(super::date(other), "21\u{A0}décembre 2026");
        assert_eq!(month(other), "décembre 2026");
    }
}
