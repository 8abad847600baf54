//! Nouns ready for unit tests: an indicator with its defaults, empty reference data, a series from pairs. Not compiled otherwise.

use super::{
    Aggregation, Direction, Finality, Identifier, Indicator, Nature, Observation, ObservationStatus, Perimeter, Point,
    Reference, Scope, Series, Source, Value,
};
use crate::diagnostic::Place;
use std::collections::BTreeMap;

pub fn identifier(text: &str) -> Identifier {
    Identifier::parse(text).unwrap()
}

/// A contribution of the collectivité that should rise, in MWh, without reference or target.
pub fn indicator(id: &str) -> Indicator {
    Indicator {
        id: identifier(id),
        place: Place::line("data/indicateurs/a.yaml", 1, 1),
        title: id.to_owned(),
        definition: String::new(),
        unit: "MWh".to_owned(),
        finality: Finality::Climate,
        scope: Scope::Internal,
        goals: Vec::new(),
        nature: Nature::Contribution,
        direction: Direction::Increase,
        baseline: None,
        targets: Vec::new(),
        limit: None,
        method: None,
        tolerance: 0.05,
        bounds: None,
        breakdowns: Vec::new(),
        aggregation: Aggregation::None,
        frequency: 1,
        source: Source::default(),
        service: String::new(),
        digital_theme: None,
        perimeter: Perimeter::Collectivite,
        chart: None,
        precision: 1,
        derivation: None,
        comment: String::new(),
    }
}

/// Reference data that say nothing.
pub fn reference() -> Reference {
    Reference {
        finalities: BTreeMap::new(),
        goals: BTreeMap::new(),
        themes: BTreeMap::new(),
        legal: BTreeMap::new(),
        checklist: Vec::new(),
        glossary: BTreeMap::new(),
        equipment: Vec::new(),
        digital: Default::default(),
        accounts: Default::default(),
    }
}

/// An observation at line `year` of a table, so that places tell years apart.
pub fn observation(id: &str, year: i32, value: Value, breakdown: &[(&str, &str)]) -> Observation {
    Observation {
        indicator: identifier(id),
        year,
        value,
        status: ObservationStatus::Final,
        note: String::new(),
        breakdown: breakdown
            .iter()
            .map(|(column, value)| (column.to_string(), value.to_string()))
            .collect::<BTreeMap<_, _>>(),
        place: Place::line("data/valeurs/a.csv", u32::try_from(year).unwrap(), 1),
    }
}

/// A series of numbers without marks.
pub fn series(points: &[(i32, f64)]) -> Series {
    let point = |&(year, value): &(i32, f64)| Point {
        year,
        value: Value::Number(value),
        marks: Vec::new(),
        note: String::new(),
        places: Vec::new(),
    };
    Series {
        points: points.iter().map(point).collect(),
    }
}
