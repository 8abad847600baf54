//! Drawings as data: SVG, alternative text, and the table a reader may prefer.

use super::tokens::Tokens;
use crate::model::Identifier;
use std::collections::BTreeMap;

/// Every drawing of the report.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    /// The chart of each indicator that has something to draw.
    pub indicators: BTreeMap<Identifier, Figure>,
    /// The sparkline of each indicator with two points or more: decoration beside its table, no alternative text.
    pub sparklines: BTreeMap<Identifier, String>,
    /// The charts of aggregates, by the name of their drawing.
    pub named: BTreeMap<String, NamedFigure>,
    /// The look they were drawn with, which the pages share.
    pub tokens: Tokens,
}

/// One drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Stem of its file in `graphiques/`.
    pub name: String,
    pub svg: String,
    /// One to three French sentences computed from the data; never empty.
    pub alternative: String,
    /// Size of the drawing in millimetres on the page.
    pub width_mm: f64,
    pub height_mm: f64,
    pub table: DataTable,
}

/// The chart of an aggregate, with the words that an indicator would have.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedFigure {
    pub title: String,
    pub unit: String,
    pub notes: Vec<String>,
    pub figure: Figure,
}

/// The data of a drawing as text cells, ready to print.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DataTable {
    pub header: Vec<String>,
    pub rows: Vec<Vec<String>>,
}
