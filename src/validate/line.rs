//! A row of a table of observations, and the observation that is read in it.

use crate::diagnostic::Place;
use crate::load::{Cell, Content};
use crate::model::{Indicator, Observation};

/// An observation and the cell its value was read in.
#[derive(Clone, Debug)]
pub struct Reading<'a> {
    pub indicator: &'a Indicator,
    pub observation: Observation,
    pub content: &'a Content,
}

/// A row that belongs to a known indicator.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    pub indicator: &'a Indicator,
    pub cells: &'a [Cell],
}

impl<'a> Line<'a> {
    /// The cell of a column; none where the row is shorter than the header.
    pub fn cell(&self, column: usize) -> Option<&'a Cell> {
        self.cells.get(column)
    }

    /// The text of a column; empty where there is none.
    pub fn text(&self, column: Option<usize>) -> String {
        let cell = column.and_then(|column| self.cell(column));
        cell.map(|cell| cell.content.display().trim().to_owned())
            .unwrap_or_default()
    }

    /// Where a cell stands, or the row where it has no such cell.
    pub fn place(&self, column: usize) -> Place {
        let cell = self.cell(column).or(self.cells.last());
        cell.map_or_else(|| self.indicator.place.clone(), |cell| cell.place.clone())
    }
}

/// Whether a row holds nothing at all.
pub fn is_blank(cells: &[Cell]) -> bool {
    cells.iter().all(|cell| cell.content.display().trim().is_empty())
}
