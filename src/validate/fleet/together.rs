//! What the tables of `data/parc/` must say together: nothing twice, nothing later than the data year, names that exist.

use super::dialect::REPEATED;
use super::names::Names;
use super::noun::Fleet;
use crate::config::Project;
use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics, Place};
use crate::french::folded;
use crate::french::quoted;
use crate::french::suggestion;
use crate::model::Derivation;
use std::collections::{BTreeMap, BTreeSet};

/// Data of `data/parc/` later than the data year.
const LATER: Code = Code("M271");
/// A line of the inventory names a data centre that is not there that year.
const UNKNOWN_CENTRE: Code = Code("M277");
/// An indicator asks for an equipment that the inventory does not have.
const UNKNOWN_EQUIPMENT: Code = Code("M278");

/// Drops what is later than the data year, so that an old edition can be built again; one warning a year.
pub fn drop_later(fleet: &mut Fleet, data_year: i32, diagnostics: &mut Diagnostics) {
    let lines = fleet.equipment.iter().map(|line| (line.year, &line.place));
    let services = fleet.services.iter().map(|service| &service.declaration);
    let centres = fleet.centres.iter().map(|centre| &centre.declaration);
    let results = fleet.results.iter().map(|result| &result.declaration);
    let waste = fleet.waste.iter().map(|waste| &waste.declaration);
    let declared = services.chain(centres).chain(results).chain(waste);
    let dated = lines.chain(declared.map(|declaration| (declaration.year, &declaration.place)));
    let mut later: BTreeMap<i32, Place> = BTreeMap::new();
    for (year, place) in dated.filter(|(year, _)| *year > data_year) {
        later.entry(year).or_insert_with(|| place.clone());
    }
    for (year, place) in later {
        let message = format!("Ce que data/parc/ dit de {year} est ignoré : l’année des données est {data_year}.");
        let help = "Avancez « annee_donnees » dans rapport.yaml quand l’édition change.";
        diagnostics.push(Diagnostic::warning(LATER, place, message).help(help));
    }
    fleet.equipment.retain(|line| line.year <= data_year);
    fleet.services.retain(|service| service.declaration.year <= data_year);
    fleet.centres.retain(|centre| centre.declaration.year <= data_year);
    fleet.results.retain(|result| result.declaration.year <= data_year);
    fleet.waste.retain(|waste| waste.declaration.year <= data_year);
}

/// Refuses what is declared twice: it would be counted twice.
pub fn drop_repeated(fleet: &mut Fleet, diagnostics: &mut Diagnostics) {
    let mut first: BTreeMap<String, Place> = BTreeMap::new();
    let mut is_new = |what: String, place: &Place| {
        let known = first.insert(what.clone(), place.clone());
        if let Some(before) = &known {
            let message = format!("{what} est donné deux fois (la première : {before}).");
            let help = "Gardez une seule des deux lignes, ou donnez-leur des noms différents.";
            diagnostics.push(Diagnostic::error(REPEATED, place.clone(), message).help(help));
        }
        known.is_none()
    };
    fleet.services.retain(|service| {
        let said = &service.declaration;
        let at = if said.site.is_empty() {
            String::new()
        } else {
            format!(", {}", said.site)
        };
        let what = format!(
            "Le service {} ({}, {}{at})",
            quoted(&service.name),
            said.year,
            said.perimeter.label()
        );
        is_new(what, &said.place)
    });
    fleet.centres.retain(|centre| {
        let said = &centre.declaration;
        is_new(
            format!("Le centre {} ({})", quoted(&centre.name), said.year),
            &said.place,
        )
    });
    fleet.results.retain(|result| {
        let said = &result.declaration;
        let what = format!(
            "Le résultat {} ({}, {})",
            quoted(&result.method),
            said.year,
            said.perimeter.label()
        );
        is_new(what, &said.place)
    });
}

/// Every data centre that a line names must be there the same year.
pub fn check_centres(fleet: &Fleet, diagnostics: &mut Diagnostics) {
    for line in fleet.equipment.iter().filter(|line| !line.centre.is_empty()) {
        let there = fleet
            .centres
            .iter()
            .filter(|centre| centre.declaration.year == line.year);
        let there: Vec<&str> = there.map(|centre| centre.name.as_str()).collect();
        if there.iter().any(|name| folded(name) == folded(&line.centre)) {
            continue;
        }
        let message = format!(
            "Le centre {} n’est pas dans data/parc/centres.csv en {} : la consommation de {} n’y est pas comptée.",
            quoted(&line.centre),
            line.year,
            quoted(&line.kind)
        );
        diagnostics.push(
            Diagnostic::error(UNKNOWN_CENTRE, line.place.clone(), message)
                .help(suggestion(&line.centre, &there))
                .raw(line.centre.clone()),
        );
    }
}

/// The equipment that indicators ask for, under the names of the inventory.
pub fn resolve_asked(project: &Project, names: &Names, fleet: &mut Fleet, diagnostics: &mut Diagnostics) {
    let kinds: BTreeSet<&str> = fleet.equipment.iter().map(|line| line.kind.as_str()).collect();
    for indicator in &project.catalogue {
        let Some(Derivation::Fleet(derivation)) = &indicator.derivation else {
            continue;
        };
        let Some(asked) = &derivation.equipment else { continue };
        let name = names.canonical(&asked.value);
        if !kinds.is_empty() && !kinds.contains(name.as_str()) {
            let message = format!(
                "{} demande l’équipement {}, qui n’est dans aucun inventaire.",
                quoted(indicator.id.as_str()),
                quoted(&asked.value)
            );
            let kinds: Vec<&str> = kinds.iter().copied().collect();
            diagnostics.push(
                Diagnostic::error(UNKNOWN_EQUIPMENT, asked.place.clone(), message)
                    .help(suggestion(&asked.value, &kinds))
                    .raw(asked.value.clone())
                    .spoils(Cause::entry(indicator.id.as_str())),
            );
        }
        fleet.asked.insert(indicator.id.clone(), name);
    }
}
