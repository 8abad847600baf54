//! `collect`: what each service is asked for, the workbook that asks it, and what comes back in it.
//!
//! It reads no disk and writes none: it hands `Changes` to `keep`. Nothing of what came back becomes a value before
//! `validate` has read it, as it reads any table.

mod noun;
mod campaign;
mod asked;
mod workbook;
mod register;
mod creation;
mod told;
mod returned;
mod records;
mod merge;
mod answers;
mod sorted;
mod reading;
mod standing;
mod page;
mod reminder;
mod imports;
#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;

pub use answers::News;
pub use asked::requests;
pub use campaign::Campaign;
pub use creation::{Creation, Sending, Shipment, create};
pub use imports::{ImportPlan, ImportStep, ImportedFile, InWorkbook, ProposedIndicator, import_paths, imports};
pub use merge::{Acceptance, Fate, Known};
pub use reading::{ReadFile, ReadValue, Reading};
pub use standing::{Standing, standing};
pub use workbook::{ProjectBook, project_workbook};

use crate::error::Error;
use crate::model::Changes;

/// The reminders of the services that still owe something on this day, as what they change in the project.
///
/// # Errors
/// A defect of the program.
pub fn reminders(standing: &Standing, day: &str) -> Result<Changes, Error> {
    Ok(reminder::written(reminder::reminders(standing, day)?))
}
