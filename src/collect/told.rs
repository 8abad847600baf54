//! What is told of a file that came back, beside its values.

use super::campaign::Campaign;
use super::workbook::{EDITION, YEAR};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::french::{list, plural, quoted};
use crate::load::{Cell, Content, Received};
use std::collections::BTreeMap;

/// A file of a collection without a table of values, or with several.
const NO_VALUES: Code = Code("M192");
/// A workbook that asks for another year.
const OTHER_EDITION: Code = Code("M193");
/// A value on a line that names no indicator.
const NAMELESS: Code = Code("M194");
/// A cell outside the heads of the table.
const BESIDE: Code = Code("M195");
/// The catalogue has changed since the workbook was made.
const OTHER_CATALOGUE: Code = Code("M196");

pub(super) fn no_values(received: &Received) -> Diagnostic {
    let message = format!(
        "« {} » n’a pas de tableau de valeurs : aucune de ses feuilles n’a une colonne « indicateur » et une colonne par année.",
        received.path
    );
    Diagnostic::error(NO_VALUES, Place::file(received.path.clone()), message).help(
        "Si les titres des colonnes ont été changés, remettez-les (indicateur, 2024, 2025…), ou demandez au service le classeur entier, avec toutes ses feuilles.",
    )
}

pub(super) fn several(received: &Received, names: &[&str]) -> Diagnostic {
    let names: Vec<String> = names.iter().map(|name| quoted(name)).collect();
    let message = format!(
        "« {} » a plusieurs tableaux de valeurs, et rien ne dit lequel compte : {}.",
        received.path,
        list(&names)
    );
    Diagnostic::error(NO_VALUES, Place::file(received.path.clone()), message)
        .help("Gardez une copie du fichier, retirez-en la feuille qui ne compte pas, puis recommencez.")
}

/// The fault of a workbook that asks for another edition, or another year.
pub(super) fn other_edition(
    received: &Received,
    marks: &BTreeMap<&'static str, String>,
    campaign: &Campaign,
) -> Option<Diagnostic> {
    let mut awaited = [(EDITION, campaign.edition), (YEAR, campaign.year)].into_iter();
    awaited.find_map(|(mark, expected)| {
        let found = marks.get(mark).filter(|found| **found != expected.to_string())?;
        let message = format!(
            "« {} » a été fait pour une autre collecte : « {mark} » y vaut {found}, et {expected} dans le projet.",
            received.path
        );
        let help = match mark == EDITION && found.parse::<i32>().is_ok() {
            true => format!("Pour lire une collecte passée : millesime collecter lire --edition {found}."),
            false => "Vérifiez « edition » et « annee_donnees » dans rapport.yaml.".to_owned(),
        };
        Some(Diagnostic::error(OTHER_EDITION, Place::file(received.path.clone()), message).help(help))
    })
}

/// The warning of a catalogue that no longer asks what the workbook asked.
pub(super) fn other_catalogue(received: &Received) -> Diagnostic {
    let message = format!(
        "Le catalogue a changé depuis que « {} » a été fait : ses titres, ses unités, ses définitions ou ses lignes ne sont plus ceux d’aujourd’hui.",
        received.path
    );
    Diagnostic::warning(OTHER_CATALOGUE, Place::file(received.path.clone()), message).help(
        "Relisez ce que le service a vu (ses colonnes « titre » et « définition ») avant de garder ses valeurs ; « millesime collecter creer » écrit un classeur à jour.",
    )
}

/// What stands in a table and belongs to no line or no head.
#[derive(Default)]
pub(super) struct Homeless {
    told: Vec<Diagnostic>,
}

impl Homeless {
    /// The values of a line that names no indicator.
    pub fn nameless<'c>(&mut self, values: impl Iterator<Item = &'c Cell>) {
        for cell in values {
            let raw = cell.content.display();
            let message = format!(
                "La valeur {} est sur une ligne sans identifiant d’indicateur : elle n’est pas lue.",
                quoted(&raw)
            );
            self.told.push(
                Diagnostic::error(NAMELESS, cell.place.clone(), message)
                    .help("Écrivez l’identifiant dans la colonne « indicateur », ou effacez la valeur.")
                    .raw(raw),
            );
        }
    }

    /// The values under a head that speaks of a year and is none, their number.
    pub fn undated(&mut self, head: &Cell, count: usize) {
        if count == 0 {
            return;
        }
        let raw = head.content.display();
        let message = format!(
            "Le titre {} n’est pas une année seule : {} {}.",
            quoted(raw.trim()),
            plural(count, "valeur de cette colonne", "valeurs de cette colonne"),
            if count == 1 {
                "n’est pas lue"
            } else {
                "ne sont pas lues"
            }
        );
        let help = "Écrivez l’année seule dans le titre, comme dans le classeur envoyé ; si les valeurs sont dans une autre unité que celle de leur ligne, convertissez-les.";
        self.told.push(
            Diagnostic::error(NAMELESS, head.place.clone(), message)
                .help(help)
                .raw(raw),
        );
    }

    /// What stands on a line after the last head.
    pub fn beside(&mut self, row: &[Cell], width: usize) {
        for cell in row.iter().skip(width).filter(|cell| cell.content != Content::Empty) {
            let raw = cell.content.display();
            let message = format!(
                "La cellule contient {}, à côté du tableau : elle n’est pas lue.",
                quoted(&raw)
            );
            self.told.push(
                Diagnostic::warning(BESIDE, cell.place.clone(), message)
                    .help("Si c’est une valeur, portez-la dans sa colonne ; si c’est une remarque, elle n’est que dans le fichier reçu.")
                    .raw(raw),
            );
        }
    }

    pub fn told(self) -> Vec<Diagnostic> {
        self.told
    }
}
