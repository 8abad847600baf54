//! What a sheet of an XLSX shows and calamine does not tell: rows that are hidden, digits raised as calls of notes.
//!
//! The part of the sheet is walked again only where one of these words stands in it.

use super::marks::{holds, raised};
use super::sheet::{Marks, Merged, Raised};
use super::xlsx_parts::{Step, attribute, each, part, sheet_path};
use crate::diagnostic::column_number;
use quick_xml::events::BytesStart;
use std::io::Cursor;

/// A text in several runs: the whole of it, and what is on the line.
#[derive(Clone, Debug, Default)]
struct Runs {
    whole: String,
    line: String,
    in_text: bool,
    /// Whether the run is raised.
    above: bool,
}

/// The marks of a sheet by its name; none where its part is not found: its reader has said what is wrong.
pub(super) fn marks(bytes: &[u8], sheet: &str) -> Option<Marks> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let path = sheet_path(&mut archive, sheet)?;
    let sheet = part(&mut archive, &path)?;
    let shared = part(&mut archive, "xl/sharedStrings.xml").unwrap_or_default();
    let above = holds(&shared, "superscript");
    let marked = ["superscript", "hidden", "mergeCell "]
        .iter()
        .any(|word| holds(&sheet, word));
    if !above && !marked {
        return Some(Marks::default());
    }
    let shared = if above { texts(&shared) } else { Vec::new() };
    Some(walk(&sheet, &shared))
}

impl Runs {
    fn take(&mut self, name: &str, step: &Step<'_>) {
        match (name, step) {
            ("r", Step::Open(_)) => self.above = false,
            ("vertAlign", Step::Open(align)) => {
                self.above = attribute(align, "val").as_deref() == Some("superscript");
            }
            ("t", Step::Open(_)) => self.in_text = true,
            ("t", Step::Close) => self.in_text = false,
            ("", Step::Text(text)) if self.in_text => {
                self.whole.push_str(text);
                if !self.above {
                    self.line.push_str(text);
                }
            }
            _ => {}
        }
    }
}

/// The shared texts, each in its runs.
fn texts(bytes: &[u8]) -> Vec<Runs> {
    let mut texts = Vec::new();
    each(bytes, |name, step| match (name, &step) {
        ("si", Step::Open(_)) => texts.push(Runs::default()),
        _ => {
            if let Some(text) = texts.last_mut() {
                text.take(name, &step);
            }
        }
    });
    texts
}

fn walk(sheet: &[u8], shared: &[Runs]) -> Marks {
    let mut marks = Marks::default();
    let (mut row, mut column, mut kind) = (0_u32, 0_u32, String::new());
    let (mut runs, mut value, mut in_value) = (Runs::default(), String::new(), false);
    let (mut next_row, mut next_column) = (0, 0);
    each(sheet, |name, step| match (name, &step) {
        ("row", Step::Open(start)) => {
            let number = attribute(start, "r").and_then(|number| number.parse::<u32>().ok());
            row = number.map_or(next_row, |number| number.saturating_sub(1));
            (next_row, next_column) = (row + 1, 0);
            if is_true(start, "hidden") {
                marks.hidden_rows.insert(row);
            }
        }
        ("col", Step::Open(start)) if is_true(start, "hidden") => {
            let number = |key| attribute(start, key).and_then(|number| number.parse::<u32>().ok());
            if let (Some(first), Some(last)) = (number("min"), number("max")) {
                marks
                    .hidden_columns
                    .push((first.saturating_sub(1), last.saturating_sub(1)));
            }
        }
        ("c", Step::Open(start)) => {
            let place = attribute(start, "r").and_then(|place| column_of(&place));
            column = place.unwrap_or(next_column);
            next_column = column + 1;
            kind = attribute(start, "t").unwrap_or_default();
            (runs, value) = (Runs::default(), String::new());
        }
        ("c", Step::Close) => {
            let rank = || value.trim().parse::<usize>().ok();
            let runs = match kind.as_str() {
                "s" => rank().and_then(|rank| shared.get(rank)),
                _ => Some(&runs),
            };
            marks.raised.extend(runs.and_then(|runs| {
                let line = raised(&runs.whole, &runs.line)?;
                let whole = runs.whole.clone();
                Some(Raised {
                    row,
                    column,
                    whole,
                    line,
                })
            }));
        }
        ("mergeCell", Step::Open(start)) => {
            marks
                .merged
                .extend(attribute(start, "ref").and_then(|range| region_of(&range)));
        }
        ("v", Step::Open(_)) => in_value = true,
        ("v", Step::Close) => in_value = false,
        ("", Step::Text(text)) if in_value => value.push_str(text),
        _ => runs.take(name, &step),
    });
    marks
}

fn is_true(element: &BytesStart<'_>, key: &str) -> bool {
    matches!(attribute(element, key).as_deref(), Some("1" | "true"))
}

/// The cells of a range: `E3:F3`.
fn region_of(range: &str) -> Option<Merged> {
    let (first, last) = range.split_once(':')?;
    let row_of = |place: &str| {
        let digits = place.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
        digits.parse::<u32>().ok()?.checked_sub(1)
    };
    Some(Merged {
        row: row_of(first)?,
        column: column_of(first)?,
        last_row: row_of(last)?,
        last_column: column_of(last)?,
    })
}

/// The column, from 0, of a place: `AB12` is 27.
fn column_of(place: &str) -> Option<u32> {
    column_number(place)?.checked_sub(1)
}
