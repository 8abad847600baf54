//! The spaces, apostrophes and dots that French typography asks for.
//!
//! It never changes a word, an address, a time, nor what stands between backquotes.

use super::{NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE};

/// How an address begins: what follows is left alone up to the next space or closing sign.
const ADDRESSES: [&str; 6] = ["http://", "https://", "ftp://", "file://", "mailto:", "www."];

/// A text with its French spaces: narrow before `;`, `!`, `?`, `%`, full before `:` and `€`, after `n°` and inside « », and never breaking;
/// `'` between two letters becomes `’` and `...` becomes `…`.
///
/// Idempotent. Addresses, times (`12:30`), `::` and code between backquotes are left as they stand.
pub fn punctuate(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let mut written = Vec::with_capacity(characters.len() + 8);
    let mut index = 0;
    while index < characters.len() {
        let rest = &characters[index..];
        let untouched = untouched_length(rest, written.last().copied());
        if untouched > 0 {
            written.extend_from_slice(&rest[..untouched]);
            index += untouched;
        } else {
            index += push_one(&mut written, rest);
        }
    }
    written.into_iter().collect()
}

/// Writes what `rest` begins with, and says how many of its characters were used.
fn push_one(written: &mut Vec<char>, rest: &[char]) -> usize {
    let next = rest.get(1).copied();
    match rest[0] {
        '\'' if is_letter(written.last().copied()) && (is_letter(next) || next == Some('«')) => {
            written.push('’');
            1
        }
        '.' if run_length(rest, '.') == 3 && written.last() != Some(&'.') => {
            written.push('…');
            3
        }
        mark @ (';' | '!' | '?') => {
            let length = rest.iter().take_while(|c| matches!(c, '!' | '?' | ';')).count();
            if ends_a_word(rest.get(length).copied()) && !closes_an_entity(written, mark) {
                set_space_before(written, NARROW_NO_BREAK_SPACE, follows_a_word);
            }
            written.extend_from_slice(&rest[..length]);
            length
        }
        '%' => {
            if ends_a_word(next) {
                set_space_before(written, NARROW_NO_BREAK_SPACE, |last| last.is_numeric());
            }
            written.push('%');
            1
        }
        // An amount keeps its currency, a reference its number.
        '€' if follows_a_number(written) => {
            set_space_before(written, NO_BREAK_SPACE, |last| last.is_numeric());
            written.push('€');
            1
        }
        '°' if written.last() == Some(&'n') && next == Some(' ') && rest.get(2).is_some_and(char::is_ascii_digit) => {
            written.extend(['°', NO_BREAK_SPACE]);
            2
        }
        ':' => {
            let length = run_length(rest, ':');
            if length == 1 && next.is_none_or(|c| c.is_whitespace() || matches!(c, '*' | '_' | '»')) {
                set_space_before(written, NO_BREAK_SPACE, follows_a_word);
            }
            written.extend_from_slice(&rest[..length]);
            length
        }
        '«' => {
            let spaces = rest[1..].iter().take_while(|c| is_space(**c)).count();
            written.push('«');
            if !matches!(rest.get(1 + spaces), Some('\n' | '\r')) {
                written.push(NO_BREAK_SPACE);
            }
            1 + spaces
        }
        '»' => {
            set_space_before(written, NO_BREAK_SPACE, |_| true);
            written.push('»');
            1
        }
        other => {
            written.push(other);
            1
        }
    }
}

/// Whether a number ends what is written, spaces aside.
fn follows_a_number(written: &[char]) -> bool {
    let last = written.iter().rev().find(|letter| !is_space(**letter));
    last.is_some_and(|last| last.is_numeric())
}

/// Replaces the spaces at the end of what is written by this one, or adds it where `may_follow` the last character.
fn set_space_before(written: &mut Vec<char>, space: char, may_follow: fn(char) -> bool) {
    let kept = written.iter().rposition(|c| !is_space(*c)).map_or(0, |last| last + 1);
    let spaced = kept < written.len();
    match written[..kept].last().copied() {
        // The beginning of a line is an indentation, and of a text perhaps the end of an emphasis.
        Some('\n' | '\r') => {}
        None if !spaced => {}
        // The space inside the guillemets is already there.
        Some('«') => {}
        Some(last) if !spaced && !may_follow(last) => {}
        _ => {
            written.truncate(kept);
            written.push(space);
        }
    }
}

