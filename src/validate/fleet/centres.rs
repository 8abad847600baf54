//! Data centres: kWh measured, or those of the digital equipment brought to those of the centre by the PUE.

use super::declaration::declaration;
use super::dialect::Dialect;
use super::noun::{CentreEnergy, DataCentre, Declaration, Equipment};
use crate::config::Project;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::form::lines::sound;
use crate::form::tables::{CentreLine, ForeignCentreLine};
use crate::french::{folded, list, number, quantity, quoted};
use crate::load::Table;
use crate::model::{FactorSource, Perimeter, Quality};

/// A data centre without a consumption.
const NO_ENERGY: Code = Code("M275");
/// A PUE below 1: a centre cannot consume less than what it holds.
const IMPOSSIBLE_PUE: Code = Code("M276");
/// The kWh measured are not those that the PUE gives.
const ENERGIES_DIFFER: Code = Code("M279");

/// Places that a message quotes.
const QUOTED: usize = 5;

/// The part by which both may differ without a word.
const TOLERANCE: f64 = 0.1;

/// The data centres of a table; those of another tool consume what the equipment that it places there does.
pub fn read(
    table: &Table,
    project: &Project,
    equipment: &[Equipment],
    diagnostics: &mut Diagnostics,
) -> Vec<DataCentre> {
    let (given, year) = (&project.settings.columns.centres, project.settings.data_year);
    let Some(dialect) = Dialect::of(table, project, given, |format| &format.centres) else {
        return sound(table, given.into(), diagnostics, |line, diagnostics| {
            centre(line, year, diagnostics)
        });
    };
    let dialect = dialect.looked_at(table, year, diagnostics);
    sound(
        table,
        (&dialect.titles).into(),
        diagnostics,
        |line: ForeignCentreLine, diagnostics| {
            let refused = dialect.refuses(&line.place);
            (!refused).then(|| foreign(line, &dialect, equipment, year, diagnostics))?
        },
    )
}

/// The data centre of another tool; none where no equipment of the year is in it: there is nothing to count.
fn foreign(
    line: ForeignCentreLine,
    dialect: &Dialect<'_>,
    equipment: &[Equipment],
    year: i32,
    diagnostics: &mut Diagnostics,
) -> Option<DataCentre> {
    let name = line.name.clone()?;
    let is_in = |one: &&Equipment| {
        let counted = one.year == year && one.exclusion.is_empty();
        counted && folded(&one.centre) == folded(&name)
    };
    let hosted: Vec<&Equipment> = equipment.iter().filter(is_in).collect();
    if hosted.is_empty() {
        return None;
    }
    let mute = hosted.iter().filter(|one| one.yearly_energy.is_none());
    let mute: Vec<String> = mute.map(|one| one.place.to_string()).take(QUOTED).collect();
    let energy = hosted
        .iter()
        .map(|one| Some(one.number * one.yearly_energy?))
        .sum::<Option<f64>>();
    let lack = match (energy, line.pue) {
        (None, _) => Some((
            format!(
                "la consommation de certains de ses équipements n’est pas dite ({})",
                list(&mute)
            ),
            "Remplissez « consoElecAnnuelle » pour chacun, ou remplacez ce fichier par un data/parc/centres.csv qui dit « kwh_mesures ».",
        )),
        (_, None) => Some((
            "son PUE n’est pas dit".to_owned(),
            "Remplissez « pue » : l’énergie de tout le centre divisée par celle de ses équipements numériques.",
        )),
        _ => None,
    };
    if let Some((lack, help)) = lack {
        let message = format!("Le centre {} n’a pas de consommation : {lack}.", quoted(&name));
        diagnostics.push(Diagnostic::error(NO_ENERGY, line.place.clone(), message).help(help));
    }
    let (equipment, pue) = energy.zip(line.pue)?;
    if pue < 1.0 {
        diagnostics.push(impossible(&line.place, &name));
        return None;
    }
    let source = match line.source.is_empty() {
        true => dialect.format.name.clone(),
        false => line.source,
    };
    Some(DataCentre {
        name,
        energy: CentreEnergy::Estimated { equipment, pue },
        declaration: Declaration {
            year,
            perimeter: Perimeter::Collectivite,
            site: line.site,
            origin: FactorSource {
                source,
                version: String::new(),
                date: year.to_string(),
                quality: Quality::Medium,
            },
            note: String::new(),
            example: false,
            place: line.place,
        },
    })
}

/// The data centre of a line.
fn centre(line: CentreLine, data_year: i32, diagnostics: &mut Diagnostics) -> Option<DataCentre> {
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
        diagnostics.push(impossible(&pue.place, name));
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

fn impossible(place: &Place, name: &str) -> Diagnostic {
    let message = format!("Le PUE de {} est inférieur à 1, ce qui est impossible.", quoted(name));
    let help =
        "Le PUE est l’énergie de tout le centre divisée par celle de ses équipements numériques : 1,5 par exemple.";
    Diagnostic::error(IMPOSSIBLE_PUE, place.clone(), message).help(help)
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
