//! The same indicator, year and disaggregation given twice.
//!
//! In one table, one line too many, or a disaggregation that lacks. In two, a workbook that came back with its history:
//! what it repeats is no news, what it revises is told with both values and both places.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::french::{plural, quoted};
use crate::load::Content;
use crate::model::{Identifier, Observation, ObservationStatus, Value};
use crate::validate::line::Reading;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Two cells claim to be the same observation.
const DUPLICATE: Code = Code("M216");

/// The most revisions between two files that are told one by one.
const TOLD_ONE_BY_ONE: usize = 5;

/// The file of a reading that was read, that of the one that is kept, and whether the author said which is right.
type Between = (Arc<str>, Arc<str>, bool);

/// A value that another file gives otherwise, and the cell that holds it.
struct Revised {
    said: String,
    place: Place,
    raw: String,
}

/// Keeps one of each observation and tells what the others say otherwise. `authority`: how far the values of a file are right.
pub fn drop_repeated(readings: &mut Vec<Reading>, authority: impl Fn(&str) -> u32, diagnostics: &mut Diagnostics) {
    let mut kept: BTreeMap<(&Identifier, i32, &BTreeMap<String, String>), usize> = BTreeMap::new();
    let mut dropped = BTreeSet::new();
    let mut revised: BTreeMap<Between, Vec<Revised>> = BTreeMap::new();
    let mut statuses: BTreeMap<Between, Vec<&Observation>> = BTreeMap::new();
    for (rank, reading) in readings.iter().enumerate() {
        let observation = &reading.observation;
        let key = (&observation.indicator, observation.year, &observation.breakdown);
        let Some(known) = kept.get_mut(&key) else {
            kept.insert(key, rank);
            continue;
        };
        let first = &readings[*known];
        let other = &first.observation;
        if observation.place.file == other.place.file {
            dropped.insert(rank);
            diagnostics.push(fault(reading, first));
            continue;
        }
        let right = |one: &Observation| authority(&one.place.file);
        let invented = |one: &Observation| one.status == ObservationStatus::Example;
        let settled = right(observation) != right(other);
        let between = (observation.place.file.clone(), other.place.file.clone(), settled);
        let newer = if is_blank(reading) || is_blank(first) {
            is_blank(first)
        } else if invented(observation) != invented(other) {
            // What was invented for a demonstration gives way: it is no other value.
            invented(other)
        } else if observation.value == other.value {
            let differ = observation.status != other.status;
            if differ {
                statuses.entry(between).or_default().push(observation);
            }
            // What one of them says of the value is not lost.
            match settled {
                true => right(observation) > right(other),
                false => differ && other.status == ObservationStatus::Final,
            }
        } else {
            let said = format!(
                "{} vaut {} ({}) et {} ({})",
                named(observation),
                observation.value.said(),
                observation.place,
                other.value.said(),
                other.place
            );
            let place = observation.place.clone();
            let raw = reading.content.display();
            revised.entry(between).or_default().push(Revised { said, place, raw });
            right(observation) > right(other)
        };
        dropped.insert(if newer { *known } else { rank });
        if newer {
            *known = rank;
        }
    }
    for (between, revised) in &revised {
        diagnostics.extend(revisions(between, revised));
    }
    diagnostics.extend(statuses.iter().map(|(between, found)| status(between, found)));
    let mut rank = 0;
    readings.retain(|_| {
        rank += 1;
        !dropped.contains(&(rank - 1))
    });
}

/// Whether a cell says nothing: that of a workbook that was filled before, and not this time.
fn is_blank(reading: &Reading) -> bool {
    *reading.content == Content::Empty && reading.observation.value == Value::Missing
}

/// What is told of the values that two files give otherwise.
fn revisions((file, earlier, settled): &Between, revised: &[Revised]) -> Vec<Diagnostic> {
    let one = |Revised { place, raw, .. }: &Revised, message: String| {
        let (fault, help) = match settled {
            true => (
                Diagnostic::warning(DUPLICATE, place.clone(), message),
                "Rien à faire si c’est bien la révision attendue : le fichier qui fait foi l’emporte.",
            ),
            false => (
                Diagnostic::error(DUPLICATE, place.clone(), message),
                "Gardez la bonne : corrigez l’autre, ou videz sa cellule. Si l’un des deux fichiers remplace l’autre, écrivez dans rapport.yaml, sous « valeurs » (la clé qui y est déjà, s’il y en a une), « - {fichier: NOM, fait_foi: oui} » ; ou, si le fichier y est nommé, ajoutez « fait_foi: oui » à son entrée.",
            ),
        };
        fault.help(help).raw(raw)
    };
    if revised.len() <= TOLD_ONE_BY_ONE {
        return revised
            .iter()
            .map(|told| one(told, format!("{}.", told.said)))
            .collect();
    }
    let more = plural(revised.len() - TOLD_ONE_BY_ONE, "autre", "autres");
    let told: Vec<&str> = revised[..TOLD_ONE_BY_ONE].iter().map(|told| &*told.said).collect();
    let message = format!(
        "{} et {} ne donnent pas les mêmes valeurs : {} ; et {more}.",
        quoted(file),
        quoted(earlier),
        told.join(" ; "),
    );
    vec![one(&revised[0], message)]
}

/// What is told of the values that two files give alike, and say otherwise to be provisional or not.
fn status((file, earlier, settled): &Between, found: &[&Observation]) -> Diagnostic {
    let first = found[0];
    let kept = match settled {
        true => "celui du fichier qui fait foi est gardé",
        false => "celui qui n’est pas « définitif » est gardé",
    };
    let message = format!(
        "{} et {} donnent les mêmes valeurs avec un autre statut ({}, la première : {}) ; {kept}.",
        quoted(file),
        quoted(earlier),
        plural(found.len(), "valeur", "valeurs"),
        named(first)
    );
    Diagnostic::warning(DUPLICATE, first.place.clone(), message)
        .help("Écrivez le même statut dans les deux fichiers, ou retirez la ligne ancienne.")
}

fn named(observation: &Observation) -> String {
    let parts = observation.breakdown.values().map(|part| format!(", {}", quoted(part)));
    format!(
        "{} pour {}{}",
        quoted(observation.indicator.as_str()),
        observation.year,
        parts.collect::<String>()
    )
}

/// What is told of two lines of one table, or of two rows of a query.
fn fault(reading: &Reading, earlier: &Reading) -> Diagnostic {
    let (observation, first) = (&reading.observation, &earlier.observation);
    let what = named(observation);
    let same = match (is_blank(earlier), is_blank(reading)) {
        (true, true) => "est vide comme elle",
        (true, false) => "est vide",
        (false, true) => "donne déjà une valeur, et celle-ci est vide",
        (false, false) if first.value == observation.value => "donne déjà la même valeur",
        (false, false) => "donne déjà une autre valeur",
    };
    let (message, help) = if first.place == observation.place {
        (
            format!("La requête donne deux fois {what}."),
            "Ajoutez la colonne qui distingue les lignes à GROUP BY, ou additionnez-les par SUM.",
        )
    } else {
        (
            format!("{what} est en double : {} {same}.", first.place),
            "Gardez une seule des deux lignes, ou distinguez-les par une colonne de ventilation.",
        )
    };
    Diagnostic::error(DUPLICATE, observation.place.clone(), message)
        .help(help)
        .raw(reading.content.display())
}
