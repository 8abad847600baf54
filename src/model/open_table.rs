//! The tables of `donnees/ouvertes/`, tidy, for a portal of open data and for programs: the one list of them.
//!
//! Those of [`super::DataFile`] are for people who open them in a French spreadsheet; the next edition reads those back, never these.

use super::vocabulary::vocabulary;

/// A tidy table; its key is the stem of its file, its label what it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OpenTable {
    Indicators,
    Observations,
    Assessments,
    Actions,
    Credits,
    Footprint,
    Transition,
    Coverage,
}

vocabulary!(OpenTable {
    Indicators => "indicateurs", "Les indicateurs du rapport : ce qu’ils mesurent, leur unité, leur source";
    Observations => "observations", "Les valeurs des indicateurs, par année et par partie, avec leur statut et leur origine";
    Assessments => "evaluations", "Les entrées et le résultat de l’évaluation de chaque indicateur";
    Actions => "actions", "Les politiques de la collectivité et leurs effets sur les cinq finalités";
    Credits => "credits", "Les crédits des actions, des finalités et des budgets, au centime";
    Footprint => "empreinte", "L’empreinte du numérique, par année, périmètre, poste et étape";
    Transition => "investissement", "Les dépenses d’investissement exécutées et leur cotation";
    Coverage => "couverture", "Ce que les textes demandent au rapport, et ce qu’il en contient";
});

impl OpenTable {
    /// The folder of the tables, in that of the edition.
    pub const FOLDER: &'static str = "donnees/ouvertes";

    /// The path of its file in the folder of the edition.
    pub fn path(self) -> String {
        format!("{}/{}.csv", Self::FOLDER, self.key())
    }
}
