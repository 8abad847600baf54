//! Characters that no font shows and that PDF/A forbids, found where they stand in a YAML text: as they are, or written by
//! an escape (`"\u202E"`), which the reader of YAML turns into them.
//!
//! Whether the fonts cover the other characters is the business of later rooms.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::table::{Content, Table};
use std::sync::Arc;

/// A control, private-use or byte-order character in a text.
pub const FORBIDDEN: Code = Code("M006");

/// How the sentence ends.
const IMPRINTABLE: &str = "se trouve dans le texte ; aucun document archivable ne peut l’imprimer.";

/// Reports each line that holds such a character; true when there was none.
pub fn check(file: &Arc<str>, text: &str, diagnostics: &mut Diagnostics) -> bool {
    let mut clean = true;
    for (row, line) in text.lines().enumerate() {
        let count = |number: usize| u32::try_from(number + 1).unwrap_or(u32::MAX);
        let place = |at: usize| Place::line(file.clone(), count(row), count(at));
        if let Some(fault) = first(line, place) {
            clean = false;
            diagnostics.push(fault);
        }
    }
    clean
}

/// The numeric entities of a text in Markdown (`&#xE000;`) that stand for such a character, each at the place of its offset.
pub fn entities(text: &str, place: impl Fn(usize) -> Place) -> impl Iterator<Item = Diagnostic> {
    text.match_indices("&#").filter_map(move |(at, _)| {
        let (number, _) = text.get(at + 2..)?.split_once(';')?;
        let number = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => number.parse(),
        };
        let found = char::from_u32(number.ok()?)?;
        first(&found.to_string(), |_| place(at))
    })
}

/// Reports each cell of a table that holds such a character.
pub fn cells(table: &Table, diagnostics: &mut Diagnostics) {
    for cell in table.rows.iter().flatten() {
        if let Content::Text(text) = &cell.content {
            diagnostics.extend(text.lines().find_map(|line| first(line, |_| cell.place.clone())));
        }
    }
}

/// The fault of the first escape of a quoted scalar that writes such a character; `at` gives the place of a character of
/// `written`, counted from 0, which is the scalar as it stands in the file.
pub fn escaped(written: &str, at: impl Fn(usize) -> Place) -> Option<Diagnostic> {
    let letters: Vec<char> = written.chars().collect();
    let mut start = 0;
    while let Some(step) = letters[start..].iter().position(|letter| *letter == '\\') {
        start += step;
        let kind = *letters.get(start + 1)?;
        let digits = match kind {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => 0,
        };
        let end = (start + 2 + digits).min(letters.len());
        let code: String = letters[start + 2..end].iter().collect();
        let made = match digits {
            0 => named(kind),
            _ => u32::from_str_radix(&code, 16).ok().and_then(char::from_u32),
        };
        if let Some((made, (what, _))) = made.and_then(|made| Some((made, cause(made)?))) {
            let escape: String = letters[start..end].iter().collect();
            let message = format!("{what} (U+{:04X}) {IMPRINTABLE}", u32::from(made));
            let help = format!(
                "Il est écrit « {escape} » entre guillemets droits : effacez ces signes, ou remplacez-les par la lettre voulue."
            );
            return Some(Diagnostic::error(FORBIDDEN, at(start), message).help(help).raw(escape));
        }
        start = end;
    }
    None
}

/// What an escape of one letter writes, for those that may write such a character.
fn named(letter: char) -> Option<char> {
    Some(match letter {
        '0' => '\0',
        'a' => '\u{7}',
        'b' => '\u{8}',
        'v' => '\u{B}',
        'f' => '\u{C}',
        'e' => '\u{1B}',
        'r' => '\r',
        'N' => '\u{85}',
        _ => return None,
    })
}

/// The fault of the first such character of a line, at its place.
fn first(line: &str, place: impl Fn(usize) -> Place) -> Option<Diagnostic> {
    let mut found = line.chars().enumerate();
    let (at, found, (what, help)) = found.find_map(|(at, found)| Some((at, found, cause(found)?)))?;
    let message = format!("{what} (U+{:04X}) {IMPRINTABLE}", u32::from(found));
    let fault = Diagnostic::error(FORBIDDEN, place(at), message);
    Some(fault.help(help).raw(found.to_string()))
}

fn cause(found: char) -> Option<(&'static str, &'static str)> {
    match found {
        '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFD}' => Some((
            "Un caractère à usage privé",
            "C’est souvent une puce collée depuis Word : effacez-la et écrivez un tiret.",
        )),
        '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}' => Some((
            "Une marque d’encodage invisible",
            "Effacez le caractère invisible, puis retapez les lettres voisines.",
        )),
        '\u{FFFD}' => Some((
            "Un caractère de remplacement",
            "Un accent a été perdu lors d’une conversion : retapez le mot.",
        )),
        // Pasted from a web page, they print a text in another order than the one that was checked.
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => Some((
            "Un caractère invisible qui change le sens de lecture",
            "Effacez-le, puis retapez les lettres voisines.",
        )),
        '\t' => None,
        control if control.is_control() => Some((
            "Un caractère de commande invisible",
            "Effacez-le, puis retapez les lettres voisines.",
        )),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_escape_that_writes_what_cannot_be_printed_is_found_where_it_stands() {
        let at = |offset: usize| Place::line("a.yaml", 1, u32::try_from(offset + 1).unwrap());
        for (written, found) in [
            (r#""a\u202Eb""#, Some((3, r"\u202E"))),
            (r#""\\u202E, \n, \t, \u00e9 \x41""#, None),
            (r#""\uFEFF""#, Some((2, r"\uFEFF"))),
            (r#""\U000F0000""#, Some((2, r"\U000F0000"))),
            (r#""\x07""#, Some((2, r"\x07"))),
            (r#""é\e[31m""#, Some((3, r"\e"))),
            (r#""\uE000\uE001""#, Some((2, r"\uE000"))),
            (r#""\u12""#, None),
            (r#""\"#, None),
        ] {
            let fault = escaped(written, at);
            let expected = found.map(|(column, raw)| (Place::line("a.yaml", 1, column), raw.to_owned()));
            assert_eq!(
                fault.map(|fault| (fault.place.unwrap(), fault.raw)),
                expected,
                "{written}"
            );
        }
    }

    #[test]
    fn a_bullet_pasted_from_word_is_placed_in_characters() {
        let mut diagnostics = Diagnostics::default();
        assert!(!check(
            &Arc::from("data/a.yaml"),
            "a: b\nété: \u{F0B7} c\n",
            &mut diagnostics
        ));
        let found = diagnostics.sorted();
        assert_eq!(found[0].place.as_ref().unwrap().to_string(), "data/a.yaml:2:6");
        assert!(found[0].help.contains("Word"));
    }
}
