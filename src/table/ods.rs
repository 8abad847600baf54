//! The cells of an ODS, by calamine, once `ods_extent` has said that they will fit in memory.

use super::Content;
use super::grid;
use super::limits::MAXIMUM_CELLS;
use super::ods_extent::extent;
use super::ods_marks;
use super::sheet::{Refusal, Sheet, choose, date_text, duration_text, others};
use calamine::{Data, Ods, Reader};
use std::io::Cursor;

/// The named sheet of a workbook, else its first visible one.
pub(super) fn sheet(bytes: &[u8], named: Option<&str>) -> Result<Sheet, Refusal> {
    let broken = |error: calamine::OdsError| Refusal::Broken(error.to_string());
    let extent = extent(bytes).map_err(Refusal::Broken)?;
    if extent.cells > MAXIMUM_CELLS as u64 {
        return Err(Refusal::TooManyCells);
    }
    let mut workbook = Ods::new(Cursor::new(bytes)).map_err(broken)?;
    let name = choose(workbook.sheets_metadata(), named)?;
    let range = workbook.worksheet_range(&name).map_err(broken)?;
    let formulas = workbook.worksheet_formula(&name).map_err(broken)?;
    let mut sheet = Sheet {
        others: others(workbook.sheets_metadata(), &name),
        name,
        ..Sheet::default()
    };
    let (first_row, first_column) = range.start().unwrap_or_default();
    for (row, cells) in (first_row..).zip(range.rows()) {
        for (column, value) in (first_column..).zip(cells) {
            let percent = extent.percentages.contains(&(sheet.name.clone(), row, column));
            let content = content(value, percent);
            if content != Content::Empty {
                sheet.cells.entry(row).or_default().insert(column, content);
            }
        }
    }
    let shown = ods_marks::shown(bytes, &sheet.name).unwrap_or_default();
    for (row, column, error) in shown.errors {
        sheet.cells.entry(row).or_default().insert(column, Content::Text(error));
    }
    for (rows, columns, words, power) in shown.words {
        let rows = sheet.cells.range_mut(rows).map(|(_, row)| row);
        for cell in rows
            .flat_map(|row| row.range_mut(columns.clone()))
            .map(|(_, cell)| cell)
        {
            if let Content::Number { value, percent: false } = cell
                && let Some(text) = words.beside(*value, power)
            {
                *cell = Content::Text(text);
            }
        }
    }
    sheet.marks = shown.marks;
    let (first_row, first_column) = formulas.start().unwrap_or_default();
    for (row, cells) in (first_row..).zip(formulas.rows()) {
        for (column, formula) in (first_column..).zip(cells) {
            let absolute = range.get_value((row, column));
            if !formula.is_empty() && absolute.is_none_or(|value| *value == Data::Empty) {
                sheet.never_computed.push((row, column));
            }
        }
    }
    Ok(sheet)
}

/// The names of the sheets of cells, where they fit in memory.
pub(super) fn names(bytes: &[u8]) -> Vec<String> {
    if extent(bytes).map_or(true, |extent| extent.cells > MAXIMUM_CELLS as u64) {
        return Vec::new();
    }
    let opened = Ods::new(Cursor::new(bytes));
    opened.map_or_else(|_| Vec::new(), |workbook| others(workbook.sheets_metadata(), ""))
}

