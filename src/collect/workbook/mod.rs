//! The workbook of a service: how to fill it, the values, the actions, a few words, the lists; real tables, plain formulas.
//!
//! Nothing is merged, hidden or frozen, and no name of range is a key: what a sorting, another spreadsheet or a paste leave
//! is enough to read it back.

mod look;
mod lists;
mod explanation;
mod project;
mod values;
mod answers;
mod titles;

pub(super) use lists::{CATALOGUE, EDITION, SERVICE, YEAR, fingerprint};
pub use project::{ProjectBook, project_workbook};
pub(super) use titles::{ACTION, ANSWER, DONE, KEY, PROGRESS, STATE};

use super::campaign::Campaign;
use super::noun::ServiceRequest;
use crate::error::Error;
use jiff::civil::Date;
use look::Look;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Table, TableColumn, TableStyle, Workbook, Worksheet, XlsxError};

/// The bytes of the workbook.
///
/// # Errors
/// A table that the writer of workbooks refuses: a defect of the program.
pub(super) fn workbook(request: &ServiceRequest, campaign: &Campaign) -> Result<Vec<u8>, Error> {
    written(request, campaign).map_err(|error| defect(&error))
}

fn defect(error: &XlsxError) -> Error {
    Error::Defect {
        room: "collect",
        detail: error.to_string(),
    }
}

/// An empty workbook: its time is that of the document, so that the same project gives the same bytes.
fn begun(title: &str, community: &str, dated: Date) -> Result<Workbook, XlsxError> {
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

fn written(request: &ServiceRequest, campaign: &Campaign) -> Result<Vec<u8>, XlsxError> {
    let look = Look::new();
    let title = format!("Collecte {} – {}", campaign.edition, request.label());
    let mut workbook = begun(&title, &campaign.community, campaign.dated)?;
    explanation::sheet(workbook.add_worksheet(), request, campaign, &look)?;
    if !request.lines.is_empty() {
        values::sheet(workbook.add_worksheet(), request, campaign, &look)?;
    }
    if !request.actions.is_empty() {
        answers::actions(workbook.add_worksheet(), request, campaign, &look)?;
    }
    if !request.questions.is_empty() {
        answers::words(workbook.add_worksheet(), request, &look)?;
    }
    lists::sheet(workbook.add_worksheet(), request, campaign, &look)?;
    workbook.save_to_buffer()
}

/// A head of a table: its words, its width, and whether what is under it is to be filled.
struct Head {
    words: String,
    width: f64,
    open: bool,
}

impl Head {
    fn given(words: impl Into<String>, width: f64) -> Self {
        Head {
            words: words.into(),
            width,
            open: false,
        }
    }

    fn open(words: impl Into<String>, width: f64) -> Self {
        Head {
            open: true,
            ..Head::given(words, width)
        }
    }
}

/// The names that a table has, and what a screen reader says of it.
struct Naming<'n> {
    name: &'n str,
    told: &'n str,
}

/// A real table of the spreadsheet, without the arrows of filters, from the first column on.
fn table(
    sheet: &mut Worksheet,
    naming: &Naming,
    first: u32,
    heads: &[Head],
    rows: usize,
    look: &Look,
) -> Result<(), XlsxError> {
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
fn height<'t>(
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
fn titled(sheet: &mut Worksheet, title: &str, told: &str, look: &Look) -> Result<(), XlsxError> {
    sheet.write_with_format(0, 0, title, &look.title)?;
    sheet.set_row_height(0, 28)?;
    sheet.write_with_format(1, 0, told, &look.told)?;
    sheet.set_row_height(1, 22)?;
    Ok(())
}

/// On A4 in the width of a page, landscape, as it is read on the screen.
fn page(sheet: &mut Worksheet) {
    sheet
        .set_paper_size(9)
        .set_landscape()
        .set_print_fit_to_pages(1, 0)
        .set_screen_gridlines(false);
}
