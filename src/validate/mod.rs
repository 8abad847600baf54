//! `validate`: raw cells become a [`Dataset`] of typed observations, or every fault found.
//!
//! One rule a file (`rules`), each with its stable code. It reads no file and computes no value.

mod dataset;
mod catalogue;
mod layout;
mod line;
mod numerals;
mod rows;
mod printed;
mod glyphs;
mod words;
mod rules;
mod fleet;
mod budget;
mod tagging;
#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;

pub use dataset::Dataset;
pub use fleet::{
    CentreEnergy, DataCentre, Declaration, DeclaredService, Equipment, Factor, FactorChoice, Fleet, ImportedResult,
    Waste,
};

use crate::config::{ColumnTitles, Project};
use crate::diagnostic::{Cause, Diagnostics};
use crate::form::lines::header::{absent_everywhere, titles_of};
use crate::form::separators::Notation;
use crate::load::{Cell, Inputs, Table};
use crate::model::{Derivation, Identifier, Indicator};
use catalogue::Catalogue;
use layout::Layout;
use line::Reading;
use numerals::Numerals;
use printed::Printed;
use rows::Subject;
use std::collections::{BTreeMap, BTreeSet};

/// Types every observation and applies every rule; rows with a fault are left out of the dataset.
pub fn validate(project: &Project, inputs: &Inputs, diagnostics: &mut Diagnostics) -> Dataset {
    let catalogue = Catalogue::of(project);
    let columns = &project.settings.columns;
    check_titles(columns, inputs, diagnostics);
    let mut printed = Vec::new();
    let mut readings = Vec::new();
    for table in &inputs.tables {
        readings.extend(read_table(table, &catalogue, &mut printed, diagnostics));
    }
    for (id, table) in &inputs.queries {
        if let Some(indicator) = catalogue.indicator(id.as_str()) {
            readings.extend(read_query(table, indicator, &catalogue, &mut printed, diagnostics));
        }
    }
    rules::bounds::drop_outside(&mut readings, diagnostics);
    let fleet = fleet::validate(project, &inputs.fleet, diagnostics);
    let transition = tagging::rules(&inputs.taggings, &columns.tagging, diagnostics);
    let authorisations = budget::authorisations(
        &inputs.authorisations,
        &columns.authorisations,
        &project.funded(),
        &project.settings.budget,
        diagnostics,
    );
    let written = diagnostics.take_written();
    printed.extend(printed::written(&written));
    printed.extend(printed::texts(project, inputs));
    rules::character::check(&printed, &inputs.fonts, diagnostics);
    rules::endless::check(&printed, diagnostics);
    rules::address::check(&printed, diagnostics);
    let past = project.settings.edition < project.settings.own_edition;
    rules::later_year::drop_later(&mut readings, catalogue.data_year, past, diagnostics);
    rules::percent_cell::check(&readings, diagnostics);
    rules::same_label::join(&mut readings, diagnostics);
    rules::duplicate::drop_repeated(&mut readings, |file| catalogue.authority(file), diagnostics);
    readings.sort_by(|left, right| key(left).cmp(&key(right)));
    for indicator in &project.catalogue {
        diagnostics.rests(Cause::entry(indicator.id.as_str()), whence(indicator));
    }
    check_series(project, &readings, &unanswered(project, inputs), diagnostics);
    let actions = project.actions.iter();
    let actions = actions.map(|action| (action.id.as_str(), action.progress.as_ref()));
    rules::fraction::check_progress("des actions", actions, diagnostics);
    let objectives = project.strategy.iter().flat_map(|strategy| &strategy.objectives);
    // The measure that is an action takes its progress from it: it has been told.
    let measures = objectives
        .flat_map(|objective| &objective.measures)
        .filter(|measure| measure.action.is_none());
    let measures = measures.map(|measure| (measure.title.as_str(), measure.progress.as_ref()));
    rules::fraction::check_progress("des mesures de la stratégie", measures, diagnostics);
    rules::not_a_member::check(&readings, &project.reference.communes, diagnostics);
    for indicator in &project.catalogue {
        rules::ground::check(indicator, &readings, inputs.territory.as_deref(), diagnostics);
    }
    Dataset {
        observations: readings.into_iter().map(|reading| reading.observation).collect(),
        budget: budget::budgets(project, inputs, diagnostics),
        fleet,
        authorisations,
        transition,
    }
}

/// The titles that the author gave to columns are those of some table.
fn check_titles(columns: &ColumnTitles, inputs: &Inputs, diagnostics: &mut Diagnostics) {
    let fleet = &inputs.fleet;
    for (titles, tables, folder) in [
        (&columns.values, &inputs.tables, "data/valeurs"),
        (&columns.tagging, &inputs.taggings, "data/budget"),
        (&columns.authorisations, &inputs.authorisations, "data/budget"),
        (&columns.factors, &fleet.factors, "data/parc"),
        (&columns.services, &fleet.services, "data/parc"),
        (&columns.centres, &fleet.centres, "data/parc"),
        (&columns.results, &fleet.results, "data/parc"),
        (&columns.waste, &fleet.waste, "data/parc"),
    ] {
        let headers: Vec<Cell> = tables.iter().flat_map(titles_of).cloned().collect();
        absent_everywhere(titles, &headers, folder, diagnostics);
    }
}

