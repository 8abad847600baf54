//! Tables of factors: each with its stage, its unit and its source; none without a source.

use super::cells::{Refused, amount, duration, is_absent};
use super::columns::{Columns, Expected, Row};
use super::names::Names;
use super::noun::{Factor, FactorItem, Fleet};
use super::{units, words};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::french::folded;
use crate::load::Table;
use crate::model::{FactorSource, ObservationStatus, Quality, ReferenceEquipment, Stage};
use crate::validate::words::quoted;
use std::collections::BTreeMap;

/// A factor whose source or date is not said.
const NO_SOURCE: Code = Code("M268");
/// A factor in another unit than that of its stage.
const WRONG_UNIT: Code = Code("M269");
/// A factor given twice.
const REPEATED: Code = Code("M270");

const KNOWN: [&str; 9] = [
    "equipement",
    "etape",
    "kgco2e",
    "unite",
    "source",
    "version",
    "date",
    "qualite",
    "statut",
];
const NEEDED: [&str; 6] = ["equipement", "etape", "kgco2e", "unite", "source", "date"];

/// The name under which the factor of electricity is given.
const ELECTRICITY: &str = "electricite";

/// What a line of factors may be for.
const ITEMS: [FactorItem; 5] = [
    FactorItem::Stage(Stage::Manufacture),
    FactorItem::Stage(Stage::Distribution),
    FactorItem::Stage(Stage::Use),
    FactorItem::Stage(Stage::EndOfLife),
    FactorItem::Life,
];

/// Reads the factors of a table into the fleet.
pub fn read(table: &Table, names: &mut Names, fleet: &mut Fleet, diagnostics: &mut Diagnostics) {
    let expected = Expected {
        known: &KNOWN,
        needed: &NEEDED,
        mapped: &BTreeMap::new(),
    };
    let Some(columns) = Columns::of(table, expected, diagnostics) else {
        return;
    };
    for row in columns.rows() {
        // A fault was pushed: the next line may have its own.
        let _ = factor(&row, names, fleet, diagnostics);
    }
}

/// The factors of the reference data, where the project gives none.
pub fn add_reference(reference: &[ReferenceEquipment], fleet: &mut Fleet) {
    for equipment in reference {
        let values = [
            equipment.manufacture,
            equipment.distribution,
            equipment.yearly_use,
            equipment.end_of_life,
            equipment.life,
        ];
        for (item, value) in ITEMS.into_iter().zip(values) {
            let factor = || Factor {
                value,
                origin: equipment.origin.clone(),
                example: false,
                place: None,
            };
            fleet
                .factors
                .entry((equipment.name.clone(), item))
                .or_insert_with(factor);
        }
    }
}

fn factor(row: &Row, names: &mut Names, fleet: &mut Fleet, diagnostics: &mut Diagnostics) -> Result<(), Refused> {
    let word = row.text("equipement");
    let item = words::word(row, "etape", &ITEMS, names_of, diagnostics)?;
    let sourced = check_source(row, &word, diagnostics);
    let (Some(item), true) = (item, !word.is_empty()) else {
        return Err(refuse_empty(row, diagnostics));
    };
    let electricity = folded(&word) == ELECTRICITY && item == FactorItem::Stage(Stage::Use);
    let unit = if electricity {
        units::ELECTRICITY
    } else {
        units::expected(item)
    };
    check_unit(row, unit, diagnostics)?;
    let value = match item {
        FactorItem::Life => duration(row, "kgco2e", diagnostics)?,
        FactorItem::Stage(_) => amount(row, "kgco2e", diagnostics)?,
    };
    let quality = words::word(
        row,
        "qualite",
        Quality::ALL,
        |class| (class.key(), class.label()),
        diagnostics,
    )?;
    let status = |status: ObservationStatus| (status.key(), status.label());
    let status = words::word(row, "statut", ObservationStatus::ALL, status, diagnostics)?;
    let Some(value) = value.filter(|_| sourced) else {
        return match sourced {
            true => Err(refuse_empty(row, diagnostics)),
            false => Err(Refused),
        };
    };
    let factor = Factor {
        value,
        origin: FactorSource {
            source: row.text("source"),
            version: row.text("version"),
            date: row.text("date"),
            quality: quality.unwrap_or(Quality::Medium),
        },
        example: status == Some(ObservationStatus::Example),
        place: Some(row.place("kgco2e")),
    };
    let before = if electricity {
        fleet.electricity.replace(factor)
    } else {
        fleet.factors.insert((names.learn(&word), item), factor)
    };
    before.map_or(Ok(()), |before| Err(refuse_repeated(row, &word, &before, diagnostics)))
}

fn names_of(item: FactorItem) -> (&'static str, &'static str) {
    match item {
        FactorItem::Stage(stage) => (stage.key(), stage.label()),
        FactorItem::Life => ("duree", "durée de vie"),
    }
}

fn check_source(row: &Row, word: &str, diagnostics: &mut Diagnostics) -> bool {
    let mut sourced = true;
    for (column, what) in [("source", "de source"), ("date", "de date")] {
        if is_absent(&row.text(column)) {
            sourced = false;
            let message = format!("Ce facteur de {} n’a pas {what} : il est refusé.", quoted(word));
            let help =
                "Écrivez qui publie ce facteur, et quand il a été publié ou lu : les deux sont imprimés à côté de lui.";
            diagnostics.push(Diagnostic::error(NO_SOURCE, row.place(column), message).help(help));
        }
    }
    sourced
}

fn check_unit(row: &Row, expected: &str, diagnostics: &mut Diagnostics) -> Result<(), Refused> {
    let written = row.text("unite");
    if units::agrees(&written, expected) {
        return Ok(());
    }
    let message = format!(
        "L’unité de ce facteur est {}, et l’on attend {}.",
        quoted(&written),
        quoted(expected)
    );
    let help = "Convertissez la valeur, puis corrigez l’unité.";
    diagnostics.push(
        Diagnostic::error(WRONG_UNIT, row.place("unite"), message)
            .help(help)
            .raw(written),
    );
    Err(Refused)
}

fn refuse_empty(row: &Row, diagnostics: &mut Diagnostics) -> Refused {
    let missing = ["equipement", "etape", "kgco2e"]
        .into_iter()
        .find(|column| is_absent(&row.text(column)));
    let column = missing.unwrap_or("kgco2e");
    super::cells::refuse_blank(row, column, diagnostics)
}

fn refuse_repeated(row: &Row, word: &str, before: &Factor, diagnostics: &mut Diagnostics) -> Refused {
    let first = before.place.as_ref().map(ToString::to_string).unwrap_or_default();
    let message = format!(
        "Le facteur de {} pour l’étape {} est donné deux fois (la première : {first}).",
        quoted(word),
        quoted(&row.text("etape"))
    );
    let help = "Gardez un seul des deux facteurs : le rapport imprime celui qui a servi.";
    diagnostics.push(Diagnostic::error(REPEATED, row.place("kgco2e"), message).help(help));
    Refused
}
