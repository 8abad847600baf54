//! A text that no line or no page can hold: a word without an end, accents piled on one letter, a cell of whole pages.
//!
//! It looks at lengths alone. Composing them would take all the memory of a machine (twenty thousand accents), or end in a
//! string that a PDF forbids, told of the document and no longer of the file.

use super::character::place_of;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::french::whole;
use crate::validate::printed::{Kind, Printed};

/// A text that cannot be laid out, whatever its letters.
const ENDLESS: Code = Code("M254");

/// Letters without a space: the longest addresses have two thousand.
const LONGEST_WORD: usize = 3_000;
/// Accents on one letter: two in French, four in the languages that have most.
const MOST_ACCENTS: usize = 20;
/// Letters of a cell that is printed: a text under a key has no more.
const LONGEST_CELL: usize = 10_000;

/// Reports the first of them in each text.
pub fn check(printed: &[Printed], diagnostics: &mut Diagnostics) {
    for text in printed {
        // A letter is a byte at least, an accent two: most texts are not walked.
        if text.text.len() <= 2 * MOST_ACCENTS {
            continue;
        }
        let Some((index, message, help)) = endless(text) else {
            continue;
        };
        let place = place_of(text, index, diagnostics);
        diagnostics.push(Diagnostic::error(ENDLESS, place, message).help(help));
    }
}

/// Where it begins, in letters, and what is said of it.
fn endless(text: &Printed) -> Option<(usize, String, &'static str)> {
    let (mut word, mut accents) = (0, 0);
    let mut letters = 0;
    for (index, letter) in text.text.chars().enumerate() {
        letters = index + 1;
        word = if letter.is_whitespace() { 0 } else { word + 1 };
        accents = if is_accent(letter) { accents + 1 } else { 0 };
        if accents > MOST_ACCENTS {
            let message = format!("Une lettre porte plus de {MOST_ACCENTS} accents, qu’aucune ligne ne peut porter.");
            return Some((index - MOST_ACCENTS, message, "Retapez ce mot."));
        }
        if word > LONGEST_WORD {
            let most = whole(LONGEST_WORD as i128);
            let message = format!(
                "Plus de {most} caractères se suivent ici sans une espace : ils ne peuvent être mis en lignes."
            );
            return Some((
                index - LONGEST_WORD,
                message,
                "Séparez ces mots par des espaces, ou retirez ce passage.",
            ));
        }
    }
    (text.kind == Kind::Cell && letters > LONGEST_CELL).then(|| {
        let [letters, most] = [letters, LONGEST_CELL].map(|count| whole(count as i128));
        let message =
            format!("Cette cellule compte {letters} caractères, plus que les {most} qu’une page peut en porter.");
        (
            0,
            message,
            "Abrégez-la. Un long développement s’écrit dans un fichier de data/textes/, en paragraphes.",
        )
    })
}

/// A sign that stands over, under or across the letter before it.
fn is_accent(letter: char) -> bool {
    matches!(
        letter,
        '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{900}'..='\u{903}' | '\u{93A}'..='\u{94F}'
            | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Place;

    fn told(kind: Kind, text: &str) -> Vec<String> {
        let place = Place::line("data/textes/edito.md", 3, 1);
        let mut diagnostics = Diagnostics::default();
        check(&[Printed { text, place, kind }], &mut diagnostics);
        let told = diagnostics.sorted().into_iter();
        told.map(|found| format!("{} {}", found.place.as_ref().unwrap(), found.message))
            .collect()
    }

    #[test]
    fn a_word_that_no_line_holds_is_told_where_it_begins() {
        assert_eq!(told(Kind::Line, &"a".repeat(LONGEST_WORD)), Vec::<String>::new());
        assert_eq!(told(Kind::Line, &"mot ".repeat(5_000)), Vec::<String>::new());
        let found = told(Kind::Line, &format!("un {}", "[".repeat(LONGEST_WORD + 1)));
        assert!(found[0].starts_with("data/textes/edito.md:3:4 Plus de"), "{found:?}");
    }

    #[test]
    fn accents_piled_on_a_letter_are_told_before_they_are_composed() {
        let piled = |count: usize| {
            format!(
                "Une lettre : e{} et la suite du texte, sans accents.",
                "\u{301}".repeat(count)
            )
        };
        assert_eq!(told(Kind::Line, &piled(MOST_ACCENTS)), Vec::<String>::new());
        let found = told(Kind::Line, &piled(MOST_ACCENTS + 1));
        assert!(
            found[0].starts_with("data/textes/edito.md:3:15 Une lettre porte"),
            "{found:?}"
        );
    }

    #[test]
    fn a_printed_cell_is_as_long_as_a_text_under_a_key() {
        let cell = |letters: usize| told(Kind::Cell, &"é ".repeat(letters / 2));
        assert_eq!(cell(LONGEST_CELL), Vec::<String>::new());
        assert!(
            cell(LONGEST_CELL + 2)[0].contains("10\u{202f}002"),
            "{:?}",
            cell(LONGEST_CELL + 2)
        );
    }
}
