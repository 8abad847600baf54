//! Data centres: kWh measured, or those of the digital equipment brought to those of the centre by the PUE.

use super::declaration::declaration;
use super::noun::{CentreEnergy, DataCentre};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::form::tables::CentreLine;
use crate::french::{number, quantity, quoted};

/// A data centre without a consumption.
const NO_ENERGY: Code = Code("M275");
/// A PUE below 1: a centre cannot consume less than what it holds.
const IMPOSSIBLE_PUE: Code = Code("M276");
/// The kWh measured are not those that the PUE gives.
const ENERGIES_DIFFER: Code = Code("M279");

/// The part by which both may differ without a word.
const TOLERANCE: f64 = 0.1;

/// The data centre of a line.
pub fn centre(line: CentreLine, data_year: i32, diagnostics: &mut Diagnostics) -> Option<DataCentre> {
    let name = line.name.clone().unwrap_or_default();
    let energy = energy(&line, &name, diagnostics);
    let subject = format!("Le centre {}", quoted(&name));
    let declaration = declaration(line.declared(), &subject, data_year, diagnostics);
    Some(DataCentre {
        energy: energy?,
        declaration: declaration?,
        name,
    })
}

fn energy(line: &CentreLine, name: &str, diagnostics: &mut Diagnostics) -> Option<CentreEnergy> {
    if let Some(pue) = line.pue.as_ref().filter(|pue| pue.value < 1.0) {
        let message = format!("Le PUE de {} est inférieur à 1, ce qui est impossible.", quoted(name));
        let help =
            "Le PUE est l’énergie de tout le centre divisée par celle de ses équipements numériques : 1,5 par exemple.";
        diagnostics.push(Diagnostic::error(IMPOSSIBLE_PUE, pue.place.clone(), message).help(help));
        return None;
    }
    let (equipment, pue) = (line.equipment, line.pue.as_ref().map(|cell| cell.value));
    let estimated = equipment
        .zip(pue)
        .map(|(equipment, pue)| CentreEnergy::Estimated { equipment, pue });
    match (&line.measured, estimated) {
        (Some(measured), estimated) => {
            if let Some(estimated) = estimated {
                warn_of_difference(&measured.place, name, measured.value, estimated.total(), diagnostics);
            }
            Some(CentreEnergy::Measured(measured.value))
        }
        (None, Some(estimated)) => Some(estimated),
        (None, None) => {
            let message = format!("Le centre {} n’a pas de consommation.", quoted(name));
            let help = "Remplissez « kwh_mesures », ou « kwh_informatique » et « pue ».";
            diagnostics.push(Diagnostic::error(NO_ENERGY, line.place.clone(), message).help(help));
            None
        }
    }
}

fn warn_of_difference(place: &Place, name: &str, measured: f64, estimated: f64, diagnostics: &mut Diagnostics) {
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
    diagnostics.push(Diagnostic::warning(ENERGIES_DIFFER, place.clone(), message).help(help));
}
