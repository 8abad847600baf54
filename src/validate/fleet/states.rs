//! What the columns of another tool say of each device: which are not in service, by what its author left out.
//!
//! GLPI has a « Statut » of its own: its words are none of ours, and change nothing unless `exclusion` names them.

use crate::config::FleetSettings;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::form::lines::column::same;
use crate::form::words::word;
use crate::french::{folded, list, quoted};
use crate::load::Table;
use crate::model::ObservationStatus;
use std::collections::BTreeMap;

/// The words of a status that are of another tool.
const OTHER_STATUS: Code = Code("M251");
/// `exclusion` names a column that the inventory does not have, or words that no line of it holds.
const NOTHING_LEFT_OUT: Code = Code("M252");

/// Words that a message quotes.
const QUOTED: usize = 5;

/// What G4IT says of a device that serves: there is nothing to ask about it.
const IN_USE: &str = "in use";

/// Why lines of an inventory are not counted, by the place where each begins.
pub struct States {
    reasons: BTreeMap<Place, String>,
}

impl States {
    pub fn of(table: &Table, settings: &FleetSettings, diagnostics: &mut Diagnostics) -> Self {
        let mut reasons = BTreeMap::new();
        for (title, words) in &settings.left_out {
            let mut header = table.header.iter();
            let rank = header.position(|cell| same(title, &cell.content.display()));
            let before = reasons.len();
            for row in &table.rows {
                let text = rank.and_then(|rank| row.get(rank)).map(|cell| cell.content.display());
                let said = text.unwrap_or_default();
                if words.iter().any(|word| folded(word) == folded(&said)) {
                    let reason = format!("{} : {}", title.trim(), said.trim());
                    reasons.entry(row[0].place.clone()).or_insert(reason);
                }
            }
            if reasons.len() == before {
                diagnostics.push(nothing(table, title, words, rank));
            }
        }
        tell_statuses(table, settings, diagnostics);
        States { reasons }
    }

    /// Why the line that begins there is not counted; empty where it is.
    pub fn reason(&self, place: &Place) -> String {
        self.reasons.get(place).cloned().unwrap_or_default()
    }
}

fn nothing(table: &Table, title: &str, words: &[String], rank: Option<usize>) -> Diagnostic {
    let message = match rank {
        None => format!(
            "L’inventaire n’a pas la colonne {}, que nomme « exclusion ».",
            quoted(title)
        ),
        Some(_) => {
            let words: Vec<String> = words.iter().map(|word| quoted(word)).collect();
            format!(
                "Aucune ligne de l’inventaire ne porte {} sous {}.",
                list(&words),
                quoted(title)
            )
        }
    };
    let place = table.header.first().map(|cell| cell.place.clone());
    Diagnostic::warning(NOTHING_LEFT_OUT, place, message)
        .help("Corrigez « parc: exclusion » dans rapport.yaml, ou retirez-en cette colonne.")
        .raw(title)
}

/// Warns once of the words of a status that are none of ours, where nothing says what they mean.
fn tell_statuses(table: &Table, settings: &FleetSettings, diagnostics: &mut Diagnostics) {
    let given = !settings.columns_of(&table.file).is_empty();
    let is_status = |title: &str| same("statut", title);
    let mut header = table.header.iter();
    let Some(rank) = header.position(|cell| is_status(&cell.content.display())) else {
        return;
    };
    if given || settings.left_out.keys().any(|title| is_status(title)) {
        return;
    }
    let cells = table.rows.iter().filter_map(|row| row.get(rank));
    let mut words: Vec<String> = Vec::new();
    let mut first = None;
    for cell in cells {
        let said = cell.content.display().trim().to_owned();
        let is_ours = folded(&said) == IN_USE || word::<ObservationStatus>(&said).is_some();
        if !said.is_empty() && !is_ours && !words.contains(&said) {
            first.get_or_insert(cell);
            words.push(said);
        }
    }
    let Some(cell) = first else { return };
    let shown: Vec<String> = words.iter().take(QUOTED).map(|word| quoted(word)).collect();
    let more = if words.len() > QUOTED { "…" } else { "" };
    let message = format!(
        "La colonne « Statut » a les mots d’un autre outil ({}{more}) : ils ne changent rien, et toutes les lignes sont comptées.",
        shown.join(", ")
    );
    let idle: Vec<&str> = words.iter().map(String::as_str).filter(|word| is_idle(word)).collect();
    let help = match idle.is_empty() {
        true => "Si certaines ne sont pas en service, dites leurs mots dans rapport.yaml, sous « parc: exclusion: Statut: », en liste ; sinon, il n’y a rien à faire.".to_owned(),
        false => format!(
            "Pour ne pas compter celles qui ne sont pas en service, écrivez dans rapport.yaml : « parc: {{exclusion: {{Statut: [{}]}}}} ».",
            idle.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", ")
        ),
    };
    diagnostics.push(
        Diagnostic::warning(OTHER_STATUS, cell.place.clone(), message)
            .help(help)
            .raw(&words[0]),
    );
}

/// Whether a state of an inventory says that a device serves no more, or not yet.
fn is_idle(word: &str) -> bool {
    let word = folded(word);
    let idle = [
        "stock",
        "reform",
        "rebut",
        "hors service",
        "panne",
        "perdu",
        "vole",
        "retire",
        "sorti",
        "reserve",
    ];
    idle.iter().any(|known| word.contains(known))
}
