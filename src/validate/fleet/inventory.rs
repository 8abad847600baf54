//! An inventory: each line typed, a line with a fault left out.

use super::cells::{Refused, amount, duration, part, refuse_blank, units, year};
use super::columns::{Columns, Expected, Row};
use super::declaration;
use super::names::Names;
use super::noun::Equipment;
use crate::config::{FleetFile, Project};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::form::absence::is_missing;
use crate::load::Table;
use crate::model::Perimeter;

/// Equipment bought after the inventory that counts it.
const BOUGHT_LATER: Code = Code("M272");

const KNOWN: [&str; 18] = [
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
    "centre",
    "exclusion",
    "qualite",
    "statut",
];

/// What stands for the cells that the lines leave empty.
struct Defaults<'a> {
    file: Option<&'a FleetFile>,
    year: i32,
}

/// The lines of an inventory; without a column `nombre` each is one unit, without `annee` all are of the data year.
pub fn read(table: &Table, project: &Project, names: &mut Names, diagnostics: &mut Diagnostics) -> Vec<Equipment> {
    let settings = &project.settings.fleet;
    let file = settings.file(&table.file);
    let columns = settings.columns_of(&table.file);
    // The type of a line may come from `rapport.yaml`, or from its model.
    let typed = file.is_some_and(|file| file.kind.is_some()) || columns.contains_key("modele");
    let expected = Expected {
        known: &[&KNOWN],
        needed: if typed { &[] } else { &["type"] },
        mapped: columns,
    };
    let Some(columns) = Columns::of(table, expected, diagnostics) else {
        return Vec::new();
    };
    let defaults = Defaults {
        file,
        year: file.and_then(|file| file.year).unwrap_or(project.settings.data_year),
    };
    let lines = columns
        .rows()
        .filter_map(|row| line(&row, &defaults, names, diagnostics).ok());
    lines.collect()
}

fn line(
    row: &Row,
    defaults: &Defaults,
    names: &mut Names,
    diagnostics: &mut Diagnostics,
) -> Result<Equipment, Refused> {
    // Every cell is read before the first fault decides: one fault never hides the next.
    let kind = kind(row, defaults, names).ok_or_else(|| refuse_blank(row, "type", diagnostics));
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
    let perimeter = declaration::perimeter(row, diagnostics);
    let quality = declaration::quality(row, diagnostics);
    let example = declaration::is_example(row, diagnostics);
    let year = inventory_year?.unwrap_or(defaults.year);
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
        proved: !is_missing(&row.text("preuve")),
        site: row.text("site"),
        perimeter: perimeter?
            .or(defaults.file.and_then(|file| file.perimeter))
            .unwrap_or(Perimeter::Collectivite),
        yearly_energy: yearly_energy?,
        centre: said(row, "centre"),
        exclusion: said(row, "exclusion"),
        quality: quality?,
        example: example?,
        place: row.place("type"),
    })
}

/// The kind of a line, from its type, its model, or what `rapport.yaml` says of the file.
fn kind(row: &Row, defaults: &Defaults, names: &mut Names) -> Option<String> {
    let kind = said(row, "type");
    let found = names.kind(&kind, &row.text("modele"));
    found.or_else(|| names.kind(defaults.file?.kind.as_deref()?, ""))
}

/// The text of a cell, empty where it says that there is nothing.
fn said(row: &Row, column: &str) -> String {
    Some(row.text(column))
        .filter(|text| !is_missing(text))
        .unwrap_or_default()
}
