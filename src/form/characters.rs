//! Characters that no font shows and that PDF/A forbids, found where they stand in a YAML text.
//!
//! Whether the fonts cover the other characters is the business of later rooms.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::table::{Content, Table};
use std::sync::Arc;

/// A control, private-use or byte-order character in a text.
pub const FORBIDDEN: Code = Code("M006");

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

/// Reports each cell of a table that holds such a character.
pub fn cells(table: &Table, diagnostics: &mut Diagnostics) {
    for cell in table.rows.iter().flatten() {
        if let Content::Text(text) = &cell.content {
            diagnostics.extend(text.lines().find_map(|line| first(line, |_| cell.place.clone())));
        }
    }
}

/// The fault of the first such character of a line, at its place.
fn first(line: &str, place: impl Fn(usize) -> Place) -> Option<Diagnostic> {
    let mut found = line.chars().enumerate();
    let (at, found, (what, help)) = found.find_map(|(at, found)| Some((at, found, cause(found)?)))?;
    let message = format!(
        "{what} (U+{:04X}) se trouve dans le texte ; aucun document archivable ne peut l’imprimer.",
        u32::from(found)
    );
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
