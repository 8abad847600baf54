//! The drawings of a footprint, and what an official report refuses of it.

use super::*;
use crate::assess::fixture::{project, report};
use crate::compute::Part;
use crate::load::Inputs;
use crate::model::Perimeter;

/// A year of laptops by stage, and of a service where it has a weight.
fn year(year: i32, laptops: f64, service: Option<f64>) -> YearFootprint {
    let equipment = Share {
        number: 10.0,
        stages: BTreeMap::from([(Stage::Manufacture, laptops), (Stage::Use, 1000.0)]),
        declared: None,
    };
    let declared = service.map(|declared| Share {
        declared: Some(declared),
        ..Share::default()
    });
    let laptops = (Post::Equipment("ordinateur portable".to_owned()), equipment);
    let service = declared.map(|share| (Post::Service("messagerie".to_owned()), share));
    let by_post: BTreeMap<Post, Share> = std::iter::once(laptops).chain(service).collect();
    let part = |(post, share): (&Post, &Share)| {
        let part = Part {
            share: share.clone(),
            example: true,
            places: vec![Place::line("data/parc/inventaire.csv", 2, 1)],
        };
        ((Perimeter::Collectivite, post.clone()), part)
    };
    YearFootprint {
        year,
        example: true,
        total: by_post.values().next().cloned().unwrap_or_default(),
        parts: by_post.iter().map(part).collect(),
        by_post,
        range: None,
        ranges: BTreeMap::new(),
        by_perimeter: BTreeMap::new(),
        by_site: BTreeMap::new(),
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

fn of(years: Vec<YearFootprint>) -> Report {
    let mut report = report(&project(), &Inputs::default(), Vec::new());
    report.footprint = Some(Footprint {
        years,
        results: Vec::new(),
    });
    report
}

#[test]
fn a_change_is_drawn_only_between_years_that_count_the_same_things() {
    let names = |years| -> Vec<String> { drawings(&of(years)).into_iter().map(|drawing| drawing.name).collect() };
    assert_eq!(names(vec![year(2025, 9000.0, None)]), ["empreinte_postes"]);
    assert_eq!(
        names(vec![year(2024, 9500.0, None), year(2025, 9000.0, None)]),
        ["empreinte_postes", "empreinte_annees", "empreinte_evolution"]
    );
    let widened = vec![year(2024, 9500.0, None), year(2025, 9000.0, Some(500.0))];
    assert_eq!(names(widened), ["empreinte_postes", "empreinte_annees"]);
}

#[test]
fn years_are_drawn_by_post_with_what_cannot_be_compared_said() {
    let widened = of(vec![year(2024, 9500.0, None), year(2025, 9000.0, Some(500.0))]);
    let drawings = drawings(&widened);
    let by_year = &drawings[1];
    let names: Vec<&str> = by_year.series.iter().map(|series| series.name.as_str()).collect();
    assert_eq!(names, ["Ordinateur portable", "Messagerie"]);
    assert_eq!(by_year.notes.len(), 1);
    let same = of(vec![year(2024, 9500.0, None), year(2025, 9000.0, None)]);
    let drawings = super::drawings(&same);
    assert_eq!(drawings[1].notes, Vec::<String>::new());
    let steps: Vec<Option<f64>> = drawings[2].series[0]
        .values
        .iter()
        .map(|one| one.value.number())
        .collect();
    assert_eq!(steps, [Some(10.5), Some(10.0)]);
}

#[test]
fn what_the_other_posts_do_not_say_in_a_year_is_not_drawn_as_zero() {
    // Seven more posts, lighter than the laptops, of which the first year counts the four heaviest alone.
    let wide = |year_of: i32, services: std::ops::Range<u8>| {
        let mut year = year(year_of, 9000.0, None);
        for rank in services {
            let share = Share {
                declared: Some(900.0 - 100.0 * f64::from(rank)),
                ..Share::default()
            };
            year.by_post.insert(Post::Service(format!("service {rank}")), share);
        }
        year
    };
    let drawn = drawings(&of(vec![wide(2024, 0..4), wide(2025, 0..7)]));
    let others = drawn[1].series.last().unwrap();
    let values: Vec<Option<f64>> = others.values.iter().map(|one| one.value.number()).collect();
    assert_eq!((others.name.as_str(), values), ("Autres postes", vec![None, Some(0.7)]));
}

#[test]
fn a_post_is_an_example_where_a_part_of_it_is() {
    let drawn = |invented: bool| {
        let mut year = year(2025, 9000.0, None);
        year.parts.values_mut().for_each(|part| part.example = invented);
        drawings(&of(vec![year]))[0].axis.categories()[0].example
    };
    assert!(drawn(true) && !drawn(false));
}

#[test]
fn a_stage_that_nothing_tells_is_not_drawn_as_zero() {
    let drawing = &drawings(&of(vec![year(2025, 9000.0, Some(500.0))]))[0];
    assert_eq!((drawing.unit.as_str(), drawing.axis.categories().len()), ("tCO2e", 2));
    let values = |series: &DrawingSeries| series.values.iter().map(|value| value.value.number()).collect();
    let told: Vec<(&str, Vec<Option<f64>>)> = drawing
        .series
        .iter()
        .map(|series| (series.name.as_str(), values(series)))
        .collect();
    let expected = [
        ("Fabrication", vec![Some(9.0), None]),
        ("Utilisation", vec![Some(1.0), None]),
        ("Déclaré, sans étape", vec![None, Some(0.5)]),
    ];
    assert_eq!(told, expected);
}

#[test]
fn an_official_report_has_no_invented_footprint() {
    let mut diagnostics = Diagnostics::default();
    refuse_examples(&of(vec![year(2025, 9000.0, None)]), &mut diagnostics);
    let found = diagnostics.sorted();
    assert_eq!((found.len(), found[0].code.0), (1, "M460"));
    assert!(found[0].place.is_some());
}
