//! What each column of the tidy tables means, and of what type it is: the one dictionary of the package and of the proposed schema.
//!
//! A column of one name means the same in every table, but for those told of one table. A test holds that no column lacks.

use super::common_fields::COMMON;
use super::field::{Field, Kind, f};
use crate::model::OpenTable;

/// The field of a column of a table; none where it has not been described, which a test forbids.
pub(super) fn field(table: OpenTable, column: &str) -> Option<&'static Field> {
    let own = OWN.iter().find(|(of, field)| *of == table && field.name == column);
    own.map(|(_, field)| field)
        .or_else(|| COMMON.iter().find(|field| field.name == column))
}

/// Columns whose name means something else in one table.
const OWN: &[(OpenTable, Field)] = &[
    (
        OpenTable::Observations,
        f(
            "statut",
            Kind::Text,
            "Ce qui qualifie la valeur : provisoire, estime, rupture, secret, exemple ; plusieurs sont séparés par des virgules.",
        ).empty("définitive"),
    ),
    (
        OpenTable::Observations,
        f("note", Kind::Text, "Ce que le service en dit.").empty("le service n’en dit rien"),
    ),
    (OpenTable::Actions, f("titre", Kind::Text, "Le titre de l’action.")),
    (
        OpenTable::Actions,
        f("etat", Kind::Text, "prevue, en-cours, realisee ou suspendue."),
    ),
    (OpenTable::Actions, f("service", Kind::Text, "Le service pilote.")),
    (
        OpenTable::Coverage,
        f(
            "etat",
            Kind::Text,
            "couvert, partiel, absent, à présenter ou sans objet.",
        ),
    ),
    (OpenTable::Credits, f("sens", Kind::Text, "dépense ou recette.")),
    (
        OpenTable::Credits,
        f("exemple", Kind::Text, "« exemple » si le montant est inventé.").empty("le montant est réel"),
    ),
    (
        OpenTable::Footprint,
        f(
            "nature",
            Kind::Text,
            "Ce qu’est le poste : équipement, service, centre de données ou résultat d’un autre outil.",
        ),
    ),
    (
        OpenTable::Footprint,
        f("perimetre", Kind::Text, "collectivite, bloc-communal ou territoire."),
    ),
    (
        OpenTable::Footprint,
        f("methode", Kind::Text, "La méthode que déclare qui donne le résultat.").empty("elle n’est pas déclarée"),
    ),
    (
        OpenTable::Footprint,
        f("motif", Kind::Text, "Pourquoi il n’y a pas de résultat.").empty("le résultat est là"),
    ),
    (OpenTable::Transition, f("nature", Kind::Text, "Le compte par nature.")),
    (
        OpenTable::Transition,
        f(
            "perimetre",
            Kind::Text,
            "Si la dépense est à coter, ou pourquoi elle ne l’est pas.",
        ),
    ),
];
