//! The six themes of the decree against the three perimeters: what is covered, and what is not.

use super::noun::{CellContent, GridCell, GridRow};
use crate::model::{Perimeter, Strategy};

/// The number of themes in art. D. 2311-15-1.
const THEMES: u8 = 6;

/// Always six rows of three cells.
pub fn grid(strategy: &Strategy) -> Vec<GridRow> {
    let cell = |theme: u8, perimeter: Perimeter| GridCell {
        perimeter,
        content: content(strategy, theme, perimeter),
    };
    (1..=THEMES)
        .map(|theme| GridRow {
            theme,
            cells: Perimeter::ALL.iter().map(|&perimeter| cell(theme, perimeter)).collect(),
        })
        .collect()
}

fn content(strategy: &Strategy, theme: u8, perimeter: Perimeter) -> CellContent {
    let covering: Vec<usize> = strategy
        .objectives
        .iter()
        .enumerate()
        .filter(|(_, objective)| objective.theme == theme && objective.perimeters.contains(&perimeter))
        .map(|(rank, _)| rank)
        .collect();
    if !covering.is_empty() {
        return CellContent::Covered(covering);
    }
    let excluded = strategy
        .exclusions
        .iter()
        .find(|exclusion| exclusion.theme == theme && exclusion.perimeter == perimeter);
    match excluded {
        Some(exclusion) => CellContent::WithoutObject(exclusion.reason.clone()),
        None => CellContent::Gap,
    }
}
