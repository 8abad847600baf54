//! Numbers and dates in full, as an act of an assembly writes them: `deux mille vingt-six`, `le premier février`.
//!
//! In the traditional spelling: hyphens below a hundred only.

use super::date::month_name;
use jiff::civil::Date;

const SMALL: [&str; 20] = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
];
const TENS: [&str; 7] = [
    "vingt",
    "trente",
    "quarante",
    "cinquante",
    "soixante",
    "soixante",
    "quatre-vingt",
];

/// A whole number below ten thousand, in full; in digits beyond.
pub fn in_full(number: u16) -> String {
    match number {
        0..=99 => below_hundred(number),
        100..=9999 => {
            let (thousands, hundreds, rest) = (number / 1000, number / 100 % 10, number % 100);
            let mut words = Vec::new();
            match thousands {
                0 => {}
                1 => words.push("mille".to_owned()),
                _ => words.push(format!("{} mille", below_hundred(thousands))),
            }
            match hundreds {
                0 => {}
                1 => words.push("cent".to_owned()),
                // `cents` agrees only where nothing follows.
                _ => words.push(format!(
                    "{} cent{}",
                    below_hundred(hundreds),
                    if rest == 0 { "s" } else { "" }
                )),
            }
            if rest > 0 {
                words.push(below_hundred(rest));
            }
            words.join(" ")
        }
        _ => number.to_string(),
    }
}

fn below_hundred(number: u16) -> String {
    let small = |number: u16| SMALL[usize::from(number)];
    if number < 20 {
        return small(number).to_owned();
    }
    let (ten, mut unit) = (number / 10, number % 10);
    // Seventy and ninety count from sixty and eighty.
    if ten == 7 || ten == 9 {
        unit += 10;
    }
    let tens = TENS[usize::from(ten.min(8) - 2)];
    match (ten, unit) {
        (8, 0) => "quatre-vingts".to_owned(),
        (_, 0) => tens.to_owned(),
        (2..=6, 1) | (7, 11) => format!("{tens} et {}", small(unit)),
        _ => format!("{tens}-{}", small(unit)),
    }
}

/// The opening of an act: `L’an deux mille vingt-six, le dix-huit décembre`.
pub fn date_in_full(date: Date) -> String {
    let day = match date.day() {
        1 => "premier".to_owned(),
        day => in_full(day.unsigned_abs().into()),
    };
    let year = in_full(date.year().unsigned_abs());
    format!("L’an {year}, le {day} {}", month_name(date))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn numbers_are_written_as_they_are_read() {
        for (number, words) in [
            (0, "zéro"),
            (16, "seize"),
            (21, "vingt et un"),
            (70, "soixante-dix"),
            (71, "soixante et onze"),
            (80, "quatre-vingts"),
            (81, "quatre-vingt-un"),
            (91, "quatre-vingt-onze"),
            (99, "quatre-vingt-dix-neuf"),
            (100, "cent"),
            (200, "deux cents"),
            (201, "deux cent un"),
            (1000, "mille"),
            (1999, "mille neuf cent quatre-vingt-dix-neuf"),
            (2026, "deux mille vingt-six"),
            (2100, "deux mille cent"),
            (9999, "neuf mille neuf cent quatre-vingt-dix-neuf"),
        ] {
            assert_eq!(in_full(number), words);
        }
    }

    #[test]
    fn no_two_numbers_are_written_alike() {
        let words: std::collections::BTreeSet<String> = (0..10_000).map(in_full).collect();
        assert_eq!(words.len(), 10_000);
    }

    #[test]
    fn the_first_of_a_month_is_an_ordinal() {
        assert_eq!(
            date_in_full(date(2027, 2, 1)),
            "L’an deux mille vingt-sept, le premier février"
        );
        assert_eq!(
            date_in_full(date(2026, 12, 18)),
            "L’an deux mille vingt-six, le dix-huit décembre"
        );
    }
}
