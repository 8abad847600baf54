//! The tables of the report, as methods of the nouns they print: pages, terminals and files have the same cells.
//!
//! They choose columns, rows and words; how a table looks or is written is not theirs.

mod annex;
mod changes;
mod comparison;
mod open;
mod assessments;
mod calendar;
mod credit_columns;
mod credit_years;
mod credits;
mod footprint;
mod footprint_grounds;
mod footprint_years;
mod revisions;
mod transition;
mod transition_classes;
mod values;

pub use comparison::ComparedTable;
#[cfg(test)]
mod tests;

pub use credit_columns::CreditColumn;

use super::Report;
use crate::config::ProjectFile;
use crate::diagnostic::{Place, Spot};
use crate::error::Error;
use crate::model::{DataFile, Identifier, Indicator};
use crate::printed::{Dialect, PrintedTable, Rows};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Titles whose `{{ … }}` are replaced, of the indicators that have some.
pub type Titles = BTreeMap<Identifier, String>;

impl Report {
    /// The table of a published file; none where the project gives nothing for it.
    pub fn data_table(&self, file: DataFile, titles: &Titles) -> Option<PrintedTable> {
        match file {
            DataFile::Values => Some(self.values_table(titles)),
            DataFile::Assessments => Some(self.assessments_table(titles)),
            DataFile::Credits => self.credits_table(),
            DataFile::Transition => {
                let transition = self.transition.as_ref().filter(|effect| effect.is_tagged());
                transition.map(|effect| effect.data_table())
            }
            DataFile::Footprint => self.footprint.as_ref().map(|footprint| footprint.data_table()),
        }
    }
}

impl Report {
    /// Published tables as files, before any text is written: titles as the catalogue has them.
    ///
    /// # Errors
    /// A table that cannot be written: a defect of the program.
    pub fn data_files(&self, wanted: &[DataFile]) -> Result<Vec<ProjectFile>, Error> {
        let tables = wanted
            .iter()
            .filter_map(|file| Some((file, self.data_table(*file, &Titles::new())?)));
        let written = tables.map(|(file, table)| {
            Ok(ProjectFile {
                path: Arc::from(file.key()),
                bytes: table.csv(Dialect::French)?,
            })
        });
        written.collect()
    }
}

fn title<'a>(titles: &'a Titles, indicator: &'a Indicator) -> &'a str {
    titles.get(&indicator.id).unwrap_or(&indicator.title)
}

/// With file, sheet, and cell or line, the last columns of a data file.
fn placed<'a, T: Copy>(rows: Rows<T>, place: impl Fn(T) -> Option<&'a Place>) -> Rows<T> {
    let sheet = |place: &'a Place| place.spot.sheet().map(|sheet| &**sheet);
    rows.data("fichier", |row| place(row).map(|place| &*place.file))
        .data("feuille", |row| place(row).and_then(sheet))
        .data("cellule_ou_ligne", |row| place(row).map(spot))
}

/// The address of a cell, or the number of a line.
fn spot(place: &Place) -> Option<String> {
    match &place.spot {
        Spot::Line { line, .. } => Some(line.to_string()),
        Spot::Cell { .. } | Spot::Paragraph { .. } | Spot::File => place.spot.address(),
    }
}
