//! The columns of a table of observations, `data/valeurs/`: one value a line, or one column a year.
//!
//! Their names only: what they hold depends on the catalogue, and is read by `validate`.

use crate::form::entry::entry;
use crate::form::scalars::Sentence;

entry! {
    /// La valeur d’un indicateur, une année.
    ObservationColumns => headers, "la correspondance des colonnes" {
        /// L’identifiant de l’indicateur, dans le catalogue (nécessaire).
        indicator("indicateur"): Option<Sentence>,
        /// L’année, en quatre chiffres, suivie de (p) si la valeur est provisoire, de (e) si elle est estimée (nécessaire).
        year("annee"): Option<Sentence>,
        /// La valeur, dans l’unité du catalogue (nécessaire).
        value("valeur"): Option<Sentence>,
        /// L’unité, pour vérifier que c’est celle du catalogue.
        unit("unite"): Option<Sentence>,
        /// La partie du territoire que la valeur regarde.
        territory("territoire"): Option<Sentence>,
        /// Le périmètre que la valeur regarde.
        perimeter("perimetre"): Option<Sentence>,
        /// Définitif (par défaut), provisoire, estimé, secret, rupture ou exemple.
        status("statut"): Option<Sentence>,
        /// Une remarque, imprimée sous le tableau des valeurs.
        note("note"): Option<Sentence>,
    }
}

/// What the workbook of a service repeats of the catalogue, and of its own work; where what was collected comes from.
pub const REMINDERS: [&str; 14] = [
    "titre",
    "titre-de-l-indicateur",
    "intitule",
    "intitule-de-l-indicateur",
    "definition",
    "finalite",
    "service",
    "referent",
    "etat",
    "origine-service",
    "origine-date",
    "origine-cellule",
    "origine-classeur",
    "origine-avant",
];
/// Other titles of `note`, where the table has no column of that name.
pub const NOTES: [&str; 8] = [
    "notes",
    "commentaire",
    "commentaires",
    "remarque",
    "remarques",
    "precisions",
    "observation",
    "observations",
];
