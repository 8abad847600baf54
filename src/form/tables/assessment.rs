//! What an edition published of its indicators, `donnees/evaluation.csv`, as the next one reads it back.

use crate::form::cells::{Needed, Said};
use crate::form::entry::entry;
use crate::form::kinds::Required;
use crate::form::lines::Line;

entry! {
    /// Un indicateur, tel que l’édition précédente l’a évalué.
    AssessmentLine, "la ligne" {
        /// L’identifiant de l’indicateur.
        id("indicateur"): Required<Said>,
        /// La dernière année qui avait une valeur.
        year("annee_derniere"): Needed<Said>,
        /// La valeur de cette année.
        value("valeur_derniere"): Needed<Said>,
        /// Le statut, par son mot ou par sa clé.
        status("statut"): Needed<Said>,
    }
}

impl Line for AssessmentLine {
    const TITLE: &str = "L’évaluation de l’édition précédente";
    const FILE: &str = "output/…/donnees/evaluation.csv";
    const TITLES: &str = "";
}
