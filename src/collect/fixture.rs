//! A project of two services, for the tests of this room. Not compiled otherwise.

use super::campaign::Campaign;
use super::noun::ServiceRequest;
use crate::config::Project;
use crate::model::fixture::{indicator, observation};
use crate::model::{Indicator, Observation, Value};
use crate::validate::Dataset;

/// The data year is 2025.
pub fn project() -> Project {
    let of = |id: &str, service: &str| Indicator {
        title: format!("Titre de {id}"),
        definition: "Ce qui est mesuré, et comment.".to_owned(),
        service: service.to_owned(),
        ..indicator(id)
    };
    Project {
        catalogue: vec![
            of("elec", "Énergie"),
            of("gaz", "énergie"),
            Indicator {
                breakdowns: vec!["site".to_owned()],
                ..of("eau", "Eau et assainissement")
            },
        ],
        ..Project::fixture()
    }
}

pub fn known() -> Vec<Observation> {
    let number =
        |id: &str, year: i32, value: f64, parts: &[(&str, &str)]| observation(id, year, Value::Number(value), parts);
    vec![
        number("eau", 2024, 12.5, &[("site", "Piscine")]),
        number("eau", 2024, 7.0, &[("site", "Mairie")]),
        number("elec", 2023, 100.0, &[]),
        number("elec", 2024, 90.0, &[]),
        number("elec", 2025, 80.0, &[]),
    ]
}

pub fn dataset() -> Dataset {
    Dataset {
        observations: known(),
        ..Dataset::default()
    }
}

pub fn requests() -> Vec<ServiceRequest> {
    super::requests(&project(), &dataset())
}

pub fn campaign() -> Campaign {
    Campaign::of(&project())
}
