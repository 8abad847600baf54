//! `donnees/empreinte.csv`: every number of the footprint, its exclusions and what other tools gave.

use super::tables::{csv, decimal, place_columns};
use crate::assess::Report;
use crate::compute::{Part, Post, Share, YearFootprint};
use crate::error::Error;
use crate::model::{Perimeter, Stage};
use std::sync::Arc;

/// Its path among the published files.
pub const PATH: &str = "donnees/empreinte.csv";

const HEADER: &str = "annee;origine;perimetre;nature;poste;nombre;etape;kgco2e;methode;motif;exemple;fichier;feuille;\
    cellule_ou_ligne";

/// A row a perimeter, a post and a stage; then what is set apart; then the results of other tools.
///
/// None without a footprint.
pub fn table(report: &Report) -> Result<Option<Arc<[u8]>>, Error> {
    let Some(footprint) = &report.footprint else {
        return Ok(None);
    };
    let mut rows = Vec::new();
    for year in &footprint.years {
        for ((perimeter, post), part) in &year.parts {
            rows.extend(of_part(year, *perimeter, post, part));
        }
        for excluded in &year.excluded {
            let mut row = Row {
                year: year.year,
                origin: "écarté",
                post: Some(&excluded.post),
                number: Some(excluded.number),
                reason: excluded.reason(),
                ..Row::default()
            };
            row.place = place_columns(&excluded.place);
            rows.push(row.cells());
        }
    }
    for result in &footprint.results {
        let said = &result.declaration;
        let row = Row {
            year: said.year,
            origin: "autre outil",
            perimeter: said.perimeter.key(),
            value: Some(result.footprint),
            method: result.method.clone(),
            example: said.example,
            place: place_columns(&said.place),
            ..Row::default()
        };
        rows.push(row.cells());
    }
    csv(HEADER, &rows).map(Some)
}

#[derive(Default)]
struct Row<'a> {
    year: i32,
    origin: &'static str,
    perimeter: &'static str,
    post: Option<&'a Post>,
    number: Option<f64>,
    stage: &'static str,
    value: Option<f64>,
    method: String,
    reason: String,
    example: bool,
    place: [String; 3],
}

impl Row<'_> {
    fn cells(self) -> Vec<String> {
        let [file, sheet, spot] = self.place;
        vec![
            self.year.to_string(),
            self.origin.to_owned(),
            self.perimeter.to_owned(),
            self.post.map_or("", |post| post.kind().key()).to_owned(),
            self.post.map_or(String::new(), |post| post.name().to_owned()),
            decimal(self.number),
            self.stage.to_owned(),
            decimal(self.value),
            self.method,
            self.reason,
            if self.example { "oui" } else { "" }.to_owned(),
            file,
            sheet,
            spot,
        ]
    }
}

fn of_part(year: &YearFootprint, perimeter: Perimeter, post: &Post, part: &Part) -> Vec<Vec<String>> {
    let row = |stage: &'static str, value: f64| {
        let row = Row {
            year: year.year,
            origin: "calculé",
            perimeter: perimeter.key(),
            post: Some(post),
            number: (part.share.number > 0.0).then_some(part.share.number),
            stage,
            value: Some(value),
            example: part.example,
            place: part.places.first().map(place_columns).unwrap_or_default(),
            ..Row::default()
        };
        row.cells()
    };
    let Share { stages, declared, .. } = &part.share;
    let known = Stage::ALL
        .iter()
        .filter_map(|stage| Some((stage.key(), *stages.get(stage)?)));
    let declared = declared.map(|value| ("sans étape", value));
    known.chain(declared).map(|(stage, value)| row(stage, value)).collect()
}
