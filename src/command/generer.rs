//! `generer`: the whole house, then a summary of what was published.

use super::arguments::Build;
use super::progress::Progress;
use super::{Failure, messages, run, screen, writer};
use crate::assess::Report;
use crate::diagnostic::Severity;
use crate::french;
use crate::model::below;
use crate::printed::wrapped;
use crate::publish::Manifest;
use crate::{LastRoom, Outcome, Request};
use std::collections::BTreeSet;
use std::mem::ManuallyDrop;
use std::path::Path;
use std::time::Duration;

/// Builds and publishes; prints the faults, or the summary.
pub fn generer(arguments: &Build) -> Result<(), Failure> {
    let options = arguments.project.options();
    let request = Request {
        output: arguments
            .output
            .clone()
            .unwrap_or_else(|| below(&options.root, "output")),
        project: options,
        deliverables: arguments.deliverables.clone(),
        last_room: LastRoom::Keep,
        official: arguments.official,
        replaces_official: arguments.replaces_official,
        writer: writer::writer("generer", arguments.writing.date),
    };
    run::ready()?;
    let mut progress = Progress::new();
    // Never given back piece by piece: that takes longer than a summary to print, and the system takes it all at the end.
    let outcome = ManuallyDrop::new(crate::build(&request, &mut progress)?);
    let (elapsed, durations) = (progress.elapsed(), progress.durations());
    progress.finish();
    messages::note(&outcome.notices);
    let archived = outcome
        .publication
        .as_ref()
        .is_some_and(|publication| publication.archive.is_some());
    let withheld = outcome.withheld.iter().filter(|_| archived);
    messages::note(withheld.map(|withheld| outcome.diagnostics.said(&withheld.to_string()).into_owned()));
    messages::print(&outcome.diagnostics);
    if arguments.time {
        for (room, duration) in durations {
            print_duration(room.label(), duration);
        }
        print_duration("total", elapsed);
    }
    if outcome.publication.is_none() {
        match holds_an_edition(&request.output) {
            true => screen::say("Rien n’a été publié ; ce qui l’avait été est intact."),
            false => screen::say("Rien n’a été publié."),
        }
        return Err(Failure::Author);
    }
    screen::report(&wrapped(&summary(&request, &outcome, elapsed), screen::width()))
}

/// Whether something was ever published there.
fn holds_an_edition(output: &Path) -> bool {
    let entries = fs_err::read_dir(output).into_iter().flatten().flatten();
    entries
        .map(|entry| entry.path().join(Manifest::NAME))
        .any(|manifest| manifest.is_file())
}

fn print_duration(label: &str, duration: Duration) {
    let milliseconds = french::number(duration.as_secs_f64() * 1000.0, 1);
    screen::say(&format!("{label:<36} {milliseconds:>10} ms"));
}

/// Which edition the changes are told from: a draft that no council had would tell them wrong.
fn compared(edition: i32, manifest: &Manifest) -> String {
    let standing = match manifest.is_official() {
        true => "officielle",
        false => "un brouillon ; si le conseil a reçu autre chose, écartez son dossier",
    };
    format!("Comparée à l’édition {edition} ({standing})")
}

/// Pages, indicators by status, missing data, warnings, where the files are, seconds.
fn summary(request: &Request, outcome: &Outcome, elapsed: Duration) -> String {
    let mut lines = Vec::new();
    for document in &outcome.documents {
        let pages = french::plural(document.pages, "page", "pages");
        lines.push(format!("{}.pdf : {pages}", document.name));
    }
    for verdict in &outcome.verdicts {
        let rules = french::plural(verdict.checked, "règle vérifiée", "règles vérifiées");
        let profiles = verdict.profiles.join(" et ");
        lines.push(format!("Contrôle de {}.pdf : {profiles}, {rules}", verdict.document));
    }
    if let Some(report) = &outcome.report {
        let total = french::plural(report.counts().values().sum(), "indicateur", "indicateurs");
        lines.push(format!("{total} : {}", statuses(report)));
        let due = report.due();
        lines.push(format!(
            "Valeurs de {} : {} sur {} attendues",
            report.settings.data_year, due.given, due.expected
        ));
        lines.push(missing(report));
        let before = report.settings.edition - 1;
        lines.extend(outcome.compared.as_ref().map(|manifest| compared(before, manifest)));
    }
    let accepted: usize = outcome
        .diagnostics
        .accepted()
        .iter()
        .map(|(_, found)| found.len())
        .sum();
    let accepted = (accepted > 0).then(|| format!(", et {}", french::plural(accepted, "accepté", "acceptés")));
    lines.push(format!(
        "Avertissements : {}{}",
        outcome.diagnostics.count(Severity::Warning),
        accepted.unwrap_or_default()
    ));
    lines.extend((outcome.refusals > 0).then(|| messages::unofficial(outcome.refusals)));
    if let Some(publication) = &outcome.publication {
        let files = french::plural(publication.files.len(), "fichier", "fichiers");
        let seconds = french::number(elapsed.as_secs_f64(), 2);
        lines.push(format!(
            "Publié dans {} ({files}) en {seconds} s",
            request.output.join(&publication.folder).display()
        ));
    }
    lines.join("\n")
}

/// How many data the report says are missing, whatever their year: those of the data year are counted by the line before.
fn missing(report: &Report) -> String {
    let years: BTreeSet<i32> = report.missing.iter().flat_map(|datum| datum.years.clone()).collect();
    let years: Vec<i32> = years.into_iter().collect();
    let of = match years.is_empty() {
        true => String::new(),
        false => format!(" (années : {})", french::years(&years)),
    };
    format!("Données manquantes, toutes années : {}{of}", report.missing.len())
}

fn statuses(report: &Report) -> String {
    let counted = report.counted_words();
    let words: Vec<String> = counted
        .iter()
        .map(|(label, count)| format!("{count} {label}"))
        .collect();
    words.join(", ")
}
