//! Words compared as people write them: without accents, without capitals; and the nearest known word.

use super::{NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE, has_no_width, is_dash};
use unicode_normalization::UnicodeNormalization;

/// How many letters may be wrong for a word to be suggested: one, or a third of the known word.
const WRONG_LETTERS_SHARE: usize = 3;

/// The word without accents, capitals, invisible signs and outer or repeated spaces: `Année` is `annee`.
///
/// Whatever the form in which a system writes a letter: `é` in one sign or two, `²` or `2`, either `µ`, any space.
pub fn folded(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for letter in word.nfkd().flat_map(char::to_lowercase) {
        match letter {
            // Nearly every letter of a table.
            'a'..='z' | '0'..='9' => folded.push(letter),
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            '’' => folded.push('\''),
            // Combining accents, now that each stands after its letter; spaces of no width, which paste leaves behind.
            '\u{300}'..='\u{36F}' => {}
            sign if has_no_width(sign) => {}
            space if space.is_whitespace() => {
                if !folded.is_empty() && !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
            letter => folded.push(letter),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// A label as it is printed: each letter in one sign, each space a plain one, nothing invisible.
pub fn label(text: &str) -> String {
    let seen = |letter: &char| !matches!(letter, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}');
    let letters: String = text.nfc().filter(seen).collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name as it is compared, whatever joins its words: `Année d’achat`, `annee_d_achat` and `annee-d'achat :` are one.
///
/// A name made of signs only (`+`, `-`) stays what it is, and every dash is one sign.
pub fn name(text: &str) -> String {
    let folded = folded(text);
    if is_one_dash(&folded) {
        return "-".to_owned();
    }
    let words = folded.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    match words.is_empty() {
        true => folded,
        false => words.join("-"),
    }
}

/// Whether a text is a dash and nothing else.
pub fn is_one_dash(text: &str) -> bool {
    let mut signs = text.trim().chars();
    signs.next().is_some_and(is_dash) && signs.next().is_none()
}

/// The text, or its first letters and an ellipsis where it has more than `letters`.
pub fn shortened(text: &str, letters: usize) -> String {
    match text.char_indices().nth(letters) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
    }
}

/// The text with a capital at its beginning.
pub fn capital(text: &str) -> String {
    beginning(text, |letter| letter.to_uppercase().collect())
}

/// The text with a small letter at its beginning, for what follows a colon.
pub fn without_capital(text: &str) -> String {
    beginning(text, |letter| letter.to_lowercase().collect())
}

fn beginning(text: &str, written: fn(char) -> String) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(written);
    first.unwrap_or_default() + letters.as_str()
}

/// The known word nearest to this one, when it is near enough to be a slip of the hand.
///
/// A word of one or two letters is no slip of another (`x` is not `+`, nor `CP` `AP`), and nothing is proposed where two
/// words are as near as each other: one of them would say the contrary of what was meant.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Nobody means a word of two hundred letters, and a distance costs their product.
    if word.len() > 200 {
        return None;
    }
    let word = folded(word);
    let allowed = |candidate: &str| match candidate.chars().count().min(word.chars().count()) {
        0..=2 => 0,
        _ => (candidate.chars().count() / WRONG_LETTERS_SHARE).max(1),
    };
    let near = known.into_iter().map(|candidate| {
        let plain = folded(candidate);
        let distance = strsim::osa_distance(&word, &plain);
        (distance, plain, candidate)
    });
    let mut near: Vec<_> = near
        .filter(|(distance, plain, _)| *distance <= allowed(plain))
        .collect();
    near.sort();
    match &near[..] {
        [(first, one, _), (second, other, _), ..] if first == second && one != other => None,
        [(_, _, candidate), ..] => Some(*candidate),
        [] => None,
    }
}

/// The question that names the known word nearest to this one; none where none is near.
pub fn meant<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let known = nearest(word, known)?;
    Some(hidden(word, known).unwrap_or_else(|| question(known)))
}

/// The gesture for a word that looks like this one and is not: nobody sees the sign that differs.
fn hidden(word: &str, known: &str) -> Option<String> {
    let sign = word.chars().find(|letter| is_unseen(*letter));
    let seen: String = word.chars().filter(|letter| !is_unseen(*letter)).collect();
    let retype = |why: &str| format!("Effacez ce mot et retapez {} : {why}.", quoted(known));
    match sign {
        Some(sign) if seen.trim() == known => {
            let sign = u32::from(sign);
            Some(retype(&format!("un caractère invisible (U+{sign:04X}) s’y cache")))
        }
        None if word != known && word.nfc().eq(known.nfc()) => {
            Some(retype("un accent y est un signe à part, ce qui ne se voit pas"))
        }
        _ => None,
    }
}

/// Whether a sign shows nothing, or what looks like a space and is no space.
pub fn is_unseen(letter: char) -> bool {
    match letter {
        ' ' | '\t' | '\n' | '\r' => false,
        sign if has_no_width(sign) => true,
        letter => letter.is_whitespace(),
    }
}

/// Whether this word was meant.
pub fn question(word: &str) -> String {
    format!("Vouliez-vous dire {}{NARROW_NO_BREAK_SPACE}?", quoted(word))
}

/// A word between guillemets.
pub fn quoted(word: &str) -> String {
    format!("«{NO_BREAK_SPACE}{word}{NO_BREAK_SPACE}»")
}

/// The next gesture for a name that is not among `known`: the nearest one, else the list of them.
pub fn suggestion(name: &str, known: &[&str]) -> String {
    match meant(name, known.iter().copied()) {
        Some(question) => question,
        None if known.is_empty() => "Il n’y en a aucun pour l’instant.".to_owned(),
        None if known.len() <= 12 => format!("On y trouve : {}.", known.join(", ")),
        None => "Vérifiez le nom.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_looks_like_the_known_one_is_never_asked_of_its_twin() {
        let said = |word: &str| meant(word, ["titre", "été"]).unwrap();
        assert!(said("tire").starts_with("Vouliez-vous dire"));
        for (word, sign) in [
            ("titre\u{a0}", "U+00A0"),
            ("\u{200b}titre", "U+200B"),
            ("ti\u{ad}tre", "U+00AD"),
        ] {
            assert!(said(word).contains(sign) && !said(word).contains('?'), "{}", said(word));
        }
        assert!(
            said("e\u{301}te\u{301}").contains("un accent"),
            "{}",
            said("e\u{301}te\u{301}")
        );
    }

    #[test]
    fn accents_and_capitals_do_not_tell_words_apart() {
        assert_eq!(folded(" Année "), "annee");
        assert_eq!(folded("De\u{301}finitif"), "definitif");
    }

    #[test]
    fn the_form_in_which_a_system_writes_a_letter_does_not_tell_words_apart() {
        let same = |left: &str, right: &str| assert_eq!(folded(left), folded(right), "{left} {right}");
        same("\u{B5}g/m3", "μg/m³");
        same("type\u{A0}d’usage", "Type  d'usage");
        same("va\u{200B}leur\u{FEFF}", "valeur");
        same("\u{202F}Œuvre", "oeuvre");
    }

    #[test]
    fn a_label_has_one_form() {
        assert_eq!(label(" De\u{301}chets\u{A0} verts\u{200B}"), "Déchets verts");
        assert_eq!(label("10\u{202F}000 m²"), "10 000 m²");
    }

    #[test]
    fn what_joins_the_words_of_a_name_does_not_tell_names_apart() {
        for text in ["Annee d’achat :", "annee_d_achat", "ANNÉE-D'ACHAT"] {
            assert_eq!(name(text), "annee-d-achat", "{text}");
        }
        assert_eq!(
            (name("-").as_str(), name("+").as_str(), name(" ").as_str()),
            ("-", "+", "")
        );
    }

    #[test]
    fn every_dash_is_the_minus_sign() {
        for dash in ["-", "\u{2010}", "\u{2011}", "\u{2012}", "–", "—", " − "] {
            assert_eq!(name(dash), "-", "{dash}");
        }
        assert_eq!(name("--"), "--");
    }

    #[test]
    fn a_capital_takes_its_accent() {
        assert_eq!(capital("élection du 1ᵉʳ"), "Élection du 1ᵉʳ");
        assert_eq!(capital(""), "");
    }

    #[test]
    fn only_a_slip_of_the_hand_is_corrected() {
        let known = ["elec-batiments", "elec-territoire"];
        assert_eq!(nearest("elec-batiment", known), Some("elec-batiments"));
        assert_eq!(nearest("Élec-bâtiments", known), Some("elec-batiments"));
        assert_eq!(nearest("gaz", known), None);
        for (word, known) in [
            ("x", ["+", "-"]),
            ("–", ["+", "0"]),
            ("CP", ["AP", "AE"]),
            ("bausse", ["hausse", "baisse"]),
        ] {
            assert_eq!(nearest(word, known), None, "{word}");
        }
    }

    #[test]
    fn the_nearest_name_is_offered_only_when_it_is_near() {
        assert!(suggestion("saisi.xlsx", &["saisie.xlsx", "energie.csv"]).contains("saisie.xlsx"));
        assert!(suggestion("zzzz", &["saisie.xlsx", "energie.csv"]).starts_with("On y trouve"));
    }
}
