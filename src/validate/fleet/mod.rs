//! The tables of `data/parc/` become a [`Fleet`]: typed lines of equipment, declared results, factors with their sources.
//!
//! Cells are typed here and every fault found; which factor a line takes, and what it weighs, is for `compute`.

mod noun;
mod columns;
mod cells;
mod words;
mod declaration;
mod inventory;
mod declared;
mod centres;
mod waste;
mod units;
mod choice;
mod factors;
mod names;
mod together;
#[cfg(test)]
mod tests;

pub use noun::{
    CentreEnergy, DataCentre, Declaration, DeclaredService, Equipment, Factor, FactorChoice, FactorItem, Fleet,
    ImportedResult, Waste,
};

use crate::config::Project;
use crate::diagnostic::Diagnostics;
use crate::load::FleetInputs;
use choice::Candidates;
use names::Names;

/// Types every line and every factor; a line with a fault is left out, and the fault says why.
pub fn validate(project: &Project, inputs: &FleetInputs, diagnostics: &mut Diagnostics) -> Fleet {
    let data_year = project.settings.data_year;
    let mut names = Names::of(&project.reference.equipment);
    let mut candidates = Candidates::default();
    for table in &inputs.factors {
        factors::read(table, &mut names, &mut candidates, diagnostics);
    }
    factors::add_reference(&project.reference.equipment, &mut candidates);
    names.add(&project.settings.fleet.types);
    let (factors, electricity) = candidates.chosen();
    let mut fleet = Fleet {
        factors,
        electricity,
        ..Fleet::default()
    };
    for table in &inputs.inventories {
        let lines = inventory::read(table, project, &mut names, diagnostics);
        fleet.equipment.extend(lines);
    }
    for table in &inputs.services {
        fleet.services.extend(declared::services(table, data_year, diagnostics));
    }
    let mark = diagnostics.mark();
    for table in &inputs.centres {
        fleet.centres.extend(centres::read(table, data_year, diagnostics));
    }
    let centres_are_whole = !diagnostics.faulty_since(mark);
    for table in &inputs.results {
        fleet.results.extend(declared::results(table, data_year, diagnostics));
    }
    for table in &inputs.waste {
        fleet.waste.extend(waste::read(table, data_year, diagnostics));
    }
    together::resolve_asked(project, &names, &mut fleet, diagnostics);
    together::drop_later(&mut fleet, data_year, diagnostics);
    together::drop_repeated(&mut fleet, diagnostics);
    // Where a centre was refused, its fault says it better than each line that names it.
    if centres_are_whole {
        together::check_centres(&fleet, diagnostics);
    }
    fleet
}
