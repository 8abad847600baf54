//! The tables of the report, as methods of the nouns they print: pages, terminals and files have the same cells.
//!
//! They choose columns, rows and words; how a table looks or is written is not theirs.

mod assessments;
mod calendar;
mod credit_columns;
mod credit_years;
mod credits;
mod footprint;
mod footprint_grounds;
mod footprint_years;
mod transition;
mod transition_classes;
mod values;

pub use credit_columns::CreditColumn;

use crate::diagnostic::{Place, Spot};
use crate::model::{Identifier, Indicator};
use crate::printed::Cell;
use std::collections::BTreeMap;

/// Titles whose `{{ … }}` are replaced, of the indicators that have some.
pub type Titles = BTreeMap<Identifier, String>;

/// File, sheet, and cell or line: the last columns of a data file.
const PLACE: [&str; 3] = ["fichier", "feuille", "cellule_ou_ligne"];

fn title<'a>(titles: &'a Titles, indicator: &'a Indicator) -> &'a str {
    titles.get(&indicator.id).unwrap_or(&indicator.title)
}

fn place_cells(place: &Place) -> [Cell; 3] {
    let (sheet, spot) = match &place.spot {
        Spot::Cell { sheet, .. } => (Cell::from(&**sheet), place.spot.address().into()),
        Spot::Line { line, .. } => (Cell::default(), Cell::whole(*line)),
        Spot::File => (Cell::default(), Cell::default()),
    };
    [(&*place.file).into(), sheet, spot]
}
