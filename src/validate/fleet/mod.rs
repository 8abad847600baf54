//! The tables of `data/parc/` become a [`Fleet`]: typed lines of equipment, declared results, factors with their sources.
//!
//! Cells are typed here and every fault found; which factor a line takes, and what it weighs, is for `compute`.

mod noun;
mod declaration;
mod dialect;
mod inventory;
mod centres;
mod units;
mod choice;
mod factors;
mod names;
mod states;
mod together;
#[cfg(test)]
mod tests;

pub use noun::{
    CentreEnergy, DataCentre, Declaration, DeclaredService, Equipment, Factor, FactorChoice, Fleet, ImportedResult,
    Waste,
};

use crate::config::Project;
use crate::diagnostic::{Cause, Diagnostics};
use crate::form::lines::{Line, Titles, sound};
use crate::load::{FleetInputs, Table};
use choice::Candidates;
use names::Names;

/// Types every line and every factor; a line with a fault is left out, and the fault says why.
pub fn validate(project: &Project, inputs: &FleetInputs, diagnostics: &mut Diagnostics) -> Fleet {
    let data_year = project.settings.data_year;
    let columns = &project.settings.columns;
    let mut names = Names::of(&project.reference.equipment);
    let mut candidates = Candidates::default();
    let mark = diagnostics.mark();
    for table in &inputs.factors {
        factors::read(table, &columns.factors, &mut names, &mut candidates, diagnostics);
    }
    diagnostics.blame(mark, &Cause::Factors);
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
    fleet.services = lines(
        &inputs.services,
        &columns.services,
        data_year,
        declaration::service,
        diagnostics,
    );
    let mark = diagnostics.mark();
    for table in &inputs.centres {
        let centres = centres::read(table, project, &fleet.equipment, diagnostics);
        fleet.centres.extend(centres);
    }
    let centres_are_whole = !diagnostics.faulty_since(mark);
    fleet.results = lines(
        &inputs.results,
        &columns.results,
        data_year,
        declaration::result,
        diagnostics,
    );
    fleet.waste = lines(
        &inputs.waste,
        &columns.waste,
        data_year,
        declaration::waste,
        diagnostics,
    );
    together::resolve_asked(project, &names, &mut fleet, diagnostics);
    together::drop_later(&mut fleet, data_year, diagnostics);
    together::drop_repeated(&mut fleet, diagnostics);
    // Where a centre was refused, its fault says it better than each line that names it.
    if centres_are_whole {
        together::check_centres(&fleet, diagnostics);
    }
    fleet
}

/// The nouns of the lines of some tables, in their order.
fn lines<T: Line<Value = T>, N>(
    tables: &[Table],
    titles: &Titles,
    data_year: i32,
    noun: fn(T, i32, &mut Diagnostics) -> Option<N>,
    diagnostics: &mut Diagnostics,
) -> Vec<N> {
    let mut meaning = |line, diagnostics: &mut Diagnostics| noun(line, data_year, diagnostics);
    let tables = tables.iter();
    tables
        .flat_map(|table| sound(table, titles.into(), diagnostics, &mut meaning))
        .collect()
}
