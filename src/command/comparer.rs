//! `comparer`: what differs between two editions, as tables for a terminal or as JSON.

use super::arguments::Comparison as Asked;
use super::{Failure, messages, run, screen};
use crate::assess::{ComparedTable, Comparison, Side, SnapshotSource};
use crate::french;
use crate::printed::wrapped;
use serde_json::{Map, Value, json};

/// Prints what differs; nothing is written.
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
        format!("  {} : {}", before.edition, known(before)),
        format!("  {} : {}", after.edition, known(after)),
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

/// From where an edition is known.
fn known(side: Side) -> String {
    let edition = side.edition;
    let standing = match side.is_official {
        true => "officielle",
        false => "non officielle",
    };
    match side.source {
        SnapshotSource::Archive => format!("{standing}, d’après archives/{edition}/"),
        SnapshotSource::Project => format!("{standing}, d’après data/ tel qu’il est aujourd’hui"),
        SnapshotSource::Published => format!("{standing}, d’après output/{edition}/donnees/ (elle n’est pas archivée)"),
    }
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
