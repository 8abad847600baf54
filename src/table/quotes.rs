//! The quotation marks of a text that lose something: one that nothing closes, one that swallows whole lines.
//!
//! It tells them; the text is cut by `records`.

use super::cursor::Cursor;
use super::records::{Field, Records, records};
use crate::diagnostic::{Code, Diagnostic, Place};
use std::sync::Arc;

/// A quotation mark opens a cell and nothing closes it.
const UNCLOSED_QUOTE: Code = Code("M115");

/// A quotation that nothing closes, or that swallows whole lines of a text; none where there is none.
pub fn misquoted(path: &Arc<str>, text: &str, delimiter: u8) -> Option<Diagnostic> {
    if !text.contains('"') {
        return None;
    }
    let Records { records, unclosed } = records(text, delimiter, usize::MAX);
    let open = unclosed.map(|start| open_quote(path, text, start));
    open.or_else(|| Some(swallowed(path, text, swallowing(&records, delimiter)?)))
}

pub(super) fn open_quote(path: &Arc<str>, text: &str, start: usize) -> Diagnostic {
    let (line, column) = Cursor::new(text).advance(start);
    let message = "Un guillemet droit ouvre ici une cellule que rien ne ferme avant la fin du fichier.";
    Diagnostic::error(UNCLOSED_QUOTE, Place::line(path.clone(), line, column), message)
        .help("Fermez le guillemet à la fin de la cellule, ou doublez-le s’il fait partie du texte.")
        .raw("\"")
}

/// The byte of a quotation in which whole lines of the table stand: as many delimiters as every line has.
pub(super) fn swallowing(records: &[Vec<Field>], delimiter: u8) -> Option<usize> {
    let cuts = (records.first()?.len() - 1).max(1);
    records.iter().find_map(|record| {
        let swallows = |rank: usize| swallows_lines(&record[rank].text, rank, record.len() - 1 - rank, delimiter, cuts);
        let rank = (0..record.len()).find(|rank| swallows(*rank))?;
        Some(record[rank].start)
    })
}

/// Whether a text of several lines, with the fields before and after it, holds lines that are whole by themselves.
///
/// A line inside it is one by its own delimiters. Where the quotation opens in one line and closes in the next, neither
/// is inside: each is whole with the fields that stand beside the text, which a remark of several lines never makes both.
fn swallows_lines(text: &str, before: usize, after: usize, delimiter: u8, cuts: usize) -> bool {
    if !text.contains('\n') {
        return false;
    }
    let cut = |line: &str| line.bytes().filter(|byte| *byte == delimiter).count();
    let lines: Vec<usize> = text.split('\n').map(cut).collect();
    let (first, last) = (lines[0], lines[lines.len() - 1]);
    let crossed = first > 0 && last > 0 && first + before == cuts && last + after == cuts;
    crossed || lines[1..].iter().any(|count| *count >= cuts)
}

pub(super) fn swallowed(path: &Arc<str>, text: &str, start: usize) -> Diagnostic {
    let (line, column) = Cursor::new(text).advance(start);
    let message = "Un guillemet droit ouvre ici une cellule qui contient des lignes entières du tableau : leurs valeurs seraient perdues.";
    Diagnostic::error(UNCLOSED_QUOTE, Place::line(path.clone(), line, column), message)
        .help("Fermez le guillemet à la fin de la cellule, ou retirez-le ; s’il fait partie du texte, doublez-le et mettez toute la cellule entre guillemets.")
        .raw("\"")
}
