//! Words that were decoded by the wrong encoding, and what they were: `dÃ©chets` is `déchets`, encoded twice in UTF-8.
//!
//! Only what no French word can hold is said; a text is never repaired in silence.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::french::quoted;
use encoding_rs::WINDOWS_1252;

/// A text reads as if two encodings had been mixed (`Ã©` for `é`).
const MIXED_ENCODINGS: Code = Code("M111");

/// A word as it reads, what it was, and the byte of the text at which it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mojibake {
    pub offset: usize,
    pub read: String,
    pub meant: String,
}

/// The letters of DOS (code page 850) that Windows-1252 shows as signs which no word holds, and the letters they were.
const OF_DOS: [(char, char); 12] = [
    ('‚', 'é'),
    ('ƒ', 'â'),
    ('…', 'à'),
    ('‡', 'ç'),
    ('ˆ', 'ê'),
    ('‰', 'ë'),
    ('Š', 'è'),
    ('‹', 'ï'),
    ('Œ', 'î'),
    ('“', 'ô'),
    ('–', 'û'),
    ('—', 'ù'),
];

/// Those of an old Macintosh.
const OF_MAC: [(char, char); 12] = [
    ('Ž', 'é'),
    ('ƒ', 'É'),
    ('ˆ', 'à'),
    ('‰', 'â'),
    ('™', 'ô'),
    ('”', 'î'),
    ('•', 'ï'),
    ('ž', 'û'),
    ('\u{8D}', 'ç'),
    ('\u{8F}', 'è'),
    ('\u{90}', 'ê'),
    ('\u{9D}', 'ù'),
];

/// The first word of a text in UTF-8 that was encoded twice.
pub fn twice_encoded(text: &str) -> Option<Mojibake> {
    let mut words = words(text);
    words.find_map(|(offset, read)| {
        let meant = once(read)?;
        Some(Mojibake {
            offset,
            read: read.to_owned(),
            meant,
        })
    })
}

/// The first word of a text read as Windows-1252 whose letters are those of DOS, or of an old Macintosh.
pub fn of_dos(text: &str) -> Option<Mojibake> {
    let mut words = words(text);
    words.find_map(|(offset, read)| {
        let letters: Vec<char> = read.chars().collect();
        let at = |rank: Option<usize>| rank.and_then(|rank| letters.get(rank)).copied();
        let strange = |(rank, sign): (usize, &char)| is_strange(at(rank.checked_sub(1)), *sign, at(Some(rank + 1)));
        let is_strange = letters.iter().enumerate().any(strange);
        // The first letter of « Évier » on a Macintosh; DOS would have begun a word by « â ».
        let is_mac = letters.iter().any(|letter| "Ž™”".contains(*letter)) || letters.first() == Some(&'ƒ');
        let table: &[(char, char)] = if is_mac { &OF_MAC } else { &OF_DOS };
        let meant = |letter: &char| {
            let known = table.iter().find(|(shown, _)| shown == letter);
            known.map_or(*letter, |(_, meant)| *meant)
        };
        is_strange.then(|| Mojibake {
            offset,
            read: read.to_owned(),
            meant: letters.iter().map(meant).collect(),
        })
    })
}

/// Whether no French word holds a sign between these letters, or at its end.
fn is_strange(before: Option<char>, sign: char, after: Option<char>) -> bool {
    let follows_a_letter = before.is_some_and(char::is_alphabetic);
    match (before, after) {
        (None, Some(after)) => "‚ƒˆ‡".contains(sign) && after.is_lowercase(),
        (Some(before), None) => "‚ƒˆ‡ŠŽ".contains(sign) && before.is_lowercase(),
        (Some(before), Some(after)) => match sign {
            // A dash and an ellipsis may stand between two words: only where they make « oût » and « aût ».
            '–' => matches!(before, 'a' | 'o') && after == 't',
            '—' | '…' => false,
            'Ž' => before.is_lowercase(),
            '™' | '”' => follows_a_letter && after.is_lowercase(),
            // « Œ » begins a word, « ‰ » and « ‹ » follow a space.
            sign => follows_a_letter && OF_DOS.iter().any(|(dos, _)| *dos == sign) && after.is_lowercase(),
        },
        (None, None) => false,
    }
}

