//! A row of a table of observations, and the observation that is read in it.

use crate::diagnostic::Place;
use crate::french::label;
use crate::load::{Cell, Content};
use crate::model::{Indicator, Observation};

/// An observation and the cell its value was read in.
#[derive(Clone, Debug)]
pub struct Reading<'a> {
    pub indicator: &'a Indicator,
    pub observation: Observation,
    pub content: &'a Content,
    /// The row that both stand in.
    pub cells: &'a [Cell],
}

impl Reading<'_> {
    /// Where a label of its row stands; the value, where no cell has it as it is.
    pub fn place_of(&self, part: &str) -> &Place {
        let cell = self
            .cells
            .iter()
            .find(|cell| label(cell.content.display().trim()) == part);
        cell.map_or(&self.observation.place, |cell| &cell.place)
    }
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

    /// Where a cell stands, or would stand in a row that ends before it.
    pub fn place(&self, column: usize) -> Place {
        match (self.cell(column), self.cells.last()) {
            (Some(cell), _) => cell.place.clone(),
            (None, Some(last)) => last.place.columns_after(column + 1 - self.cells.len()),
            (None, None) => self.indicator.place.clone(),
        }
    }
}

/// Whether a row holds nothing at all.
pub fn is_blank(cells: &[Cell]) -> bool {
    cells.iter().all(|cell| cell.content.display().trim().is_empty())
}
