//! The annex of method of the footprint, point by point as the RCP SI asks of a report.

use super::{PlainTable, subjects};
use crate::assess::Report;
use crate::compute::{Footprint, LifeUsed, YearFootprint};
use crate::french;
use crate::model::{FactorSource, Perimeter, Stage};
use crate::validate::{CentreEnergy, Factor, FactorItem};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Clone, Debug, Serialize)]
pub struct FootprintAnnex {
    /// What is counted, and for whom.
    pub perimeter: String,
    /// Sentences, those of the program and those of the author.
    pub hypotheses: Vec<String>,
    pub limits: Vec<String>,
    /// Numbers and lives of the last year.
    pub quantities: Option<PlainTable>,
    pub centres: Option<PlainTable>,
    pub services: Option<PlainTable>,
    /// The factors of every year, with their source, version and date, and what other sources give.
    pub factors: Option<PlainTable>,
}

pub fn describe(report: &Report, footprint: &Footprint, last: Option<&YearFootprint>) -> FootprintAnnex {
    let fleet = &report.settings.fleet;
    let written = |texts: &[String]| texts.iter().map(|text| french::punctuate(text)).collect::<Vec<_>>();
    FootprintAnnex {
        perimeter: last.map(perimeter).unwrap_or_default(),
        hypotheses: hypotheses(footprint)
            .into_iter()
            .chain(written(&fleet.hypotheses))
            .collect(),
        limits: limits(footprint).into_iter().chain(written(&fleet.limits)).collect(),
        quantities: last.and_then(quantities),
        centres: last.and_then(centres),
        services: last.and_then(services),
        factors: factors(footprint),
    }
}

fn perimeter(year: &YearFootprint) -> String {
    let perimeters: BTreeSet<Perimeter> = year.parts.keys().map(|(perimeter, _)| *perimeter).collect();
    let perimeters: Vec<&str> = perimeters.iter().map(|perimeter| perimeter.label()).collect();
    format!(
        "Sont comptés {}, dans {} : {}.",
        subjects(year),
        french::plural(perimeters.len(), "périmètre", "périmètres"),
        french::list(&perimeters)
    )
}

/// What the calculation supposes, only where it did.
fn hypotheses(footprint: &Footprint) -> Vec<String> {
    let used = || footprint.years.iter().flat_map(|year| &year.factors);
    let lives = used().any(|used| used.item == Some(FactorItem::Life));
    let uses = used().any(|used| used.item == Some(FactorItem::Stage(Stage::Use)));
    let spread = footprint.years.iter().any(|year| !year.lives.is_empty());
    let disagreeing = used().any(|used| !used.others.is_empty());
    let related = footprint.years.len() > 1;
    let sentences = [
        (
            spread,
            "Fabrication, distribution et fin de vie sont réparties également sur la durée de vie.",
        ),
        (
            lives,
            "Sans durée d’usage déclarée, la durée moyenne des facteurs est retenue.",
        ),
        (
            spread,
            "Un achat reconditionné et un réemploi n’allongent la durée de vie que si une pièce les établit.",
        ),
        (
            uses,
            "Sans consommation relevée, l’utilisation est celle du facteur, pour une année d’usage moyen en France.",
        ),
        (
            disagreeing,
            "Quand plusieurs sources donnent un facteur, celui de la collectivité passe avant celui du logiciel, puis viennent la meilleure classe de qualité, la date la plus récente et l’ordre du fichier. Les autres donnent la fourchette.",
        ),
        (
            related,
            "Les nombres d’agents et d’habitants sont les mêmes chaque année.",
        ),
    ];
    let held = sentences.into_iter().filter(|(holds, _)| *holds);
    held.map(|(_, sentence)| sentence.to_owned()).collect()
}

fn limits(footprint: &Footprint) -> Vec<String> {
    let declared = footprint.years.iter().any(|year| !year.services.is_empty());
    let apart = footprint.years.iter().any(|year| !year.excluded.is_empty());
    let sentences = [
        (
            true,
            "Seuls les gaz à effet de serre sont comptés : ni l’eau, ni les métaux, ni la biodiversité.",
        ),
        (apart, "Ce qui est mis à part manque au total, qui est donc un minimum."),
        (
            declared,
            "Les résultats déclarés des services suivent la méthode de leur fournisseur et n’ont pas d’étape.",
        ),
        (
            !footprint.results.is_empty(),
            "Les résultats d’autres outils sont donnés à part : leur méthode et leur contenu diffèrent.",
        ),
    ];
    let held = sentences.into_iter().filter(|(holds, _)| *holds);
    held.map(|(_, sentence)| sentence.to_owned()).collect()
}

