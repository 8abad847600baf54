//! `assess`: the [`Panel`] becomes a [`Report`], the tree of what the document says.
//!
//! Trend, distance to target, status, legal coverage, missing data, changes since the last edition. The sentences it
//! writes are reasons: why a status, why a part of the law is not covered, what a value lacks. It says what is to be
//! drawn, with its title and its notes, and draws nothing.

mod report;
mod drawing;
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
mod due;
mod texts;
mod carried;
mod ahead;
mod digital;
mod coverage;
mod calendar;
mod files;
mod edition;
mod comparison;
mod movers;
mod transition;
mod credits;
mod warnings;
mod footprint;
mod unfilled;
mod official;
mod tables;

pub use ahead::Task;
pub use calendar::{BackPlan, CalendarDate, PlannedStep, RuleOutcome, RuleState, back_plan};
pub use carried::PassageKind;
pub use comparison::{
    ActionChange, ActionStanding, Comparison, CreditChange, LawChange, Side, Snapshot, SnapshotSource, compare,
};
#[cfg(test)]
pub use digital::GridRow;
pub use digital::{
    CellContent, DeadlineReview, Delay, DigitalDuty, DigitalReview, GridCell, ObjectiveReview, StepOutcome, StepReview,
};
pub use due::Lack;
pub use edition::{Difference, EditionChange, EditionChanges};
pub use judge::judge;
pub use official::refuse_unofficial;
pub use report::{
    Assessment, Change, CoverageLine, CoverageState, FinalitySection, Finding, Inputs as AssessmentInputs,
    MissingDatum, Mover, Movers, Provenance, Report, Shown, SourceFile, Trend,
};

pub use tables::{ComparedTable, CreditColumn, Titles};

use crate::compute::Panel;
use crate::config::Project;
use crate::diagnostic::Diagnostics;
use crate::load::Inputs;
use crate::model::{Drawing, LegalBasis};

/// Judges every measure and gathers what the document needs.
pub fn assess(project: Project, inputs: &Inputs, panel: Panel, diagnostics: &mut Diagnostics) -> Report {
    let calendar = calendar::outcomes(&project, diagnostics);
    let files = files::fingerprints(project.files.iter().chain(&inputs.files));
    let Project {
        settings,
        reference,
        actions,
        closed,
        strategy,
        ..
    } = project;
    let (community, data_year) = (&settings.community, settings.data_year);
    let legal = reference.legal.get(&community.kind).cloned();
    let mandatory = legal.as_ref().is_some_and(|basis| owed(basis, community.population));
    let legal = legal.unwrap_or_else(no_basis);
    let missing = panel.measures.iter();
    let missing = missing.flat_map(|measure| missing::of_measure(measure, data_year));
    let missing = missing.collect();
    let sections = sections::sections(panel.measures, &actions, data_year);
    let findings = || sections.iter().flat_map(|section| &section.findings);
    let previous = inputs.previous.as_ref();
    let duty = DigitalDuty::of(&legal, mandatory);
    let report = Report {
        missing,
        movers: movers::movers(findings(), data_year),
        changes: previous.map(|before| edition::changes(findings(), before, data_year)),
        comparison: None,
        digital: strategy.map(|strategy| {
            let deadlines = &reference.digital.deadlines;
            digital::review(strategy, duty, deadlines, &sections, settings.document_date)
        }),
        credits: Some(panel.credits).filter(|credits| !credits.is_empty()),
        footprint: panel.footprint,
        transition: panel.transition,
        texts: inputs.texts.clone(),
        shown: Shown {
            fonts: inputs.fonts.clone(),
            territory: inputs.territory.clone(),
        },
        settings,
        provenance: Provenance {
            reference,
            legal,
            mandatory,
            files,
        },
        sections,
        actions,
        closed,
        calendar,
        unfilled: unfilled::entries(diagnostics),
    };
    warnings::push(&report, &inputs.templates, diagnostics);
    carried::push(&report, diagnostics);
    edition::push(&report, diagnostics);
    digital::push(&report, diagnostics);
    report
}

impl Report {
    /// The charts of aggregates, those of no indicator; no two have the same name.
    pub fn drawings(&self) -> Vec<Drawing> {
        let of_credits = credits::drawings(self);
        [of_credits, transition::drawings(self), footprint::drawings(self)].concat()
    }
}

/// Whether the report is owed: population strictly over the threshold, or no threshold at all.
fn owed(basis: &LegalBasis, population: u64) -> bool {
    basis.threshold.is_none_or(|threshold| population > threshold)
}

/// Where the reference data says nothing of a kind of collectivité: no article, nothing owed.
fn no_basis() -> LegalBasis {
    LegalBasis {
        texts: Vec::new(),
        threshold: None,
        digital_bilan: false,
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
