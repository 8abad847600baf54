//! The tables of the part about the footprint.

use super::PlainTable;
use crate::compute::{Footprint, Share, YearFootprint};
use crate::config::FleetSettings;
use crate::french;
use crate::model::{ObservationStatus, PostKind, Quality};

/// What a cell says where there is nothing to say.
const NOTHING: &str = "–";

/// The years side by side, those that cannot be compared with the last one marked.
pub fn years(footprint: &Footprint) -> Option<PlainTable> {
    let first = footprint.comparable().first().map_or(i32::MAX, |year| year.year);
    let row = |year: &YearFootprint| {
        let break_mark = (year.year < first).then_some("autre contenu");
        let example_mark = year.example.then_some(ObservationStatus::Example.label());
        let marks: Vec<&str> = break_mark.into_iter().chain(example_mark).collect();
        [
            year.year.to_string(),
            marks.join(", "),
            french::number(year.total.number, 0),
            tonnes(&year.total),
            year.per_agent
                .map_or(NOTHING.to_owned(), |value| french::number(value, 1)),
            year.per_inhabitant
                .map_or(NOTHING.to_owned(), |value| french::number(value, 3)),
        ]
    };
    let header = [
        "Année",
        "Remarque",
        "Équipements",
        "tCO2e",
        "kgCO2e par agent",
        "kgCO2e par habitant",
    ];
    let several = footprint.years.len() > 1;
    PlainTable::of(header, 2, footprint.years.iter().filter(|_| several).map(row))
}

/// Each perimeter that counts something.
pub fn perimeters(year: &YearFootprint) -> Option<PlainTable> {
    let rows = year
        .by_perimeter
        .iter()
        .map(|(perimeter, share)| part(year, perimeter.label(), share));
    PlainTable::of(["Périmètre", "Équipements", "tCO2e", "Part"], 1, rows)
}

/// Each site; none where no line names one.
pub fn sites(year: &YearFootprint) -> Option<PlainTable> {
    let several = year.by_site.keys().any(|site| !site.is_empty());
    let sites = year.by_site.iter().filter(|_| several);
    let rows = sites.map(|(site, share)| {
        let name = if site.is_empty() { "(sans site)" } else { site };
        part(year, name, share)
    });
    PlainTable::of(["Site", "Équipements", "tCO2e", "Part"], 1, rows)
}

fn part(year: &YearFootprint, name: &str, share: &Share) -> [String; 4] {
    let total = year.total.total();
    let ratio = match total > 0.0 {
        true => french::quantity(share.total() / total * 100.0, 1, "%"),
        false => NOTHING.to_owned(),
    };
    [
        french::punctuate(name),
        if share.number > 0.0 {
            french::number(share.number, 0)
        } else {
            NOTHING.to_owned()
        },
        tonnes(share),
        ratio,
    ]
}

fn tonnes(share: &Share) -> String {
    match share.is_counted() {
        true => french::number(share.total() / 1000.0, 1),
        false => NOTHING.to_owned(),
    }
}

/// The results of other tools, with their method.
pub fn results(footprint: &Footprint) -> Option<PlainTable> {
    let rows = footprint.results.iter().map(|result| {
        let said = &result.declaration;
        let mark = if said.example { ", exemple" } else { "" };
        [
            said.year.to_string(),
            said.perimeter.label().to_owned(),
            french::punctuate(&result.method),
            format!("{}{mark}", french::punctuate(&said.origin.source)),
            french::number(result.footprint / 1000.0, 1),
        ]
    });
    PlainTable::of(["Année", "Périmètre", "Méthode", "Source", "tCO2e"], 4, rows)
}

/// The classes of the data and of the footprint.
pub fn quality(year: &YearFootprint) -> Option<PlainTable> {
    let share = |value: Option<&f64>| french::quantity(value.copied().unwrap_or_default() * 100.0, 0, "%");
    let rows = Quality::ALL.iter().map(|class| {
        [
            format!(
                "{} (±{})",
                class.label(),
                french::quantity(f64::from(class.percent()), 0, "%")
            ),
            share(year.quality.get(class)),
            share(year.quality_of_impact.get(class)),
        ]
    });
    let header = ["Classe de qualité", "Part des données", "Part de l’empreinte"];
    PlainTable::of(header, 1, rows)
}

/// What is named and not counted, year by year, each with its reason.
pub fn excluded(footprint: &Footprint) -> Option<PlainTable> {
    let rows = footprint.years.iter().flat_map(|year| {
        year.excluded.iter().map(move |excluded| {
            let number = match excluded.post.kind() {
                PostKind::Equipment => french::number(excluded.number, 0),
                PostKind::Centre | PostKind::Service => NOTHING.to_owned(),
            };
            [
                french::punctuate(excluded.post.name()),
                year.year.to_string(),
                french::punctuate(&excluded.reason()),
                number,
            ]
        })
    });
    PlainTable::of(["Poste", "Année", "Raison", "Nombre"], 3, rows)
}

/// What the author left out of the footprint.
pub fn left_out(fleet: &FleetSettings) -> Option<PlainTable> {
    let rows = fleet.exclusions.iter().map(|exclusion| {
        [
            french::punctuate(&exclusion.object),
            french::punctuate(&exclusion.reason),
        ]
    });
    PlainTable::of(["Ce qui n’est pas compté", "Pourquoi"], 2, rows)
}
