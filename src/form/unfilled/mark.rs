//! The mark of what is to be replaced, in YAML, in Markdown and in cells: « à remplacer », standing by itself.
//!
//! In a sentence the same words are the author’s: « 12 chaudières à remplacer ».

use crate::french::folded;

/// Folded words; a text that is to be completed is no more filled than one that is to be replaced.
const WORDS: [&str; 3] = ["a remplacer", "a completer", "texte d'exemple"];
/// What a mark may say that it marks.
const MARKED: [&str; 2] = ["texte", "valeur"];
/// A part of each word that no accent changes, for the many texts that have none of them.
const TRACES: [&str; 3] = ["remplacer", "compl", "exemple"];

/// Whether a paragraph bears the mark: alone, as a sentence, or between brackets.
pub fn is_marked(paragraph: &str) -> bool {
    let small = paragraph.to_ascii_lowercase();
    if !TRACES.iter().any(|trace| small.contains(trace)) {
        return false;
    }
    let folded = folded(paragraph);
    WORDS.iter().any(|word| {
        let mut places = folded.match_indices(word);
        places.any(|(at, _)| stands_alone(&folded[..at], &folded[at + word.len()..]))
    })
}

fn stands_alone(before: &str, after: &str) -> bool {
    let bare = |letter: char| matches!(letter, ' ' | '*' | '_' | '"' | '«' | '»');
    let mut before = before.trim_end_matches(bare);
    if let Some(rest) = MARKED.iter().find_map(|word| before.strip_suffix(word)) {
        before = rest.trim_end_matches(bare);
    }
    let after = after.trim_start_matches(bare);
    if before.ends_with(['[', '(']) {
        return after.starts_with([']', ')', ':', ',', ';']);
    }
    // A blank of a form says what is to be filled in: `[nom à compléter]`.
    if after.starts_with(']') && before.rfind('[') > before.rfind(']') {
        return true;
    }
    let begins = before.is_empty() || before.ends_with(['.', '!', '?']);
    begins && (after.is_empty() || after.starts_with(['.', '!']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_stands_by_itself_and_words_of_a_sentence_do_not() {
        for marked in [
            "à remplacer",
            "À REMPLACER",
            "*Texte à remplacer.* L’édito tient en une page.",
            "Collectivité (à remplacer)",
            "[à remplacer : le nom du service] pilote",
            "**À remplacer**",
            "Direction des finances (à compléter)",
            "Le maire, [nom et titre à compléter], expose ce qui suit.",
            "Un texte. À remplacer.",
            "*Texte d’exemple.* Chaque mesure a un pilote.",
        ] {
            assert!(is_marked(marked), "{marked}");
        }
        for own in [
            "12 chaudières à remplacer d’ici 2030",
            "Les chaudières restent à remplacer.",
            "| Chaudière | à remplacer |",
            "Le dossier est à compléter par les communes.",
            "À remplacer : 12 chaudières",
            "[voir le plan] Les chaudières à remplacer] le seront.",
            "Remplacer les chaudières",
            "Un texte d’exemple est joint.",
        ] {
            assert!(!is_marked(own), "{own}");
        }
    }
}
