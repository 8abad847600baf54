//! What the readers of workbooks have in common: the sheet they give, how it is chosen, why there is none.

use super::Content;
use crate::french::folded;
use calamine::{SheetType, SheetVisible};
use std::collections::{BTreeMap, BTreeSet};

/// The sheet of a workbook as its reader gives it: rows and columns count from 0, empty cells are absent.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub name: String,
    /// The other sheets of cells.
    pub others: Vec<String>,
    pub cells: BTreeMap<u32, BTreeMap<u32, Content>>,
    /// What the sheet shows beside its values.
    pub marks: Marks,
    /// Formulas without a stored result, as `(row, column)`.
    pub never_computed: Vec<(u32, u32)>,
}

/// The marks of one sheet, rows and columns from 0.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Marks {
    pub hidden_rows: BTreeSet<u32>,
    /// First and last.
    pub hidden_columns: Vec<(u32, u32)>,
    pub raised: Vec<Raised>,
    /// Cells whose format shows the number divided by ten to a power; multiplied, where the power is under zero.
    pub scaled: Vec<(u32, u32, i32)>,
    /// The regions of merged cells.
    pub merged: Vec<Merged>,
}

/// A region of cells that is shown as one, rows and columns from 0; what it shows stands in the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Merged {
    pub row: u32,
    pub column: u32,
    pub last_row: u32,
    pub last_column: u32,
}

/// A cell that ends by raised signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Raised {
    pub row: u32,
    pub column: u32,
    pub whole: String,
    /// Without what is raised.
    pub line: String,
}

/// Why a reader gave no sheet.
#[derive(Debug)]
pub(super) enum Refusal {
    /// The named sheet is not among these.
    NoSuchSheet(Vec<String>),
    /// More cells than a table may have.
    TooManyCells,
    /// The reason given by the reader, in its own language.
    Broken(String),
}

/// The named sheet of a workbook, else its first visible sheet of cells.
pub(super) fn choose(sheets: &[calamine::Sheet], named: Option<&str>) -> Result<String, Refusal> {
    let mut sheets = sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let chosen = match named {
        Some(name) => sheet_named(sheets.clone(), name),
        None => sheets
            .clone()
            .find(|sheet| sheet.visible == SheetVisible::Visible)
            .or_else(|| sheets.next()),
    };
    chosen
        .map(|sheet| sheet.name.clone())
        .ok_or_else(|| Refusal::NoSuchSheet(sheets.map(|sheet| sheet.name.clone()).collect()))
}

/// The sheet of a name, else the one whose name differs by its case, its accents or its spaces, where it is alone.
fn sheet_named<'a>(
    sheets: impl Iterator<Item = &'a calamine::Sheet> + Clone,
    name: &str,
) -> Option<&'a calamine::Sheet> {
    let exact = sheets.clone().find(|sheet| sheet.name.trim() == name.trim());
    let mut near = sheets.filter(|sheet| folded(&sheet.name) == folded(name));
    exact.or_else(|| near.next().filter(|_| near.next().is_none()))
}

/// The sheets of cells that were not chosen.
pub(super) fn others(sheets: &[calamine::Sheet], chosen: &str) -> Vec<String> {
    let cells = sheets
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.name != chosen);
    cells.map(|sheet| sheet.name.clone()).collect()
}

/// A date of a workbook as text: `AAAA-MM-JJ`, and its time where it has one; a time alone, `18:30`.
pub(super) fn date_text(date: &calamine::ExcelDateTime) -> String {
    if date.is_duration() {
        let seconds = (date.as_f64() * 86_400.0).round();
        let (hours, rest) = ((seconds / 3600.0).floor(), seconds.rem_euclid(3600.0));
        return format!("{hours}:{:02}:{:02}", (rest / 60.0).floor(), rest % 60.0);
    }
    let (year, month, day, hours, minutes, seconds, _) = date.to_ymd_hms_milli();
    // The first day of a spreadsheet is no day that anybody writes: only the hour was.
    if (0.0..1.0).contains(&date.as_f64()) {
        return hour(hours.into(), minutes.into(), seconds.into());
    }
    if (hours, minutes, seconds) == (0, 0, 0) {
        format!("{year:04}-{month:02}-{day:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02} {hours:02}:{minutes:02}:{seconds:02}")
    }
}

/// A time as an OpenDocument writes it (`PT18H30M00S`), as its cell shows it; another text stays as it is.
pub(super) fn duration_text(text: &str) -> String {
    let parts = text.strip_prefix("PT").and_then(|rest| {
        let (hours, rest) = rest.split_once('H')?;
        let (minutes, rest) = rest.split_once('M')?;
        let seconds = rest.strip_suffix('S')?.split(['.', ',']).next()?;
        Some((hours.parse().ok()?, minutes.parse().ok()?, seconds.parse().ok()?))
    });
    parts.map_or_else(
        || text.to_owned(),
        |(hours, minutes, seconds)| hour(hours, minutes, seconds),
    )
}

/// `18:30`, with its seconds where it has some.
fn hour(hours: u32, minutes: u32, seconds: u32) -> String {
    match seconds {
        0 => format!("{hours}:{minutes:02}"),
        _ => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}
