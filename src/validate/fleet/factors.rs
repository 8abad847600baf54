//! Tables of factors: each with its stage, its unit and its source; none without a source.

use super::choice::Candidates;
use super::declaration::origin;
use super::names::Names;
use super::noun::Factor;
use super::units;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Placed};
use crate::form::amounts::NOT_AMOUNT;
use crate::form::lines::{Titles, sound};
use crate::form::tables::FactorLine;
use crate::french::{folded, quoted};
use crate::load::Table;
use crate::model::{FactorItem, ObservationStatus, ReferenceEquipment, Stage};

/// A factor in another unit than that of its stage.
const WRONG_UNIT: Code = Code("M269");
/// A factor given twice.
const REPEATED: Code = Code("M270");

/// The name under which the factor of electricity is given.
const ELECTRICITY: &str = "electricite";

/// A factor and what it is the factor of.
struct Given {
    word: String,
    item: FactorItem,
    factor: Factor,
}

/// Reads the factors of a table.
pub fn read(
    table: &Table,
    titles: &Titles,
    names: &mut Names,
    candidates: &mut Candidates,
    diagnostics: &mut Diagnostics,
) {
    for Given { word, item, factor } in sound(table, titles.into(), diagnostics, given) {
        let known = match is_electricity(&word, item) {
            true => &mut candidates.electricity,
            false => candidates.of((names.learn(&word), item)),
        };
        let same = |before: &&Factor| {
            folded(&before.origin.source) == folded(&factor.origin.source)
                && folded(&before.origin.version) == folded(&factor.origin.version)
        };
        match known.iter().find(same) {
            Some(before) => diagnostics.push(repeated(&word, item, before, &factor)),
            None => known.push(factor),
        }
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
        for (item, value) in FactorItem::ALL.into_iter().zip(values) {
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

fn given(line: FactorLine, diagnostics: &mut Diagnostics) -> Option<Given> {
    let subject = match &line.equipment {
        Some(word) => format!("Ce facteur de {}", quoted(word)),
        None => "Ce facteur".to_owned(),
    };
    let origin = origin(
        line.source,
        line.date,
        line.version,
        line.quality,
        &subject,
        diagnostics,
    );
    let (word, item) = (line.equipment?, line.item?);
    let unit = match is_electricity(&word, item) {
        true => units::ELECTRICITY,
        false => units::expected(item),
    };
    check_unit(&line.unit, unit, diagnostics);
    let Placed { value, place } = line.value?;
    if item == FactorItem::Life && value == 0.0 {
        let message = "Une durée de vie est de plus de zéro année.";
        let fault = Diagnostic::error(NOT_AMOUNT, place.clone(), message);
        diagnostics.push(fault.help("Écrivez la durée en années.").raw("0"));
    }
    let factor = Factor {
        value,
        origin: origin?.0,
        example: line.status == ObservationStatus::Example,
        place: Some(place),
    };
    Some(Given { word, item, factor })
}

fn is_electricity(word: &str, item: FactorItem) -> bool {
    folded(word) == ELECTRICITY && item == FactorItem::Stage(Stage::Use)
}

fn check_unit(cell: &Placed<Option<String>>, expected: &str, diagnostics: &mut Diagnostics) {
    let written = cell.value.as_deref().unwrap_or_default();
    if !units::agrees(written, expected) {
        let message = format!(
            "L’unité de ce facteur est {}, et l’on attend {}.",
            quoted(written),
            quoted(expected)
        );
        let fault = Diagnostic::error(WRONG_UNIT, cell.place.clone(), message);
        diagnostics.push(
            fault
                .help("Convertissez la valeur, puis corrigez l’unité.")
                .raw(written),
        );
    }
}

fn repeated(word: &str, item: FactorItem, before: &Factor, factor: &Factor) -> Diagnostic {
    let first = before.place.as_ref().map(ToString::to_string).unwrap_or_default();
    let message = format!(
        "La même source donne deux fois le facteur de {} pour l’étape {} (la première : {first}).",
        quoted(word),
        quoted(item.key())
    );
    let help = "Gardez une seule des deux lignes, ou distinguez leurs versions : deux sources qui diffèrent donnent une fourchette.";
    Diagnostic::error(REPEATED, factor.place.clone(), message).help(help)
}
