//! The keys of the catalogue, the actions and the strategy, as authors write them.
//!
//! The documentation comments of the keys are in French because editors show them to authors.
//! Nothing here checks one value against another.

mod indicators;
mod actions;
mod strategy;
mod credits;

pub(super) use actions::{ActionEntry, ActionsFile};
pub(super) use credits::{CreditLine, OneOrMore, SelectorEntry};
pub(super) use indicators::{BaselineEntry, IndicatorEntry, IndicatorsFile, SourceEntry};
pub(super) use strategy::{
    ActorEntry, CreditEntry, ExclusionEntry, MeansEntry, MeasureEntry, ObjectiveEntry, StepEntry, StrategyFile,
};
