//! The footprint as a series: computed years, opened by what other tools gave, with a break wherever the method changes.

use super::Known;
use crate::compute::footprint::{Footprint, Part, Post, YearFootprint};
use crate::diagnostic::Place;
use crate::model::to_twelve_digits;
use crate::model::{FleetMeasure, Indicator, ObservationStatus, Perimeter, Point, PostKind, Value};
use crate::validate::ImportedResult;
use std::collections::{BTreeMap, BTreeSet};

/// How a year was measured: two years that differ in it are never joined.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Basis {
    /// Computed here, over these kinds of posts.
    Computed(BTreeSet<PostKind>),
    /// Given by another tool.
    Imported(String),
}

/// The footprint of one year, before it is related to anybody.
struct Weighed {
    total: f64,
    basis: Basis,
    example: bool,
    places: Vec<Place>,
}

/// A point a year; the first after a change of basis is a break.
pub fn points(indicator: &Indicator, measure: FleetMeasure, equipment: Option<&str>, known: &Known) -> Vec<Point> {
    let Some(footprint) = known.footprint else {
        return Vec::new();
    };
    let heads = match measure {
        FleetMeasure::FootprintPerAgent => known.community.agents.map(|agents| agents as f64),
        FleetMeasure::FootprintPerInhabitant => Some(known.community.population as f64),
        _ if indicator.unit.trim_start().starts_with('t') => Some(1000.0),
        _ => Some(1.0),
    };
    let Some(heads) = heads else { return Vec::new() };
    let mut before: Option<Basis> = None;
    let mut points = Vec::new();
    for (year, weighed) in weighed(footprint, indicator.perimeter, equipment) {
        let broken = before.as_ref().is_some_and(|before| *before != weighed.basis);
        let note = match &weighed.basis {
            Basis::Imported(method) => format!("Résultat déclaré : {method}"),
            Basis::Computed(_) if broken => {
                "Calculée ici, d’une autre manière ou sur un autre contenu que l’année précédente".to_owned()
            }
            Basis::Computed(_) => String::new(),
        };
        let mut marks = Vec::new();
        marks.extend(broken.then_some(ObservationStatus::Break));
        marks.extend(weighed.example.then_some(ObservationStatus::Example));
        points.push(Point {
            year,
            value: Value::Number(to_twelve_digits(weighed.total / heads)),
            marks,
            note,
            places: weighed.places,
        });
        before = Some(weighed.basis);
    }
    points
}

/// Each year of a perimeter: computed where it could be, else as the first tool gave it.
fn weighed(footprint: &Footprint, perimeter: Perimeter, equipment: Option<&str>) -> BTreeMap<i32, Weighed> {
    let mut years = BTreeMap::new();
    // Another tool says nothing of one equipment.
    let imported = footprint.results.iter().filter(|_| equipment.is_none());
    for result in imported.filter(|result| result.declaration.perimeter == perimeter) {
        years
            .entry(result.declaration.year)
            .or_insert_with(|| imported_year(result));
    }
    for year in &footprint.years {
        years.extend(computed_year(year, perimeter, equipment).map(|weighed| (year.year, weighed)));
    }
    years
}

fn imported_year(result: &ImportedResult) -> Weighed {
    Weighed {
        total: result.footprint,
        basis: Basis::Imported(result.method.clone()),
        example: result.declaration.example,
        places: vec![result.declaration.place.clone()],
    }
}

fn computed_year(year: &YearFootprint, perimeter: Perimeter, equipment: Option<&str>) -> Option<Weighed> {
    let wanted = |post: &Post| equipment.is_none_or(|name| *post == Post::Equipment(name.to_owned()));
    let parts = year.parts.iter();
    let parts: Vec<(&Post, &Part)> = parts
        .filter(|((of, post), _)| *of == perimeter && wanted(post))
        .map(|((_, post), part)| (post, part))
        .collect();
    (!parts.is_empty()).then(|| Weighed {
        total: parts.iter().map(|(_, part)| part.share.total()).sum(),
        basis: Basis::Computed(parts.iter().map(|(post, _)| post.kind()).collect()),
        example: parts.iter().any(|(_, part)| part.example),
        places: parts.iter().flat_map(|(_, part)| part.places.iter().cloned()).collect(),
    })
}
