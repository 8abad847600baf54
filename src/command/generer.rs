//! `generer`: the whole house, then a summary of what was published.

use super::arguments::Build;
use super::progress::Progress;
use super::{Failure, messages, screen, writer};
use crate::assess::Report;
use crate::diagnostic::Severity;
use crate::french;
use crate::printed::wrapped;
use crate::{LastRoom, Outcome, Request};
use std::time::Duration;

/// Builds and publishes; prints the faults, or the summary.
pub fn generer(arguments: &Build) -> Result<(), Failure> {
    let options = arguments.project.options();
    let request = Request {
        output: arguments.output.clone().unwrap_or_else(|| options.root.join("output")),
        project: options,
        deliverables: arguments.deliverables.clone(),
        last_room: LastRoom::Publish,
        official: arguments.official,
        writer: writer::writer("generer", arguments.writing.date),
    };
    let mut progress = Progress::new();
    let outcome = crate::build(&request, &mut progress)?;
    let (elapsed, durations) = (progress.elapsed(), progress.durations());
    progress.finish();
    messages::note(&outcome.notices);
    messages::print(&outcome.diagnostics);
    if arguments.time {
        for (room, duration) in durations {
            print_duration(room.label(), duration);
        }
        print_duration("total", elapsed);
    }
    if outcome.publication.is_none() {
        eprintln!("Rien n’a été publié ; la dernière publication est intacte.");
        return Err(Failure::Author);
    }
    print!("{}", wrapped(&summary(&request, &outcome, elapsed), screen::width()));
    Ok(())
}

fn print_duration(label: &str, duration: Duration) {
    let milliseconds = french::number(duration.as_secs_f64() * 1000.0, 1);
    eprintln!("{label:<36} {milliseconds:>10} ms");
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
        lines.push(format!("Contrôle : {}, {rules}", verdict.profiles.join(" et ")));
    }
    if let Some(report) = &outcome.report {
        let total = french::plural(report.counts().values().sum(), "indicateur", "indicateurs");
        lines.push(format!("{total} : {}", statuses(report)));
        lines.push(format!("Données manquantes : {}", report.missing.len()));
    }
    lines.push(format!(
        "Avertissements : {}",
        outcome.diagnostics.count(Severity::Warning)
    ));
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

fn statuses(report: &Report) -> String {
    let counted = report.counted_words();
    let words: Vec<String> = counted
        .iter()
        .map(|(label, count)| format!("{count} {label}"))
        .collect();
    words.join(", ")
}
