//! The map of the project: a GeoJSON of `data/cartes/` becomes the [`Territory`] on which charts are drawn.
//!
//! A feature is a commune. It knows nothing of values: which of them have a commune is said by `validate`.

mod geojson;
mod geometry;
#[cfg(test)]
mod tests;

use super::Inputs;
use super::folder::{self, Found};
use crate::config::{MapSettings, Project};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::french;
use crate::model::{Area, Coordinates, Polygon, Territory};
use geojson::Feature;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The file is no collection of features.
const NOT_A_MAP: Code = Code("M144");
/// The shape of a feature is no surface, or its points have no place on a map.
const GEOMETRY: Code = Code("M145");
/// A feature lacks the property that names it, or two have the same.
const KEY: Code = Code("M146");

/// Bytes of a map.
const LIMIT: u64 = 30_000_000;
/// Faults of one kind told one by one.
const TOLD: usize = 8;

/// Reads the map that `rapport.yaml` names; a map with a fault is none.
pub(super) fn read(project: &Project, inputs: &mut Inputs, diagnostics: &mut Diagnostics) {
    let Some(settings) = &project.settings.map else {
        return;
    };
    let found = Found::named(&project.root, "data/cartes", &settings.file);
    let Some(file) = folder::read(&project.root, &found, LIMIT, diagnostics) else {
        return;
    };
    let (path, bytes) = (file.path.clone(), file.bytes.clone());
    inputs.files.push(file);
    let read = geojson::parse(&path, &bytes).and_then(|document| {
        let features = geojson::features(&path, &document)?;
        Ok(territory(&features, settings, &Place::file(path.clone()), diagnostics))
    });
    match read {
        Ok(territory) => inputs.territory = territory.map(Arc::new),
        Err(fault) => diagnostics.push(*fault),
    }
}

#[cfg(any(test, fuzzing))]
pub(super) fn of_bytes(path: &str, bytes: &[u8], diagnostics: &mut Diagnostics) {
    let path = Arc::from(path);
    let Ok(document) = geojson::parse(&path, bytes) else {
        return;
    };
    let settings = MapSettings {
        file: "a.geojson".to_owned(),
        key: "code".to_owned(),
        key_place: Place::file("data/rapport.yaml"),
        name: "nom".to_owned(),
        classes: crate::model::ClassRule::Quantiles,
    };
    if let Ok(features) = geojson::features(&path, &document) {
        territory(&features, &settings, &Place::file(path.clone()), diagnostics);
    }
}

fn territory(
    features: &[Feature<'_>],
    settings: &MapSettings,
    file: &Place,
    diagnostics: &mut Diagnostics,
) -> Option<Territory> {
    let named = features.iter().any(|feature| feature.property(&settings.key).is_some());
    if let (false, Some(first)) = (named, features.first()) {
        diagnostics.push(no_such_key(first, settings));
        return None;
    }
    let mut faults = Vec::new();
    let mut ranks: BTreeMap<String, usize> = BTreeMap::new();
    let mut areas = Vec::new();
    for feature in features {
        let key = feature.property(&settings.key);
        match &key {
            None => faults.push(without_key(feature, settings)),
            Some(key) => {
                if let Some(first) = ranks.insert(key.clone(), feature.rank) {
                    faults.push(repeated_key(key, first, feature.rank, settings));
                }
            }
        }
        match geometry::polygons(feature.geometry) {
            Ok(polygons) => areas.extend(key.map(|key| area(key, feature, settings, polygons))),
            Err(reason) => faults.push(bad_geometry(feature.rank, &reason, file)),
        }
    }
    let before = faults.len();
    let coordinates = coordinates(&areas);
    if coordinates.is_none() && faults.is_empty() {
        faults.push(no_system(file));
    }
    let rest = before.saturating_sub(TOLD);
    for mut fault in faults.into_iter().take(TOLD) {
        if rest > 0 {
            fault.message.push_str(&format!(
                " ({} au total dans ce fichier.)",
                french::plural(before, "faute", "fautes")
            ));
        }
        diagnostics.push(fault);
    }
    (before == 0).then_some(Territory {
        areas,
        coordinates: coordinates?,
        classes: settings.classes,
    })
}

fn area(key: String, feature: &Feature<'_>, settings: &MapSettings, polygons: Vec<Polygon>) -> Area {
    let name = feature.property(&settings.name).unwrap_or_else(|| key.clone());
    Area {
        name: french::punctuate(&name),
        key,
        polygons,
    }
}

/// Degrees where every point may be one, metres where every point is far from them.
fn coordinates(areas: &[Area]) -> Option<Coordinates> {
    let points = || {
        areas
            .iter()
            .flat_map(|area| &area.polygons)
            .flat_map(|shape| &shape.outline)
    };
    let degrees = |[x, y]: &[f64; 2]| x.abs() <= 180.0 && y.abs() <= 90.0;
    let metres = |[x, y]: &[f64; 2]| x.abs() <= 2e7 && y.abs() <= 2e7 && y.abs() > 1_000.0;
    if points().all(degrees) {
        Some(Coordinates::Degrees)
    } else {
        points().all(metres).then_some(Coordinates::Metres)
    }
}

fn no_such_key(first: &Feature<'_>, settings: &MapSettings) -> Diagnostic {
    let message = format!(
        "Aucune surface de « {} » n’a de propriété « {} ».",
        settings.file, settings.key
    );
    Diagnostic::error(KEY, settings.key_place.clone(), message)
        .help(french::suggestion(&settings.key, &first.properties()))
        .raw(&settings.key)
}

fn without_key(feature: &Feature<'_>, settings: &MapSettings) -> Diagnostic {
    let message = format!(
        "La surface n° {} de « {} » n’a pas de propriété « {} ».",
        feature.rank, settings.file, settings.key
    );
    let known = feature.properties();
    Diagnostic::error(KEY, settings.key_place.clone(), message)
        .help(french::suggestion(&settings.key, &known))
        .raw(&settings.key)
}

fn repeated_key(key: &str, first: usize, second: usize, settings: &MapSettings) -> Diagnostic {
    let message = format!(
        "Les surfaces n° {first} et n° {second} de « {} » portent toutes deux « {key} » dans la propriété « {} ».",
        settings.file, settings.key
    );
    Diagnostic::error(KEY, settings.key_place.clone(), message)
        .help("Choisissez une propriété qui distingue les communes (leur code INSEE), ou réunissez les deux surfaces en une.")
        .raw(&settings.key)
}

fn bad_geometry(rank: usize, reason: &str, file: &Place) -> Diagnostic {
    Diagnostic::error(GEOMETRY, file.clone(), format!("La surface n° {rank} {reason}."))
        .help("Réparez la géométrie (outil « Réparer les géométries » de QGIS), puis enregistrez de nouveau la couche.")
}

fn no_system(file: &Place) -> Diagnostic {
    let message = "Les points de la carte ne sont ni tous en degrés (longitude, latitude), ni tous en mètres.";
    Diagnostic::error(GEOMETRY, file.clone(), message)
        .help("Enregistrez la couche en WGS 84 (EPSG:4326) ou en Lambert-93 (EPSG:2154).")
}
