//! Data centres: kWh measured, or those of the digital equipment brought to those of the centre by the PUE.

use super::cells::{Refused, amount, needed_text};
use super::columns::Row;
use super::declaration::{Declared, declaration, read_declared};
use super::noun::{CentreEnergy, DataCentre};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::french::quoted;
use crate::french::{number, quantity};
use crate::load::Table;

/// A data centre without a consumption.
const NO_ENERGY: Code = Code("M275");
/// A PUE below 1: a centre cannot consume less than what it holds.
const IMPOSSIBLE_PUE: Code = Code("M276");
/// The kWh measured are not those that the PUE gives.
const ENERGIES_DIFFER: Code = Code("M279");

/// The part by which both may differ without a word.
const TOLERANCE: f64 = 0.1;

const TABLE: Declared = Declared {
    own: &["centre", "kwh_informatique", "pue", "kwh_mesures"],
    needed: &["centre", "source", "date"],
};

/// The data centres of a table.
pub fn read(table: &Table, data_year: i32, diagnostics: &mut Diagnostics) -> Vec<DataCentre> {
    read_declared(table, TABLE, diagnostics, |row, diagnostics| {
        let named = needed_text(row, "centre", diagnostics);
        let name = row.text("centre");
        let energy = energy(row, &name, diagnostics);
        let subject = format!("Le centre {}", quoted(&name));
        let declaration = declaration(row, &subject, data_year, diagnostics)?;
        Ok(DataCentre {
            name: named?,
            energy: energy?,
            declaration,
        })
    })
}

fn energy(row: &Row, name: &str, diagnostics: &mut Diagnostics) -> Result<CentreEnergy, Refused> {
    let measured = amount(row, "kwh_mesures", diagnostics);
    let equipment = amount(row, "kwh_informatique", diagnostics);
    let pue = amount(row, "pue", diagnostics)?;
    let (measured, equipment) = (measured?, equipment?);
    if pue.is_some_and(|pue| pue < 1.0) {
        let message = format!("Le PUE de {} est inférieur à 1, ce qui est impossible.", quoted(name));
        let help =
            "Le PUE est l’énergie de tout le centre divisée par celle de ses équipements numériques : 1,5 par exemple.";
        diagnostics.push(Diagnostic::error(IMPOSSIBLE_PUE, row.place("pue"), message).help(help));
        return Err(Refused);
    }
    let estimated = equipment
        .zip(pue)
        .map(|(equipment, pue)| CentreEnergy::Estimated { equipment, pue });
    match (measured, estimated) {
        (Some(measured), Some(estimated)) => {
            warn_of_difference(row, name, measured, estimated.total(), diagnostics);
            Ok(CentreEnergy::Measured(measured))
        }
        (Some(measured), None) => Ok(CentreEnergy::Measured(measured)),
        (None, Some(estimated)) => Ok(estimated),
        (None, None) => {
            let message = format!("Le centre {} n’a pas de consommation.", quoted(name));
            let help = "Remplissez « kwh_mesures », ou « kwh_informatique » et « pue ».";
            diagnostics.push(Diagnostic::error(NO_ENERGY, row.place("centre"), message).help(help));
            Err(Refused)
        }
    }
}

fn warn_of_difference(row: &Row, name: &str, measured: f64, estimated: f64, diagnostics: &mut Diagnostics) {
    if (measured - estimated).abs() <= TOLERANCE * measured.max(estimated) {
        return;
    }
    let message = format!(
        "Pour {}, les {} mesurés ne sont pas les {} que donne le PUE : la mesure est retenue.",
        quoted(name),
        quantity(measured, 0, "kWh"),
        number(estimated, 0)
    );
    let help = "Vérifiez l’une et l’autre, ou ne gardez que la mesure.";
    diagnostics.push(Diagnostic::warning(ENERGIES_DIFFER, row.place("kwh_mesures"), message).help(help));
}
