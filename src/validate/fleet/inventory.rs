//! An inventory: each line typed, a line with a fault left out.

use super::cells::{Refused, amount, duration, is_absent, part, refuse_blank, units, year};
use super::columns::{Columns, Expected, Row};
use super::names::Names;
use super::noun::Equipment;
use super::words::word;
use crate::config::Project;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::load::Table;
use crate::model::{ObservationStatus, Perimeter, Quality};
use std::collections::BTreeMap;

/// An inventory later than the data year.
const LATER_INVENTORY: Code = Code("M271");
/// Equipment bought after the inventory that counts it.
const BOUGHT_LATER: Code = Code("M272");

const KNOWN: [&str; 16] = [
    "type",
    "modele",
    "nombre",
    "annee",
    "annee_achat",
    "age",
    "reconditionne",
    "duree_interne",
    "duree_amont",
    "reemploi",
    "preuve",
    "site",
    "perimetre",
    "kwh_an",
    "qualite",
    "statut",
];

/// The lines of an inventory; without a column `nombre` each is one unit, without `annee` all are of the data year.
pub fn read(table: &Table, project: &Project, names: &mut Names, diagnostics: &mut Diagnostics) -> Vec<Equipment> {
    let expected = Expected {
        known: &KNOWN,
        needed: &["type"],
        mapped: &project.settings.fleet.columns,
    };
    let Some(columns) = Columns::of(table, expected, diagnostics) else {
        return Vec::new();
    };
    let data_year = project.settings.data_year;
    let lines = columns
        .rows()
        .filter_map(|row| line(&row, data_year, names, diagnostics).ok());
    lines.collect()
}

/// Drops what is later than the data year, so that an old edition can be built again; one warning a year.
pub fn drop_later(equipment: &mut Vec<Equipment>, data_year: i32, diagnostics: &mut Diagnostics) {
    let mut later: BTreeMap<i32, &Equipment> = BTreeMap::new();
    for line in equipment.iter().filter(|line| line.year > data_year) {
        later.entry(line.year).or_insert(line);
    }
    for (year, line) in later {
        let message = format!("L’inventaire de {year} est ignoré : l’année des données est {data_year}.");
        let help = "Avancez « annee_donnees » dans rapport.yaml quand l’édition change.";
        diagnostics.push(Diagnostic::warning(LATER_INVENTORY, line.place.clone(), message).help(help));
    }
    equipment.retain(|line| line.year <= data_year);
}

fn line(row: &Row, data_year: i32, names: &mut Names, diagnostics: &mut Diagnostics) -> Result<Equipment, Refused> {
    // Every cell is read before the first fault decides: one fault never hides the next.
    let kind = match row.text("type") {
        text if is_absent(&text) => Err(refuse_blank(row, "type", diagnostics)),
        text => Ok(names.learn(&text)),
    };
    let number = if row.has("nombre") {
        units(row, "nombre", diagnostics)
    } else {
        Ok(Some(1.0))
    };
    let whole = number.ok().flatten().unwrap_or(f64::MAX);
    let refurbished = part(row, "reconditionne", whole, diagnostics);
    let reused = part(row, "reemploi", whole, diagnostics);
    let inventory_year = year(row, "annee", diagnostics);
    let purchase = year(row, "annee_achat", diagnostics);
    let age = amount(row, "age", diagnostics);
    let internal_life = duration(row, "duree_interne", diagnostics);
    let upstream_life = amount(row, "duree_amont", diagnostics);
    let yearly_energy = amount(row, "kwh_an", diagnostics);
    let names_of = |perimeter: Perimeter| (perimeter.key(), perimeter.label());
    let perimeter = word(row, "perimetre", Perimeter::ALL, names_of, diagnostics);
    let names_of = |quality: Quality| (quality.key(), quality.label());
    let quality = word(row, "qualite", Quality::ALL, names_of, diagnostics);
    let names_of = |status: ObservationStatus| (status.key(), status.label());
    let status = word(row, "statut", ObservationStatus::ALL, names_of, diagnostics);
    let year = inventory_year?.unwrap_or(data_year);
    let since = purchase?.map(|bought| year - bought);
    if since.is_some_and(|years| years < 0) {
        let message = format!("Cet équipement aurait été acheté après l’inventaire de {year} qui le compte.");
        let help = "Corrigez l’année d’achat, ou celle de l’inventaire.";
        diagnostics.push(
            Diagnostic::error(BOUGHT_LATER, row.place("annee_achat"), message)
                .help(help)
                .raw(row.text("annee_achat")),
        );
        return Err(Refused);
    }
    Ok(Equipment {
        kind: kind?,
        model: names.canonical(&row.text("modele")),
        number: number?.unwrap_or(1.0),
        year,
        age: age?.or(since.map(f64::from)),
        refurbished: refurbished?,
        upstream_life: upstream_life?,
        internal_life: internal_life?,
        reused: reused?,
        proved: !is_absent(&row.text("preuve")),
        site: row.text("site"),
        perimeter: perimeter?.unwrap_or(Perimeter::Collectivite),
        yearly_energy: yearly_energy?,
        quality: quality?,
        example: status? == Some(ObservationStatus::Example),
        place: row.place("type"),
    })
}
