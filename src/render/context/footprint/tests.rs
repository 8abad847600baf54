//! What a footprint says of its years.

use super::change;
use crate::compute::{Footprint, Part, Post, Share, YearFootprint};
use crate::model::{Perimeter, Stage};
use std::collections::BTreeMap;

/// A year of which only laptops are counted, by what their making weighs.
fn laptops(year: i32, weight: f64) -> YearFootprint {
    let post = Post::Equipment("ordinateur portable".to_owned());
    let share = Share {
        number: 10.0,
        stages: BTreeMap::from([(Stage::Manufacture, weight)]),
        declared: None,
    };
    let part = Part {
        share: share.clone(),
        ..Part::default()
    };
    YearFootprint {
        year,
        example: false,
        total: share.clone(),
        range: None,
        by_post: BTreeMap::from([(post.clone(), share)]),
        ranges: BTreeMap::new(),
        by_perimeter: BTreeMap::new(),
        by_site: BTreeMap::new(),
        parts: BTreeMap::from([((Perimeter::Collectivite, post), part)]),
        per_agent: None,
        per_inhabitant: None,
        lives: Vec::new(),
        excluded: Vec::new(),
        factors: Vec::new(),
        services: Vec::new(),
        centres: Vec::new(),
        quality: BTreeMap::new(),
        quality_of_impact: BTreeMap::new(),
    }
}

fn said(years: Vec<YearFootprint>) -> Option<String> {
    let footprint = Footprint {
        years,
        results: Vec::new(),
    };
    change(&footprint, footprint.years.last().unwrap())
}

#[test]
fn a_footprint_of_one_year_says_nothing_of_years_before_it() {
    assert_eq!(said(vec![laptops(2025, 9_000.0)]), None);
}

#[test]
fn years_that_count_something_else_are_said_not_to_be_compared() {
    let mut wider = laptops(2024, 9_000.0);
    let service = Post::Service("messagerie".to_owned());
    wider.parts.insert((Perimeter::Collectivite, service), Part::default());
    let told = said(vec![wider, laptops(2025, 8_000.0)]).unwrap();
    assert!(told.contains("elles ne sont pas comparées"), "{told}");
}

#[test]
fn two_years_that_count_the_same_give_the_post_that_moved_and_none_where_none_did() {
    let told = said(vec![laptops(2024, 10_000.0), laptops(2025, 9_000.0)]).unwrap();
    assert!(
        told.starts_with("De 2024 à 2025, l’empreinte est passée de 10,0 à 9,0")
            && told.contains("ordinateur portable"),
        "{told}"
    );
    let still = said(vec![laptops(2024, 9_000.0), laptops(2025, 9_000.0)]).unwrap();
    assert!(!still.contains("poste qui a le plus bougé"), "{still}");
}
