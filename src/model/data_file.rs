//! The tables published as data, beside the documents and inside their PDF: the one list of them.
//!
//! What each holds, and whether a report has it, is said by the report (`assess/tables`).

use super::vocabulary::vocabulary;

/// A published table; its key is its path, its label what it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DataFile {
    Values,
    Assessments,
    Credits,
    Transition,
    Footprint,
}

vocabulary!(DataFile {
    Values => "donnees/indicateurs.csv", "Toutes les valeurs du rapport, avec leur origine";
    Assessments => "donnees/evaluation.csv", "Les entrées et le résultat de chaque statut";
    Credits => "donnees/credits.csv", "Les crédits des actions, des finalités et des budgets, au centime";
    Transition => "donnees/transition.csv", "Les dépenses d’investissement exécutées et leur cotation";
    Footprint => "donnees/empreinte.csv", "L’empreinte du numérique, par année, périmètre, poste et étape";
});
