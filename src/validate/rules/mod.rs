//! One rule a file, each with its stable code: what an author wrote, held against what it must be.
//!
//! A rule reads and reports; it changes nothing but the list of diagnostics, except where its name says that it drops or joins.

// The header of a table.
pub mod missing_column;
pub mod second_header;
pub mod unknown_column;
pub mod undeclared_breakdown;
pub mod unread_error;
pub mod repeated_column;
pub mod beyond_header;
// Its rows and cells.
pub mod unknown_indicator;
pub mod unreadable_identifier;
pub mod value;
mod value_marks;
pub mod year;
pub mod later_year;
pub mod status;
pub mod duplicate;
pub mod same_label;
pub mod unit;
pub mod computed;
pub mod percent_cell;
// Every text that is printed.
pub mod character;
pub mod address;
// The values of an indicator.
pub mod no_value;
pub mod not_a_member;
pub mod gap;
pub mod baseline;
pub mod percentage;
pub mod bounds;
pub mod fraction;
pub mod jump;
pub mod partial_whole;
mod part_named_whole;
pub mod whole_differs;
pub mod age;
pub mod almost_a_year;
pub mod ground;
pub mod endless;
// The catalogue against itself and its values.
pub mod early_target;
pub mod target_direction;

use super::line::Reading;
use crate::diagnostic::Diagnostics;
use crate::model::Indicator;

/// The rules that look at an indicator and at all its values, in the order in which they are told.
pub fn check_series(indicator: &Indicator, readings: &[&Reading], data_year: i32, diagnostics: &mut Diagnostics) {
    gap::check(indicator, readings, diagnostics);
    baseline::check(indicator, readings, diagnostics);
    percentage::check(indicator, readings, diagnostics);
    fraction::check(indicator, readings, diagnostics);
    part_named_whole::check(indicator, readings, diagnostics);
    let divided = whole_differs::divided(indicator, readings);
    whole_differs::check(indicator, &divided, diagnostics);
    partial_whole::check(indicator, &divided, diagnostics);
    jump::check(indicator, readings, diagnostics);
    age::check(indicator, readings, data_year, diagnostics);
    bounds::check_targets(indicator, diagnostics);
    early_target::check(indicator, diagnostics);
    target_direction::check(indicator, readings, diagnostics);
}
