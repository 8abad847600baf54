//! What a sheet of an ODS shows and calamine does not tell: hidden rows, raised digits, scaled numbers, errors kept as zeros.
//!
//! It reads the styles of the workbook, then those of the content, before its cells.

use super::grid::is_spreadsheet_error;
use super::limits::MAXIMUM_CELLS;
use super::marks::{holds, raised};
use super::number_words::Words;
use super::ods_extent::{attribute, repeats};
use super::sheet::{Marks, Merged, Raised};
use crate::french::{apart, read_number};
use quick_xml::events::{BytesStart, Event};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use std::ops::Range;

/// What a sheet shows, rows and columns from 0.
#[derive(Default)]
pub(super) struct Shown {
    pub marks: Marks,
    /// Cells that show an error, whatever their value.
    pub errors: Vec<(u32, u32, String)>,
    /// Cells that show words with their number.
    pub words: Vec<(Range<u32>, Range<u32>, Words, i32)>,
}

/// What stands in the content of a workbook that has a mark.
const MARKED: [&str; 10] = [
    "<number:text>",
    "number:currency-symbol",
    "\"super",
    "\"collapse\"",
    "\"filter\"",
    "display-factor",
    "columns-spanned",
    "rows-spanned",
    ">Err:",
    ">#",
];

/// Bytes of the styles of a workbook that are read.
const LONGEST_STYLES: u64 = 20_000_000;

/// A walk through the styles, then through the content.
#[derive(Default)]
struct Walk<'a> {
    wanted: &'a str,
    styles: Styles,
    inside: bool,
    row: u32,
    rows: u32,
    column: u32,
    columns: u32,
    hidden_row: bool,
    cell: Option<Cell>,
    above: Vec<bool>,
    in_note: bool,
    shown: Shown,
}

/// The names of the styles that matter.
#[derive(Default)]
struct Styles {
    current: String,
    raised: BTreeSet<String>,
    /// Data style → ten to which power it divides by.
    factors: BTreeMap<String, i32>,
    /// Style of a cell → its data style.
    data: BTreeMap<String, String>,
}

/// The cell being walked.
#[derive(Default)]
struct Cell {
    style: String,
    is_number: bool,
    /// The number that it holds.
    value: Option<f64>,
    whole: String,
    line: String,
}

/// The marks of a sheet by its name; none where the file is no ODS: its reader has said so.
pub(super) fn shown(bytes: &[u8], sheet: &str) -> Option<Shown> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut content = Vec::new();
    archive.by_name("content.xml").ok()?.read_to_end(&mut content).ok()?;
    let mut styles = Vec::new();
    // Spreadsheets write there the formats that they know by themselves.
    if let Ok(part) = archive.by_name("styles.xml") {
        part.take(LONGEST_STYLES).read_to_end(&mut styles).ok()?;
    }
    if !MARKED.iter().any(|word| holds(&content, word) || holds(&styles, word)) {
        return Some(Shown::default());
    }
    let mut walk = Walk {
        wanted: sheet,
        ..Walk::default()
    };
    walk.through(&styles);
    walk.through(&content)?;
    Some(walk.shown)
}

