//! Lines of raw cells become a [`Table`]: a header, then rows; empty lines go, places stay.
//!
//! The one gate through which every kind of table passes. It gives no meaning to a header or a cell,
//! save two: a spreadsheet’s error (`#REF!`) is never a value, and quotes around a number or a code say nothing in a cell.

use super::limits::cell_too_long;
use super::{Cell, Content, Table};
use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics, Place};
use std::sync::Arc;

/// A cell holds an error of the spreadsheet.
pub const CELL_ERROR: Code = Code("M112");
/// A table has a header and nothing under it.
pub const NO_ROW: Code = Code("M113");

/// What spreadsheets write in a cell whose formula failed, in English and in French, without their spaces.
const SPREADSHEET_ERRORS: [&str; 27] = [
    "#REF!",
    "#DIV/0!",
    "#VALUE!",
    "#VALEUR!",
    "#NAME?",
    "#NOM?",
    "#NUM!",
    "#NOMBRE!",
    "#NULL!",
    "#NUL!",
    "#N/A",
    "#N/D",
    "#N/A!",
    "#SPILL!",
    "#PROPAGATION!",
    "#EPARS!",
    "#CALC!",
    "#CALCUL!",
    "#DATA!",
    "#FIELD!",
    "#CHAMP!",
    "#CONNECT!",
    "#CONNEXION!",
    "#BLOCKED!",
    "#BLOQUE!",
    "#ERROR!",
    "#ERREUR!",
];

/// The table made of these lines, whose cells already know their places; none where all is empty.
pub fn table(
    path: &Arc<str>,
    sheet: Option<Arc<str>>,
    lines: Vec<Vec<Cell>>,
    diagnostics: &mut Diagnostics,
) -> Option<Table> {
    let mut lines = lines.into_iter();
    let header = lines.find_map(|line| trimmed(line, 0))?;
    let width = header.len();
    let rows: Vec<Vec<Cell>> = lines.filter_map(|line| trimmed(line, width)).collect();
    if rows.is_empty() {
        let message = format!("« {} » a une ligne d’en-tête et aucune ligne de valeurs.", path);
        diagnostics.push(
            Diagnostic::warning(NO_ROW, header[0].place.clone(), message)
                .help("Ajoutez les valeurs sous l’en-tête, ou retirez le fichier, et son nom de data/rapport.yaml s’il y est.")
                .because(header_of(path)),
        );
    }
    let mut table = Table {
        file: path.clone(),
        sheet,
        other_sheets: Vec::new(),
        header,
        rows,
    };
    for cell in table.header.iter_mut().chain(table.rows.iter_mut().flatten()) {
        refuse_error(cell, diagnostics);
        refuse_length(cell, diagnostics);
    }
    Some(table)
}

/// What a first line that is no header of its table leaves unknown.
pub fn header_of(path: &str) -> Cause {
    Cause::entry(&format!("en-tête: {path}"))
}

/// The line without its trailing empty cells beyond `width`; none where every cell is empty.
fn trimmed(mut line: Vec<Cell>, width: usize) -> Option<Vec<Cell>> {
    let last = line.iter().rposition(|cell| cell.content != Content::Empty)?;
    line.truncate((last + 1).max(width));
    Some(line)
}

/// An error of the spreadsheet at this place.
pub fn spreadsheet_error(place: Place, text: &str) -> Diagnostic {
    let message = format!("La cellule contient l’erreur de tableur « {text} » à la place d’une valeur.");
    Diagnostic::error(CELL_ERROR, place, message)
        .help("Corrigez la formule dans le tableur ; si c’est une valeur, et qu’elle manque, écrivez « n.d. ».")
        .raw(text)
}

/// A cell in error becomes empty once its fault is told, so that no later rule repeats it as « not a number ».
fn refuse_error(cell: &mut Cell, diagnostics: &mut Diagnostics) {
    let Content::Text(text) = &cell.content else { return };
    if !is_spreadsheet_error(text) {
        return;
    }
    diagnostics.push(spreadsheet_error(cell.place.clone(), text));
    cell.content = Content::Empty;
}

/// A text that no page can hold becomes empty once it is told: later rules would look for what it resembles.
fn refuse_length(cell: &mut Cell, diagnostics: &mut Diagnostics) {
    let Content::Text(text) = &cell.content else { return };
    if let Some(fault) = cell_too_long(text, &cell.place) {
        diagnostics.push(fault);
        cell.content = Content::Empty;
    }
}

pub fn is_spreadsheet_error(text: &str) -> bool {
    if !text.starts_with(['#', 'E']) || text.len() > 24 {
        return false;
    }
    let word: String = text.split_whitespace().collect();
    let word = word.to_uppercase().replace('É', "E").replace('\u{200B}', "");
    SPREADSHEET_ERRORS.contains(&word.as_str())
        || word
            .strip_prefix("ERR:")
            .is_some_and(|code| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The content of a text cell: its outer white space goes, and nothing is left of a blank one.
pub fn text(content: &str) -> Content {
    match content.trim() {
        "" => Content::Empty,
        content => Content::Text(bare(content).to_owned()),
    }
}

/// What stands between quotes that hold nothing but a number or a code: YAML asks for them, and a cell has no use of them.
fn bare(text: &str) -> &str {
    let quotes = [('"', '"'), ('«', '»'), ('“', '”')];
    let inside = quotes
        .iter()
        .find_map(|(open, close)| text.strip_prefix(*open)?.strip_suffix(*close));
    let of_number = |letter: char| letter.is_ascii_digit() || letter.is_whitespace() || ".,-+%€".contains(letter);
    match inside.map(str::trim) {
        Some(inside) if inside.contains(|letter: char| letter.is_ascii_digit()) && inside.chars().all(of_number) => {
            inside
        }
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_around_a_number_or_a_code_say_nothing_and_others_are_of_the_text() {
        for (written, read) in [
            ("\"7.1\"", "7.1"),
            ("« 12 500,50 »", "12 500,50"),
            ("«\u{a0}020\u{a0}»", "020"),
            ("“15 000 €”", "15 000 €"),
            ("\"Plan climat\"", "\"Plan climat\""),
            ("« Énergie 2030 »", "« Énergie 2030 »"),
            ("12\"", "12\""),
            ("\"\"", "\"\""),
        ] {
            assert_eq!(text(written), Content::Text(read.to_owned()), "{written}");
        }
    }
}
