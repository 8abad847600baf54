//! The keys of `carte` in `rapport.yaml`.

use crate::diagnostic::Placed;
use crate::form::entry::entry;
use crate::form::scalars::{Sentence, TextIfAny};
use crate::form::words::Word;
use crate::model::ClassRule;

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