impl Walk<'_> {
    /// Walks through a part; none where it is broken, which its reader has said.
    fn through(&mut self, part: &[u8]) -> Option<()> {
        let mut reader = quick_xml::Reader::from_reader(part);
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer).ok()? {
                Event::Start(element) => self.open(&element),
                Event::Empty(element) => {
                    self.open(&element);
                    self.close(element.name().as_ref());
                }
                Event::End(element) => self.close(element.name().as_ref()),
                Event::Text(text) => self.text(&text),
                Event::Eof => return Some(()),
                _ => {}
            }
        }
    }

    fn open(&mut self, element: &BytesStart<'_>) {
        let text = |name: &str| attribute(element, name).unwrap_or_default();
        match element.name().as_ref() {
            "style:style" => {
                self.styles.current = text("style:name");
                let data = text("style:data-style-name");
                self.styles.data.insert(self.styles.current.clone(), data);
            }
            "style:text-properties" if text("style:text-position").starts_with("super") => {
                self.styles.raised.insert(self.styles.current.clone());
            }
            "number:number-style" | "number:currency-style" => self.styles.current = text("style:name"),
            "number:number" => {
                let zeros = text("number:display-factor");
                if let Some(zeros) = zeros.strip_prefix('1').filter(|zeros| !zeros.is_empty()) {
                    let power = i32::try_from(zeros.len()).unwrap_or_default();
                    self.styles.factors.insert(self.styles.current.clone(), power);
                }
            }
            "table:table" => {
                self.inside = text("table:name") == self.wanted;
                (self.row, self.column) = (0, 0);
            }
            _ if !self.inside => {}
            "table:table-column" => {
                let last = self
                    .column
                    .saturating_add(span(element, "table:number-columns-repeated"));
                if text("table:visibility") == "collapse" {
                    self.shown
                        .marks
                        .hidden_columns
                        .push((self.column, last.saturating_sub(1)));
                }
                self.column = last;
            }
            "table:table-row" => {
                self.rows = span(element, "table:number-rows-repeated");
                self.hidden_row = matches!(text("table:visibility").as_str(), "collapse" | "filter");
                self.column = 0;
            }
            "table:table-cell" | "table:covered-table-cell" => {
                self.columns = span(element, "table:number-columns-repeated");
                self.cell = Some(Cell {
                    style: text("table:style-name"),
                    is_number: matches!(text("office:value-type").as_str(), "float" | "percentage" | "currency"),
                    value: text("office:value").parse().ok(),
                    ..Cell::default()
                });
                self.above.clear();
                let [rows, columns] = ["table:number-rows-spanned", "table:number-columns-spanned"]
                    .map(|name| span(element, name).saturating_sub(1));
                if rows > 0 || columns > 0 {
                    self.shown.marks.merged.push(Merged {
                        row: self.row,
                        column: self.column,
                        last_row: self.row.saturating_add(rows),
                        last_column: self.column.saturating_add(columns),
                    });
                }
            }
            "text:span" => self.above.push(self.styles.raised.contains(&text("text:style-name"))),
            // A comment is no part of its cell.
            "office:annotation" => self.in_note = true,
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(cell) = self.cell.as_mut().filter(|_| !self.in_note) {
            cell.whole.push_str(text);
            if !self.above.contains(&true) {
                cell.line.push_str(text);
            }
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "table:table" => self.inside = false,
            _ if !self.inside => {}
            "text:span" => {
                self.above.pop();
            }
            "office:annotation" => self.in_note = false,
            "table:table-cell" | "table:covered-table-cell" => {
                self.end_of_cell();
                self.column = self.column.saturating_add(self.columns);
            }
            "table:table-row" => {
                let last = self.row.saturating_add(self.rows);
                // The empty rows under a table may be hidden by the million.
                let kept = last.min(self.row.saturating_add(MAXIMUM_CELLS as u32));
                if self.hidden_row && kept - self.row < 100_000 {
                    self.shown.marks.hidden_rows.extend(self.row..kept);
                }
                self.row = last;
            }
            _ => {}
        }
    }

    fn end_of_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        let (row, column) = (self.row, self.column);
        if cell.is_number {
            let shown = cell.whole.trim();
            if is_spreadsheet_error(shown) {
                self.shown.errors.push((row, column, shown.to_owned()));
            }
            let data = self.styles.data.get(&cell.style);
            // A format that has conditions may divide some of its numbers only.
            let is_whole = || {
                read_number(apart(shown).0)
                    .ok()
                    .is_some_and(|read| Some(read) == cell.value)
            };
            let factor = data
                .and_then(|data| self.styles.factors.get(data).copied())
                .filter(|_| !is_whole())
                .or_else(|| multiplied(shown, cell.value?));
            let words = Words::of_text(shown);
            let is_said = matches!(words, Words::Unit(_));
            let scaled = factor.filter(|_| !is_said).map(|power| (row, column, power));
            self.shown.marks.scaled.extend(scaled);
            if scaled.is_none() && words != Words::None {
                let rows = row..row.saturating_add(self.rows);
                let columns = column..column.saturating_add(self.columns);
                self.shown
                    .words
                    .push((rows, columns, words, factor.unwrap_or_default()));
            }
        } else if let Some(line) = raised(&cell.whole, &cell.line) {
            let whole = cell.whole;
            self.shown.marks.raised.push(Raised {
                row,
                column,
                whole,
                line,
            });
        }
    }
}

/// Ten to which power a cell divides what it shows, where it writes zeros after its number: under zero.
fn multiplied(shown: &str, value: f64) -> Option<i32> {
    let read = read_number(apart(shown).0).ok().filter(|_| shown.contains("000"))?;
    [3, 6, 9]
        .into_iter()
        .find(|power| read == value * 10_f64.powi(*power))
        .map(|power| -power)
}

fn span(element: &BytesStart<'_>, name: &str) -> u32 {
    u32::try_from(repeats(element, name)).unwrap_or(u32::MAX)
}
