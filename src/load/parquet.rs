//! A Parquet file of observations becomes a [`Table`], by Polars.
//!
//! A Parquet file has neither lines nor cells: a place in it is a row (its header is line 1) and a
//! column’s rank, as if it had been printed as a CSV of short columns.

use super::folder::Found;
use super::frame;
use super::parquet_footer;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::table::limits::{MAXIMUM_CELLS, too_large};
use crate::table::{Cell, Content, Table, grid, mojibake};
use polars::prelude::{DataFrame, PolarsError, PolarsResult};
use polars_io::SerReader;
use polars_io::prelude::{ParallelStrategy, ParquetReader};
use polars_parquet::parquet::compression::DecompressionContext;
use polars_parquet::parquet::metadata::ColumnChunkMetadata;
use polars_parquet::parquet::page::{CompressedPage, Page};
use polars_parquet::parquet::read::{PageReader, decompress};
use std::io::Cursor;

/// A Parquet file cannot be understood.
const BROKEN: Code = Code("M121");
/// A column holds lists or structures, which no cell can hold.
const NESTED: Code = Code("M122");

/// What a file of observations may weigh once decompressed: some kilobytes can declare gigabytes.
const MAXIMUM_BYTES: usize = 512 * 1024 * 1024;
/// What a source may weigh once decompressed.
pub(super) const MAXIMUM_SOURCE: usize = 4_000_000_000;
/// What a source may hold of cells: one repeated a billion times weighs nothing in its file.
const MAXIMUM_SOURCE_CELLS: usize = MAXIMUM_SOURCE / size_of::<u64>();

/// The table of a Parquet file, or a fault.
pub(super) fn table(found: &Found, bytes: &[u8], diagnostics: &mut Diagnostics) -> Option<Table> {
    let frame = match frame::guarded(|| whole(bytes, MAXIMUM_CELLS, MAXIMUM_BYTES)) {
        Ok(Some(frame)) => frame,
        Ok(None) => {
            let message = format!(
                "« {} » compte plus de {MAXIMUM_CELLS} cellules, ou plus de 512 Mo une fois décompressé.",
                found.path
            );
            diagnostics.push(too_large(found.place(), message));
            return None;
        }
        Err(reason) => {
            let message = format!(
                "« {} » ne peut être compris comme fichier Parquet (raison de Polars, en anglais : « {reason} »).",
                found.path
            );
            diagnostics.push(
                Diagnostic::error(BROKEN, found.place(), message).help("Refaites l’export, ou donnez la table en CSV."),
            );
            return None;
        }
    };
    let place = |row: usize, column: usize| {
        let number = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
        Place::line(found.path.clone(), number(row + 1), number(column + 1))
    };
    let header = frame.columns().iter().enumerate();
    let mut lines = vec![
        header
            .map(|(index, column)| Cell {
                content: grid::text(column.name()),
                place: place(0, index),
            })
            .collect::<Vec<Cell>>(),
    ];
    lines.extend((1..=frame.height()).map(|_| Vec::with_capacity(frame.width())));
    for (index, column) in frame.columns().iter().enumerate() {
        if column.dtype().is_nested() {
            let message = format!(
                "La colonne « {} » contient des listes ou des structures.",
                column.name()
            );
            diagnostics.push(
                Diagnostic::warning(NESTED, place(0, index), message)
                    .help("Elle est lue comme vide ; exportez-la en colonnes simples si elle sert."),
            );
        }
        for (row, line) in (1..).zip(lines.iter_mut().skip(1)) {
            let content = column.get(row - 1).map_or(Content::Empty, |value| frame::cell(&value));
            line.push(Cell {
                content,
                place: place(row, index),
            });
        }
    }
    let table = grid::table(&found.path, None, lines, diagnostics)?;
    if let Some((cell, word)) = table.twice_encoded() {
        diagnostics.push(mojibake::mixed(&found.path, cell.place.clone(), &word));
    }
    Some(table)
}

/// The table of the bytes of a Parquet file, as a query sees it; none beyond [`MAXIMUM_SOURCE`] bytes or 500
/// million cells.
pub(super) fn frame(bytes: &[u8]) -> PolarsResult<Option<DataFrame>> {
    whole(bytes, MAXIMUM_SOURCE_CELLS, MAXIMUM_SOURCE)
}

/// On one thread: a malformed page fails here, where it can be caught, and not in a worker.
fn whole(bytes: &[u8], cells: usize, most: usize) -> PolarsResult<Option<DataFrame>> {
    parquet_footer::check(bytes)?;
    let extent = extent(bytes)?;
    if extent.cells > cells || extent.bytes > most {
        return Ok(None);
    }
    let reader = ParquetReader::new(Cursor::new(bytes)).read_parallel(ParallelStrategy::None);
    reader.finish().map(Some)
}

/// What a Parquet file declares that it holds.
struct Extent {
    cells: usize,
    /// Its columns once decompressed.
    bytes: usize,
}