fn content(value: &Data, percent: bool) -> Content {
    match value {
        Data::Int(value) => Content::Number {
            value: *value as f64,
            percent,
        },
        Data::Float(value) if value.is_finite() => Content::Number { value: *value, percent },
        Data::Float(value) => Content::Text(value.to_string()),
        Data::String(text) | Data::DateTimeIso(text) => grid::text(text),
        Data::DurationIso(text) => grid::text(&duration_text(text)),
        Data::Bool(value) => Content::Text(if *value { "VRAI" } else { "FAUX" }.to_owned()),
        Data::DateTime(date) => Content::Text(date_text(date)),
        Data::Error(error) => Content::Text(error.to_string()),
        Data::Empty => Content::Empty,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    /// A minimal ODS whose sheet « Valeurs » holds these rows of XML.
    pub(crate) fn workbook(rows: &str) -> Vec<u8> {
        packed(&content(rows))
    }

    fn packed(content: &str) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        for (name, text) in [
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            ("META-INF/manifest.xml", "<manifest:manifest/>"),
            ("content.xml", content),
        ] {
            archive.start_file(name, options).unwrap();
            archive.write_all(text.as_bytes()).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    fn content(rows: &str) -> String {
        format!(
            r#"<?xml version="1.0"?><office:document-content><office:automatic-styles><number:currency-style style:name="N1"><number:number/><number:text> k€</number:text></number:currency-style><style:style style:name="T1" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style></office:automatic-styles><office:body><office:spreadsheet><table:table table:name="Valeurs">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
        )
    }

    #[test]
    fn a_content_that_ends_before_its_tables_is_refused_and_not_read_for_ever() {
        let whole = content("<table:table-row><table:table-cell/></table:table-row>");
        assert!(sheet(&packed(&whole), None).is_ok());
        for end in ["</table:table-row>", "</table:table>", "</office:body>"] {
            let cut = whole.split(end).next().unwrap();
            assert!(matches!(sheet(&packed(cut), None), Err(Refusal::Broken(_))), "{end}");
        }
    }

    #[test]
    fn a_number_shown_with_its_unit_is_read_with_it() {
        let bytes = workbook(concat!(
            r#"<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="currency" office:value="1200">"#,
            r#"<text:p>1 200 k€</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="7"><text:p>7</text:p>"#,
            r#"</table:table-cell></table:table-row>"#,
        ));
        let sheet = sheet(&bytes, Some("Valeurs")).unwrap();
        for row in [0, 1] {
            assert_eq!(sheet.cells[&row][&0], Content::Text("1200 k€".to_owned()), "{row}");
            let plain = Content::Number {
                value: 7.0,
                percent: false,
            };
            assert_eq!(sheet.cells[&row][&1], plain, "{row}");
        }
    }

    #[test]
    fn percentages_formulas_and_repeated_rows_keep_their_places() {
        let bytes = workbook(concat!(
            r#"<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>"#,
            r#"<table:table-row><table:table-cell office:value-type="string"><text:p>part</text:p></table:table-cell></table:table-row>"#,
            r#"<table:table-row><table:table-cell/></table:table-row>"#,
            r#"<table:table-row><table:table-cell office:value-type="percentage" office:value="0.31"/></table:table-row>"#,
            r#"<table:table-row><table:table-cell table:formula="of:=1+1"/></table:table-row>"#,
        ));
        let sheet = sheet(&bytes, Some("Valeurs")).unwrap();
        let rows: Vec<u32> = sheet.cells.keys().copied().collect();
        assert_eq!(rows, [3, 5]);
        let expected = Content::Number {
            value: 0.31,
            percent: true,
        };
        assert_eq!(sheet.cells[&5][&0], expected);
        assert_eq!(sheet.never_computed, [(6, 0)]);
    }

    #[test]
    fn a_row_repeated_without_reason_is_refused_before_it_is_allocated() {
        let bytes = workbook(
            r#"<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row>"#,
        );
        assert!(matches!(sheet(&bytes, None), Err(Refusal::TooManyCells)));
    }

    #[test]
    fn merged_cells_are_known_by_what_they_span() {
        let text = |text: &str| {
            format!(r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#)
        };
        let spanning =
            |spans: &str| format!(r#"<table:table-cell {spans} office:value-type="float" office:value="12"/>"#);
        let bytes = workbook(&format!(
            "<table:table-row>{0}{0}{0}</table:table-row><table:table-row>{1}{2}<table:covered-table-cell/></table:table-row>",
            text("a"),
            spanning(r#"table:number-columns-spanned="1" table:number-rows-spanned="1""#),
            spanning(r#"table:number-columns-spanned="2" table:number-rows-spanned="3""#)
        ));
        let merged = sheet(&bytes, None).unwrap().marks.merged;
        assert_eq!(merged.len(), 1);
        let corners = (
            merged[0].row,
            merged[0].column,
            merged[0].last_row,
            merged[0].last_column,
        );
        assert_eq!(corners, (1, 1, 3, 2));
    }

    #[test]
    fn what_an_ods_shows_is_told() {
        let bytes = workbook(concat!(
            r#"<table:table-row><table:table-cell office:value-type="string"><text:p>valeur</text:p></table:table-cell></table:table-row>"#,
            r#"<table:table-row><table:table-cell table:formula="of:=foo" office:value-type="float" office:value="0"><text:p>Err:508</text:p></table:table-cell></table:table-row>"#,
            r#"<table:table-row table:visibility="filter"><table:table-cell office:value-type="string"><office:annotation><text:p>9</text:p></office:annotation><text:p>125<text:span text:style-name="T1">2</text:span></text:p></table:table-cell></table:table-row>"#,
        ));
        let sheet = sheet(&bytes, None).unwrap();
        assert_eq!(sheet.cells[&1][&0], Content::Text("Err:508".to_owned()));
        assert_eq!(sheet.marks.hidden_rows.iter().copied().collect::<Vec<u32>>(), [2]);
        let raised = &sheet.marks.raised[0];
        assert_eq!(
            (raised.row, raised.whole.as_str(), raised.line.as_str()),
            (2, "1252", "125")
        );
    }
}
