//! `importer`: files in the formats of others are shown as what they become, then written where their reader says so.

mod json;
mod told;

use super::arguments::Import;
use super::{Failure, messages, run, screen, writer};
use crate::collect::ImportPlan;
use crate::french::plural;
use crate::printed::wrapped;
use std::io::{BufRead, IsTerminal};

/// Shows, asks and writes.
pub fn importer(arguments: &Import) -> Result<(), Failure> {
    run::ready()?;
    let writer = writer::writer("importer", arguments.writing.date);
    let mut unsaid = None;
    let decides = |plan: &ImportPlan| {
        if !arguments.json {
            unsaid = screen::tell(&wrapped(&told::told(plan), screen::width())).err();
        }
        arguments.accepted || !arguments.json && !plan.changes.files.is_empty() && unsaid.is_none() && agreed()
    };
    let options = arguments.project.options();
    let outcome = crate::import(&options, &arguments.files, decides, &writer)?;
    if let Some(unsaid) = unsaid {
        return Err(unsaid);
    }
    messages::note(&outcome.notices);
    if arguments.json {
        screen::json(&json::json(&outcome))?;
    } else {
        messages::print(&outcome.diagnostics);
    }
    let Some(plan) = &outcome.plan else {
        if !arguments.json {
            screen::say("Rien n’a été écrit : un fichier refusé les arrête tous.");
        }
        return Err(Failure::Author);
    };
    if arguments.json {
        return Ok(());
    }
    screen::report(&match outcome.written.as_slice() {
        [] if plan.changes.files.is_empty() => "Rien à écrire : tout y est déjà.\n".to_owned(),
        [] => "Rien n’a été écrit. Pour écrire ce qui est montré, ajoutez --accepter à la même commande.\n".to_owned(),
        written => format!(
            "Écrit : {}. Ensuite : millesime verifier. « millesime annuler » le remet comme il était.\n",
            plural(written.len(), "fichier", "fichiers")
        ),
    })
}

/// Whether somebody at this terminal says yes.
fn agreed() -> bool {
    if !std::io::stdin().is_terminal() || !std::io::stderr().is_terminal() {
        return false;
    }
    screen::ask("Écrire tout cela dans le projet ? (o/n) ");
    let answer = std::io::stdin().lock().lines().next();
    let answer = answer.and_then(Result::ok).unwrap_or_default();
    matches!(answer.trim().to_lowercase().as_str(), "o" | "oui" | "y" | "yes")
}
