//! The call of a text as the keyboard of a programmer would type it: quotes, spaces and hyphens of a word processor made plain, names
//! without capitals and accents.
//!
//! What stands between quotes is the author’s, and stays as it is. It reads no call.

use crate::french::{folded, has_no_width};

/// The same call: `{{ Évolution(“no2”, filière="Été") }}` calls `evolution("no2", filiere="Été")`.
pub fn call(expression: &str) -> String {
    let spaces = |text: String| text.replace(['\u{A0}', '\u{202F}'], " ").replace('\u{2011}', "-");
    let quotes = spaces(expression.to_owned())
        .replace("\u{AB} ", "\"")
        .replace(" \u{BB}", "\"");
    let mut opened = None;
    let mut plain = String::with_capacity(quotes.len());
    for letter in quotes.chars().map(quote) {
        match (opened, letter) {
            (Some(mark), _) if mark == letter => opened = None,
            (None, '"' | '\'') => opened = Some(letter),
            _ => {}
        }
        match opened {
            None if letter.is_alphabetic() || is_accent(letter) || has_no_width(letter) => {
                plain.push_str(&folded(letter.encode_utf8(&mut [0; 4])))
            }
            _ => plain.push(letter),
        }
    }
    plain
}

/// A quotation mark as a keyboard has it; any other letter is itself.
pub fn quote(letter: char) -> char {
    match letter {
        '“' | '”' | '„' | '‟' | '«' | '»' => '"',
        '‘' | '’' | '‚' => '\'',
        letter => letter,
    }
}

/// An accent that stands after its letter.
fn is_accent(sign: char) -> bool {
    matches!(sign, '\u{300}'..='\u{36F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_program_and_what_is_quoted_is_the_author_s() {
        for (typed, plain) in [
            (" Évolution(“no2”) ", " evolution(\"no2\") "),
            (
                "Valeur(\"Déchets\", 2022, filière=\"Été\")",
                "valeur(\"Déchets\", 2022, filiere=\"Été\")",
            ),
            ("e\u{301}cart(‘x’)", "ecart('x')"),
            ("valeur\u{200B}(\"a\")", "valeur(\"a\")"),
            ("valeur(\"l’Été\")", "valeur(\"l'Été\")"),
        ] {
            assert_eq!(call(typed), plain, "{typed}");
        }
    }
}
