//! `empreinte`: what the digital equipment of an inventory weighs in a year, as tables or as JSON.

mod json;
mod page;

use super::arguments::Footprint;
use super::{Failure, messages, run, screen};
use crate::diagnostic::{Cause, Code, Diagnostic, Place};

/// There is no inventory to compute a footprint from.
const NO_INVENTORY: Code = Code("M170");

/// Runs the house up to the assessment and prints the footprint; nothing is written.
pub fn empreinte(arguments: &Footprint) -> Result<(), Failure> {
    let mut outcome = run::assessed(arguments.project.options())?;
    let report = outcome.report.as_ref();
    let footprint = report.and_then(|report| Some((&report.settings, report.footprint.as_ref()?)));
    if report.is_some() && footprint.is_none() {
        outcome.diagnostics.push(no_inventory());
    }
    messages::about(&outcome.diagnostics, &["data/parc"]);
    match footprint {
        Some((settings, footprint)) if !outcome.diagnostics.has_errors() => {
            if arguments.json {
                screen::json(&json::json(settings, footprint))
            } else {
                screen::print(&page::text(settings, footprint, screen::width()))
            }
        }
        _ => Err(Failure::Author),
    }
}

fn no_inventory() -> Diagnostic {
    let folder = "data/parc";
    Diagnostic::error(NO_INVENTORY, Place::file(folder), "Rien à compter dans « data/parc ».").help(
        "Mettez-y « inventaire.csv » (ou .xlsx, .ods), dont l’en-tête est « type ; nombre ; annee » : une ligne par sorte d’équipement.",
    )
    .because(Cause::path(folder))
}
