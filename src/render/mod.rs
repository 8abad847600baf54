//! `render`: the [`Report`], its [`Figures`] and the templates become [`Sources`], bytes by path.
//!
//! minijinja decides what appears; every value it prints is a Typst literal, so no data can become markup.

mod sources;

pub use sources::{DocumentSources, Sources};

use crate::assess::Report;
use crate::chart::Figures;
use crate::diagnostic::Diagnostics;
use crate::error::Error;
use crate::load::Inputs;

/// Writes every file of every deliverable, in memory.
pub fn render(
    report: &Report,
    figures: &Figures,
    inputs: &Inputs,
    diagnostics: &mut Diagnostics,
) -> Result<Sources, Error> {
    let _ = (report, figures, inputs, diagnostics);
    todo!()
}
