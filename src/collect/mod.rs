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
mod reading;
#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;

pub use answers::News;
pub use campaign::Campaign;
pub use creation::{Creation, Sending, Shipment, create};
pub use merge::{Acceptance, Fate, Known};
pub use noun::ServiceRequest;
pub use reading::{ReadFile, ReadValue, Reading};

use crate::config::Project;
use crate::validate::Dataset;

/// What each service is asked for, by the name of the service.
pub fn requests(project: &Project, dataset: &Dataset) -> Vec<ServiceRequest> {
    asked::requests(project, dataset)
}
