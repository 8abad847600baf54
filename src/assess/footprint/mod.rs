//! The charts of the footprint of digital technology, and what of it no official publication may hold.

#[cfg(test)]
mod tests;

use super::Report;
use crate::compute::{Footprint, Post, Share, YearFootprint};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::french;
use crate::model::{Category, ChartKind, Drawing, DrawingSeries, Stage};
use std::collections::BTreeMap;

/// Lines, factors or results marked `exemple` are in the footprint.
const EXAMPLES: Code = Code("M460");

/// Posts told apart over the years; the others are one.
const POSTS: usize = 6;
/// From this many kg, tonnes are easier to read.
const IN_TONNES: f64 = 10_000.0;

/// The posts by stage, the years by post, and what changed since the first comparable year.
pub(super) fn drawings(report: &Report) -> Vec<Drawing> {
    let Some(footprint) = &report.footprint else {
        return Vec::new();
    };
    let Some(last) = footprint.years.iter().rev().find(|year| year.total.is_counted()) else {
        return Vec::new();
    };
    let scale = Scale::of(footprint);
    let comparable = footprint.comparable();
    let mut drawings = vec![by_stage(last, &scale)];
    if footprint.years.len() > 1 {
        drawings.push(by_year(footprint, last, &scale));
    }
    if comparable.len() > 1 {
        drawings.push(change(comparable, last, &scale));
    }
    drawings
}

/// The unit of every drawing of a footprint.
struct Scale {
    unit: &'static str,
    kilograms: f64,
    precision: usize,
}

impl Scale {
    fn of(footprint: &Footprint) -> Self {
        let totals = footprint.years.iter().map(|year| year.total.total());
        match totals.fold(0.0, f64::max) >= IN_TONNES {
            true => Scale {
                unit: "tCO2e",
                kilograms: 1000.0,
                precision: 1,
            },
            false => Scale {
                unit: "kgCO2e",
                kilograms: 1.0,
                precision: 0,
            },
        }
    }

    fn scaled(&self, value: Option<f64>) -> Option<f64> {
        value.map(|value| value / self.kilograms)
    }

    fn drawing(
        &self,
        name: &str,
        title: String,
        kind: ChartKind,
        dimension: &str,
        categories: Vec<Category>,
    ) -> Drawing {
        Drawing {
            unit: self.unit.to_owned(),
            precision: self.precision,
            ..Drawing::over_categories(name.to_owned(), title, kind, dimension, categories)
        }
    }
}

/// A row a post, a part a stage; the largest first.
fn by_stage(year: &YearFootprint, scale: &Scale) -> Drawing {
    let mut posts: Vec<(&Post, &Share)> = year.by_post.iter().collect();
    posts.sort_by(|left, right| right.1.total().total_cmp(&left.1.total()));
    let series = |name: &str, of: &dyn Fn(&Share) -> Option<f64>| {
        let values = posts.iter().map(|(_, share)| scale.scaled(of(share)));
        DrawingSeries::over_categories(french::capital(name), None, values.collect())
    };
    let stages = Stage::ALL
        .iter()
        .map(|stage| series(stage.label(), &|share: &Share| share.stages.get(stage).copied()));
    let declared = series("déclaré, sans étape", &|share: &Share| share.declared);
    let known = |series: &DrawingSeries| series.numbers().next().is_some();
    let categories = posts.iter().map(|(post, _)| Category {
        name: french::capital(post.name()),
        provisional: false,
        example: example(year, post),
    });
    let title = format!("Empreinte par poste et par étape, {}", year.year);
    Drawing {
        series: stages.chain([declared]).filter(known).collect(),
        ..scale.drawing(
            "empreinte_postes",
            title,
            ChartKind::Bars,
            "Poste",
            categories.collect(),
        )
    }
}

/// A column a year, a part a post.
fn by_year(footprint: &Footprint, last: &YearFootprint, scale: &Scale) -> Drawing {
    let years: Vec<&YearFootprint> = footprint.years.iter().collect();
    let comparable = footprint.comparable().len() == years.len();
    let title = "Empreinte par année et par poste".to_owned();
    let categories = years.iter().map(|year| category(year)).collect();
    Drawing {
        series: parts(&years, last, scale),
        notes: match comparable {
            true => Vec::new(),
            false => {
                vec!["Toutes les années ne comptent pas la même chose : leurs totaux ne se comparent pas.".to_owned()]
            }
        },
        ..scale.drawing("empreinte_annees", title, ChartKind::StackedBars, "Année", categories)
    }
}