fn quantities(year: &YearFootprint) -> Option<PlainTable> {
    let row = |life: &LifeUsed| {
        [
            french::punctuate(&life.equipment),
            life.perimeter.label().to_owned(),
            french::number(life.number, 0),
            french::number(life.internal, 1),
            french::number(life.refurbished, 2),
            french::number(life.reused, 2),
            french::number(life.total(), 2),
            life.mean_age.map_or("–".to_owned(), |age| french::number(age, 1)),
        ]
    };
    let header = [
        "Équipement",
        "Périmètre",
        "Nombre",
        "Interne",
        "Reconditionné",
        "Réemploi",
        "Retenue",
        "Âge moyen",
    ];
    PlainTable::of(header, 2, year.lives.iter().map(row))
}

fn centres(year: &YearFootprint) -> Option<PlainTable> {
    let rows = year.centres.iter().map(|centre| {
        let basis = match centre.energy {
            CentreEnergy::Measured(_) => "consommation mesurée".to_owned(),
            CentreEnergy::Estimated { equipment, pue } => format!(
                "{} des équipements × PUE de {}",
                french::quantity(equipment, 0, "kWh"),
                french::number(pue, 2)
            ),
        };
        let said = &centre.declaration;
        [
            french::punctuate(&centre.name),
            basis,
            source(&said.origin, said.example),
            french::number(centre.energy.total(), 0),
        ]
    });
    PlainTable::of(["Centre de données", "Comment", "Source", "kWh"], 3, rows)
}

fn services(year: &YearFootprint) -> Option<PlainTable> {
    let rows = year.services.iter().map(|service| {
        let said = &service.declaration;
        [
            french::punctuate(&service.name),
            french::punctuate(&service.method),
            source(&said.origin, said.example),
            french::number(service.footprint, 0),
        ]
    });
    PlainTable::of(["Service", "Méthode", "Source", "kgCO2e"], 3, rows)
}

/// A row an equipment and a source; in brackets, the factors that do not serve and give the range.
fn factors(footprint: &Footprint) -> Option<PlainTable> {
    let mut rows: BTreeMap<(String, String), [String; 5]> = BTreeMap::new();
    for used in footprint.years.iter().flat_map(|year| &year.factors) {
        let mut tell = |factor: &Factor, serves: bool| {
            let key = (
                french::punctuate(&used.equipment),
                source(&factor.origin, factor.example),
            );
            let cells = rows
                .entry(key)
                .or_insert_with(|| std::array::from_fn(|_| "–".to_owned()));
            let decimals = french::decimals_for_ticks(&[factor.value]).max(1);
            let value = french::number(factor.value, decimals);
            let value = if serves { value } else { format!("({value})") };
            cells[column(used.item)] = match used.item {
                None => format!("{value} par kWh"),
                Some(_) => value,
            };
        };
        tell(&used.factor, true);
        used.others.iter().for_each(|other| tell(other, false));
    }
    let rows = rows.into_iter().map(|((equipment, source), cells)| {
        let [a, b, c, d, e] = cells;
        [equipment, source, a, b, c, d, e]
    });
    let header = [
        "Équipement",
        "Source, version, date, qualité",
        "Fabrication",
        "Distribution",
        "Utilisation par an",
        "Fin de vie",
        "Durée (ans)",
    ];
    PlainTable::of(header, 2, rows)
}

/// Where a factor stands in its row.
fn column(item: Option<FactorItem>) -> usize {
    match item {
        Some(FactorItem::Stage(Stage::Manufacture)) => 0,
        Some(FactorItem::Stage(Stage::Distribution)) => 1,
        Some(FactorItem::Stage(Stage::Use)) | None => 2,
        Some(FactorItem::Stage(Stage::EndOfLife)) => 3,
        Some(FactorItem::Life) => 4,
    }
}

/// Who gives a number, its version and its date, and its class.
fn source(origin: &FactorSource, example: bool) -> String {
    let version = match origin.version.as_str() {
        "" => String::new(),
        version => format!(", {version}"),
    };
    let mark = if example { ", exemple" } else { "" };
    french::punctuate(&format!(
        "{}{version} ({}), qualité {}{mark}",
        origin.source,
        origin.date,
        origin.quality.label()
    ))
}
