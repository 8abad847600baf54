//! The days on which nobody works: Saturdays, Sundays and the eleven public holidays of the whole of France.
//!
//! Not those of one part of the country (Alsace, Moselle, overseas), nor the bridges a collectivité gives itself.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// Holidays at a fixed date: month, day, name.
const FIXED: [(i8, i8, &str); 8] = [
    (1, 1, "jour de l’An"),
    (5, 1, "fête du Travail"),
    (5, 8, "victoire de 1945"),
    (7, 14, "fête nationale"),
    (8, 15, "Assomption"),
    (11, 1, "Toussaint"),
    (11, 11, "armistice de 1918"),
    (12, 25, "Noël"),
];

/// Holidays that follow Easter Sunday, by how many days.
const AFTER_EASTER: [(i64, &str); 3] = [(1, "lundi de Pâques"), (39, "Ascension"), (50, "lundi de Pentecôte")];

/// Why nobody works on a day: `samedi`, `dimanche`, `jour férié (Toussaint)`; none on a working day.
pub fn day_off(day: Date) -> Option<String> {
    if let Some(name) = holiday(day) {
        return Some(format!("jour férié ({name})"));
    }
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday).then(|| weekday(day).to_owned())
}

/// The name of a public holiday.
pub fn holiday(day: Date) -> Option<&'static str> {
    let fixed = FIXED
        .iter()
        .find(|(month, date, _)| (*month, *date) == (day.month(), day.day()));
    let easter = easter(day.year());
    let movable = || {
        AFTER_EASTER
            .iter()
            .find(|(days, _)| easter.checked_add(days.days()).ok() == Some(day))
    };
    fixed
        .map(|(.., name)| *name)
        .or_else(|| movable().map(|(_, name)| *name))
}

/// The day of the week, in lower case.
pub fn weekday(day: Date) -> &'static str {
    match day.weekday() {
        Weekday::Monday => "lundi",
        Weekday::Tuesday => "mardi",
        Weekday::Wednesday => "mercredi",
        Weekday::Thursday => "jeudi",
        Weekday::Friday => "vendredi",
        Weekday::Saturday => "samedi",
        Weekday::Sunday => "dimanche",
    }
}

/// Easter Sunday in the Gregorian calendar, by the method of Butcher and Meeus, which holds for every year.
fn easter(year: i16) -> Date {
    let year = i32::from(year);
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    let week = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let shift = (golden + 11 * moon + 22 * week) / 451;
    let total = moon + week - 7 * shift + 114;
    let (month, day) = (total / 31, total % 31 + 1);
    let part = |number: i32| i8::try_from(number).unwrap_or(1);
    Date::new(i16::try_from(year).unwrap_or(1), part(month), part(day)).unwrap_or(Date::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn easter_falls_where_the_almanacs_say() {
        let known = [
            (1818, 3, 22),
            (1943, 4, 25),
            (2000, 4, 23),
            (2008, 3, 23),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2027, 3, 28),
            (2038, 4, 25),
        ];
        for (year, month, day) in known {
            assert_eq!(easter(year), date(year, month, day));
        }
    }

    #[test]
    fn easter_is_a_sunday_from_22_march_to_25_april() {
        for year in 1583..=4099 {
            let day = easter(year);
            assert_eq!(day.weekday(), Weekday::Sunday, "{year}");
            assert!(date(year, 3, 22) <= day && day <= date(year, 4, 25), "{day}");
        }
    }

    #[test]
    fn a_holiday_is_named_and_a_working_day_is_none() {
        assert_eq!(holiday(date(2027, 3, 29)), Some("lundi de Pâques"));
        assert_eq!(holiday(date(2027, 5, 6)), Some("Ascension"));
        assert_eq!(holiday(date(2027, 5, 17)), Some("lundi de Pentecôte"));
        assert_eq!(
            day_off(date(2026, 11, 11)).as_deref(),
            Some("jour férié (armistice de 1918)")
        );
        assert_eq!(day_off(date(2027, 2, 6)).as_deref(), Some("samedi"));
        assert_eq!(day_off(date(2027, 2, 5)), None);
    }
}
