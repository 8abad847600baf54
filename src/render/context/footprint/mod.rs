//! The footprint of digital technology as templates name it: figures, what drives it, what it leaves out.
//!
//! Every number is already written; the charts are among the `figures`.

mod annex;
#[cfg(test)]
mod tests;

use super::wording::optional;
use crate::assess::Report;
use crate::compute::{Footprint, Post, Share, YearFootprint};
use crate::config::Community;
use crate::french;
use crate::model::{PostKind, Stage};
use crate::printed::{PageTable, PrintedTable};
use annex::FootprintAnnex;
use serde::Serialize;

/// Posts named when it is said what drives the footprint.
const DRIVERS: usize = 3;

#[derive(Clone, Debug, Serialize)]
pub struct FootprintContext {
    /// The last year counted, what it weighs, and over what.
    pub opening: String,
    /// A value of it is invented.
    pub example: bool,
    pub key_figures: Vec<FootprintFigure>,
    /// What drives it, and what changed, a sentence each.
    pub drivers: Vec<String>,
    /// The years side by side; none where there is one only.
    pub years: Option<PageTable>,
    pub perimeters: Option<PageTable>,
    pub sites: Option<PageTable>,
    /// What other tools gave, never added.
    pub results: Option<PageTable>,
    pub quality: Option<PageTable>,
    /// What lacks a factor, or was set apart with its reason.
    pub excluded: Option<PageTable>,
    /// What the author left out: the object and the reason.
    pub left_out: Option<PageTable>,
    pub method: FootprintAnnex,
}

/// A figure set large.
#[derive(Clone, Debug, Serialize)]
pub struct FootprintFigure {
    pub label: String,
    pub value: String,
    pub note: Option<String>,
}

/// None without a footprint.
pub fn describe(report: &Report) -> Option<FootprintContext> {
    let footprint = report.footprint.as_ref()?;
    let community = &report.settings.community;
    let last = footprint.years.iter().rev().find(|year| year.total.is_counted());
    Some(FootprintContext {
        opening: opening(last),
        example: footprint.years.iter().any(|year| year.example),
        key_figures: last.map(|year| key_figures(year, community)).unwrap_or_default(),
        drivers: last.map(|year| drivers(footprint, year)).unwrap_or_default(),
        years: page(footprint.years_table()),
        perimeters: page(last.and_then(YearFootprint::perimeters_table)),
        sites: page(last.and_then(YearFootprint::sites_table)),
        results: page(footprint.results_table()),
        quality: page(last.map(YearFootprint::quality_table)),
        excluded: page(footprint.excluded_table()),
        left_out: page(report.settings.fleet.exclusions_table().unless_empty()),
        method: annex::describe(report, footprint, last),
    })
}

fn page(table: Option<PrintedTable>) -> Option<PageTable> {
    table.map(|table| table.page())
}

fn opening(last: Option<&YearFootprint>) -> String {
    match last {
        None => "Rien n’a pu être compté : seuls des résultats d’autres outils sont donnés.".to_owned(),
        Some(year) => {
            let mark = if year.example { " (valeurs d’exemple)" } else { "" };
            format!(
                "En {}, {} ont émis {}{mark}, fabrication comprise.",
                year.year,
                subjects(year),
                french::quantity(year.total.total() / 1000.0, 1, "tCO2e")
            )
        }
    }
}

/// What is counted: `les équipements, les centres de données et les services numériques`.
fn subjects(year: &YearFootprint) -> String {
    let has = |kind: PostKind| year.by_post.keys().any(|post| post.kind() == kind);
    let words = [
        (PostKind::Equipment, "les équipements"),
        (PostKind::Centre, "les centres de données"),
        (PostKind::Service, "les services"),
    ];
    let words: Vec<&str> = words
        .iter()
        .filter(|(kind, _)| has(*kind))
        .map(|(_, word)| *word)
        .collect();
    format!("{} numériques", french::list(&words))
}

