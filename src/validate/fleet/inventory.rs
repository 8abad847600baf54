//! An inventory: each line typed, a line with a fault left out.

use super::dialect::Dialect;
use super::names::Names;
use super::noun::Equipment;
use super::states::States;
use crate::config::{FleetFile, Project};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Placed};
use crate::form::amounts::{NOT_PART, PART_HELP, Part};
use crate::form::entry::EMPTY_VALUE;
use crate::form::lines::{Known, sound};
use crate::form::tables::EquipmentLine;
use crate::form::words::word;
use crate::french;
use crate::load::Table;
use crate::model::{ObservationStatus, Perimeter};

/// Equipment bought after the inventory that counts it.
const BOUGHT_LATER: Code = Code("M272");

/// What stands for the cells that the lines leave empty.
struct Defaults<'a> {
    file: Option<&'a FleetFile>,
    year: i32,
}

/// The lines of an inventory; without a column `nombre` each is one unit, without `annee` all are of the data year.
pub fn read(table: &Table, project: &Project, names: &mut Names, diagnostics: &mut Diagnostics) -> Vec<Equipment> {
    let settings = &project.settings.fleet;
    let file = settings.file(&table.file);
    let year = file.and_then(|file| file.year).unwrap_or(project.settings.data_year);
    let given = settings.columns_of(&table.file);
    let dialect = Dialect::of(table, project, given, |format| &format.inventory);
    let dialect = dialect.map(|dialect| dialect.looked_at(table, year, diagnostics));
    let titles = dialect.as_ref().map_or(given, |dialect| &dialect.titles);
    // The type of a line may come from `rapport.yaml`, or from its model.
    let typed = file.is_some_and(|file| file.kind.is_some()) || titles.contains_key("modele");
    let known = Known {
        titles,
        given: if typed { &["type"] } else { &[] },
        notation: settings.notation(&table.file),
    };
    let defaults = Defaults { file, year };
    let states = States::of(table, settings, diagnostics);
    sound(table, known, diagnostics, |line: EquipmentLine, diagnostics| {
        let dialect = dialect.as_ref();
        if dialect.is_some_and(|dialect| dialect.refuses(&line.place)) {
            return None;
        }
        let mut reason = states.reason(&line.place);
        if let Some(dialect) = dialect.filter(|_| reason.is_empty()) {
            reason = dialect.reason(&line.place);
        }
        let mut equipment = equipment(line, &defaults, names, diagnostics)?;
        if equipment.exclusion.is_empty() {
            equipment.exclusion = reason;
        }
        Some(equipment)
    })
}

fn equipment(
    line: EquipmentLine,
    defaults: &Defaults,
    names: &mut Names,
    diagnostics: &mut Diagnostics,
) -> Option<Equipment> {
    let place = line.kind.as_ref().map_or(&line.place, |kind| &kind.place).clone();
    let written = line.kind.map(|kind| kind.value).unwrap_or_default();
    let named = names.kind(&written, &line.model);
    let kind = named.or_else(|| names.kind(defaults.file?.kind.as_deref()?, ""));
    if kind.is_none() {
        let message = "La ligne ne dit pas le type de l’équipement.";
        let help = "Remplissez la case « type », ou supprimez la ligne.";
        diagnostics.push(Diagnostic::error(EMPTY_VALUE, place.clone(), message).help(help));
    }
    let number = match line.number {
        None => Some(1.0),
        Some(number) => number.or_else(|place| {
            let message = "La ligne ne dit pas combien d’équipements elle compte.";
            let help = "Écrivez le nombre d’équipements de la ligne (0 s’il n’y en a plus).";
            diagnostics.push(Diagnostic::error(EMPTY_VALUE, place, message).help(help));
            None
        }),
    };
    let whole = number.unwrap_or(f64::MAX);
    let refurbished = part(line.refurbished, whole, diagnostics);
    let reused = part(line.reused, whole, diagnostics);
    let year = line.year.unwrap_or(defaults.year);
    let since = line.purchase.as_ref().map(|bought| year - bought.value);
    if let Some(bought) = line.purchase.filter(|bought| bought.value > year) {
        let message = format!("Cet équipement aurait été acheté après l’inventaire de {year} qui le compte.");
        let help = "Corrigez l’année d’achat, ou celle de l’inventaire.";
        let fault = Diagnostic::error(BOUGHT_LATER, bought.place.clone(), message);
        diagnostics.push(fault.help(help).raw(bought.value.to_string()));
    }
    let declared = defaults.file.and_then(|file| file.perimeter);
    Some(Equipment {
        kind: kind?,
        model: names.canonical(&line.model),
        number: number?,
        year,
        age: line.age.or(since.map(f64::from)),
        refurbished,
        upstream_life: line.upstream_life,
        internal_life: line.internal_life,
        reused,
        proved: line.proof.is_some(),
        site: line.site,
        perimeter: line.perimeter.or(declared).unwrap_or(Perimeter::Collectivite),
        yearly_energy: line.yearly_energy,
        centre: line.centre,
        exclusion: line.exclusion,
        quality: line.quality,
        example: line
            .status
            .is_some_and(|status| word(&status.value) == Some(ObservationStatus::Example)),
        place,
    })
}

/// The units that a part of a line is; a fault where they are more than its own.
fn part(cell: Option<Placed<Part>>, units: f64, diagnostics: &mut Diagnostics) -> Option<f64> {
    let Placed { value, place } = cell?;
    let part = match value {
        Part::Share(share) => share * units,
        Part::Units(part) => part,
    };
    if part > units {
        let (part, units) = (french::number(part, 0), french::number(units, 0));
        let message = format!("Une part de {part} équipements dépasse les {units} de la ligne.");
        diagnostics.push(Diagnostic::error(NOT_PART, place, message).help(PART_HELP));
    }
    Some(part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Place;

    #[test]
    fn a_part_may_be_the_whole_line_and_no_more() {
        for (units, told) in [(3.0, 0), (4.0, 1)] {
            let mut diagnostics = Diagnostics::default();
            let cell = Placed {
                value: Part::Units(units),
                place: Place::file("data/parc/a.csv"),
            };
            assert_eq!(part(Some(cell), 3.0, &mut diagnostics), Some(units));
            assert_eq!(diagnostics.sorted().len(), told);
        }
    }
}
