//! The reminders: a text a service that still owes something, and a table for a mailing. Nothing is sent.

use super::standing::{ServiceStanding, Standing};
use crate::error::Error;
use crate::french::{date, plural};
use crate::model::{Changes, Undo};
use crate::printed::{Cell, Column, Dialect, PrintedTable};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The texts and the table, below the folder of the collection; those of services that owe nothing any more go.
///
/// `day` is that on which they are written: a date that is past is not asked again.
pub fn reminders(standing: &Standing, day: &str) -> Result<BTreeMap<String, Arc<[u8]>>, Error> {
    let folder = format!("{}/relances", standing.campaign.folder());
    let owing: Vec<&ServiceStanding> = standing.services.iter().filter(|one| !one.is_complete()).collect();
    let mut files = BTreeMap::new();
    for one in &owing {
        let text = format!("Objet : {}\n\n{}", subject(standing), text(one, standing, day));
        files.insert(format!("{folder}/{}.txt", one.slug), Arc::from(text.into_bytes()));
    }
    let columns = [
        Column::text("service", "Service"),
        Column::text("objet", "Objet"),
        Column::text("texte", "Texte"),
        Column::text("classeur", "Classeur"),
        Column::number("manquantes", "Manquantes"),
    ];
    let rows = owing.iter().map(|one| {
        vec![
            Cell::text(&*one.service),
            Cell::text(subject(standing)),
            Cell::text(text(one, standing, day)),
            Cell::text(standing.campaign.workbook(&one.slug)),
            Cell::whole(i64::try_from(one.missing().count()).unwrap_or(i64::MAX)),
        ]
    });
    let table = PrintedTable::new(columns, rows).csv(Dialect::French)?;
    files.insert(format!("{folder}/relances.csv"), table);
    Ok(files)
}

fn subject(standing: &Standing) -> String {
    let campaign = &standing.campaign;
    format!("Rapport {} : ce qu’il nous manque de votre service", campaign.edition)
}

fn text(one: &ServiceStanding, standing: &Standing, day: &str) -> String {
    let campaign = &standing.campaign;
    let by = match campaign.closing {
        // Days are written year first: their order is that of their texts.
        Some(closing) if *day > *closing.to_string() => {
            format!(" dès que possible (il était attendu avant le {})", date(closing))
        }
        Some(closing) => format!(" avant le {}", date(closing)),
        None => String::new(),
    };
    let mut text = format!(
        "Bonjour,\n\nPour le rapport {} sur la situation en matière de développement durable, ",
        campaign.edition
    );
    text += &match one.received.is_empty() {
        true => format!("nous n’avons encore rien reçu de votre service ({}).\n", one.service),
        false => format!(
            "merci de ce que vous nous avez envoyé ({}). Il manque encore ceci.\n",
            one.service
        ),
    };
    let missing: Vec<String> = one
        .missing()
        .map(|line| match line.unit.as_str() {
            "" => format!("- {} ({})\n", line.title, line.id),
            unit => format!("- {}, en {unit} ({})\n", line.title, line.id),
        })
        .collect();
    if !missing.is_empty() {
        text += &format!(
            "\n{} de {} :\n",
            plural(missing.len(), "valeur", "valeurs"),
            campaign.year
        );
        text += &missing.concat();
    }
    if !one.silent_actions.is_empty() {
        text += &format!(
            "\n{} dont l’état n’est pas dit :\n",
            plural(one.silent_actions.len(), "action", "actions")
        );
        text += &one
            .silent_actions
            .iter()
            .map(|title| format!("- {title}\n"))
            .collect::<String>();
    }
    text += &format!(
        "\nMerci de remplir les cases jaunes du classeur joint et de le renvoyer{by}. Une valeur qui n’existe pas se note n.d. ; une case vide ne vaut pas zéro.\n"
    );
    if !campaign.contact.is_empty() {
        text += &format!("\n{}\n", campaign.contact);
    }
    text
}

/// The change that writes these files, over those of before.
pub fn written(files: BTreeMap<String, Arc<[u8]>>) -> Changes {
    let files = files.into_iter().map(|(path, bytes)| (path, bytes.to_vec()));
    Changes {
        undo: Undo::Kept,
        ..Changes::written(files)
    }
}
