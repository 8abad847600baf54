//! The charts of aggregates as templates name them.

use super::wording::optional;
use crate::chart::{Figures, NamedFigure};
use crate::french;
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
    /// The head of its table.
    pub header: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

pub fn describe(figures: &Figures) -> BTreeMap<String, NamedFigureContext> {
    let entry = |(name, named): (&String, &NamedFigure)| {
        let figure = &named.figure;
        let described = NamedFigureContext {
            title: french::punctuate(&named.title),
            unit: optional(&named.unit),
            path: format!("graphiques/{}.svg", figure.name),
            alternative: figure.alternative.clone(),
            width_mm: figure.width_mm,
            height_mm: figure.height_mm,
            notes: named.notes.iter().map(|note| french::punctuate(note)).collect(),
            header: figure.table.header.clone(),
            rows: figure.table.rows.clone(),
        };
        (name.clone(), described)
    };
    figures.named.iter().map(entry).collect()
}
