//! What the cells of an ODS span, and which of them are percentages: what calamine does not tell.
//!
//! Rows and columns of an ODS are repeated by a number that any file may write; this counts before
//! anything is allocated. It reads no value.

use super::limits::MAXIMUM_CELLS;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeSet;
use std::io::{BufReader, Cursor};

/// The span of every sheet together, and the cells shown as percentages as `(sheet, row, column)` from 0.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Extent {
    pub cells: u64,
    pub percentages: BTreeSet<(String, u32, u32)>,
}

/// The sheet being walked.
#[derive(Debug, Default)]
struct Walk {
    sheet: String,
    row: u64,
    column: u64,
    row_repeats: u64,
    /// First and past-the-last row and column that hold something.
    rows: Option<(u64, u64)>,
    columns: Option<(u64, u64)>,
}

/// Walks the content of a workbook; the reason, in the reader’s language, where it is no ODS.
pub(super) fn extent(bytes: &[u8]) -> Result<Extent, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let content = archive.by_name("content.xml").map_err(|error| error.to_string())?;
    let mut reader = quick_xml::Reader::from_reader(BufReader::new(content));
    let mut extent = Extent::default();
    let mut walk = Walk::default();
    let mut buffer = Vec::new();
    let mut depth = 0;
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|error| error.to_string())? {
            Event::Start(element) => {
                depth += 1;
                walk.open(&element, &mut extent);
            }
            Event::Empty(element) => {
                walk.open(&element, &mut extent);
                walk.close(element.name().as_ref(), &mut extent);
            }
            Event::End(element) => {
                depth -= 1;
                walk.close(element.name().as_ref(), &mut extent);
            }
            // Calamine looks for the end of a table for ever.
            Event::Eof if depth > 0 => return Err("content.xml ends before its tables".to_owned()),
            Event::Eof => return Ok(extent),
            _ => {}
        }
    }
}

impl Walk {
    fn open(&mut self, element: &BytesStart<'_>, extent: &mut Extent) {
        match element.name().as_ref() {
            "table:table" => {
                *self = Walk {
                    sheet: attribute(element, "table:name").unwrap_or_default(),
                    ..Walk::default()
                }
            }
            "table:table-row" => {
                self.row_repeats = repeats(element, "table:number-rows-repeated");
                self.column = 0;
            }
            "table:table-cell" | "table:covered-table-cell" => self.cell(element, extent),
            _ => {}
        }
    }

    fn cell(&mut self, element: &BytesStart<'_>, extent: &mut Extent) {
        let end = self.column + repeats(element, "table:number-columns-repeated");
        let kind = attribute(element, "office:value-type");
        if kind.is_some() || attribute(element, "table:formula").is_some() {
            let last_row = self.row + self.row_repeats;
            self.rows = Some((self.rows.map_or(self.row, |(first, _)| first), last_row));
            self.columns = Some(match self.columns {
                Some((first, last)) => (first.min(self.column), last.max(end)),
                None => (self.column, end),
            });
            if kind.as_deref() == Some("percentage") {
                for row in self.row..last_row {
                    for column in self.column..end {
                        // Beyond this the workbook is refused anyway.
                        if extent.percentages.len() >= MAXIMUM_CELLS {
                            return;
                        }
                        let (Ok(row), Ok(column)) = (u32::try_from(row), u32::try_from(column)) else {
                            return;
                        };
                        extent.percentages.insert((self.sheet.clone(), row, column));
                    }
                }
            }
        }
        self.column = end;
    }

    fn close(&mut self, name: &str, extent: &mut Extent) {
        match name {
            "table:table-row" => self.row += self.row_repeats,
            "table:table" => {
                let length = |span: Option<(u64, u64)>| span.map_or(0, |(first, last)| last - first);
                extent.cells = extent
                    .cells
                    .saturating_add(length(self.rows).saturating_mul(length(self.columns)));
            }
            _ => {}
        }
    }
}

pub(super) fn repeats(element: &BytesStart<'_>, name: &str) -> u64 {
    let written = attribute(element, name).and_then(|value| value.parse::<u32>().ok());
    u64::from(written.unwrap_or(1))
}

pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = element.try_get_attribute(name).ok()??;
    Some(
        attribute
            .normalized_value(quick_xml::XmlVersion::Implicit1_0)
            .ok()?
            .into_owned(),
    )
}
