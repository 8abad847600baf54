//! A year as tables write it: alone, dated from an end of the year, or marked as provisional.
//!
//! It decides what a text means, not whether the year is possible.

use super::marks::{Mark, mark_of};
use crate::french::{folded, name, read_number, year_of_date};
use crate::model::ObservationStatus;
use crate::table::Content;

/// A year and what its marks say of its values: « 2024 (p) » is provisional.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkedYear {
    pub year: i32,
    pub status: ObservationStatus,
    /// Whether it is said to be revised: « 2024 (révisé) », which is final.
    pub is_revised: bool,
}

/// What may stand before a year without saying anything more.
const BEFORE_A_YEAR: [&str; 6] = ["annee", "an", "exercice", "valeur", "valeurs", "donnees"];

/// What may stand before the two years of a season.
const OF_SEASONS: [&str; 8] = [
    "saison", "hiver", "ete", "annee", "scolaire", "campagne", "exercice", "periode",
];

/// Words by which the title of a column says that it holds no value of its year.
const NO_VALUE: [&str; 16] = [
    "cible",
    "objectif",
    "cap",
    "plafond",
    "seuil",
    "commentaire",
    "commentaires",
    "note",
    "notes",
    "observation",
    "observations",
    "source",
    "date",
    "jour",
    "evolution",
    "ecart",
];

/// The year that a cell or a header means; none where it means none.
pub fn year(content: &Content) -> Option<MarkedYear> {
    let whole = |number: f64| (number.fract() == 0.0).then_some(number as i32);
    let text = match content {
        Content::Empty => return None,
        Content::Number { value, .. } => return whole(*value).map(plain),
        Content::Text(text) => folded(text),
    };
    let text = after_word(&text);
    let alone = read_number(text).ok().and_then(whole).map(plain);
    alone.or_else(|| year_of_date(text).map(plain)).or_else(|| marked(text))
}

/// The year whose values a column holds; a number that is no year of four digits names none.
pub fn in_header(content: &Content) -> Option<MarkedYear> {
    year(content).filter(|found| (1000..=9999).contains(&found.year))
}

/// Whether a header speaks of the values of a year, and yet names none: `2019/2020`, `2021*`, `Conso 2024`, `N-1`.
pub fn is_almost_a_year(content: &Content) -> bool {
    let Content::Text(text) = content else { return false };
    // The call of a note: « 2024¹ ».
    let bare: String = text
        .chars()
        .filter(|sign| !matches!(sign, '¹' | '²' | '³' | '⁰'..='⁹'))
        .collect();
    if bare.len() < text.len() && year(&Content::Text(bare)).is_some() {
        return true;
    }
    // « N° » is the number of a line.
    if text.contains(['°', 'º']) && !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let words = name(text);
    let words: Vec<&str> = words.split('-').collect();
    let is_year = |word: &&&str| {
        let century = word.starts_with("19") || word.starts_with("20");
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        century && digits == 4 && word.chars().count() <= 5
    };
    let years = words.iter().filter(is_year).count();
    // « Saison 2023/2024 », « Année scolaire 2024-2025 ».
    let begins = words.iter().find(|word| !OF_SEASONS.contains(word));
    let begins = begins.is_some_and(|first| is_year(&first));
    let relative = matches!(
        words[..],
        ["n"] | ["n", "1" | "2" | "3"] | ["annee", "n"] | ["annee", "n", "1" | "2" | "3"]
    );
    let elsewhere = words.iter().any(|word| NO_VALUE.contains(word));
    (begins || years == 1 || relative) && !elsewhere && year(content).is_none()
}

/// What follows a word that only announces a year.
fn after_word(text: &str) -> &str {
    let after = BEFORE_A_YEAR
        .iter()
        .find_map(|word| text.strip_prefix(word)?.strip_prefix(' '));
    after.unwrap_or(text).trim()
}

fn plain(year: i32) -> MarkedYear {
    MarkedYear {
        year,
        status: ObservationStatus::Final,
        is_revised: false,
    }
}

/// « 2024 (p) », « 2024p », « 2024 provisoire », « 2023 semi-définitif ».
fn marked(text: &str) -> Option<MarkedYear> {
    let (digits, mark) = text.split_at_checked(4)?;
    let mark = mark.trim().trim_start_matches(['-', '–', '—', ':', ',']).trim_start();
    let mark = mark
        .strip_prefix('(')
        .and_then(|mark| mark.strip_suffix(')'))
        .unwrap_or(mark);
    let Mark { status, is_revised } = mark_of(mark)?;
    let year = digits
        .bytes()
        .all(|byte| byte.is_ascii_digit())
        .then(|| digits.parse().ok())??;
    Some(MarkedYear {
        year,
        status,
        is_revised,
    })
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
            ("2024-01-01T00:00:00", (2024, Final)),
            ("2024-01-01T00:00:00.000Z", (2024, Final)),
            ("2024-01-01 00:00:00+01:00", (2024, Final)),
            ("2024-01-01 00:00:00 UTC", (2024, Final)),
            ("2024 (sd)", (2024, Provisional)),
            ("01/01/2024 00:00", (2024, Final)),
            ("2024-12-31T23:59:59", (2024, Final)),
            ("31/12/2024", (2024, Final)),
            ("1/1/2024", (2024, Final)),
            ("2024 (p)", (2024, Provisional)),
            ("2024p", (2024, Provisional)),
            ("2024 Provisoire", (2024, Provisional)),
            ("2024 (estimé)", (2024, Estimated)),
            ("2025 prév.", (2025, Estimated)),
            ("2025 (prévisionnel)", (2025, Estimated)),
            ("2023 semi-définitif", (2023, Provisional)),
            ("2023 (semi définitif)", (2023, Provisional)),
            ("2024 (révisé)", (2024, Final)),
            ("2024 (r)", (2024, Final)),
            ("Valeur 2025", (2025, Final)),
            ("Exercice 2025 (p)", (2025, Provisional)),
        ] {
            assert_eq!(read(text), Some(expected), "{text}");
        }
        for text in [
            "2024-06-30",
            "2023-12-31T23:00:00Z",
            "2024-01-01 08:30",
            "2019/2020",
            "2024*",
            "2024 (x)",
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
        for text in [
            "2019/2020",
            "2021*",
            "2020-06-30",
            "2022 (x)",
            "2020-2021",
            "2024 S1",
            "Conso 2024",
            "2024 (MWh)",
            "2024¹",
            "N",
            "N-1",
            "Année N",
        ] {
            assert!(almost(text), "{text}");
        }
        for text in [
            "2024",
            "2024 (p)",
            "2030 cible",
            "cible 2030",
            "1234",
            "secteur",
            "N°",
            "n°",
            "210",
            "Évolution 2020-2024",
            "commentaire 2024",
            "nom",
            "20245",
        ] {
            assert!(!almost(text), "{text}");
        }
    }
}
