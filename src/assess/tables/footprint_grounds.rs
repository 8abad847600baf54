//! What a footprint rests on: lives, data centres, services, factors; and what other tools gave.

use crate::compute::{Footprint, LifeUsed, YearFootprint};
use crate::french;
use crate::model::{FactorSource, Stage};
use crate::printed::{Audience, Cell, Column, PrintedTable};
use crate::validate::{CentreEnergy, Declaration, Factor, FactorItem};
use std::collections::BTreeMap;

impl YearFootprint {
    /// The lives over which equipment is spread, in years.
    pub fn lives_table(&self) -> Option<PrintedTable> {
        let row = |life: &LifeUsed| {
            [
                life.equipment.as_str().into(),
                Cell::key(life.perimeter.key(), life.perimeter.label()),
                Cell::number(life.number, 0),
                Cell::number(life.internal, 1),
                Cell::number(life.refurbished, 2),
                Cell::number(life.reused, 2),
                Cell::number(life.total(), 2),
                life.mean_age.map(|age| Cell::number(age, 1)).into(),
            ]
        };
        let columns = [
            Column::text("equipement", "Équipement"),
            Column::text("perimetre", "Périmètre"),
            Column::number("nombre", "Nombre"),
            Column::number("interne", "Interne"),
            Column::number("reconditionne", "Reconditionné"),
            Column::number("reemploi", "Réemploi"),
            Column::number("totale", "Retenue"),
            Column::number("age_moyen", "Âge moyen"),
        ];
        PrintedTable::of(columns, self.lives.iter().map(row)).unless_empty()
    }

    /// The data centres, each with the energy that it is known by.
    pub fn centres_table(&self) -> Option<PrintedTable> {
        let rows = self.centres.iter().map(|centre| {
            let known = |value: Option<f64>| value.map(|value| Cell::number(value, 0)).into();
            let (basis, measured, equipment, pue) = match centre.energy {
                CentreEnergy::Measured(energy) => ("consommation mesurée".to_owned(), Some(energy), None, None),
                CentreEnergy::Estimated { equipment, pue } => {
                    let equipment_words = french::quantity(equipment, 0, "kWh");
                    let basis = format!("{equipment_words} des équipements × PUE de {}", french::number(pue, 2));
                    (basis, None, Some(equipment), Some(pue))
                }
            };
            let energy = Cell::number(centre.energy.total(), 0);
            let head = [
                centre.name.as_str().into(),
                basis.into(),
                origin(&centre.declaration),
                energy,
            ];
            head.into_iter()
                .chain([known(measured), known(equipment), known(pue)])
                .chain(declared(&centre.declaration))
                .collect::<Vec<Cell>>()
        });
        let head = [
            Column::text("centre", "Centre de données"),
            Column::text("base", "Comment").only(Audience::Readers),
            Column::text("origine", "Source").only(Audience::Readers),
            Column::number("kwh", "kWh"),
            Column::data("kwh_mesures"),
            Column::data("kwh_informatique"),
            Column::data("pue"),
        ];
        PrintedTable::new(head.into_iter().chain(declared_columns()), rows).unless_empty()
    }

    /// The services, by the results that their suppliers give.
    pub fn services_table(&self) -> Option<PrintedTable> {
        let rows = self.services.iter().map(|service| {
            let head = [
                service.name.as_str().into(),
                service.method.as_str().into(),
                origin(&service.declaration),
                Cell::number(service.footprint, 0),
            ];
            head.into_iter()
                .chain(declared(&service.declaration))
                .collect::<Vec<Cell>>()
        });
        let head = [
            Column::text("service", "Service"),
            Column::text("methode", "Méthode"),
            Column::text("origine", "Source").only(Audience::Readers),
            Column::number("kgco2e", "kgCO2e"),
        ];
        PrintedTable::new(head.into_iter().chain(declared_columns()), rows).unless_empty()
    }
}

impl Footprint {
    /// The results of other tools, with their method.
    pub fn results_table(&self) -> Option<PrintedTable> {
        let rows = self.results.iter().map(|result| {
            let said = &result.declaration;
            let mark = if said.example { ", exemple" } else { "" };
            let head = [
                Cell::whole(said.year),
                said.perimeter.label().into(),
                result.method.as_str().into(),
                format!("{}{mark}", said.origin.source).into(),
                Cell::number(result.footprint / 1000.0, 1),
                Cell::number(result.footprint, 1),
            ];
            head.into_iter().chain(declared(said)).collect::<Vec<Cell>>()
        });
        let head = [
            Column::text("annee", "Année").only(Audience::Readers),
            Column::text("perimetre", "Périmètre").only(Audience::Readers),
            Column::text("methode", "Méthode"),
            Column::text("origine", "Source").only(Audience::Readers),
            Column::number("tco2e", "tCO2e").only(Audience::Readers),
            Column::data("kgco2e"),
        ];
        PrintedTable::new(head.into_iter().chain(declared_columns()), rows).unless_empty()
    }

    /// A row an equipment and a source; in brackets, the factors that do not serve and give the range.
    pub fn factors_table(&self) -> Option<PrintedTable> {
        let mut rows: BTreeMap<(&str, String), [Cell; 5]> = BTreeMap::new();
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
                rows.entry(key).or_default()[rank(used.item)] = Cell::number(factor.value, decimals).said(words);
            };
            tell(&used.factor, true);
            used.others.iter().for_each(|other| tell(other, false));
        }
        let rows = rows.into_iter().map(|((equipment, source), cells)| {
            let [a, b, c, d, e] = cells;
            [equipment.into(), source.into(), a, b, c, d, e]
        });
        let columns = [
            Column::text("equipement", "Équipement"),
            Column::text("source", "Source, version, date, qualité"),
            Column::number("fabrication", "Fabrication"),
            Column::number("distribution", "Distribution"),
            Column::number("utilisation", "Utilisation par an"),
            Column::number("fin_de_vie", "Fin de vie"),
            Column::number("duree", "Durée (ans)"),
        ];
        PrintedTable::of(columns, rows).unless_empty()
    }
}

/// Where a factor stands in its row.
fn rank(item: Option<FactorItem>) -> usize {
    match item {
        Some(FactorItem::Stage(Stage::Manufacture)) => 0,
        Some(FactorItem::Stage(Stage::Distribution)) => 1,
        Some(FactorItem::Stage(Stage::Use)) | None => 2,
        Some(FactorItem::Stage(Stage::EndOfLife)) => 3,
        Some(FactorItem::Life) => 4,
    }
}

/// What a declared line says of itself, for machines.
fn declared_columns() -> impl Iterator<Item = Column> {
    let keys = [
        "source",
        "version",
        "date",
        "qualite",
        "annee",
        "perimetre",
        "site",
        "note",
        "exemple",
        "lieu",
    ];
    keys.into_iter().map(Column::data)
}

fn declared(said: &Declaration) -> [Cell; 10] {
    [
        said.origin.source.as_str().into(),
        said.origin.version.as_str().into(),
        said.origin.date.as_str().into(),
        said.origin.quality.key().into(),
        Cell::whole(said.year),
        said.perimeter.key().into(),
        said.site.as_str().into(),
        said.note.as_str().into(),
        Cell::flag(said.example),
        said.place.to_string().into(),
    ]
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
