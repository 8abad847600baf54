//! A Parquet file of observations becomes a [`Table`], by Polars.
//!
//! A Parquet file has neither lines nor cells: a place in it is a row (its header is line 1) and a
//! column’s rank, as if it had been printed as a CSV of short columns.

use super::folder::{Found, too_large};
use super::frame;
use super::grid::{self, MAXIMUM_CELLS};
use super::{Cell, Content, Table};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use polars::prelude::{LazyFrame, PolarsResult, ScanArgsParquet, ScanSources};
use std::sync::Arc;

/// A Parquet file cannot be understood.
const BROKEN: Code = Code("M121");
/// A column holds lists or structures, which no cell can hold.
const NESTED: Code = Code("M122");

/// The table of a Parquet file, or a fault.
pub(super) fn table(found: &Found, bytes: &[u8], diagnostics: &mut Diagnostics) -> Option<Table> {
    let frame = match frame::guarded(|| scan(bytes)?.collect()) {
        Ok(frame) => frame,
        Err(reason) => {
            let message = format!(
                "« {} » ne peut être compris comme fichier Parquet ; Polars dit : {reason}",
                found.path
            );
            diagnostics.push(
                Diagnostic::error(BROKEN, found.place(), message).help("Refaites l’export, ou donnez la table en CSV."),
            );
            return None;
        }
    };
    if frame.height().saturating_mul(frame.width()) > MAXIMUM_CELLS {
        let message = format!(
            "« {} » compte {} lignes de {} colonnes, plus que les {MAXIMUM_CELLS} cellules admises.",
            found.path,
            frame.height(),
            frame.width()
        );
        diagnostics.push(too_large(found.place(), message));
        return None;
    }
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
    grid::table(found, None, lines, diagnostics)
}

/// A lazy reading of the bytes of a Parquet file.
pub(super) fn scan(bytes: &[u8]) -> PolarsResult<LazyFrame> {
    let buffer = bytes.to_vec().into();
    LazyFrame::scan_parquet_sources(ScanSources::Buffers(Arc::new([buffer])), ScanArgsParquet::default())
}