/// The indicators whose query failed or gave no row: `load` has said it.
fn unanswered<'a>(project: &'a Project, inputs: &Inputs) -> BTreeSet<&'a Identifier> {
    let asked = project
        .catalogue
        .iter()
        .filter(|indicator| matches!(indicator.derivation, Some(Derivation::Query(_))));
    let answered = |indicator: &&Indicator| {
        inputs
            .queries
            .get(&indicator.id)
            .is_some_and(|table| !table.rows.is_empty())
    };
    asked
        .filter(|indicator| !answered(indicator))
        .map(|indicator| &indicator.id)
        .collect()
}

/// Where the values of an indicator come from; `compute` adds the terms of formulas.
fn whence(indicator: &Indicator) -> Cause {
    match indicator.derivation {
        None | Some(Derivation::Formula(_)) => Cause::Tables,
        Some(Derivation::Query(_)) => Cause::path("data/sources"),
        Some(Derivation::Fleet(_)) => Cause::path("data/parc"),
    }
}

fn key<'a>(reading: &'a Reading) -> (&'a Identifier, i32, &'a BTreeMap<String, String>) {
    let observation = &reading.observation;
    (&observation.indicator, observation.year, &observation.breakdown)
}

/// The readings of a file.
fn read_table<'a>(
    table: &'a Table,
    catalogue: &Catalogue<'a>,
    printed: &mut Vec<Printed<'a>>,
    diagnostics: &mut Diagnostics,
) -> Vec<Reading<'a>> {
    let mark = diagnostics.mark();
    let header = read_header(table, catalogue, diagnostics);
    diagnostics.blame(mark, &Cause::Tables);
    let Some((layout, column)) = header else {
        return Vec::new();
    };
    rules::unread_error::withdraw(table, &layout, diagnostics);
    rules::unknown_indicator::check(table, column, catalogue, diagnostics);
    let mut lines = rows::lines(table, Subject::Column(column), catalogue);
    rules::computed::check(&lines, column, diagnostics);
    lines.retain(|line| !rules::computed::is_computed(line.indicator));
    let titles = layout.values.columns().into_iter().map(|column| &table.header[column]);
    rules::unit::check_titles(&lines, titles, diagnostics);
    let notation = catalogue.notation(&table.file);
    let numerals = Numerals::learn(&lines, &layout, notation, diagnostics);
    read_lines(&lines, &layout, &numerals, catalogue, printed, diagnostics)
}

/// What each column holds, and which one names the indicators; none where the table cannot be read.
///
/// A fault told here leaves unknown what the table gives to any indicator.
fn read_header(table: &Table, catalogue: &Catalogue, diagnostics: &mut Diagnostics) -> Option<(Layout, usize)> {
    let roles = layout::roles(table, catalogue);
    if !rules::second_header::check(table, &roles, catalogue, diagnostics)
        || !rules::missing_column::check(table, &roles, catalogue.titles, diagnostics)
    {
        return None;
    }
    rules::repeated_column::check(table, &roles, diagnostics);
    rules::unknown_column::check(table, &roles, catalogue, diagnostics);
    rules::beyond_header::check(table, diagnostics);
    rules::year::check_header(table, &roles, diagnostics);
    rules::almost_a_year::check(table, &roles, diagnostics);
    let layout = layout::layout(&roles)?;
    let column = layout.indicator?;
    rules::unreadable_identifier::check(table, column, diagnostics);
    Some((layout, column))
}

/// The readings of the result of a query, whose columns `load` has checked.
fn read_query<'a>(
    table: &'a Table,
    indicator: &'a Indicator,
    catalogue: &Catalogue<'a>,
    printed: &mut Vec<Printed<'a>>,
    diagnostics: &mut Diagnostics,
) -> Vec<Reading<'a>> {
    let Some(layout) = layout::layout(&layout::roles(table, catalogue)) else {
        return Vec::new();
    };
    let lines = rows::lines(table, Subject::Asked(indicator), catalogue);
    let numerals = Numerals::learn(&lines, &layout, Notation::default(), diagnostics);
    read_lines(&lines, &layout, &numerals, catalogue, printed, diagnostics)
}

fn read_lines<'a>(
    lines: &[line::Line<'a>],
    layout: &Layout,
    numerals: &Numerals,
    catalogue: &Catalogue,
    printed: &mut Vec<Printed<'a>>,
    diagnostics: &mut Diagnostics,
) -> Vec<Reading<'a>> {
    printed.extend(printed::cells(lines, layout));
    rules::undeclared_breakdown::check(lines, layout, diagnostics);
    if let Some(column) = layout.unit {
        rules::unit::check(lines, column, diagnostics);
    }
    rows::read(lines, layout, numerals, catalogue.data_year, diagnostics)
}

/// The rules that look at all the values of an indicator together.
fn check_series(
    project: &Project,
    readings: &[Reading],
    at_fault: &BTreeSet<&Identifier>,
    diagnostics: &mut Diagnostics,
) {
    let data_year = project.settings.data_year;
    let mut series: BTreeMap<&Identifier, Vec<&Reading>> = BTreeMap::new();
    for reading in readings {
        series.entry(&reading.observation.indicator).or_default().push(reading);
    }
    for indicator in &project.catalogue {
        let readings = series.get(&indicator.id).map_or(&[][..], Vec::as_slice);
        if !at_fault.contains(&indicator.id) {
            rules::no_value::check(indicator, readings, data_year, diagnostics);
        }
        rules::check_series(indicator, readings, data_year, diagnostics);
    }
}