/// How many characters stand here that must be copied as they are: code, an address.
fn untouched_length(rest: &[char], before: Option<char>) -> usize {
    if rest[0] == '`' {
        let fence = run_length(rest, '`');
        return closing_fence(rest, fence).unwrap_or(fence);
    }
    if before.is_some_and(char::is_alphanumeric) {
        return 0;
    }
    let begins = |prefix: &str| prefix.chars().enumerate().all(|(i, c)| rest.get(i) == Some(&c));
    if !ADDRESSES.iter().any(|address| begins(address)) {
        return 0;
    }
    rest.iter()
        .take_while(|c| !c.is_whitespace() && !matches!(c, ')' | '>' | '»' | '"' | '`'))
        .count()
}

/// The length of a code span that `rest` opens by `fence` backquotes, when it is closed.
fn closing_fence(rest: &[char], fence: usize) -> Option<usize> {
    let mut index = fence;
    while index < rest.len() {
        let run = run_length(&rest[index..], '`');
        if run == fence {
            return Some(index + run);
        }
        index += run.max(1);
    }
    None
}

fn run_length(rest: &[char], character: char) -> usize {
    rest.iter().take_while(|c| **c == character).count()
}

fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\u{A0}' | '\u{202F}' | '\u{2009}')
}

fn is_letter(character: Option<char>) -> bool {
    character.is_some_and(char::is_alphabetic)
}

/// Whether a high mark may be glued to this character and still belong to the sentence.
fn follows_a_word(character: char) -> bool {
    character.is_alphanumeric()
        || matches!(
            character,
            ')' | ']' | '»' | '”' | '"' | '%' | '‰' | '€' | '…' | '*' | '_'
        )
}

/// Whether a mark before this character ends a word, rather than stands inside an address or a piece of code.
fn ends_a_word(next: Option<char>) -> bool {
    next.is_none_or(|c| {
        c.is_whitespace()
            || matches!(
                c,
                ')' | ']' | '»' | '”' | '"' | '…' | ',' | '.' | ';' | ':' | '!' | '?' | '*' | '_'
            )
    })
}

/// Whether a `;` is the end of an HTML entity such as `&amp;`.
fn closes_an_entity(written: &[char], mark: char) -> bool {
    let name = written
        .iter()
        .rev()
        .take_while(|c| c.is_ascii_alphanumeric() || **c == '#')
        .count();
    mark == ';'
        && name > 0
        && written
            .len()
            .checked_sub(name + 1)
            .is_some_and(|index| written[index] == '&')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn french_spaces_are_set() {
        let cases = [
            ("Pourquoi ? Parce que!", "Pourquoi\u{202F}? Parce que\u{202F}!"),
            ("Quoi ?! Non ;", "Quoi\u{202F}?! Non\u{202F};"),
            ("Objet : l'eau", "Objet\u{A0}: l’eau"),
            ("Objet: l'eau", "Objet\u{A0}: l’eau"),
            ("45% ; 12 %", "45\u{202F}%\u{202F}; 12\u{202F}%"),
            ("« mot » «mot»", "«\u{A0}mot\u{A0}» «\u{A0}mot\u{A0}»"),
            ("et ainsi...", "et ainsi…"),
            ("aujourd'hui, d'«habitants»", "aujourd’hui, d’«\u{A0}habitants\u{A0}»"),
            (" ?", "\u{202F}?"),
            ("12 € au n° 8", "12\u{A0}€ au n°\u{A0}8"),
            ("le k€, n° huit", "le k€, n° huit"),
            ("« Vrai ? »", "«\u{A0}Vrai\u{202F}?\u{A0}»"),
        ];
        for (typed, printed) in cases {
            assert_eq!(punctuate(typed), printed);
        }
    }

    #[test]
    fn what_is_not_a_sentence_is_left_alone() {
        let untouched = [
            "12:30",
            "https://exemple.fr/?a=1;b=2#c...d",
            "(http://exemple.fr/a:b)",
            "std::fmt",
            "`a ? b : c`",
            "```\na ;b... 'c'\n```",
            "![carte](carte.svg)",
            "{% if a %}",
            "| :--- | ---: |",
            "&amp; &#160;",
            "....",
            "'mot'",
            "sens:baisse",
        ];
        for text in untouched {
            assert_eq!(punctuate(text), text);
        }
    }

    proptest! {
        #[test]
        fn a_second_time_changes_nothing(text in "[a1 \\n\u{A0}\u{202F}'’.…;:!?%«»`()*&#h/w\"-]{0,24}|.{0,24}") {
            let once = punctuate(&text);
            prop_assert_eq!(punctuate(&once), once);
        }

        #[test]
        fn no_word_is_changed(text in "[a-zé ;:!?«»%\\n]{0,40}") {
            let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
            prop_assert_eq!(letters(&punctuate(&text)), letters(&text));
        }
    }
}
