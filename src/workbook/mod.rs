//! The writer of workbooks: what every workbook of the program shares, whatever it tells; the reader of workbooks is `table`.
//!
//! Real tables with names, a head on one row, nothing merged, hidden or frozen, one font, no meaning in a colour alone: what a keyboard
//! and a screen reader need, and what another spreadsheet keeps. It knows no subject.

mod look;
mod patch;

pub use look::{Look, numbers};
pub use patch::{NewCell, SheetPatch, patched};

use crate::error::Error;
use jiff::civil::Date;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Table, TableColumn, TableStyle, Workbook, Worksheet, XlsxError};

/// The width of a column of prose.
pub const PROSE: f64 = 110.0;

/// What the writer of workbooks refused in a room: a defect of the program.
pub fn defect(room: &'static str, error: &XlsxError) -> Error {
    Error::Defect {
        room,
        detail: error.to_string(),
    }
}

/// An empty workbook: its time is that of the document, so that the same project gives the same bytes.
pub fn begun(title: &str, community: &str, dated: Date) -> Result<Workbook, XlsxError> {
    let moment = ExcelDateTime::from_ymd(
        dated.year().unsigned_abs(),
        dated.month().unsigned_abs(),
        dated.day().unsigned_abs(),
    )?;
    let properties = DocProperties::new()
        .set_title(title)
        .set_company(community)
        .set_creation_datetime(&moment);
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties);
    Ok(workbook)
}

/// A title and short paragraphs, some under a heading, in the first column; the row below them.
pub fn prose(
    sheet: &mut Worksheet,
    title: &str,
    paragraphs: &[(impl AsRef<str>, String)],
    look: &Look,
) -> Result<u32, XlsxError> {
    sheet.set_column_width(0, PROSE)?;
    sheet.write_with_format(0, 0, title, &look.title)?;
    sheet.set_row_height(0, 30)?;
    let mut row = 1;
    for (heading, paragraph) in paragraphs {
        let heading = heading.as_ref();
        if !heading.is_empty() {
            sheet.write_with_format(row, 0, heading, &look.lead)?;
            sheet.set_row_height(row, 30)?;
            row += 1;
        }
        sheet.write_with_format(row, 0, paragraph, &look.prose)?;
        height(sheet, row, [(paragraph.as_str(), PROSE)])?;
        row += 1;
    }
    Ok(row)
}

/// A head of a table: its words, its width, and whether what is under it is to be filled.
pub struct Head {
    pub words: String,
    pub width: f64,
    pub open: bool,
}

/// The widths between which a column is as wide as what it holds.
const WIDTHS: (usize, usize) = (12, 46);

impl Head {
    pub fn given(words: impl Into<String>, width: f64) -> Self {
        Head {
            words: words.into(),
            width,
            open: false,
        }
    }

    /// A column as wide as what it holds, within bounds.
    pub fn fitted<'c>(words: &str, cells: impl IntoIterator<Item = &'c str>) -> Self {
        let lines = cells.into_iter().flat_map(str::lines);
        let longest = lines.map(|line| line.chars().count()).max().unwrap_or_default();
        let width = longest.max(words.chars().count()) + 3;
        Head::given(words, width.clamp(WIDTHS.0, WIDTHS.1) as f64)
    }

    pub fn open(words: impl Into<String>, width: f64) -> Self {
        Head {
            open: true,
            ..Head::given(words, width)
        }
    }
}

/// The names that a table has, and what a screen reader says of it.
pub struct Naming<'n> {
    pub name: &'n str,
    pub told: &'n str,
}

/// A real table of the spreadsheet, without the arrows of filters, from the first column on; its columns take the widths of their
/// heads.
pub fn table(
    sheet: &mut Worksheet,
    naming: &Naming,
    first: u32,
    heads: &[Head],
    rows: usize,
    look: &Look,
) -> Result<(), XlsxError> {
    for (column, head) in (0..).zip(heads) {
        sheet.set_column_width(column, head.width)?;
    }
    let columns: Vec<TableColumn> = heads
        .iter()
        .map(|head| {
            let format = if head.open { &look.open_head } else { &look.head };
            TableColumn::new().set_header(&head.words).set_header_format(format)
        })
        .collect();
    let table = Table::new()
        .set_name(naming.name)
        .set_alt_text_title(naming.told)
        .set_style(TableStyle::None)
        .set_autofilter(false)
        .set_columns(&columns);
    let last = first + u32::try_from(rows).unwrap_or(u32::MAX - first);
    let right = u16::try_from(heads.len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.add_table(first, 0, last, right, &table)?;
    height(
        sheet,
        first,
        heads.iter().map(|head| (head.words.as_str(), head.width - 2.0)),
    )
}

/// The height of a line of text.
const LINE: f64 = 15.5;

/// Gives a row the height of its texts, each in the width of its column: spreadsheets do not agree on who measures it.
pub fn height<'t>(
    sheet: &mut Worksheet,
    row: u32,
    texts: impl IntoIterator<Item = (&'t str, f64)>,
) -> Result<(), XlsxError> {
    let lines = texts.into_iter().map(|(text, width)| {
        // Letters that a line holds, words kept whole.
        let letters = (width * 0.95).max(1.0) as usize;
        text.lines()
            .map(|line| line.chars().count().div_ceil(letters).max(1))
            .sum()
    });
    let lines: usize = lines.max().unwrap_or(1);
    sheet.set_row_height(row, LINE * lines.clamp(1, 20) as f64 + 4.0)?;
    Ok(())
}

/// A title, and the sentence under it.
pub fn titled(sheet: &mut Worksheet, title: &str, told: &str, look: &Look) -> Result<(), XlsxError> {
    sheet.write_with_format(0, 0, title, &look.title)?;
    sheet.set_row_height(0, 28)?;
    sheet.write_with_format(1, 0, told, &look.told)?;
    sheet.set_row_height(1, 22)?;
    Ok(())
}

/// On A4 in the width of a page, landscape, as it is read on the screen.
pub fn page(sheet: &mut Worksheet) {
    sheet
        .set_paper_size(9)
        .set_landscape()
        .set_print_fit_to_pages(1, 0)
        .set_screen_gridlines(false);
}
