//! Every number of the footprint, its exclusions and what other tools gave.

use super::{PLACE, place_cells};
use crate::compute::{Footprint, Part, Post, YearFootprint};
use crate::model::{Perimeter, Stage};
use crate::printed::{Cell, PrintedTable};

/// What is common to the rows of a part.
type Subject = [Cell; 6];

impl Footprint {
    /// A row a perimeter, a post and a stage; then what is set apart; then the results of other tools.
    pub fn data_table(&self) -> PrintedTable {
        let [file, sheet, spot] = PLACE;
        let mut rows = Vec::new();
        for year in &self.years {
            let parts = year.parts.iter();
            rows.extend(parts.flat_map(|((perimeter, post), part)| of_part(year, *perimeter, post, part)));
            for excluded in &year.excluded {
                let subject = subject(year.year, "écarté", None, Some(&excluded.post), Some(excluded.number));
                rows.push(row(
                    subject,
                    [
                        Cell::default(),
                        Cell::default(),
                        Cell::default(),
                        excluded.reason().into(),
                        Cell::flag(false),
                    ],
                    place_cells(&excluded.place),
                ));
            }
        }
        for result in &self.results {
            let said = &result.declaration;
            let subject = subject(said.year, "autre outil", Some(said.perimeter), None, None);
            rows.push(row(
                subject,
                [
                    Cell::default(),
                    Cell::number(result.footprint, 1),
                    result.method.as_str().into(),
                    Cell::default(),
                    Cell::flag(said.example),
                ],
                place_cells(&said.place),
            ));
        }
        let keys = [
            "annee",
            "origine",
            "perimetre",
            "nature",
            "poste",
            "nombre",
            "etape",
            "kgco2e",
            "methode",
            "motif",
            "exemple",
            file,
            sheet,
            spot,
        ];
        PrintedTable::data(keys, rows)
    }
}

fn subject(year: i32, origin: &str, perimeter: Option<Perimeter>, post: Option<&Post>, number: Option<f64>) -> Subject {
    [
        Cell::whole(year),
        origin.into(),
        perimeter
            .map(|perimeter| Cell::key(perimeter.key(), perimeter.label()))
            .into(),
        post.map(|post| Cell::key(post.kind().key(), post.kind().label()))
            .into(),
        post.map(Post::name).into(),
        number.map(|number| Cell::number(number, 0)).into(),
    ]
}

fn row(subject: Subject, told: [Cell; 5], place: [Cell; 3]) -> [Cell; 14] {
    let mut cells = subject.into_iter().chain(told).chain(place);
    std::array::from_fn(|_| cells.next().unwrap_or_default())
}

fn of_part(year: &YearFootprint, perimeter: Perimeter, post: &Post, part: &Part) -> Vec<[Cell; 14]> {
    let share = &part.share;
    let number = Some(share.number).filter(|number| *number > 0.0);
    let stages = Stage::ALL.iter();
    let known = stages.filter_map(|stage| Some((Cell::key(stage.key(), stage.label()), *share.stages.get(stage)?)));
    let declared = share.declared.map(|value| ("sans étape".into(), value));
    let told = |(stage, value): (Cell, f64)| {
        row(
            subject(year.year, "calculé", Some(perimeter), Some(post), number),
            [
                stage,
                Cell::number(value, 1),
                Cell::default(),
                Cell::default(),
                Cell::flag(part.example),
            ],
            part.places.first().map(place_cells).unwrap_or_default(),
        )
    };
    known.chain(declared).map(told).collect()
}
