//! The faults of a mapping, in the words of whoever keeps it: keys and lines of YAML, or columns and cells of a table.
//!
//! It says what is wrong; `entry` sees it.

use super::document::{Node, Shape};
use crate::diagnostic::{Code, Diagnostic, Place, Placed};

/// A key that must be there and is not.
pub const MISSING_KEY: Code = Code("M021");
/// A list where a text is expected, and the like.
pub const SHAPE: Code = Code("M022");
/// A key written twice in the same mapping.
pub const DUPLICATE_KEY: Code = Code("M023");
/// A key without a value where one is required.
pub const EMPTY_VALUE: Code = Code("M024");

/// A key that must be there.
pub(super) fn missing(place: &Place, owner: &str, key: &str, is_line: bool) -> Diagnostic {
    let (message, help) = match place.is_in_table() {
        true if !is_line => (
            format!("Il manque « {key} » dans {owner}."),
            format!(
                "Ajoutez une ligne à la feuille, avec « {key} » dans la colonne « cle » (précédé de ce que les clés voisines ont avant leur dernier point, s’il y en a un) et la valeur à côté."
            ),
        ),
        true => (
            format!("Il manque « {key} » dans {owner}."),
            "Écrivez-le dans la même cellule (« 2018 = 62000 » pour « reference », « 2030 = 43000 (Plan climat) » pour « cibles »), ou dans une colonne à lui (« reference_annee », « source_producteur »).".to_owned(),
        ),
        false => (
            format!("La clé « {key} » manque dans {owner}."),
            format!("Ajoutez une ligne « {key}: … »."),
        ),
    };
    Diagnostic::error(MISSING_KEY, place.clone(), message).help(help)
}

/// A key, or the cell of a line, without its value.
pub(super) fn without_value(key: &Placed<String>, owner: &str, is_line: bool) -> Diagnostic {
    let (name, place) = (&key.value, key.place.clone());
    if is_line {
        let message = format!("La cellule « {name} » est vide pour {owner}.");
        return Diagnostic::error(EMPTY_VALUE, place, message).help("Remplissez la cellule.");
    }
    let message = format!("La clé « {name} » n’a pas de valeur dans {owner}.");
    let help = "Écrivez la valeur après le deux-points ; '' (deux apostrophes droites) désigne un texte vide.";
    Diagnostic::error(EMPTY_VALUE, place, message).help(help).raw(name)
}

/// The gesture for a key that stands twice: what a list or several keys say under one of them is not to be lost.
pub(super) fn twice(value: &Node) -> &'static str {
    match value.shape {
        Shape::List(_) | Shape::Map(_) => {
            "Réunissez-les sous une seule clé : déplacez ce que dit la seconde sous la première, puis retirez la seconde."
        }
        _ => "Gardez une seule des deux lignes.",
    }
}

/// The diagnostic of a node that is not what is expected (`expected` with its article).
pub fn wrong_shape(node: &Node, expected: &str) -> Diagnostic {
    let found = match &node.shape {
        Shape::Empty => "rien".to_owned(),
        Shape::Scalar { text, .. } => format!("« {} »", text.lines().next().unwrap_or_default()),
        Shape::List(_) => "une liste".to_owned(),
        Shape::Map(_) => "un ensemble de clés".to_owned(),
        Shape::Line(_) => "une ligne de tableau".to_owned(),
    };
    node.error(SHAPE, format!("On attendait ici {expected} ; on lit {found}."))
}
