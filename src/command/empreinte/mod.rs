//! `empreinte`: what the digital equipment of an inventory weighs in a year, as tables or as JSON.

mod json;
mod tables;

use super::arguments::Footprint;
use super::progress::Progress;
use super::{Failure, messages};

/// Computes the footprint and prints it; nothing is written.
pub fn empreinte(arguments: &Footprint) -> Result<(), Failure> {
    let mut progress = Progress::new();
    let outcome = millesime::footprint(&arguments.project.options(), &mut progress)?;
    progress.finish();
    messages::print(&outcome.diagnostics);
    let Some(computed) = &outcome.computed else {
        return Err(Failure::Author);
    };
    if arguments.json {
        println!("{}", json::json(computed));
    } else {
        print!("{}", tables::text(computed));
    }
    Ok(())
}
