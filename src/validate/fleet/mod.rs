//! The tables of `data/parc/` become a [`Fleet`]: typed lines of equipment and factors with their sources.
//!
//! Cells are typed here and every fault found; which factor a line takes, and what it weighs, is for `compute`.

mod noun;
mod columns;
mod cells;
mod words;
mod inventory;
mod units;
mod factors;
mod names;
#[cfg(test)]
mod tests;

pub use noun::{Equipment, Factor, FactorItem, Fleet};

use crate::config::Project;
use crate::diagnostic::Diagnostics;
use crate::load::FleetInputs;
use names::Names;

/// Types every line and every factor; a line with a fault is left out, and the fault says why.
pub fn validate(project: &Project, inputs: &FleetInputs, diagnostics: &mut Diagnostics) -> Fleet {
    let mut names = Names::of(&project.reference.equipment);
    let mut fleet = Fleet::default();
    for table in &inputs.factors {
        factors::read(table, &mut names, &mut fleet, diagnostics);
    }
    factors::add_reference(&project.reference.equipment, &mut fleet);
    for table in &inputs.inventories {
        fleet
            .equipment
            .extend(inventory::read(table, project, &mut names, diagnostics));
    }
    inventory::drop_later(&mut fleet.equipment, project.settings.data_year, diagnostics);
    fleet
}
