//! What a table holds, raw: cells as they stand in their file, each with its place.

use super::mojibake::{self, Mojibake};
use crate::diagnostic::Place;
use std::sync::Arc;

/// A rectangular table: one header line and rows; rows may be shorter than the header.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    pub file: Arc<str>,
    /// None for a CSV or a query.
    pub sheet: Option<Arc<str>>,
    /// The other sheets of the workbook, which were not read.
    pub other_sheets: Vec<String>,
    pub header: Vec<Cell>,
    pub rows: Vec<Vec<Cell>>,
}

/// A raw cell and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    pub content: Content,
    pub place: Place,
}

/// What a cell holds, before any meaning is given to it.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    Empty,
    /// Text with its outer white space removed; a CSV gives only texts.
    Text(String),
    /// A number of a workbook, a Parquet file or a query.
    /// `percent`: the workbook shows it as a percentage, so that 0.31 is read as 31.
    Number {
        value: f64,
        percent: bool,
    },
}

impl Table {
    /// The first cell whose text was encoded twice.
    pub fn twice_encoded(&self) -> Option<(&Cell, Mojibake)> {
        let mut cells = self.header.iter().chain(self.rows.iter().flatten());
        cells.find_map(|cell| match &cell.content {
            Content::Text(text) => Some((cell, mojibake::twice_encoded(text)?)),
            Content::Empty | Content::Number { .. } => None,
        })
    }
}

impl Content {
    /// The text as the author sees it, for a message.
    pub fn display(&self) -> String {
        match self {
            Content::Empty => String::new(),
            Content::Text(text) => text.clone(),
            Content::Number { value, percent: false } => value.to_string().replace('.', ","),
            Content::Number { value, percent: true } => {
                // Without the noise of binary arithmetic: 0,101 shows 10,1 %.
                let hundredfold = format!("{:.12}", value * 100.0);
                let shown = hundredfold.trim_end_matches('0').trim_end_matches('.');
                format!("{} %", shown.replace('.', ","))
            }
        }
    }
}
