//! `chart`: the [`Report`] becomes [`Figures`], one drawing an indicator with its alternative text.
//!
//! Holds the one use of Plotters. A drawing never invents: a gap is a gap, an absence is said.

mod figures;
mod tokens;
mod colour;

pub use colour::Colour;
pub use figures::{DataTable, Figure, Figures};
pub use tokens::{Fonts, StatusLook, Tokens};

use crate::assess::Report;

/// Draws every figure of the report.
pub fn draw(report: &Report) -> Figures {
    let _ = report;
    todo!()
}
