//! The cells of an XLSX, read as a stream: values, formats of percentage, formulas without a result.
//!
//! What a sheet *declares* as its size is never believed: only the cells that are there count.

use super::Content;
use super::formats::NumberFormat;
use super::grid;
use super::limits::MAXIMUM_CELLS;
use super::number_words::NumberWords;
use super::sheet::{Refusal, Sheet, choose, date_text, duration_text, others};
use super::{xlsx_marks, xlsx_parts};
use calamine::{DataRef, Reader, Xlsx};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::io::Cursor;

/// The named sheet of a workbook, else its first visible one.
pub(super) fn sheet(bytes: &[u8], named: Option<&str>) -> Result<Sheet, Refusal> {
    let broken = |error: calamine::XlsxError| Refusal::Broken(error.to_string());
    if !xlsx_parts::holds_its_texts(bytes) {
        return Err(Refusal::Broken("more shared strings than bytes".to_owned()));
    }
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let name = choose(workbook.sheets_metadata(), named)?;
    let mut sheet = Sheet {
        others: others(workbook.sheets_metadata(), &name),
        name,
        ..Sheet::default()
    };
    let mut reader = workbook.worksheet_cells_reader(&sheet.name).map_err(broken)?;
    let formats: Vec<NumberFormat> = reader.styles().iter().map(NumberFormat::of).collect();
    let worded: Vec<Option<NumberWords>> = formats.iter().map(NumberWords::of).collect();
    let mut size = 0;
    while let Some(cell) = reader.next_cell_with_formula_metadata().map_err(broken)? {
        // A formula whose stored result is an empty *text* was computed; one with no result at all was not.
        if cell.formula.is_some() && cell.value == DataRef::Empty {
            sheet.never_computed.push(cell.pos);
        }
        let content = content(&cell.value);
        if content == Content::Empty {
            continue;
        }
        let (row, column) = cell.pos;
        let row = sheet.cells.entry(row).or_default();
        // A row will be as long as its last cell is far.
        let width = |row: &BTreeMap<u32, Content>| row.last_key_value().map_or(0, |(last, _)| *last as usize + 1);
        let before = width(row);
        row.insert(column, content);
        size += width(row) - before;
        if size > MAXIMUM_CELLS {
            return Err(Refusal::TooManyCells);
        }
    }
    drop(reader);
    sheet.marks = xlsx_marks::marks(bytes, &sheet.name).unwrap_or_default();
    // The stream that tells formulas does not tell styles: a second pass, where the workbook has such a format at all.
    let divides = |format: &NumberFormat| format.sections.iter().any(|section| section.power() != 0);
    let changes = |format: &NumberFormat| format.is_percentage || format.dated < 10 || divides(format);
    if formats.iter().any(changes) || worded.iter().any(Option::is_some) {
        let mut reader = workbook.worksheet_cells_reader(&sheet.name).map_err(broken)?;
        while let Some((row, column, style)) = reader.next_style_id().map_err(broken)? {
            let cell = sheet.cells.get_mut(&row).and_then(|row| row.get_mut(&column));
            let (Some(cell), Some(format)) = (cell, formats.get(style)) else {
                continue;
            };
            match cell {
                Content::Number { value, percent } => {
                    *percent = format.is_percentage;
                    let rank = format.rank(*value);
                    let power = format.sections[rank].power();
                    sheet.marks.scaled.extend((power != 0).then_some((row, column, power)));
                    let words = worded[style].as_ref().filter(|_| !*percent);
                    if let Some(shown) = words.and_then(|words| words.shown(rank, *value)) {
                        *cell = Content::Text(shown);
                    }
                }
                Content::Text(date) if format.dated < 10 && is_day(date) => date.truncate(format.dated),
                Content::Text(_) | Content::Empty => {}
            }
        }
    }
    Ok(sheet)
}

/// The names of the sheets of cells.
pub(super) fn names(bytes: &[u8]) -> Vec<String> {
    if !xlsx_parts::holds_its_texts(bytes) {
        return Vec::new();
    }
    let opened = Xlsx::new(Cursor::new(bytes));
    opened.map_or_else(|_| Vec::new(), |workbook| others(workbook.sheets_metadata(), ""))
}