/// What is said, once a file, of a word that was encoded twice.
pub fn mixed(file: &str, place: Place, found: &Mojibake) -> Diagnostic {
    let message = format!(
        "« {file} » a des lettres encodées deux fois, ou mêle deux encodages : on y lit {} pour {}.",
        quoted(&found.read),
        quoted(&found.meant)
    );
    Diagnostic::warning(MIXED_ENCODINGS, place, message)
        .help("Rouvrez le fichier d’origine et enregistrez-le de nouveau en UTF-8, ou retapez les mots abîmés.")
        .raw(&*found.read)
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let end = |letter: char| letter.is_ascii_whitespace() || matches!(letter, ';' | ',' | '"' | '|' | '(' | ')');
    let start = text.as_ptr() as usize;
    text.split(end)
        .filter(|word| !word.is_ascii())
        .map(move |word| (word.as_ptr() as usize - start, word))
}

/// The word, decoded once less; none where it was not encoded twice.
fn once(word: &str) -> Option<String> {
    let mut meant = String::new();
    let mut rest = word;
    let mut changed = false;
    while let Some(first) = rest.chars().next() {
        let ascii = rest.len() - rest.trim_start_matches(|letter: char| letter.is_ascii()).len();
        if ascii > 0 {
            meant.push_str(&rest[..ascii]);
            rest = &rest[ascii..];
            continue;
        }
        // The shortest run of signs that is one letter of French in UTF-8.
        let ends = rest.char_indices().map(|(at, letter)| at + letter.len_utf8()).take(3);
        let letter = ends.filter(|end| *end > first.len_utf8()).find_map(|end| {
            let (bytes, _, lost) = WINDOWS_1252.encode(&rest[..end]);
            let letter = std::str::from_utf8(&bytes).ok().filter(|_| !lost)?;
            is_french(letter).then(|| (letter.to_owned(), end))
        });
        match letter {
            Some((letter, end)) => {
                meant.push_str(&letter);
                rest = &rest[end..];
                changed = true;
            }
            None => {
                meant.push(first);
                rest = &rest[first.len_utf8()..];
            }
        }
    }
    // « Ã » alone is « à » whose second half was lost as a space.
    if word == "Ã" {
        return Some("à".to_owned());
    }
    changed.then_some(meant)
}

/// Whether a text is one letter or sign that a French text holds beyond ASCII.
fn is_french(text: &str) -> bool {
    let mut letters = text.chars();
    let alone = letters.next().filter(|_| letters.next().is_none());
    alone.is_some_and(|letter| {
        matches!(
            letter,
            'À'..='ÿ'
                | 'Œ'
                | 'œ'
                | 'Ÿ'
                | '°'
                | '²'
                | '³'
                | '«'
                | '»'
                | '’'
                | '‘'
                | '“'
                | '”'
                | '–'
                | '—'
                | '…'
                | '•'
                | '€'
                | '\u{A0}'
                | '\u{202F}'
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_encoded_twice_is_told_with_what_it_was() {
        for (text, read, meant) in [
            ("1;dÃ©chets verts", "dÃ©chets", "déchets"),
            ("MÃ©diathÃ¨que", "MÃ©diathÃ¨que", "Médiathèque"),
            ("lâ€™eau", "lâ€™eau", "l’eau"),
            ("20 mÂ²", "mÂ²", "m²"),
            ("cÅ“ur", "cÅ“ur", "cœur"),
            ("100 â‚¬", "â‚¬", "€"),
            ("Ã cÃ´tÃ©", "Ã", "à"),
        ] {
            let found = twice_encoded(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((found.read.as_str(), found.meant.as_str()), (read, meant));
            assert!(text[found.offset..].starts_with(read));
        }
        for text in [
            "CAFÉ»",
            "« été » de l’œuvre à 20 °C – 12 m²",
            "ÉCOLE À ÉTÉ",
            "naïveté…»",
            "Ça ‰",
        ] {
            assert_eq!(twice_encoded(text), None, "{text}");
        }
    }

    #[test]
    fn letters_of_dos_are_told_where_no_word_holds_them() {
        for (text, meant) in [
            ("ao–t", "août"),
            ("boŒte", "boîte"),
            ("r‚gion", "région"),
            ("chƒteau", "château"),
            ("co–teux", "coûteux"),
            ("‚valu‚", "évalué"),
            ("ƒvaluŽ", "Évalué"),
            ("ƒvier", "Évier"),
            ("N”mes", "Nîmes"),
        ] {
            assert_eq!(of_dos(text).unwrap_or_else(|| panic!("{text}")).meant, meant);
        }
        for text in [
            "Paris–Lyon",
            "nord–sud",
            "Œuvre",
            "12‰",
            "etc…",
            "« oui »",
            "ŒUVRE",
            "cŒUR",
            "Škoda",
            "Žižek",
            "12‰ du total",
            "Windows™",
            "“oui”",
        ] {
            assert_eq!(of_dos(text), None, "{text}");
        }
    }
}