fn key_figures(year: &YearFootprint, community: &Community) -> Vec<FootprintFigure> {
    let figure = |label: &str, value: String, note: Option<String>| FootprintFigure {
        label: label.to_owned(),
        value,
        note,
    };
    let heads = |count: u64, noun: &str, source: &str| {
        let count = french::quantity(count as f64, 0, noun);
        Some(optional(source).map_or(count.clone(), |source| format!("{count} ({source})")))
    };
    let range = year.range.map(|range| {
        format!(
            "de {} à {} selon les sources des facteurs",
            french::number(range.low / 1000.0, 1),
            french::quantity(range.high / 1000.0, 1, "tCO2e")
        )
    });
    let total = french::quantity(year.total.total() / 1000.0, 1, "tCO2e");
    let mut figures = vec![figure(&format!("Empreinte de {}", year.year), total, range)];
    if let (Some(value), Some(agents)) = (year.per_agent, community.agents) {
        let note = heads(agents, "agents", &community.agents_source);
        figures.push(figure("Par agent", french::quantity(value, 0, "kgCO2e"), note));
    }
    if let Some(value) = year.per_inhabitant {
        let note = heads(community.population, "habitants", &community.population_source);
        figures.push(figure("Par habitant", french::quantity(value, 2, "kgCO2e"), note));
    }
    figures
}

/// The largest posts, the stage that weighs most, and the change since the first comparable year.
fn drivers(footprint: &Footprint, year: &YearFootprint) -> Vec<String> {
    let total = year.total.total();
    if total <= 0.0 {
        return Vec::new();
    }
    let share = |value: f64| french::quantity(value / total * 100.0, 0, "%");
    let mut posts: Vec<(&Post, &Share)> = year.by_post.iter().collect();
    posts.sort_by(|left, right| right.1.total().total_cmp(&left.1.total()));
    let named = posts
        .iter()
        .take(DRIVERS)
        .map(|(post, part)| format!("{} ({})", post.name(), share(part.total())));
    let named: Vec<String> = named.collect();
    let mut sentences = vec![match named.as_slice() {
        [only] => format!("Un seul poste est compté : {only}."),
        several => format!("Les postes les plus lourds sont : {}.", french::list(several)),
    }];
    let stages = Stage::ALL.iter().map(|stage| (stage, year.total.stage(*stage)));
    let heaviest = stages.max_by(|left, right| left.1.total_cmp(&right.1));
    if let Some((stage, weight)) = heaviest.filter(|(_, weight)| *weight > 0.0) {
        let label = stage.label();
        sentences.push(format!(
            "L’étape qui pèse le plus : {label}, {} du total.",
            share(weight)
        ));
    }
    sentences.extend(change(footprint, year));
    sentences
}

/// What changed between the first comparable year and the last; or why no year can be compared.
fn change(footprint: &Footprint, last: &YearFootprint) -> Option<String> {
    let comparable = footprint.comparable();
    let first = comparable.first().filter(|first| first.year < last.year);
    let Some(first) = first else {
        return (footprint.years.len() > 1)
            .then(|| "Les années précédentes ne comptent pas la même chose : elles ne sont pas comparées.".to_owned());
    };
    let (before, after) = (first.total.total(), last.total.total());
    let moves = last.by_post.keys().chain(first.by_post.keys()).map(|post| {
        let of = |year: &YearFootprint| year.by_post.get(post).map_or(0.0, Share::total);
        (post, of(last) - of(first))
    });
    let largest = moves.max_by(|left, right| left.1.abs().total_cmp(&right.1.abs()));
    let driven = largest
        .filter(|(_, moved)| *moved != 0.0)
        .map_or(String::new(), |(post, moved)| {
            format!(
                " ; poste qui a le plus bougé : {} ({})",
                post.name(),
                french::signed_quantity(moved / 1000.0, 1, "tCO2e")
            )
        });
    Some(format!(
        "De {} à {}, l’empreinte est passée de {} à {} ({}){driven}.",
        first.year,
        last.year,
        french::number(before / 1000.0, 1),
        french::quantity(after / 1000.0, 1, "tCO2e"),
        french::signed_quantity((after / before - 1.0) * 100.0, 1, "%"),
    ))
}