fn content(value: &DataRef<'_>) -> Content {
    match value {
        DataRef::Int(value) => number(*value as f64),
        DataRef::Float(value) if value.is_finite() => number(*value),
        DataRef::Float(value) => Content::Text(value.to_string()),
        DataRef::String(text) | DataRef::DateTimeIso(text) => grid::text(text),
        DataRef::DurationIso(text) => grid::text(&duration_text(text)),
        DataRef::SharedString(text) => grid::text(text),
        DataRef::Bool(value) => Content::Text(if *value { "VRAI" } else { "FAUX" }.to_owned()),
        DataRef::DateTime(date) => Content::Text(date_text(date)),
        DataRef::Error(error) => Content::Text(error.to_string()),
        DataRef::Empty => Content::Empty,
    }
}

/// Whether a text is a day that a cell may show by its month or its year alone: a year that was typed under the format of a date
/// is the day of that rank, in 1905, and stays whole so that it is told.
fn is_day(text: &str) -> bool {
    text.parse::<Date>()
        .is_ok_and(|day| !(1905..=1906).contains(&day.year()))
}

fn number(value: f64) -> Content {
    Content::Number { value, percent: false }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Diagnostics, Place};
    use crate::table::{self, Kind, Table};
    use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

    /// The table of a workbook, and each diagnostic as `M1xx place`.
    fn read(mut workbook: Workbook) -> (Option<Table>, Vec<String>) {
        let mut diagnostics = Diagnostics::default();
        let bytes = workbook.save_to_buffer().unwrap();
        let path = "data/valeurs/a.xlsx".into();
        let table = table::read(&path, &bytes, Kind::Xlsx, None, &mut diagnostics);
        let place = |place: &Option<Place>| place.as_ref().map(Place::to_string).unwrap_or_default();
        let told = diagnostics.sorted().into_iter();
        let told = told
            .map(|found| format!("{} {}", found.code, place(&found.place)))
            .collect();
        (table, told)
    }

    fn number(value: f64, percent: bool) -> Content {
        Content::Number { value, percent }
    }

    #[test]
    fn numbers_percentages_dates_and_places_come_as_the_author_sees_them() {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet().set_name("Valeurs").unwrap();
        sheet.write(2, 1, "indicateur").unwrap();
        sheet.write(2, 2, 2024).unwrap();
        sheet.write(4, 1, "part").unwrap();
        sheet
            .write_with_format(4, 2, 0.31, &Format::new().set_num_format("0.0 %"))
            .unwrap();
        sheet
            .write_with_format(5, 2, 0.5, &Format::new().set_num_format("0.0\"%\""))
            .unwrap();
        let date = ExcelDateTime::parse_from_str("2024-03-01").unwrap();
        sheet
            .write_with_format(6, 2, &date, &Format::new().set_num_format("dd/mm/yyyy"))
            .unwrap();
        sheet.write_formula(7, 2, Formula::new("=1+1").set_result("2")).unwrap();
        sheet
            .write_formula(8, 2, Formula::new("=A1/0").set_result("#DIV/0!"))
            .unwrap();
        sheet
            .write_with_format(9, 2, 0.25, &Format::new().set_num_format_index(9))
            .unwrap();
        for (row, value, format) in [
            (10, 1200.0, "#,##0\" k€\""),
            (11, 0.0, "0;-0;\"n.d.\""),
            (12, 2025.0, "yyyy"),
        ] {
            let format = Format::new().set_num_format(format);
            sheet.write_with_format(row, 2, value, &format).unwrap();
        }
        let (table, told) = read(workbook);
        let table = table.unwrap();
        let contents: Vec<&Content> = table.rows.iter().map(|row| &row[2].content).collect();
        let [date, unit, word, typed] =
            ["2024-03-01", "1200 k€", "n.d.", "1905-07-17"].map(|text| Content::Text(text.to_owned()));
        let expected = [
            &number(0.31, true),
            &number(0.5, false),
            &date,
            &number(2.0, false),
            &Content::Empty,
            &number(0.25, true),
            &unit,
            &word,
            &typed,
        ];
        assert_eq!(contents, expected);
        assert_eq!(table.header[2].content, number(2024.0, false));
        assert_eq!(
            table.rows[0][2].place.to_string(),
            "data/valeurs/a.xlsx, feuille Valeurs, C5"
        );
        assert_eq!(told, ["M112 data/valeurs/a.xlsx, feuille Valeurs, C9"]);
    }

    #[test]
    fn what_a_sheet_hides_or_shows_otherwise_is_told_once() {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        sheet.write(0, 0, "id").unwrap();
        sheet.write(0, 1, "valeur").unwrap();
        for row in 1..5 {
            sheet.write(row, 0, "a").unwrap();
            let format = Format::new().set_num_format("#,##0,");
            sheet.write_with_format(row, 1, 1_200_000, &format).unwrap();
        }
        sheet.set_row_hidden(2).unwrap();
        sheet.set_row_hidden(3).unwrap();
        sheet.set_column_hidden(0).unwrap();
        let (table, told) = read(workbook);
        assert_eq!(table.unwrap().rows[1][1].content, number(1_200_000.0, false));
        assert_eq!(
            told,
            [
                "M155 data/valeurs/a.xlsx, feuille Sheet1, B2",
                "M156 data/valeurs/a.xlsx, feuille Sheet1, A3"
            ]
        );
    }

    #[test]
    fn the_call_of_a_note_is_no_digit_of_a_number() {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        let (plain, above) = (
            Format::new(),
            Format::new().set_font_script(rust_xlsxwriter::FormatScript::Superscript),
        );
        sheet.write(0, 0, "valeur").unwrap();
        sheet
            .write_rich_string(1, 0, &[(&plain, "125"), (&above, "2")])
            .unwrap();
        sheet
            .write_rich_string(2, 0, &[(&plain, "kWh/m"), (&above, "2")])
            .unwrap();
        sheet
            .write_rich_string(3, 0, &[(&plain, "12"), (&Format::new().set_bold(), "5")])
            .unwrap();
        let (table, told) = read(workbook);
        let contents: Vec<Content> = table
            .unwrap()
            .rows
            .into_iter()
            .map(|row| row[0].content.clone())
            .collect();
        let text = |text: &str| Content::Text(text.to_owned());
        assert_eq!(contents, [text("kWh/m2"), text("125")]);
        assert_eq!(told, ["M154 data/valeurs/a.xlsx, feuille Sheet1, A2"]);
    }

    #[test]
    fn a_sheet_of_two_distant_cells_takes_no_memory_and_is_refused_only_when_rows_are_long() {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        sheet.write(0, 0, "indicateur").unwrap();
        sheet.write(1_048_575, 0, "fin").unwrap();
        assert_eq!(read(workbook).0.unwrap().rows.len(), 1);

        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        for row in 0..200 {
            sheet.write(row, 16_383, 1).unwrap();
        }
        let (table, told) = read(workbook);
        assert!(table.is_none());
        assert_eq!(told, ["M106 data/valeurs/a.xlsx"]);
    }

    #[test]
    fn the_first_visible_sheet_is_read_unless_another_is_named() {
        let mut workbook = Workbook::new();
        workbook
            .add_worksheet()
            .set_name("Listes")
            .unwrap()
            .set_hidden(true)
            .write(0, 0, "caché")
            .unwrap();
        let shown = workbook.add_worksheet().set_name("Valeurs").unwrap();
        shown.set_active(true);
        shown.write(0, 0, "indicateur").unwrap();
        let bytes = workbook.save_to_buffer().unwrap();
        assert_eq!(sheet(&bytes, None).unwrap().name, "Valeurs");
        assert_eq!(sheet(&bytes, Some("Listes")).unwrap().name, "Listes");
        assert!(matches!(sheet(&bytes, Some("Valeur")), Err(Refusal::NoSuchSheet(names)) if names.len() == 2));
    }
}
