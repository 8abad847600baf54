//! What a footprint rests on: lives, data centres, services, factors; and what other tools gave.

use crate::compute::{Footprint, YearFootprint};
use crate::french;
use crate::model::{FactorItem, FactorSource, Stage};
use crate::printed::{Audience, Cell, Column, PrintedTable, Rows};
use crate::validate::{CentreEnergy, DataCentre, Declaration, Factor};
use std::collections::BTreeMap;

impl YearFootprint {
    /// The lives over which equipment is spread, in years.
    pub fn lives_table(&self) -> Option<PrintedTable> {
        PrintedTable::each(&self.lives)
            .text("equipement", "Équipement", |life| life.equipment.as_str())
            .text("perimetre", "Périmètre", |life| {
                Cell::key(life.perimeter.key(), life.perimeter.label())
            })
            .measure("nombre", "Nombre", 0, |life| life.number)
            .measure("interne", "Interne", 1, |life| life.internal)
            .measure("reconditionne", "Reconditionné", 2, |life| life.refurbished)
            .measure("reemploi", "Réemploi", 2, |life| life.reused)
            .measure("totale", "Retenue", 2, |life| life.total())
            .measure("age_moyen", "Âge moyen", 1, |life| life.mean_age)
            .unless_empty()
    }

    /// The data centres, each with the energy that it is known by.
    pub fn centres_table(&self) -> Option<PrintedTable> {
        let known = |value: Option<f64>| value.map(|value| Cell::number(value, 0));
        let estimated = |centre: &DataCentre| match centre.energy {
            CentreEnergy::Measured(_) => None,
            CentreEnergy::Estimated { equipment, pue } => Some((equipment, pue)),
        };
        let basis = |centre: &DataCentre| match estimated(centre) {
            None => "consommation mesurée".to_owned(),
            Some((equipment, pue)) => {
                let equipment = french::quantity(equipment, 0, "kWh");
                format!("{equipment} des équipements × PUE de {}", french::number(pue, 2))
            }
        };
        let measured = |centre: &DataCentre| estimated(centre).is_none().then(|| centre.energy.total());
        let rows = PrintedTable::each(&self.centres)
            .text("centre", "Centre de données", |centre| centre.name.as_str())
            .words("base", "Comment", basis)
            .words("origine", "Source", |centre| origin(&centre.declaration))
            .measure("kwh", "kWh", 0, |centre| centre.energy.total())
            .data("kwh_mesures", |centre| known(measured(centre)))
            .data("kwh_informatique", |centre| {
                known(estimated(centre).map(|(equipment, _)| equipment))
            })
            .data("pue", |centre| known(estimated(centre).map(|(_, pue)| pue)));
        declared(rows, |centre| &centre.declaration).unless_empty()
    }

    /// The services, by the results that their suppliers give.
    pub fn services_table(&self) -> Option<PrintedTable> {
        let rows = PrintedTable::each(&self.services)
            .text("service", "Service", |service| service.name.as_str())
            .text("methode", "Méthode", |service| service.method.as_str())
            .words("origine", "Source", |service| origin(&service.declaration))
            .measure("kgco2e", "kgCO2e", 0, |service| service.footprint);
        declared(rows, |service| &service.declaration).unless_empty()
    }
}

impl Footprint {
    /// The results of other tools, with their method.
    pub fn results_table(&self) -> Option<PrintedTable> {
        let mark = |said: &Declaration| if said.example { ", exemple" } else { "" };
        let tonnes = Column::number("tco2e", "tCO2e").only(Audience::Readers);
        let rows = PrintedTable::each(&self.results)
            .words("annee", "Année", |result| result.declaration.year)
            .words("perimetre", "Périmètre", |result| {
                result.declaration.perimeter.label()
            })
            .text("methode", "Méthode", |result| result.method.as_str())
            .words("origine", "Source", |result| {
                format!("{}{}", result.declaration.origin.source, mark(&result.declaration))
            })
            .column(tonnes, |result| Cell::number(result.footprint / 1000.0, 1))
            .data("kgco2e", |result| Cell::number(result.footprint, 1));
        declared(rows, |result| &result.declaration).unless_empty()
    }

    /// A row an equipment and a source; in brackets, the factors that do not serve and give the range.
    pub fn factors_table(&self) -> Option<PrintedTable> {
        let mut rows: BTreeMap<(&str, String), BTreeMap<&str, Cell>> = BTreeMap::new();
        for used in self.years.iter().flat_map(|year| &year.factors) {
            let mut tell = |factor: &Factor, serves: bool| {
                let key = (used.equipment.as_str(), source(&factor.origin, factor.example));
                let decimals = french::decimals_for_ticks(&[factor.value]).max(1);
                let value = french::number(factor.value, decimals);
                let value = if serves { value } else { format!("({value})") };
                let words = match used.item {
                    None => format!("{value} par kWh"),
                    Some(_) => value,
                };
                let cell = Cell::number(factor.value, decimals).said(words);
                rows.entry(key).or_default().insert(column(used.item), cell);
            };
            tell(&used.factor, true);
            used.others.iter().for_each(|other| tell(other, false));
        }
        PrintedTable::each(&rows)
            .text("equipement", "Équipement", |((equipment, _), _)| *equipment)
            .text("source", "Source, version, date, qualité", |((_, source), _)| {
                source.as_str()
            })
            .number("fabrication", "Fabrication", |(_, cells)| {
                cells.get("fabrication").cloned()
            })
            .number("distribution", "Distribution", |(_, cells)| {
                cells.get("distribution").cloned()
            })
            .number("utilisation", "Utilisation par an", |(_, cells)| {
                cells.get("utilisation").cloned()
            })
            .number("fin-de-vie", "Fin de vie", |(_, cells)| {
                cells.get("fin-de-vie").cloned()
            })
            .number("duree", "Durée (ans)", |(_, cells)| cells.get("duree").cloned())
            .unless_empty()
    }
}

/// The key of the column of a factor.
fn column(item: Option<FactorItem>) -> &'static str {
    match item {
        Some(FactorItem::Stage(stage)) => stage.key(),
        None => Stage::Use.key(),
        Some(FactorItem::Life) => "duree",
    }
}

/// With what a declared line says of itself, for machines.
fn declared<'a, T: Copy>(rows: Rows<T>, of: impl Fn(T) -> &'a Declaration) -> Rows<T> {
    rows.data("source", |row| of(row).origin.source.as_str())
        .data("version", |row| of(row).origin.version.as_str())
        .data("date", |row| of(row).origin.date.as_str())
        .data("qualite", |row| of(row).origin.quality.key())
        .data("annee", |row| of(row).year)
        .data("perimetre", |row| of(row).perimeter.key())
        .data("site", |row| of(row).site.as_str())
        .data("note", |row| of(row).note.as_str())
        .data("exemple", |row| of(row).example)
        .data("lieu", |row| of(row).place.to_string())
}

fn origin(said: &Declaration) -> Cell {
    source(&said.origin, said.example).into()
}

/// Who gives a number, its version and its date, and its class.
fn source(origin: &FactorSource, example: bool) -> String {
    let version = match origin.version.as_str() {
        "" => String::new(),
        version => format!(", {version}"),
    };
    let mark = if example { ", exemple" } else { "" };
    let quality = origin.quality.label();
    french::punctuate(&format!(
        "{}{version} ({}), qualité {quality}{mark}",
        origin.source, origin.date
    ))
}
