//! `verifier`: every fault found, nothing written.

use super::arguments::Check;
use super::{Failure, messages, messages_json, run, screen};
use crate::assess::{Lack, Report};
use crate::diagnostic::Cause;
use crate::french;
use crate::model::LegalTexts;
use crate::printed::wrapped;
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
            LastRoom::Render
        },
        official: arguments.official,
        replaces_official: false,
        writer: Writer::default(),
    };
    let outcome = run::watched(&request)?;
    let mut lacks = outcome.report.as_ref().map(Report::lacks).unwrap_or_default();
    // What a fault leaves unknown is not lacking.
    lacks.retain(|lack| {
        !outcome
            .diagnostics
            .leaves_unknown(&Cause::entry(lack.indicator.as_str()))
    });
    if arguments.json {
        screen::json(&messages_json::json(&outcome.diagnostics, &lacks))?;
    } else {
        messages::note(
            outcome
                .withheld
                .iter()
                .map(|withheld| outcome.diagnostics.said(&withheld.to_string()).into_owned()),
        );
        messages::print(&outcome.diagnostics);
        if !outcome.diagnostics.has_errors() {
            messages::note_idle(&outcome.diagnostics);
        }
    }
    if let Some(report) = outcome.report.as_ref().filter(|_| !arguments.json) {
        screen::print(&wrapped(&lacking(report, &lacks), screen::width()))?;
    }
    if outcome.diagnostics.has_errors() {
        return Err(Failure::Author);
    }
    if arguments.json {
        return Ok(());
    }
    if let Some(report) = &outcome.report {
        screen::print(&wrapped(&outcome.diagnostics.said(&unread(report)), screen::width()))?;
    }
    if outcome.refusals > 0 {
        screen::tell(&format!("{}\n", messages::unofficial(outcome.refusals)))?;
    }
    screen::tell(match arguments.complete {
        true => "Aucune erreur : « millesime generer » peut produire le rapport.\n",
        false => {
            "Aucune erreur dans les données et les textes ; « millesime verifier --complet » contrôle aussi la mise en page.\n"
        }
    })
}

/// What the data year lacks, by service, then indicator; nothing where it lacks nothing.
fn lacking(report: &Report, lacks: &[Lack]) -> String {
    if lacks.is_empty() {
        return String::new();
    }
    let due = report.due();
    let mut lines = vec![format!(
        "Ce qui manque pour {} (valeurs attendues et données : {} sur {}) :",
        report.settings.data_year, due.given, due.expected
    )];
    let mut service: Option<&str> = None;
    for lack in lacks {
        if service != Some(&lack.service) {
            service = Some(&lack.service);
            let named = Some(lack.service.as_str()).filter(|name| !name.is_empty());
            lines.push(format!("  {}", named.unwrap_or("Sans service")));
        }
        lines.push(format!("    {} ({}) : {}", lack.indicator, lack.title, lack.last()));
    }
    lines.push(String::new());
    lines.join("\n")
}

/// The texts of the law that nobody has read in force, and the line that says who has; nothing where all were read.
fn unread(report: &Report) -> String {
    let ids = report.unread_texts();
    let Some(first) = ids.first() else {
        return String::new();
    };
    format!(
        "{} dans {} en vigueur : {}. Une fois relus, écrivez dans data/referentiels/textes.yaml, sous « textes: », ces lignes :\n{}\n",
        french::plural(
            ids.len(),
            "texte cité n’a été relu par personne",
            "textes cités n’ont été relus par personne"
        ),
        if ids.len() == 1 { "son état" } else { "leur état" },
        french::bound(&report.provenance.reference.texts.citation(&ids)),
        LegalTexts::line_to_write(first)
    )
}
