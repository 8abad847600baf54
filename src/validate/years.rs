//! A year as tables write it: alone, dated from an end of the year, or marked as provisional.
//!
//! It decides what a text means, not whether the year is possible.

use crate::french::{folded, read_number};
use crate::load::Content;
use crate::model::ObservationStatus;

/// A year and what its marks say of its values: « 2024 (p) » is provisional.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkedYear {
    pub year: i32,
    pub status: ObservationStatus,
}

/// The marks of a year, as statistical tables write them.
const MARKS: [(&str, ObservationStatus); 8] = [
    ("p", ObservationStatus::Provisional),
    ("prov", ObservationStatus::Provisional),
    ("prov.", ObservationStatus::Provisional),
    ("provisoire", ObservationStatus::Provisional),
    ("e", ObservationStatus::Estimated),
    ("est.", ObservationStatus::Estimated),
    ("estime", ObservationStatus::Estimated),
    ("estimation", ObservationStatus::Estimated),
];

/// The year that a cell or a header means; none where it means none.
pub fn year(content: &Content) -> Option<MarkedYear> {
    let whole = |number: f64| (number.fract() == 0.0).then_some(number as i32);
    let text = match content {
        Content::Empty => return None,
        Content::Number { value, .. } => return whole(*value).map(plain),
        Content::Text(text) => folded(text),
    };
    let text = text.strip_prefix("annee ").unwrap_or(&text).trim();
    let alone = read_number(text).ok().and_then(whole).map(plain);
    alone.or_else(|| end_of_year(text).map(plain)).or_else(|| marked(text))
}

/// The year whose values a column holds; a number that is no year of four digits names none.
pub fn in_header(content: &Content) -> Option<MarkedYear> {
    year(content).filter(|found| (1000..=9999).contains(&found.year))
}

/// Whether a header begins as a year does, and yet is none: `2019/2020`, `2021*`, `2020-06-30`.
pub fn is_almost_a_year(content: &Content) -> bool {
    let Content::Text(text) = content else { return false };
    let Some((digits, rest)) = text.trim().split_at_checked(4) else {
        return false;
    };
    let century = digits.starts_with("19") || digits.starts_with("20");
    // A word after the year names something else: « 2030 cible ».
    let words = rest.split(|letter: char| !letter.is_alphabetic());
    let named = words.into_iter().any(|word| word.chars().count() > 2);
    century && digits.bytes().all(|byte| byte.is_ascii_digit()) && !named && year(content).is_none()
}

fn plain(year: i32) -> MarkedYear {
    MarkedYear {
        year,
        status: ObservationStatus::Final,
    }
}

/// The year of a date that is its first or its last day: what a spreadsheet or a database makes of a year.
fn end_of_year(text: &str) -> Option<i32> {
    let date = text.strip_suffix(" 00:00:00").unwrap_or(text);
    let (year, day) = match date.split(['-', '/', '.']).collect::<Vec<_>>()[..] {
        [year, month, day] if year.len() == 4 => (year, (day, month)),
        [day, month, year] if year.len() == 4 => (year, (day, month)),
        _ => return None,
    };
    matches!(day, ("01" | "1", "01" | "1") | ("31", "12")).then(|| year.parse().ok())?
}

/// « 2024 (p) », « 2024p », « 2024 provisoire ».
fn marked(text: &str) -> Option<MarkedYear> {
    let (digits, mark) = text.split_at_checked(4)?;
    let mark = mark.trim();
    let mark = mark
        .strip_prefix('(')
        .and_then(|mark| mark.strip_suffix(')'))
        .unwrap_or(mark);
    let (_, status) = MARKS.iter().find(|(known, _)| *known == mark.trim())?;
    let year = digits
        .bytes()
        .all(|byte| byte.is_ascii_digit())
        .then(|| digits.parse().ok())??;
    Some(MarkedYear { year, status: *status })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(i32, ObservationStatus)> {
        year(&Content::Text(text.to_owned())).map(|found| (found.year, found.status))
    }

    #[test]
    fn years_are_read_as_tables_write_them() {
        use ObservationStatus::{Estimated, Final, Provisional};
        for (text, expected) in [
            ("2024", (2024, Final)),
            ("2024.0", (2024, Final)),
            ("Année 2024", (2024, Final)),
            ("2024-01-01", (2024, Final)),
            ("2024-12-31 00:00:00", (2024, Final)),
            ("31/12/2024", (2024, Final)),
            ("1/1/2024", (2024, Final)),
            ("2024 (p)", (2024, Provisional)),
            ("2024p", (2024, Provisional)),
            ("2024 Provisoire", (2024, Provisional)),
            ("2024 (estimé)", (2024, Estimated)),
        ] {
            assert_eq!(read(text), Some(expected), "{text}");
        }
        for text in [
            "2024-06-30",
            "2019/2020",
            "2024*",
            "2024 (r)",
            "12/2024",
            "valeur",
            "",
            "2024 (p",
            "31/12/24",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_header_that_is_almost_a_year_is_no_column_to_leave_out() {
        let almost = |text: &str| is_almost_a_year(&Content::Text(text.to_owned()));
        for text in ["2019/2020", "2021*", "2020-06-30", "2022 (r)", "2020-2021", "2024 S1"] {
            assert!(almost(text), "{text}");
        }
        for text in ["2024", "2024 (p)", "2030 cible", "cible 2030", "1234", "secteur", "210"] {
            assert!(!almost(text), "{text}");
        }
    }
}
