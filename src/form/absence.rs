//! What authors write in a table where there is no value to print: one list, for every table.

use crate::french::{folded, is_one_dash};

/// Why there is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence {
    /// Nobody has it.
    Missing,
    /// It may not be published.
    Secret,
}

/// Folded words; an empty cell is missing too, and a dash alone, whichever it is.
pub const MISSING: [&str; 7] = ["", "n.d.", "n.d", "n. d.", "nd", "na", "n/a"];
pub const SECRET: [&str; 3] = ["s", "s.", "secret"];

/// The letters of the longest of these words, and the spaces around it.
const LONGEST: usize = 24;

/// The absence that a text says; none where it says something else.
pub fn absence(text: &str) -> Option<Absence> {
    // A table has a million cells, and nearly all begin by a digit.
    if text.len() > LONGEST || text.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let word = folded(text);
    if MISSING.contains(&word.as_str()) || is_one_dash(&word) {
        Some(Absence::Missing)
    } else {
        SECRET.contains(&word.as_str()).then_some(Absence::Secret)
    }
}

/// Whether a text says that there is nothing: a text, unlike a number, is not kept secret by a letter.
pub fn is_missing(text: &str) -> bool {
    absence(text) == Some(Absence::Missing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_absence_is_the_same_in_every_table() {
        for text in [
            "",
            " ",
            "-",
            "−",
            "\u{2010}",
            "\u{2011}",
            "\u{2012}",
            "–",
            "—",
            "N.D.",
            "n. d.",
            "n.\u{A0}d.",
            "n/a",
            "NA",
            "nd",
        ] {
            assert_eq!(absence(text), Some(Absence::Missing), "{text}");
        }
        for text in ["s", "S", "Secret"] {
            assert_eq!(absence(text), Some(Absence::Secret), "{text}");
        }
        for text in ["0", "non", "12", "-3", "sans", "n° 1"] {
            assert_eq!(absence(text), None, "{text}");
        }
    }
}
