//! A CSV becomes a [`Table`] whose every cell knows its line and its character column in the file.
//!
//! It does not decode bytes (that is `decoding`) and reads no number: a CSV gives only texts.

use super::cursor::Cursor;
use super::formulas::unsheltered;
use super::grid;
use super::limits::{MAXIMUM_CELLS, too_large};
pub use super::quotes::misquoted;
use super::quotes::{open_quote, swallowed, swallowing};
pub use super::records::after_mark;
use super::records::{Field, Records, mark, records};
use super::{Cell, Table};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use std::sync::Arc;

/// No delimiter cuts the header into columns.
const NO_DELIMITER: Code = Code("M114");

/// The delimiters of spreadsheets, in the order in which a French one prefers them.
const DELIMITERS: [u8; 3] = [b';', b',', b'\t'];
/// Lines of titles above a header.
const TITLES: usize = 8;
/// Records on which a delimiter is confirmed.
const CONFIRMED_ON: usize = 100;

/// The table of a CSV, or a fault.
pub fn table(path: &Arc<str>, text: &str, diagnostics: &mut Diagnostics) -> Option<Table> {
    let Some(delimiter) = delimiter(text) else {
        let message = format!(
            "Aucun séparateur ne découpe en colonnes la première ligne de « {} ».",
            path
        );
        let first = text
            .lines()
            .position(|line| !line.trim().is_empty())
            .unwrap_or_default();
        let line = u32::try_from(first).unwrap_or_default() + 1;
        diagnostics.push(
            Diagnostic::error(NO_DELIMITER, Place::line(path.clone(), line, 0), message).help(
                "Enregistrez le fichier en CSV avec le séparateur « ; », « , » ou la tabulation, une ligne d’en-tête d’abord ; si ce n’est pas un tableau, sortez-le du dossier.",
            ),
        );
        return None;
    };
    let mut cursor = Cursor::new(text);
    let Records { records, unclosed } = records(text, delimiter, usize::MAX);
    let count: usize = records.iter().map(Vec::len).sum();
    if count > MAXIMUM_CELLS {
        let message = format!(
            "« {} » compte {count} cellules, plus que les {MAXIMUM_CELLS} admises.",
            path
        );
        diagnostics.push(too_large(Place::file(path.clone()), message));
        return None;
    }
    if let Some(start) = unclosed {
        diagnostics.push(open_quote(path, text, start));
        return None;
    }
    if let Some(start) = swallowing(&records, delimiter) {
        diagnostics.push(swallowed(path, text, start));
        return None;
    }
    let lines = records
        .into_iter()
        .map(|record| {
            record
                .into_iter()
                .map(|field| cell(path, &mut cursor, &field))
                .collect()
        })
        .collect();
    grid::table(path, None, lines, diagnostics)
}

fn cell(path: &Arc<str>, cursor: &mut Cursor, field: &Field) -> Cell {
    let (line, column) = cursor.advance(field.start);
    Cell {
        content: grid::text(unsheltered(&field.text)),
        place: Place::line(path.clone(), line, column),
    }
}

/// The delimiter that cuts the header into the most columns and that at least half of the rows confirm.
///
/// The header alone is not enough (a comma in a title), nor are the rows alone (decimal commas cut every row in two).
/// A text may say it itself, by its mark. Where nothing cuts the first line, a title may stand there: what cuts a line under
/// it, and half of the rows below as that one, is the delimiter.
pub fn delimiter(text: &str) -> Option<u8> {
    mark(text)
        .or_else(|| cutting(text, 0).map(|(_, _, delimiter)| delimiter))
        .or_else(|| {
            let below = (1..=TITLES).filter_map(|line| cutting(text, line));
            below
                .into_iter()
                .find_map(|(_, confirmed, delimiter)| confirmed.then_some(delimiter))
        })
}

/// The best delimiter if a record is the header: the columns that it cuts, whether the rows confirm it.
fn cutting(text: &str, header: usize) -> Option<(usize, bool, u8)> {
    let mut candidates: Vec<(usize, bool, u8)> = DELIMITERS
        .into_iter()
        .filter_map(|delimiter| {
            let records = records(text, delimiter, CONFIRMED_ON).records;
            let width = records.get(header)?.len();
            let rows = &records[header + 1..];
            let agreeing = rows.iter().filter(|row| row.len() == width).count();
            (width > 1).then_some((width, 2 * agreeing >= rows.len(), delimiter))
        })
        .collect();
    // Stable sort: where all is equal the order of `DELIMITERS` decides.
    candidates.sort_by_key(|(width, confirmed, _)| (!confirmed, usize::MAX - width));
    candidates.first().copied()
}