/// What a Parquet file declares, once its columns are known to lie inside it and its pages inside them.
///
/// Polars does not check: a column said to end beyond the file, or a page said to hold more values than its
/// column, aborts the whole program, past any catching.
fn extent(bytes: &[u8]) -> PolarsResult<Extent> {
    let mut reader = ParquetReader::new(Cursor::new(bytes));
    let metadata = reader.get_metadata()?;
    let mut extent = Extent { cells: 0, bytes: 0 };
    for group in &metadata.row_groups {
        for column in group.parquet_columns() {
            let range = column.byte_range();
            let range = usize::try_from(range.start).ok().zip(usize::try_from(range.end).ok());
            let chunk = range.and_then(|(start, end)| bytes.get(start..end));
            let chunk = chunk.ok_or_else(|| broken("a column lies outside of the file"))?;
            let values = usize::try_from(column.num_values()).map_err(|_| broken("a negative number of values"))?;
            pages(column, chunk, values)?;
            // A column of lists holds more values than there are rows.
            extent.cells = extent.cells.saturating_add(values.max(group.num_rows()));
        }
        extent.bytes = extent.bytes.saturating_add(group.total_byte_size());
    }
    Ok(extent)
}

/// That no page of a column says that it holds more values than the column, nor a dictionary more than it has bytes.
fn pages(column: &ColumnChunkMetadata, chunk: &[u8], values: usize) -> PolarsResult<()> {
    let reader = PageReader::new(Cursor::new(chunk.to_vec().into()), column, Vec::new(), MAXIMUM_SOURCE);
    let mut left = values;
    for page in reader {
        match page? {
            CompressedPage::Data(page) => {
                let rest = left.checked_sub(page.num_values());
                left = rest.ok_or_else(|| broken("a page holds more values than its column"))?;
            }
            // What it says is private until it is decompressed.
            page @ CompressedPage::Dict(_) => {
                if let Page::Dict(page) = decompress(page, &mut Vec::new(), &mut DecompressionContext::Unset)?
                    && page.num_values > page.buffer.len()
                {
                    return Err(broken("a dictionary holds more values than bytes"));
                }
            }
        }
    }
    Ok(())
}

fn broken(reason: &'static str) -> PolarsError {
    PolarsError::ComputeError(reason.into())
}

#[cfg(test)]
mod tests {
    use crate::load::fixture::{Fixture, parquet};
    use polars::prelude::{NamedFrom, Series};

    fn file() -> Vec<u8> {
        parquet(vec![
            Series::new("indicateur".into(), ["elec", "elec"]),
            Series::new("annee".into(), [2023_i32, 2024]),
            Series::new("valeur".into(), [Some(0.1_f32), None]),
        ])
    }

    #[test]
    fn a_parquet_is_a_table_and_a_source() {
        let fixture = Fixture::new()
            .file("data/valeurs/a.parquet", file())
            .file("data/sources/brut.parquet", file())
            .query(
                "x",
                &[],
                "SELECT annee, valeur * 10 AS valeur FROM brut WHERE valeur IS NOT NULL",
            );
        let (inputs, told) = fixture.load();
        assert_eq!(told, Vec::<String>::new());
        let table = &inputs.tables[0];
        let shown: Vec<Vec<String>> = [&table.header]
            .into_iter()
            .chain(&table.rows)
            .map(|row| row.iter().map(|cell| cell.content.display()).collect())
            .collect();
        assert_eq!(
            shown,
            [
                ["indicateur", "annee", "valeur"],
                ["elec", "2023", "0,1"],
                ["elec", "2024", ""]
            ]
        );
        assert_eq!(table.rows[1][2].place.to_string(), "data/valeurs/a.parquet:3:3");
        let result = inputs.queries.values().next().unwrap();
        assert_eq!(result.rows.len(), 1);
        assert_eq!(inputs.files.len(), 2);
    }

    #[test]
    fn numbers_that_were_written_small_to_save_room_are_numbers() {
        let bytes = parquet(vec![
            Series::new("annee".into(), [2023_u16, 2024]),
            Series::new("a".into(), [1_u8, 255]),
            Series::new("b".into(), [-1_i8, 127]),
            Series::new("c".into(), [-300_i16, 300]),
        ]);
        let fixture = Fixture::new()
            .file("data/valeurs/a.parquet", &bytes)
            .file("data/sources/brut.parquet", &bytes)
            .query("x", &[], "SELECT annee, a + c AS valeur FROM brut");
        let (inputs, told) = fixture.load();
        assert_eq!(told, Vec::<String>::new());
        let shown = |table: &crate::table::Table, row: usize| -> Vec<String> {
            table.rows[row].iter().map(|cell| cell.content.display()).collect()
        };
        assert_eq!(shown(&inputs.tables[0], 1), ["2024", "255", "127", "300"]);
        assert_eq!(shown(inputs.queries.values().next().unwrap(), 1), ["2024", "555"]);
    }

    #[test]
    fn a_page_that_says_more_values_than_its_column_is_refused_before_room_is_made_for_them() {
        let bytes = std::fs::read("tests/doors/parquet/levels.parquet").unwrap();
        let fixture = Fixture::new().file("data/valeurs/a.parquet", &bytes);
        let (_, told) = fixture.load();
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].starts_with("M121 "), "{told:?}");
        assert!(told[0].contains("a page holds more values than its column"), "{told:?}");
    }
}
