//! Every number of the footprint, its exclusions and what other tools gave.

use super::placed;
use crate::compute::{Excluded, Footprint, Post};
use crate::diagnostic::Place;
use crate::model::{Perimeter, Stage};
use crate::printed::{Cell, PrintedTable};

/// What a row tells; its parts that have no meaning for it are absent.
#[derive(Clone, Copy, Default)]
struct Line<'a> {
    year: i32,
    origin: &'a str,
    perimeter: Option<Perimeter>,
    post: Option<&'a Post>,
    number: Option<f64>,
    stage: Option<&'a str>,
    value: Option<f64>,
    method: &'a str,
    excluded: Option<&'a Excluded>,
    example: bool,
    place: Option<&'a Place>,
}

impl Footprint {
    /// A row a perimeter, a post and a stage; then what is set apart; then the results of other tools.
    pub fn data_table(&self) -> PrintedTable {
        let mut lines = Vec::new();
        for year in &self.years {
            for ((perimeter, post), part) in &year.parts {
                let share = &part.share;
                let stages = Stage::ALL.iter();
                let known = stages.filter_map(|stage| Some((stage.key(), *share.stages.get(stage)?)));
                let declared = share.declared.map(|value| ("sans étape", value));
                lines.extend(known.chain(declared).map(|(stage, value)| Line {
                    year: year.year,
                    origin: "calculé",
                    perimeter: Some(*perimeter),
                    post: Some(post),
                    number: Some(share.number).filter(|number| *number > 0.0),
                    stage: Some(stage),
                    value: Some(value),
                    example: part.example,
                    place: part.places.first(),
                    ..Line::default()
                }));
            }
            lines.extend(year.excluded.iter().map(|excluded| Line {
                year: year.year,
                origin: "écarté",
                post: Some(&excluded.post),
                number: Some(excluded.number),
                excluded: Some(excluded),
                place: Some(&excluded.place),
                ..Line::default()
            }));
        }
        lines.extend(self.results.iter().map(|result| Line {
            year: result.declaration.year,
            origin: "autre outil",
            perimeter: Some(result.declaration.perimeter),
            value: Some(result.footprint),
            method: &result.method,
            example: result.declaration.example,
            place: Some(&result.declaration.place),
            ..Line::default()
        }));
        let rows = PrintedTable::each(&lines)
            .data("annee", |line| line.year)
            .data("origine", |line| line.origin)
            .data("perimetre", |line| line.perimeter.map(Perimeter::key))
            .data("nature", |line| line.post.map(|post| post.kind().key()))
            .data("poste", |line| line.post.map(Post::name))
            .data("nombre", |line| line.number.map(|number| Cell::number(number, 0)))
            .data("etape", |line| line.stage)
            .data("kgco2e", |line| line.value.map(|value| Cell::number(value, 1)))
            .data("methode", |line| line.method)
            .data("motif", |line| line.excluded.map(Excluded::reason))
            .data("exemple", |line| line.example);
        placed(rows, |line| line.place).table()
    }
}