/// From the first comparable year to the last, a step a post.
fn change(comparable: &[YearFootprint], last: &YearFootprint, scale: &Scale) -> Drawing {
    let ends: Vec<&YearFootprint> = comparable.first().into_iter().chain(comparable.last()).collect();
    let first = ends.first().map_or(last.year, |year| year.year);
    let title = format!("Ce qui a fait évoluer l’empreinte de {first} à {}", last.year);
    let categories = ends.iter().map(|year| category(year)).collect();
    Drawing {
        series: parts(&ends, last, scale),
        ..scale.drawing("empreinte_evolution", title, ChartKind::Waterfall, "Poste", categories)
    }
}

/// The largest posts of the last year, each a series over these years, then all the others together.
fn parts(years: &[&YearFootprint], last: &YearFootprint, scale: &Scale) -> Vec<DrawingSeries> {
    let mut weights: BTreeMap<&Post, f64> = BTreeMap::new();
    for year in years {
        for (post, share) in &year.by_post {
            let weight = weights.entry(post).or_default();
            *weight = weight.max(share.total());
        }
    }
    let mut posts: Vec<&Post> = weights.keys().copied().collect();
    let total = |year: &YearFootprint, post: &Post| year.by_post.get(post).map(Share::total);
    posts.sort_by(|left, right| {
        let key = |post: &Post| (total(last, post).unwrap_or_default(), weights[post]);
        let (left, right) = (key(left), key(right));
        right.0.total_cmp(&left.0).then(right.1.total_cmp(&left.1))
    });
    let (told, rest) = posts.split_at(if posts.len() > POSTS + 1 { POSTS } else { posts.len() });
    let mut series: Vec<DrawingSeries> = told
        .iter()
        .map(|post| {
            let values = years.iter().map(|year| scale.scaled(total(year, post)));
            DrawingSeries::over_categories(french::capital(post.name()), None, values.collect())
        })
        .collect();
    if !rest.is_empty() {
        let sum = |year: &YearFootprint| {
            let known: Vec<f64> = rest.iter().filter_map(|post| total(year, post)).collect();
            (!known.is_empty()).then(|| known.iter().sum())
        };
        let values = years.iter().map(|year| scale.scaled(sum(year))).collect();
        series.push(DrawingSeries::over_categories("Autres postes".to_owned(), None, values));
    }
    series
}

fn category(year: &YearFootprint) -> Category {
    Category {
        name: year.year.to_string(),
        provisional: false,
        example: year.example,
    }
}

fn example(year: &YearFootprint, post: &Post) -> bool {
    let mut parts = year.parts.iter().filter(|((_, of), _)| of == post);
    parts.any(|(_, part)| part.example)
}

/// Pushes a fault for the years and the results that are invented.
pub(super) fn refuse_examples(report: &Report, diagnostics: &mut Diagnostics) {
    let Some(footprint) = &report.footprint else { return };
    for year in footprint.years.iter().filter(|year| year.example) {
        let part = year.parts.values().find(|part| part.example);
        let place = part.and_then(|part| part.places.first().cloned());
        let message = format!(
            "L’empreinte du numérique de {} repose sur des valeurs d’exemple.",
            year.year
        );
        refuse(place, message, diagnostics);
    }
    for result in footprint.results.iter().filter(|result| result.declaration.example) {
        let message = format!(
            "Le résultat importé de {} est marqué « exemple ».",
            result.declaration.year
        );
        refuse(Some(result.declaration.place.clone()), message, diagnostics);
    }
}

fn refuse(place: Option<Place>, message: String, diagnostics: &mut Diagnostics) {
    diagnostics.push(Diagnostic::error(EXAMPLES, place, message).help(
        "Remplacez par des valeurs réelles ce qui porte le statut « exemple » dans data/parc/, ou retirez ces lignes.",
    ));
}
