//! The nouns of the field that several rooms share: indicators, observations, statuses, reference data.
//!
//! Pure data: nothing here reads a file, judges a value or prints a page. French appears only in
//! the keys the author writes and in what one noun is called on the page: its label, with an article or a unit. No sentence.

mod action;
mod anchor;
mod footprint;
mod fleet_measure;
mod budget;
mod below;
mod hidden;
mod calendar;
mod changes;
mod colour;
mod data_file;
mod decimal_sign;
mod division;
mod drawing;
mod fingerprint;
mod fonts;
mod foreign;
mod identifier;
mod indicator;
mod observation;
mod community;
mod legal_text;
mod names;
mod open_table;
mod reference;
mod round;
mod series;
mod status;
mod strategy;
mod text;
mod transition;
mod territory;
mod vocabulary;
#[cfg(test)]
pub mod fixture;

pub use action::{Action, ActionState, Effect};
pub use anchor::Anchor;
pub use below::below;
pub use budget::{
    AccountChart, AccountLabels, Authorisation, AuthorisationKind, BudgetAmount, BudgetAmounts, BudgetDirection,
    BudgetDocument, BudgetEntry, BudgetKey, BudgetLine, BudgetMark, BudgetMovement, BudgetPart, BudgetSection,
    BudgetStep, BudgetTotals, Budgets, CreditSelector, CreditShare, EntryAmounts, LineCount, ManagementCodes, Money,
    MoneyFault, YearBudget,
};
pub use calendar::{
    Audience, CalendarAnchor, CalendarHabit, CalendarReference, CalendarRelation, CalendarRule, CalendarStep,
    Certainty, Delay, DelayUnit, Proposal,
};
pub use changes::{Changes, Extent, FileChange, FolderChange, Former, FormerFolder, Undo};
pub use colour::{Colour, TEXT_CONTRAST};
pub use community::CommunityType;
pub use data_file::DataFile;
pub use decimal_sign::DecimalSign;
pub use division::{BreakdownKey, Divisions, divisions, wholes_of};
pub use drawing::{Aims, Axis, Category, ChartKind, Drawing, DrawingSeries, DrawingValue};
pub use fingerprint::Fingerprint;
pub use fleet_measure::{FleetDerivation, FleetMeasure};
pub use fonts::{FontFamily, NOTO_SANS, ProjectFonts, TYPST_FONTS};
pub use footprint::{FactorItem, FactorSource, PostKind, Quality, ReferenceEquipment, Stage};
pub use foreign::Becoming;
pub use hidden::{is_hidden, is_open_mark};
pub use identifier::Identifier;
pub use indicator::{Aggregation, Baseline, Derivation, Indicator, Method, Source, Target};
pub use legal_text::{Collection, Confirmation, LegalText, LegalTexts, Numbering, TextWording};
pub use names::{Called, Names};
pub use observation::{Observation, ObservationStatus, Value};
pub use open_table::OpenTable;
pub use reference::{ActWording, ChecklistItem, FinalityText, LegalBasis, MemberCommune, SustainableGoal, Theme};
pub use round::{adds_up, to_twelve_digits};
pub use series::{Point, Series};
pub use status::{ShownStatus, Status};
pub use strategy::{
    DigitalQuestion, DigitalReference, DigitalWording, Exclusion, LegalDeadline, Means, Measure, Milestone, Moment,
    NeighbouringText, Objective, Recurrence, StepKind, Strategy, StrategyActor, StrategyCredit, StrategyMethod,
    StrategyStep,
};
pub use territory::{Area, ClassRule, Coordinates, Polygon, Territory};
pub use text::{Block, BlockKind, CellAlignment, LinkTarget, ListItem, Picture, Prose, Span, SpanKind, TableRow};
pub use transition::{
    TransitionAxis, TransitionClass, TransitionRating, TransitionReference, TransitionRule, TransitionScope,
};
pub use vocabulary::{Direction, Finality, Nature, Perimeter, Scope};
