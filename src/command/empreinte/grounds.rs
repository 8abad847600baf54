//! What a footprint rests on, on a terminal: lives, factors and their disagreements, quality, what is left out.

use super::aligned::aligned;
use crate::compute::{Excluded, LifeUsed, YearFootprint};
use crate::config::{FleetExclusion, FleetSettings};
use crate::french::{decimals_for_ticks, list, number, plural, quantity};
use crate::model::{FactorSource, PostKind, Quality, Stage};
use crate::validate::{CentreEnergy, FactorItem, ImportedResult};
use std::collections::BTreeMap;

pub fn lives(lives: &[LifeUsed]) -> String {
    let header = [
        "équipement",
        "périmètre",
        "nombre",
        "interne",
        "reconditionné",
        "réemploi",
        "totale",
        "âge moyen",
    ];
    let row = |life: &LifeUsed| {
        let age = life.mean_age.map_or_else(|| "–".to_owned(), |age| number(age, 2));
        vec![
            life.equipment.clone(),
            life.perimeter.label().to_owned(),
            number(life.number, 0),
            number(life.internal, 2),
            number(life.refurbished, 2),
            number(life.reused, 2),
            number(life.total(), 2),
            age,
        ]
    };
    let header = header.map(str::to_owned).to_vec();
    aligned(
        &std::iter::once(header).chain(lives.iter().map(row)).collect::<Vec<_>>(),
        2,
    )
}

/// The factors of every year: one line for an equipment and a source, `nom : étape valeur ; étape valeur – source`.
pub fn factors(years: &[YearFootprint]) -> String {
    let mut lines: BTreeMap<(&str, &FactorSource, bool), BTreeMap<Option<FactorItem>, f64>> = BTreeMap::new();
    for used in years.iter().flat_map(|year| &year.factors) {
        let key = (used.equipment.as_str(), &used.factor.origin, used.factor.example);
        lines.entry(key).or_default().insert(used.item, used.factor.value);
    }
    let mut others: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for used in years.iter().flat_map(|year| &year.factors) {
        let told = others.entry(&used.equipment).or_default();
        for other in &used.others {
            let line = format!(
                "    autre : {} – {}\n",
                factor(used.item, other.value),
                source(&other.origin)
            );
            if !told.contains(&line) {
                told.push(line);
            }
        }
    }
    let mut text = String::new();
    for ((equipment, origin, example), values) in lines {
        let values: Vec<String> = values.iter().map(|(item, value)| factor(*item, *value)).collect();
        let mark = if example { ", exemple" } else { "" };
        text += &format!("  {equipment} : {}\n    {}{mark}\n", values.join(" ; "), source(origin));
        text += &others.remove(equipment).unwrap_or_default().concat();
    }
    text
}

fn factor(item: Option<FactorItem>, value: f64) -> String {
    let written = number(value, decimals_for_ticks(&[value]).max(1));
    match item {
        Some(FactorItem::Stage(Stage::Use)) => format!("utilisation {written} par an"),
        Some(FactorItem::Stage(stage)) => format!("{} {written}", stage.label()),
        Some(FactorItem::Life) => format!("durée de vie {written}"),
        None => format!("{written} par kWh"),
    }
}

/// The shares of the three classes.
pub fn quality(shares: &BTreeMap<Quality, f64>) -> String {
    let class = |class: &Quality| {
        let share = shares.get(class).copied().unwrap_or_default() * 100.0;
        format!(
            "{} (±{}) {}",
            class.label(),
            quantity(f64::from(class.percent()), 0, "%"),
            quantity(share, 0, "%")
        )
    };
    list(&Quality::ALL.iter().map(class).collect::<Vec<_>>())
}

/// What something set apart is, and why.
pub fn excluded(excluded: &Excluded) -> String {
    let what = match excluded.post.kind() {
        PostKind::Equipment => plural(excluded.number as usize, "équipement", "équipements"),
        kind => kind.label().to_owned(),
    };
    format!(
        "  {} : {what}, {} ({})\n",
        excluded.post.name(),
        excluded.reason(),
        excluded.place
    )
}

/// The data centres and the services of a year, each with what it is known by; empty where there is none.
pub fn declared(year: &YearFootprint) -> String {
    let centres = year.centres.iter().map(|centre| {
        let basis = match centre.energy {
            CentreEnergy::Measured(_) => "mesurés".to_owned(),
            CentreEnergy::Estimated { equipment, pue } => {
                format!("= {} × PUE {}", number(equipment, 0), number(pue, 2))
            }
        };
        let energy = quantity(centre.energy.total(), 0, "kWh");
        format!(
            "  {} : {energy} {basis} – {}\n",
            centre.name,
            source(&centre.declaration.origin)
        )
    });
    let services = year.services.iter().map(|service| {
        let source = source(&service.declaration.origin);
        format!("  {} : {} – {source}\n", service.name, service.method)
    });
    match centres.chain(services).collect::<String>().as_str() {
        "" => String::new(),
        lines => format!("Centres de données et services\n{lines}"),
    }
}

/// A result of another tool, on a line.
pub fn result(result: &ImportedResult) -> String {
    let said = &result.declaration;
    let mark = if said.example { ", exemple" } else { "" };
    format!(
        "  {} : {} ({}) – {} – {}{mark}\n",
        said.year,
        quantity(result.footprint, 1, "kgCO2e"),
        said.perimeter.label(),
        result.method,
        source(&said.origin)
    )
}

/// What the author leaves out, a line each.
pub fn left_out(fleet: &FleetSettings) -> String {
    let line = |exclusion: &FleetExclusion| format!("  {} : {}\n", exclusion.object, exclusion.reason);
    fleet.exclusions.iter().map(line).collect()
}

fn source(origin: &FactorSource) -> String {
    let version = match origin.version.as_str() {
        "" => String::new(),
        version => format!(", {version}"),
    };
    let quality = origin.quality.label();
    format!(
        "source : {}{version} ({}), qualité {quality}",
        origin.source, origin.date
    )
}
