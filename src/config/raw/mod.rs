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
mod digital_words;
mod references;
mod equipment;
mod budget;
mod credits;
mod transition;
mod map;

pub(super) use actions::{ActionEntry, ActionsFile};
pub(super) use budget::AccountsFile;
pub(super) use calendar::{CalendarEntry, CalendarFile, HabitEntry, RuleEntry};
pub(super) use credits::SelectorEntry;
pub(super) use deliberation::{
    ActBudgetEntry, CommissionEntry, DeliberationEntry, DeliberationFile, PrefectureEntry, SubjectEntry, VoteEntry,
};
pub(super) use digital_words::DigitalWordsFile;
pub(super) use equipment::FactorsFile;
pub(super) use indicators::{BaselineEntry, IndicatorEntry, IndicatorsFile, SourceEntry};
pub(super) use map::MapEntry;
pub(super) use references::{
    BasisEntry, ChecklistFile, FinalitiesFile, GlossaryFile, GoalsFile, LegalFile, ThemesFile,
};
pub(super) use report::ReportFile;
pub(super) use strategy::{MeansEntry, MeasureEntry, ObjectiveEntry, StepEntry, StrategyFile};
pub(super) use transition::TransitionFile;
