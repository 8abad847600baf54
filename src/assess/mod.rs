//! `assess`: the [`Panel`] becomes a [`Report`], the tree of what the document says.
//!
//! Trend, distance to target, status, legal coverage, missing data, changes since the last edition.
//! It writes no sentence of the document and draws nothing.

mod report;
mod course;
mod method;
mod case;
mod judge;
mod with_target;
mod maintain;
mod no_target;
mod change;
mod sections;
mod missing;
mod texts;
mod digital;
mod coverage;
mod calendar;
mod files;
mod previous;
mod movers;
mod transition;
mod credits;
mod warnings;
mod footprint;
mod official;

pub use calendar::{BackPlan, CalendarDate, PlannedStep, RuleOutcome, back_plan};
#[cfg(test)]
pub use digital::GridRow;
pub use digital::{
    CellContent, DeadlineReview, Delay, DigitalDuty, DigitalReview, GridCell, ObjectiveReview, StepOutcome, StepReview,
};
pub use judge::judge;
pub use official::refuse_unofficial;
pub use report::{
    Assessment, Change, CoverageLine, CoverageState, FinalitySection, Finding, Inputs as AssessmentInputs,
    MissingDatum, Mover, Movers, Report, SourceFile, StatusChange, Trend,
};

use crate::compute::Panel;
use crate::config::Project;
use crate::diagnostic::Diagnostics;
use crate::load::Inputs;
use crate::model::{LegalBasis, Status};
use std::collections::BTreeMap;

/// Judges every measure and gathers what the document needs.
pub fn assess(project: &Project, inputs: &Inputs, mut panel: Panel, diagnostics: &mut Diagnostics) -> Report {
    let settings = &project.settings;
    let data_year = settings.data_year;
    let missing = panel
        .measures
        .iter()
        .flat_map(|measure| missing::of_measure(measure, data_year))
        .collect();
    let footprint = panel.footprint.take();
    let credits = Some(std::mem::take(&mut panel.credits)).filter(|credits| !credits.is_empty());
    let transition = panel.transition.take();
    let sections = sections::sections(panel, &project.actions, data_year);
    let findings = || sections.iter().flat_map(|section| &section.findings);
    let mut counts: BTreeMap<Status, usize> = BTreeMap::new();
    for finding in findings() {
        *counts.entry(finding.assessment.status).or_default() += 1;
    }
    let changes = inputs
        .previous
        .as_ref()
        .map(|edition| previous::changes(findings(), edition));
    let movers = movers::movers(findings(), data_year);
    let legal = project.reference.legal.get(&settings.community.kind);
    let mut report = Report {
        settings: settings.clone(),
        reference: project.reference.clone(),
        mandatory: legal.is_some_and(|basis| owed(basis, settings.community.population)),
        legal: legal.cloned().unwrap_or_else(no_basis),
        counts,
        missing,
        coverage: Vec::new(),
        texts: inputs.texts.clone(),
        files: files::fingerprints(project.files.iter().chain(&inputs.files)),
        previous_edition: inputs.previous.as_ref().map(|edition| edition.edition),
        changes,
        actions: project.actions.clone(),
        credits,
        movers,
        footprint,
        transition,
        fonts: inputs.fonts.clone(),
        territory: inputs.territory.clone(),
        drawings: Vec::new(),
        calendar: calendar::outcomes(project, diagnostics),
        digital: None,
        sections,
    };
    report.digital = digital::review(project, &report);
    report.drawings.extend(credits::drawings(&report));
    report.coverage = coverage::coverage(&report);
    report.drawings.extend(transition::drawings(&report));
    report.drawings.extend(footprint::drawings(&report));
    warnings::push(&report, &inputs.templates, diagnostics);
    digital::push(&report, diagnostics);
    report
}

/// Whether the report is owed: population strictly over the threshold, or no threshold at all.
fn owed(basis: &LegalBasis, population: u64) -> bool {
    basis.threshold.is_none_or(|threshold| population > threshold)
}

/// Where the reference data says nothing of a kind of collectivité: no article, nothing owed.
fn no_basis() -> LegalBasis {
    LegalBasis {
        articles: Vec::new(),
        threshold: None,
        digital_bilan: false,
        read_on: String::new(),
    }
}

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod whole;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod properties;
