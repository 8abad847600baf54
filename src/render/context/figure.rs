//! The charts of aggregates as templates name them.

use super::wording::optional;
use crate::chart::{Figure, Figures};
use crate::french;
use crate::printed::PageTable;
use serde::Serialize;
use std::collections::BTreeMap;

/// A chart of an aggregate, its words and its table.
#[derive(Clone, Debug, Serialize)]
pub struct NamedFigureContext {
    pub title: String,
    pub unit: Option<String>,
    pub path: String,
    pub alternative: String,
    pub width_mm: f64,
    pub height_mm: f64,
    pub notes: Vec<String>,
    pub values: PageTable,
}

pub fn describe(figures: &Figures) -> BTreeMap<String, NamedFigureContext> {
    let entry = |(name, figure): (&String, &Figure)| {
        let drawing = &figure.drawing;
        let described = NamedFigureContext {
            title: french::punctuate(&drawing.title),
            unit: optional(&drawing.unit),
            path: figure.path(),
            alternative: figure.alternative.clone(),
            width_mm: figure.width_mm,
            height_mm: figure.height_mm,
            notes: drawing.notes.iter().map(|note| french::punctuate(note)).collect(),
            values: figure.table().page(),
        };
        (name.clone(), described)
    };
    figures.named.iter().map(entry).collect()
}
