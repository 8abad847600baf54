//! Words compared as people write them: without accents, without capitals; and the nearest known word.

/// How many letters may be wrong for a word to be suggested: one, or a third of the known word.
const WRONG_LETTERS_SHARE: usize = 3;

/// The word without accents, capitals and outer spaces: `Année` is `annee`.
pub fn folded(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for character in word.trim().chars().flat_map(char::to_lowercase) {
        match character {
            'à' | 'â' | 'ä' => folded.push('a'),
            'é' | 'è' | 'ê' | 'ë' => folded.push('e'),
            'î' | 'ï' => folded.push('i'),
            'ô' | 'ö' => folded.push('o'),
            'ù' | 'û' | 'ü' => folded.push('u'),
            'ç' => folded.push('c'),
            'œ' => folded.push_str("oe"),
            '’' => folded.push('\''),
            // Combining accents, which some systems write after the letter.
            '\u{300}'..='\u{36F}' => {}
            other => folded.push(other),
        }
    }
    folded
}

/// The text with a capital at its beginning.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// The known word nearest to this one, when it is near enough to be a slip of the hand.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = folded(word);
    known
        .into_iter()
        .map(|candidate| (strsim::osa_distance(&word, &folded(candidate)), candidate))
        .filter(|(distance, candidate)| *distance <= (candidate.chars().count() / WRONG_LETTERS_SHARE).max(1))
        .min()
        .map(|(_, candidate)| candidate)
}

/// The next gesture for a name that is not among `known`: the nearest one, else the list of them.
pub fn suggestion(name: &str, known: &[&str]) -> String {
    match nearest(name, known.iter().copied()) {
        Some(candidate) => format!("Vouliez-vous dire « {candidate} » ?"),
        None if known.is_empty() => "Il n’y en a aucun pour l’instant.".to_owned(),
        None if known.len() <= 12 => format!("On y trouve : {}.", known.join(", ")),
        None => "Vérifiez le nom.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_capitals_do_not_tell_words_apart() {
        assert_eq!(folded(" Année "), "annee");
        assert_eq!(folded("De\u{301}finitif"), "definitif");
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
    }

    #[test]
    fn the_nearest_name_is_offered_only_when_it_is_near() {
        assert!(suggestion("saisi.xlsx", &["saisie.xlsx", "energie.csv"]).contains("saisie.xlsx"));
        assert!(suggestion("zzzz", &["saisie.xlsx", "energie.csv"]).starts_with("On y trouve"));
    }
}