/// Where the delimiters of a line stand, counted from 1 in letters: to know those of one column, where the line is whole.
pub fn cuts(line: &str, delimiter: u8) -> Vec<u32> {
    let mut quoted = false;
    let cuts = line.chars().zip(1..).filter(|(letter, _)| {
        quoted ^= *letter == '"';
        !quoted && *letter == char::from(delimiter)
    });
    cuts.map(|(_, column)| column).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Spot;
    use crate::table::Content;

    fn read(text: &str) -> (Option<Table>, Diagnostics) {
        let mut diagnostics = Diagnostics::default();
        let path = Arc::from("data/valeurs/essai.csv");
        (table(&path, text, &mut diagnostics), diagnostics)
    }

    fn spots(row: &[Cell]) -> Vec<(u32, u32)> {
        let spot = |cell: &Cell| match cell.place.spot {
            Spot::Line { line, column } => (line, column),
            _ => panic!("a CSV has lines"),
        };
        row.iter().map(spot).collect()
    }

    #[test]
    fn the_mark_of_the_delimiter_is_no_line_of_the_table() {
        for text in [
            "sep=;\r\nid;v\r\na;1\r\n",
            "SEP=,\nid,v\na,1\n",
            "sep=\t\nid\tv\na\t1\n",
        ] {
            let (table, diagnostics) = read(text);
            let table = table.unwrap();
            assert_eq!(
                (spots(&table.header), table.rows.len()),
                (vec![(2, 1), (2, 4)], 1),
                "{text}"
            );
            assert!(diagnostics.sorted().is_empty());
        }
        assert_eq!(read("sep=;x;v\na;1;2\n").0.unwrap().header.len(), 3);
    }

    #[test]
    fn places_hold_after_quoted_line_breaks_accents_and_empty_lines() {
        let (table, _) = read("\r\nid;é à;note\r\n\r\na;1;\"deux\r\nlignes\"\r\n;;\r\nb;\"é\";fin\r\n");
        let table = table.unwrap();
        assert_eq!(spots(&table.header), [(2, 1), (2, 4), (2, 8)]);
        assert_eq!(spots(&table.rows[0]), [(4, 1), (4, 3), (4, 5)]);
        assert_eq!(spots(&table.rows[1]), [(7, 1), (7, 3), (7, 7)]);
        assert_eq!(table.rows[0][2].content, Content::Text("deux\r\nlignes".to_owned()));
        assert_eq!(table.rows.len(), 2);
    }

    #[test]
    fn the_delimiter_is_neither_the_decimal_comma_nor_a_comma_of_a_title() {
        assert_eq!(delimiter("a;b\n1,5;2,5\n"), Some(b';'));
        assert_eq!(delimiter("nom, prénom;b;c\n1,5;2;3\n"), Some(b';'));
        assert_eq!(delimiter("a,b,c\n\"1,5\",2,3\n"), Some(b','));
        assert_eq!(delimiter("a\tb\n1,5\t2\n"), Some(b'\t'));
        assert_eq!(delimiter("a;b, c, d\n1;2\n3;4\n"), Some(b';'));
        assert_eq!(delimiter("a|b\n1|2\n"), None);
        assert_eq!(delimiter("sep=|\na|b\n1|2\n"), Some(b'|'));
    }

    #[test]
    fn ragged_rows_are_kept_as_they_are() {
        let (table, diagnostics) = read("a;b;c;;\n1\n1;2;3;4;5;\n1;;\n");
        let table = table.unwrap();
        let widths: Vec<usize> = table.rows.iter().map(Vec::len).collect();
        assert_eq!((table.header.len(), widths), (3, vec![1, 5, 3]));
        assert!(!diagnostics.has_errors());
    }

    #[test]
    fn a_spreadsheet_error_is_a_fault_at_its_cell() {
        let (table, diagnostics) = read("a;b\n1;#REF!\n2;Err:502\n#N/D;#NOM\u{A0}?\n#12;Erreur\n");
        assert_eq!(table.unwrap().rows[0][1].content, Content::Empty);
        let places: Vec<String> = diagnostics
            .sorted()
            .iter()
            .map(|fault| fault.place.clone().unwrap().to_string())
            .collect();
        let expected = ["2:3", "3:3", "4:1", "4:6"].map(|spot| format!("data/valeurs/essai.csv:{spot}"));
        assert_eq!(places, expected);
    }

    #[test]
    fn a_quotation_closed_by_another_swallows_no_line_in_silence() {
        for text in [
            "a;b;c\n1;2;\"x\n2;3;\n3;4;y\" z\n4;5;\n",
            "a;b;c\n1;\"2;x\n2;3;\"\n",
            "a,b\n1,\"x\n2,3\n4,\"5\n",
            // Opened in one line and closed in the next: neither is inside.
            "a;b;c\n1;\"2;x\n2;3\";y\n",
            "a;b;c;d\n1;2;\"x;y\n2;3;\"z\";t\n",
        ] {
            let (table, diagnostics) = read(text);
            assert!(table.is_none(), "{text}");
            let told = diagnostics.sorted();
            assert_eq!((told.len(), told[0].code.0), (1, "M115"), "{text}");
            assert!(
                told[0].place.as_ref().unwrap().to_string().contains(".csv:2:"),
                "{text}"
            );
        }
        for text in [
            "a;b;c\n1;2;\"deux\nlignes ; une note\"\n",
            "a;b;c;d\n1;2;\"deux ; ou trois\nlignes\";4\n",
        ] {
            let (table, diagnostics) = read(text);
            assert!(table.is_some() && diagnostics.sorted().is_empty(), "{text}");
        }
    }

    #[test]
    fn an_unclosed_quotation_swallows_no_row_in_silence() {
        let (table, diagnostics) = read("a;b\n1;\"x\n2;3\n");
        assert!(table.is_none());
        assert_eq!(diagnostics.sorted()[0].code.0, "M115");
        assert_eq!(
            diagnostics.sorted()[0].place.clone().unwrap().to_string(),
            "data/valeurs/essai.csv:2:3"
        );
    }
}
