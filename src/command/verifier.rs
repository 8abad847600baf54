//! `verifier`: every fault found, nothing written.

use super::arguments::Check;
use super::{Failure, messages, run};
use crate::{LastRoom, Request, Writer};

/// Runs the house with its last doors closed and prints what it found.
pub fn verifier(arguments: &Check) -> Result<(), Failure> {
    let options = arguments.project.options();
    let request = Request {
        output: options.root.join("output"),
        project: options,
        deliverables: Vec::new(),
        last_room: if arguments.complete {
            LastRoom::Inspect
        } else {
            LastRoom::Assess
        },
        official: arguments.official,
        replaces_official: false,
        writer: Writer::default(),
    };
    let outcome = run::watched(&request)?;
    if arguments.json {
        println!("{}", messages::json(&outcome.diagnostics));
    } else {
        messages::print(&outcome.diagnostics);
    }
    if outcome.diagnostics.has_errors() {
        return Err(Failure::Author);
    }
    if arguments.json {
        return Ok(());
    }
    if arguments.complete {
        println!("Aucune erreur : « millesime generer » peut produire le rapport.");
    } else {
        println!(
            "Aucune erreur dans les données ; « millesime verifier --complet » contrôle aussi les textes et la mise en page."
        );
    }
    Ok(())
}
