//! Tables of factors: each with its stage, its unit and its source; none without a source.

use super::cells::{Refused, amount, duration};
use super::choice::Candidates;
use super::columns::{Columns, Expected, Row};
use super::declaration::{check_source, is_example, origin};
use super::names::Names;
use super::noun::{Factor, FactorItem};
use super::{units, words};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::form::absence::is_missing;
use crate::french::folded;
use crate::french::quoted;
use crate::load::Table;
use crate::model::{ReferenceEquipment, Stage};
use std::collections::BTreeMap;

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

/// Reads the factors of a table.
pub fn read(table: &Table, names: &mut Names, candidates: &mut Candidates, diagnostics: &mut Diagnostics) {
    let expected = Expected {
        known: &[&KNOWN],
        needed: &NEEDED,
        mapped: &BTreeMap::new(),
    };
    let Some(columns) = Columns::of(table, expected, diagnostics) else {
        return;
    };
    for row in columns.rows() {
        // A fault was pushed: the next line may have its own.
        let _ = factor(&row, names, candidates, diagnostics);
    }
}

/// The factors of the reference data, which serve where the project gives none.
pub fn add_reference(reference: &[ReferenceEquipment], candidates: &mut Candidates) {
    for equipment in reference {
        let values = [
            equipment.manufacture,
            equipment.distribution,
            equipment.yearly_use,
            equipment.end_of_life,
            equipment.life,
        ];
        for (item, value) in ITEMS.into_iter().zip(values) {
            let factor = Factor {
                value,
                origin: equipment.origin.clone(),
                example: false,
                place: None,
            };
            candidates.of((equipment.name.clone(), item)).push(factor);
        }
    }
}

fn factor(
    row: &Row,
    names: &mut Names,
    candidates: &mut Candidates,
    diagnostics: &mut Diagnostics,
) -> Result<(), Refused> {
    let word = row.text("equipement");
    let item = words::word(row, "etape", &ITEMS, names_of, diagnostics)?;
    let subject = format!("Ce facteur de {}", quoted(&word));
    let sourced = check_source(row, &subject, diagnostics);
    let (Some(item), false) = (item, word.is_empty()) else {
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
    let origin = origin(row, diagnostics)?;
    let example = is_example(row, diagnostics)?;
    sourced?;
    let Some(value) = value else {
        return Err(refuse_empty(row, diagnostics));
    };
    let factor = Factor {
        value,
        origin,
        example,
        place: Some(row.place("kgco2e")),
    };
    let known = match electricity {
        true => &mut candidates.electricity,
        false => candidates.of((names.learn(&word), item)),
    };
    let same = |before: &&Factor| {
        folded(&before.origin.source) == folded(&factor.origin.source)
            && folded(&before.origin.version) == folded(&factor.origin.version)
    };
    if let Some(before) = known.iter().find(same) {
        return Err(refuse_repeated(row, &word, before, diagnostics));
    }
    known.push(factor);
    Ok(())
}

fn names_of(item: FactorItem) -> (&'static str, &'static str) {
    match item {
        FactorItem::Stage(stage) => (stage.key(), stage.label()),
        FactorItem::Life => ("duree", "durée de vie"),
    }
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
        .find(|column| is_missing(&row.text(column)));
    let column = missing.unwrap_or("kgco2e");
    super::cells::refuse_blank(row, column, diagnostics)
}

fn refuse_repeated(row: &Row, word: &str, before: &Factor, diagnostics: &mut Diagnostics) -> Refused {
    let first = before.place.as_ref().map(ToString::to_string).unwrap_or_default();
    let message = format!(
        "La même source donne deux fois le facteur de {} pour l’étape {} (la première : {first}).",
        quoted(word),
        quoted(&row.text("etape"))
    );
    let help = "Gardez une seule des deux lignes, ou distinguez leurs versions : deux sources qui diffèrent donnent une fourchette.";
    diagnostics.push(Diagnostic::error(REPEATED, row.place("kgco2e"), message).help(help));
    Refused
}
