//! Who is asked for what.

use crate::collect::fixture::{dataset, project, requests};
use crate::collect::noun::ServiceRequest;
use crate::collect::requests as requested;
use crate::diagnostic::{Place, Placed};
use crate::model::fixture::observation;
use crate::model::{Derivation, Indicator, ObservationStatus, Value};

fn ids(request: &ServiceRequest) -> Vec<String> {
    let line = |line: &crate::collect::noun::AskedLine| {
        let parts: Vec<&str> = line.breakdown.values().map(String::as_str).collect();
        format!("{} {}", line.indicator.id, parts.join(" ")).trim().to_owned()
    };
    request.lines.iter().map(line).collect()
}

#[test]
fn a_service_written_in_two_ways_is_one_and_each_known_part_is_a_line() {
    let requests = requests();
    let told: Vec<(&str, Vec<String>)> = requests.iter().map(|request| (request.label(), ids(request))).collect();
    assert_eq!(
        told,
        [
            (
                "Eau et assainissement",
                vec!["eau Mairie".to_owned(), "eau Piscine".to_owned()]
            ),
            ("Énergie", vec!["elec".to_owned(), "gaz".to_owned()]),
        ]
    );
    assert_eq!(requests[1].slug(), "energie");
}

#[test]
fn nobody_is_asked_for_what_is_computed_nor_for_a_survey_between_its_measures() {
    let mut project = project();
    project.catalogue[0].derivation = Some(Derivation::Formula(Placed::new("gaz".to_owned(), Place::file("a"))));
    project.catalogue[2] = Indicator {
        frequency: 3,
        ..project.catalogue[2].clone()
    };
    let requests = requested(&project, &dataset());
    assert_eq!(requests.len(), 1, "eau was measured in 2024, the next is due in 2027");
    assert_eq!(ids(&requests[0]), ["gaz"]);
}

#[test]
fn a_site_that_closed_is_asked_no_more_and_what_is_invented_goes_to_nobody() {
    let mut dataset = dataset();
    dataset
        .observations
        .push(observation("eau", 2025, Value::Void, &[("site", "Piscine")]));
    dataset.observations[3].status = ObservationStatus::Example;
    let mut project = project();
    project.settings.sample = false;
    let requests = requested(&project, &dataset);
    assert_eq!(ids(&requests[0]), ["eau Mairie"]);
    assert_eq!(
        requests[1].lines[0].known.keys().copied().collect::<Vec<_>>(),
        [2023, 2025]
    );
    project.settings.sample = true;
    assert_eq!(requested(&project, &dataset)[1].lines[0].known.len(), 3);
}

#[test]
fn the_name_of_a_workbook_is_one_that_systems_take_and_no_other_service_has() {
    use crate::collect::noun::slug;
    assert_eq!(slug("Direction de l’eau"), "direction-de-l-eau");
    for odd in ["/", "..", "?*", &"très long ".repeat(30)] {
        let slug = slug(odd);
        assert!(
            slug.len() < 80 && slug.chars().all(|letter| letter.is_alphanumeric() || letter == '-'),
            "{slug}"
        );
    }
    assert_ne!(
        slug(&format!("{} a", "long ".repeat(30))),
        slug(&format!("{} b", "long ".repeat(30)))
    );
}
