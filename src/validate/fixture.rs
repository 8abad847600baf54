//! Small projects and tables in memory, for the tests of this room.

use super::{Dataset, validate};
use crate::config::Project;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Placed};
use crate::load::{Cell, Content, Inputs, Table};
use crate::model::{
    Baseline, Derivation, Direction, Identifier, Indicator, Nature, Observation, Perimeter, Scope, Target,
};
use std::sync::Arc;

/// What a test validates; the data year is 2025.
pub struct Given {
    pub project: Project,
    pub inputs: Inputs,
    /// The texts that were read under keys.
    pub written: Vec<Placed<String>>,
}

/// What came out: observations, and diagnostics by their code.
pub struct Found {
    pub dataset: Dataset,
    pub diagnostics: Diagnostics,
}

pub fn id(text: &str) -> Identifier {
    Identifier::parse(text).unwrap()
}

/// An indicator wanted to fall, without anything optional.
pub fn indicator(name: &str, unit: &str) -> Indicator {
    Indicator {
        place: Place::line("data/indicateurs/climat.yaml", 2, 5),
        unit: unit.to_owned(),
        scope: Scope::Territorial,
        nature: Nature::Achievement,
        direction: Direction::Decrease,
        perimeter: Perimeter::Territory,
        ..crate::model::fixture::indicator(name)
    }
}

pub fn baseline(year: i32, value: Option<f64>) -> Option<Baseline> {
    let place = Place::line("data/indicateurs/climat.yaml", 8, 5);
    Some(Baseline { year, value, place })
}

pub fn target(year: i32, value: f64) -> Target {
    Target {
        year,
        value,
        origin: String::new(),
        place: Place::line("data/indicateurs/climat.yaml", 9, 5),
    }
}

pub fn given(catalogue: impl IntoIterator<Item = Indicator>) -> Given {
    Given {
        project: Project {
            catalogue: catalogue.into_iter().collect(),
            ..Project::fixture()
        },
        inputs: Inputs::default(),
        written: Vec::new(),
    }
}

impl Given {
    /// A CSV of `valeurs/`, cells separated by `;`, one row a line.
    pub fn csv(mut self, name: &str, text: &str) -> Self {
        let file: Arc<str> = format!("data/valeurs/{name}").into();
        let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let mut rows = lines.iter().zip(1..).map(|(line, number)| row(&file, line, number));
        let header = rows.next().unwrap_or_default();
        let rows = rows.collect();
        self.inputs.tables.push(Table {
            file,
            sheet: None,
            other_sheets: Vec::new(),
            header,
            rows,
        });
        self
    }

    /// Replaces the content of a cell of the last table by what a workbook would hold; rows and columns from 0.
    pub fn holding(mut self, row: usize, column: usize, value: f64, percent: bool) -> Self {
        let table = self.inputs.tables.last_mut().unwrap();
        table.rows[row][column].content = Content::Number { value, percent };
        self
    }

    /// The result of the query of an indicator, which gets the query.
    pub fn query(mut self, name: &str, text: &str) -> Self {
        let place = Place::line("data/indicateurs/climat.yaml", 12, 14);
        for indicator in self
            .project
            .catalogue
            .iter_mut()
            .filter(|indicator| indicator.id == id(name))
        {
            let query = Placed::new("SELECT …".to_owned(), place.clone());
            indicator.derivation = Some(Derivation::Query(query));
        }
        let mut given = self.csv("requete", text);
        let mut table = given.inputs.tables.pop().unwrap();
        let cells = table.rows.iter_mut().flatten().chain(&mut table.header);
        cells.for_each(|cell| cell.place = place.clone());
        given.inputs.queries.insert(id(name), table);
        given
    }

    pub fn check(&self) -> Found {
        let mut diagnostics = Diagnostics::default();
        self.written.iter().for_each(|text| diagnostics.wrote(text.clone()));
        let dataset = validate(&self.project, &self.inputs, &mut diagnostics);
        Found { dataset, diagnostics }
    }
}

impl Found {
    /// The codes of what was found, in the order of the places.
    pub fn codes(&self) -> Vec<&'static str> {
        self.diagnostics
            .sorted()
            .iter()
            .map(|diagnostic| diagnostic.code.0)
            .collect()
    }

    /// The only diagnostic that was found.
    pub fn only(&self) -> &Diagnostic {
        let sorted = self.diagnostics.sorted();
        assert_eq!(sorted.len(), 1, "{sorted:#?}");
        sorted[0]
    }

    pub fn observations(&self) -> &[Observation] {
        &self.dataset.observations
    }

    /// The years and numbers of the observations that hold one.
    pub fn numbers(&self) -> Vec<(i32, f64)> {
        let observations = self.observations().iter();
        observations
            .filter_map(|one| Some((one.year, one.value.number()?)))
            .collect()
    }
}

fn row(file: &Arc<str>, line: &str, number: u32) -> Vec<Cell> {
    let mut column = 1;
    let mut cells = Vec::new();
    for text in line.split(';') {
        cells.push(Cell {
            content: match text.trim() {
                "" => Content::Empty,
                text => Content::Text(text.to_owned()),
            },
            place: Place::line(file.clone(), number, column),
        });
        column += text.chars().count() as u32 + 1;
    }
    cells
}
