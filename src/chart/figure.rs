//! Drawings that are made: SVG, alternative text, and the table a reader may prefer.

use super::table::table;
use super::tokens::Tokens;
use crate::model::{Drawing, Identifier};
use crate::printed::PrintedTable;
use std::collections::BTreeMap;

/// Every drawing of the report.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    /// The chart of each indicator that has something to draw.
    pub indicators: BTreeMap<Identifier, Figure>,
    /// The sparkline of each indicator with two points or more: decoration beside its table, no alternative text.
    pub sparklines: BTreeMap<Identifier, String>,
    /// The charts of aggregates, by the name of their drawing.
    pub named: BTreeMap<String, Figure>,
    /// The look they were drawn with, which the pages share.
    pub tokens: Tokens,
}

/// One drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What is drawn, with the kind that was chosen and the series that it shows.
    pub drawing: Drawing,
    pub svg: String,
    /// One to three French sentences computed from the data, then the notes; never empty.
    pub alternative: String,
    /// Size of the drawing in millimetres on the page.
    pub width_mm: f64,
    pub height_mm: f64,
}

impl Figures {
    /// Where a sparkline stands for the pages; it is not published.
    pub fn sparkline_path(indicator: &Identifier) -> String {
        format!("graphiques/mini/{indicator}.svg")
    }
}

impl Figure {
    /// Where it is published.
    pub fn path(&self) -> String {
        format!("graphiques/{}.svg", self.drawing.name)
    }

    /// The data it shows, for the reader who prefers figures.
    pub fn table(&self) -> PrintedTable {
        table(&self.drawing)
    }
}
