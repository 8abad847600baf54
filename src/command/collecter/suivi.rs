//! `collecter suivi`: which service answered, what each still owes, and the reminders.

use crate::collect::Standing;
use crate::command::arguments::Following;
use crate::command::named::{self, Named};
use crate::command::{Failure, messages, screen, writer};
use crate::french::plural;
use crate::printed::Dialect;

/// The page to send; its first words are its own.
const PAGE: Named = Named {
    option: "--html",
    usual: "suivi.html",
    what: "une page de suivi",
    is_one: |content| {
        content.starts_with(b"<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta name=\"generator\" content=\"millesime collecter suivi\">")
    },
};

/// Prints where the collection stands, and writes the page and the reminders where they are asked for.
pub fn suivi(arguments: &Following) -> Result<(), Failure> {
    let writer = writer::writer("collecter suivi", arguments.writing.date);
    let outcome = crate::follow_collection(&arguments.project.options(), arguments.reminders, &writer)?;
    messages::note(&outcome.notices);
    messages::about(
        &outcome.diagnostics,
        &["collecte", "data/rapport.yaml", "data/indicateurs"],
    );
    let Some(standing) = &outcome.standing else {
        return Err(Failure::Author);
    };
    if let Some(path) = &arguments.html {
        named::write(path, &PAGE, standing.page().into_bytes(), &writer)?;
    }
    for path in &outcome.written {
        screen::say(&format!("Écrit : {path}"));
    }
    if arguments.csv {
        let csv = standing.missing().csv(Dialect::French)?;
        return screen::print(&String::from_utf8_lossy(&csv));
    }
    if arguments.json {
        let json = serde_json::json!({
            "edition": standing.campaign.edition,
            "annee": standing.campaign.year,
            "services": standing.by_service().json(),
            "manquantes": standing.missing().json(),
        });
        return screen::json(&serde_json::to_string_pretty(&json).expect("strings and numbers always serialise"));
    }
    let mut said = standing.by_service().terminal(screen::width());
    said += &missing(standing);
    screen::report(&said)
}

/// What lacks, a service a paragraph.
fn missing(standing: &Standing) -> String {
    let mut said = String::new();
    for one in standing.services.iter().filter(|one| !one.is_complete()) {
        let lines: Vec<String> = one
            .missing()
            .map(|line| format!("  {} ({})\n", line.title, line.id))
            .collect();
        said += &match lines.len() {
            0 => format!("\n{} :\n", one.service),
            count => format!(
                "\n{} : {}\n",
                one.service,
                plural(count, "valeur manque", "valeurs manquent")
            ),
        };
        said += &lines.concat();
        for title in &one.silent_actions {
            said += &format!("  action sans réponse : {title}\n");
        }
    }
    if said.is_empty() {
        said = "\nTout est reçu.\n".to_owned();
    }
    said
}
