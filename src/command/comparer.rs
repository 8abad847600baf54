//! `comparer`: what differs between two editions, as tables for a terminal, as JSON, or as pages for whoever presents the second.

use super::arguments::Comparison as Asked;
use super::named::{self, Named};
use super::{Failure, messages, run, screen, writer};
use crate::assess::{ComparedTable, Comparison, Side, SnapshotSource};
use crate::diagnostic::Diagnostics;
use crate::french;
use crate::load::TEMPLATES;
use crate::printed::wrapped;
use serde_json::{Map, Value, json};

/// The pages; their keywords, which a PDF/A keeps readable, say whose they are.
const PAGES: Named = Named {
    option: "--pdf",
    usual: "comparaison.pdf",
    what: "une comparaison d’éditions",
    is_one: |content| content.starts_with(b"%PDF") && content.windows(KEYWORD.len()).any(|words| words == KEYWORD),
};
const KEYWORD: &[u8] = b"millesime comparer";

/// Prints what differs, and writes the pages where they are asked for.
pub fn comparer(arguments: &Asked) -> Result<(), Failure> {
    run::ready()?;
    let outcome = crate::compare(&arguments.project, [arguments.before, arguments.after])?;
    let Some(comparison) = &outcome.comparison else {
        messages::print(&outcome.diagnostics);
        if let Some(edition) = outcome.unknown {
            screen::say(&format!(
                "erreur : l’édition {edition} n’est ni dans archives/{edition}/, ni dans output/{edition}/donnees/, et n’est pas celle du projet."
            ));
            screen::say(
                "Donnez deux éditions de ce projet : « millesime generer --officiel » archive celle qui est prête.",
            );
        }
        return Err(Failure::Author);
    };
    if let Some(path) = &arguments.pdf {
        let mut log = Diagnostics::default();
        let Some(pages) = crate::compared(&arguments.project, comparison, &mut log)? else {
            messages::about(&log, &[TEMPLATES]);
            screen::say(
                "erreur : les pages ont l’aspect du projet tel qu’il est, et il a une faute : rien n’a été écrit.",
            );
            screen::say("Corrigez-la, puis relancez ; sans --pdf, la comparaison se lit dans le terminal.");
            return Err(Failure::Author);
        };
        let writer = writer::writer("comparer", arguments.writing.date);
        named::write(path, &PAGES, pages.pdf.to_vec(), &writer)?;
    }
    match arguments.json {
        true => screen::json(&format!("{:#}", json(comparison))),
        false => screen::print(&text(comparison, screen::width())),
    }
}

fn text(comparison: &Comparison, width: usize) -> String {
    let tables = comparison.tables();
    let (before, after) = (comparison.before, comparison.after);
    let mut lines = vec![
        format!("De l’édition {} à l’édition {}", before.edition, after.edition),
        format!("  {} : {}", before.edition, before.known()),
        format!("  {} : {}", after.edition, after.known()),
    ];
    if !comparison.not_compared.is_empty() {
        lines.push(format!("Non comparé : {}.", french::list(&comparison.not_compared)));
    }
    if tables.is_empty() {
        lines.push("Rien ne diffère.".to_owned());
    }
    lines.extend(
        tables
            .iter()
            .map(|compared| format!("  {} : {}", compared.title, counted(compared))),
    );
    lines.push(String::new());
    let mut page = wrapped(&lines.join("\n"), width);
    for compared in &tables {
        page.push_str(&format!("\n{}\n", compared.title));
        page.push_str(&compared.table.terminal(width));
    }
    page
}

fn counted(compared: &ComparedTable) -> String {
    french::plural(compared.table.rows.len(), "ligne", "lignes")
}

fn json(comparison: &Comparison) -> Value {
    let side = |side: Side| {
        json!({
            "edition": side.edition,
            "officielle": side.is_official,
            "source": match side.source {
                SnapshotSource::Archive => "archives",
                SnapshotSource::Project => "projet",
                SnapshotSource::Published => "donnees",
            },
        })
    };
    let tables = comparison.tables().into_iter();
    let tables: Map<String, Value> = tables
        .map(|compared| (compared.key.to_owned(), compared.table.json()))
        .collect();
    json!({
        "avant": side(comparison.before),
        "apres": side(comparison.after),
        "non_compare": comparison.not_compared,
        "differences": tables,
    })
}
