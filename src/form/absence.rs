//! What authors write in a table where there is no value to print: one list, for every table.

use crate::french::{folded, is_one_dash};

/// Why there is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence {
    /// Nobody has it.
    Missing,
    /// It may not be published.
    Secret,
    /// There is nothing to measure.
    Void,
}

/// Folded words; an empty cell is missing too, and a dash alone, whichever it is.
pub const MISSING: [&str; 7] = ["", "n.d.", "n.d", "n. d.", "nd", "na", "n/a"];
/// What says the same where a number is due; among texts, it may be a name (`NC`, `NS`).
const NO_NUMBER: [&str; 33] = [
    "n.a.",
    "n.a",
    "n. a.",
    "n/d",
    "n/c",
    "n/r",
    "n.c.",
    "n.c",
    "n. c.",
    "nc",
    "n.r.",
    "nr",
    "n.s.",
    "n.s",
    "ns",
    "non disponible",
    "non dispo",
    "a venir",
    "en cours",
    "en attente",
    "indisponible",
    "non communique",
    "non renseigne",
    "non significatif",
    "inconnu",
    "manquant",
    "..",
    "...",
    ":",
    "#n/a",
    "null",
    "none",
    "nan",
];
pub const SECRET: [&str; 5] = ["s", "s.", "secret", "secret statistique", "confidentiel"];

/// What is said of a part that does not exist, or not yet, or no longer; a feminine and a plural too.
pub const VOID: [&str; 11] = [
    "//",
    "///",
    "ferme",
    "pas encore ouvert",
    "pas ouvert",
    "non ouvert",
    "n'existe pas",
    "inexistant",
    "sans objet",
    "s.o.",
    "so",
];

/// The letters of the longest of these words, and the spaces around it.
const LONGEST: usize = 32;

/// The absence that a text says; none where it says something else.
pub fn absence(text: &str) -> Option<Absence> {
    // A table has a million cells, and nearly all begin by a digit.
    if text.len() > LONGEST || text.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let word = folded(text);
    if is_missing_word(&word) || NO_NUMBER.iter().any(|known| agrees(&word, known)) {
        Some(Absence::Missing)
    } else if SECRET.iter().any(|known| agrees(&word, known)) {
        Some(Absence::Secret)
    } else {
        VOID.iter().any(|known| agrees(&word, known)).then_some(Absence::Void)
    }
}

fn is_missing_word(word: &str) -> bool {
    MISSING.contains(&word) || is_one_dash(word)
}

/// Whether a word is a known one, or its feminine, or its plural; what is shorter than a word has neither.
fn agrees(word: &str, known: &str) -> bool {
    let ending = word.strip_prefix(known);
    ending.is_some_and(|ending| ending.is_empty() || known.len() > 4 && matches!(ending, "e" | "s" | "es"))
}

/// Whether a text says that there is nothing: a text, unlike a number, is not kept secret by a letter.
pub fn is_missing(text: &str) -> bool {
    text.len() <= LONGEST && is_missing_word(&folded(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_may_be_what_says_that_a_number_lacks() {
        assert!(is_missing("n.d.") && !is_missing("NC") && !is_missing("NS"));
    }

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
            "NC",
            "n.s.",
            "..",
            "…",
            ":",
            "Non communiquée",
        ] {
            assert_eq!(absence(text), Some(Absence::Missing), "{text}");
        }
        for text in ["s", "S", "Secret"] {
            assert_eq!(absence(text), Some(Absence::Secret), "{text}");
        }
        for text in [
            "fermé",
            "Fermée",
            "pas encore ouverte",
            "n’existe pas",
            "Sans objet",
            "S.O.",
            "///",
        ] {
            assert_eq!(absence(text), Some(Absence::Void), "{text}");
        }
        for text in ["0", "nce", "non", "12", "-3", "sans", "n° 1"] {
            assert_eq!(absence(text), None, "{text}");
        }
    }
}
