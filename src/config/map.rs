//! The `carte` of `rapport.yaml`, and the indicators that ask for a map.
//!
//! Whether the file holds a map is read by `load`.

use super::disk::Disk;
use super::named_file::{inside, there};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, Placed};
use crate::form::entry::entry;
use crate::form::scalars::{Sentence, TextIfAny};
use crate::form::words::Word;
use crate::model::{ChartKind, ClassRule, Indicator};

/// The file of the map is no GeoJSON by its name.
pub(super) const MAP_FILE: Code = Code("M038");
/// An indicator asks for a map that cannot be drawn.
pub(super) const NO_MAP: Code = Code("M068");

/// The folder of the map.
const FOLDER: &str = "data/cartes/";

entry! {
    /// Le fond de carte des indicateurs ventilés par commune.
    MapEntry, "la carte" {
        /// Le fichier GeoJSON, dans data/cartes/.
        file("fichier"): Placed<String>,
        /// La propriété du fichier qui porte le code (ou le nom) écrit dans les tableaux.
        key("cle"): Placed<Sentence>,
        /// La propriété qui porte le nom à imprimer ; par défaut celle de « cle ».
        name("nom"): Option<TextIfAny>,
        /// La façon de couper les valeurs en classes ; par défaut quantiles.
        classes("classes"): Word<ClassRule> = ClassRule::Quantiles,
    }
}

/// The GeoJSON of the communes and how data name them.
#[derive(Clone, Debug, PartialEq)]
pub struct MapSettings {
    /// Relative to `data/cartes/`.
    pub file: String,
    /// The property that holds what tables write.
    pub key: String,
    /// Where `key` is written.
    pub key_place: Place,
    /// The property that holds the name to be printed.
    pub name: String,
    pub classes: ClassRule,
}

/// The map; none where its file cannot be one.
pub(super) fn settings(raw: MapEntry, disk: &Disk<'_>, diagnostics: &mut Diagnostics) -> Option<MapSettings> {
    let file = inside(raw.file, FOLDER, diagnostics)?;
    let lower = file.value.to_lowercase();
    if !lower.ends_with(".geojson") && !lower.ends_with(".json") {
        let message = format!("La carte « {} » n’est pas un fichier GeoJSON.", file.value);
        let help = "Enregistrez la couche au format GeoJSON (extension .geojson), par exemple depuis QGIS.";
        diagnostics.push(file.error(MAP_FILE, message).help(help));
        return None;
    }
    Some(MapSettings {
        file: there(file, FOLDER, disk, diagnostics)?.value,
        name: raw.name.unwrap_or_else(|| raw.key.value.clone()),
        key: raw.key.value,
        key_place: raw.key.place,
        classes: raw.classes,
    })
}

/// An indicator that asks for a map has one column of disaggregation, and the project a map.
///
/// `declared`: `rapport.yaml` has a `carte`, even one with a fault of its own.
pub(super) fn check_indicators(catalogue: &[Indicator], declared: bool, diagnostics: &mut Diagnostics) {
    let asking = catalogue
        .iter()
        .filter(|indicator| indicator.chart == Some(ChartKind::Map));
    for indicator in asking {
        let columns = indicator.breakdowns.len();
        if !declared {
            let message = format!(
                "L’indicateur « {} » demande une carte, et rapport.yaml n’en donne pas le fond.",
                indicator.id
            );
            let help = "Ajoutez « carte: {fichier: communes.geojson, cle: code} » à rapport.yaml et le fichier dans data/cartes/, ou choisissez un autre graphique.";
            diagnostics.push(Diagnostic::error(NO_MAP, indicator.place.clone(), message).help(help));
        } else if columns != 1 {
            let message = format!(
                "L’indicateur « {} » demande une carte : il faut une colonne de ventilation, celle des communes ; il y en a {columns}.",
                indicator.id
            );
            let written = indicator.place.written("ventilations", "[commune]", "commune");
            let help = format!("Écrivez par exemple {written}.");
            diagnostics.push(Diagnostic::error(NO_MAP, indicator.place.clone(), message).help(help));
        }
    }
}
