//! The codes of a table as they were meant: without what kept them texts, or what a spreadsheet did to them.
//!
//! What a spreadsheet lost is told: `6,06E+04` is no account any more. Zeros that it lost are for `zeros`.

use super::super::{Content, Table};
use super::columns::Columns;
use super::faults::Faults;
use crate::form::lines::kept::{is_rounded, kept};

/// Digits that a 64-bit float holds exactly.
const EXACT: usize = 15;

/// Reads the cells of the codes of a table anew; `accounts` are among them those that no joker stands for.
pub(super) fn tidy(table: &mut Table, columns: &Columns, keys: &[&str], accounts: &[&str], faults: &mut Faults) {
    let index = |key: &str| columns.index(key);
    let accounts: Vec<usize> = accounts.iter().copied().filter_map(index).collect();
    let ranks: Vec<usize> = keys.iter().copied().filter_map(index).collect();
    for row in &mut table.rows {
        for rank in &ranks {
            let Some(cell) = row.get_mut(*rank) else { continue };
            let Content::Text(text) = &cell.content else { continue };
            if is_rounded(text) {
                faults.rounded(cell.place.clone(), text);
            } else if accounts.contains(rank) && is_joker(text) {
                faults.joker(cell.place.clone(), text);
            }
            if let Some(content) = meant(text) {
                cell.content = content;
            }
        }
    }
}

/// What a cell was, where it is not what it holds.
fn meant(text: &str) -> Option<Content> {
    let code = kept(text);
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    // « 20.0 », as a number is exported: one, that may have lost its zeros.
    let whole = code
        .split_once(['.', ','])
        .filter(|(_, decimals)| !decimals.is_empty() && decimals.bytes().all(|digit| digit == b'0'));
    if let Some((whole, _)) = whole.filter(|(whole, _)| is_number(whole)) {
        return match whole.parse() {
            Ok(value) if whole.len() <= EXACT && !whole.starts_with('0') => {
                Some(Content::Number { value, percent: false })
            }
            _ => Some(Content::Text(whole.to_owned())),
        };
    }
    let mut groups = code.split(char::is_whitespace);
    let first = groups.next().unwrap_or_default();
    let mut others = groups.clone().peekable();
    let is_grouped = others.peek().is_some() && first.len() <= 3 && is_number(first);
    if is_grouped && others.all(|group| group.len() == 3 && is_number(group)) {
        return Some(Content::Text(code.split_whitespace().collect()));
    }
    (code != text).then_some(Content::Text(code))
}

/// Whether a code stands for all that begin by it: `60*`, `21xx`.
fn is_joker(text: &str) -> bool {
    let text = text.trim();
    let digits = text.trim_end_matches(['*', '?', '…', '%']);
    let crosses = text.trim_end_matches(['x', 'X']);
    let is_shorter = |rest: &str| rest.len() < text.len() && rest.bytes().all(|byte| byte.is_ascii_digit());
    is_shorter(digits) || !crosses.is_empty() && is_shorter(crosses)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_what_was_meant() {
        let shown = |text: &str| meant(text).map_or(text.to_owned(), |content| content.display());
        for (text, code) in [
            ("=\"020\"", "020"),
            ("'020", "020"),
            ("20.0", "20"),
            ("211,00", "211"),
            ("020.0", "020"),
            ("60 612", "60612"),
            ("60\u{A0}612", "60612"),
            ("211 - Écoles", "211 - Écoles"),
            ("1 23", "1 23"),
            ("21.3", "21.3"),
            ("AP-01", "AP-01"),
        ] {
            assert_eq!(shown(text), code, "{text}");
        }
        // A number, of which the zeros may be lost, and a text that keeps its own.
        assert!(matches!(meant("20.0"), Some(Content::Number { .. })));
        assert!(matches!(meant("020.0"), Some(Content::Text(_))));
    }

    #[test]
    fn what_stands_for_several_is_no_code() {
        for text in ["60*", "21xx", "6?", "*"] {
            assert!(is_joker(text), "{text}");
        }
        for text in ["60", "x", "VELO", "458101X2", ""] {
            assert!(!is_joker(text), "{text}");
        }
    }
}
