//! The keys of each YAML file, as authors write them: one declaration makes the reader and the schema.
//!
//! The documentation comments of the keys are in French because editors show them to authors.
//! Nothing here checks one value against another.

mod report;
mod calendar;
mod deliberation;
mod indicators;
mod actions;
mod strategy;
mod fleet;
mod budget;
mod credits;
mod map;

pub(super) use actions::{ActionEntry, ActionsFile};
pub(super) use calendar::CalendarEntry;
pub(super) use credits::SelectorEntry;
pub(super) use deliberation::{
    ActBudgetEntry, CommissionEntry, DeliberationEntry, PrefectureEntry, SubjectEntry, VoteEntry,
};
pub(super) use indicators::{BaselineEntry, IndicatorEntry, IndicatorsFile, SourceEntry};
pub(super) use map::MapEntry;
pub(super) use report::ReportFile;
pub(super) use strategy::{MeansEntry, MeasureEntry, ObjectiveEntry, StepEntry, StrategyFile};
