//! Facts about maps that could be false.

use crate::config::MapSettings;
use crate::diagnostic::Place;
use crate::load::fixture::Fixture;
use crate::model::{ClassRule, Coordinates, Territory};

const SQUARE: &str = "[[[0,0],[0,1],[1,1],[1,0],[0,0]]]";
const HOLED: &str = "[[[0,0],[0,9],[9,9],[9,0],[0,0]],[[2,2],[2,3],[3,3],[3,2],[2,2]]]";

fn feature(code: &str, kind: &str, coordinates: &str) -> String {
    format!(
        "{{\"type\":\"Feature\",\"properties\":{{\"code\":{code},\"nom\":\"Essai l'un\"}},\"geometry\":{{\"type\":\"{kind}\",\"coordinates\":{coordinates}}}}}"
    )
}

fn read(text: &str) -> (Option<Territory>, Vec<String>) {
    let mut fixture = Fixture::new()
        .file("data/valeurs/a.csv", "indicateur;annee;valeur\nx;2024;1\n")
        .file("data/cartes/communes.geojson", text);
    fixture.project.settings.map = Some(MapSettings {
        file: "communes.geojson".to_owned(),
        key: "code".to_owned(),
        key_place: Place::line("data/rapport.yaml", 9, 3),
        name: "nom".to_owned(),
        classes: ClassRule::Quantiles,
    });
    let (inputs, told) = fixture.load();
    (inputs.territory.as_deref().cloned(), told)
}

fn collection(features: &[String]) -> String {
    format!(
        "{{\"type\":\"FeatureCollection\",\"features\":[{}]}}",
        features.join(",")
    )
}

#[test]
fn polygons_and_multipolygons_are_read_with_their_holes_and_their_names() {
    let text = collection(&[
        feature("\"38185\"", "Polygon", HOLED),
        feature("38421", "MultiPolygon", &format!("[{SQUARE},{HOLED}]")),
    ]);
    let (territory, told) = read(&text);
    let territory = territory.unwrap();
    assert_eq!(told, Vec::<String>::new());
    assert_eq!(territory.coordinates, Coordinates::Degrees);
    let areas = &territory.areas;
    assert_eq!((areas[0].key.as_str(), areas[1].key.as_str()), ("38185", "38421"));
    assert_eq!(areas[0].name, "Essai l’un");
    assert_eq!(
        (areas[0].polygons[0].outline.len(), areas[0].polygons[0].holes.len()),
        (4, 1)
    );
    assert_eq!(areas[1].polygons.len(), 2);
}

#[test]
fn metres_of_a_plane_are_told_from_degrees_and_a_mixture_is_refused() {
    let lambert = "[[[913000,6458000],[913000,6459000],[914000,6459000],[913000,6458000]]]";
    let (territory, _) = read(&collection(&[feature("1", "Polygon", lambert)]));
    assert_eq!(territory.unwrap().coordinates, Coordinates::Metres);
    let mixed = collection(&[feature("1", "Polygon", lambert), feature("2", "Polygon", SQUARE)]);
    let (territory, told) = read(&mixed);
    assert_eq!(territory, None);
    assert!(told[0].starts_with("M145 data/cartes/communes.geojson"), "{told:?}");
}

#[test]
fn what_is_no_map_says_why() {
    for (text, code, words) in [
        ("commune;valeur\nA;1\n", "M144", "rompu"),
        ("{\"type\":\"Topology\"}", "M144", "pas une collection"),
        ("{\"type\":\"FeatureCollection\",\"features\":[]}", "M144", "aucune"),
    ] {
        let (territory, told) = read(text);
        assert_eq!(territory, None);
        assert!(told[0].starts_with(code) && told[0].contains(words), "{told:?}");
    }
}

#[test]
fn every_surface_with_a_fault_is_told_in_one_run() {
    let open = "[[[0,0],[0,1],[1,1],[1,0]]]";
    let words = "[[[0,0],[0,\"a\"],[1,1],[0,0]]]";
    let text = collection(&[
        feature("\"a\"", "Polygon", open),
        feature("\"b\"", "Point", "[0,0]"),
        feature("\"c\"", "Polygon", words),
        feature("\"c\"", "Polygon", SQUARE),
        feature("null", "Polygon", SQUARE),
    ]);
    let (territory, told) = read(&text);
    assert_eq!(territory, None);
    assert_eq!(told.len(), 5, "{told:?}");
    for words in ["ne se ferme pas", "« Point »", "deux nombres", "n° 3 et n° 4", "n° 5"] {
        let spaced = french_spaces(words);
        assert!(told.iter().any(|line| line.contains(&spaced)), "{words}: {told:?}");
    }
}

/// As a diagnostic prints it.
fn french_spaces(text: &str) -> String {
    crate::french::punctuate(text)
}
