//! The tables that authors fill, and the one that an edition leaves to the next, each declared once: its
//! columns, their other titles, what their cells hold.
//!
//! What the lines of a table mean together is checked by the room that reads it.

mod assessment;
mod authorisation;
mod budget;
mod fleet;
mod observation;
mod tagging;

pub use assessment::{AssessmentLine, PublishedCreditLine, PublishedLine};
pub use authorisation::{AuthorisationLine, PaymentEntry};
pub use budget::{BalanceColumns, PlainColumns, ScdlColumns};
pub use fleet::{
    CentreLine, DeclaredCells, EquipmentLine, FactorLine, ForeignCentreLine, ResultLine, ServiceLine, WasteLine,
};
pub use observation::{NOTES, ObservationColumns, REMINDERS};
pub use tagging::TaggingLine;
