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
        /// Le titre de l’indicateur.
        title("titre"): Option<Said>,
        /// L’unité de ses valeurs.
        unit("unite"): Option<Needed<Said>>,
        /// Ce qu’il mesure.
        definition("definition"): Option<Needed<Said>>,
        /// La méthode du statut, par sa clé.
        method("methode"): Option<Said>,
        /// L’année de référence.
        baseline_year("annee_reference"): Option<Said>,
        /// La valeur de cette année.
        baseline_value("valeur_reference"): Option<Said>,
        /// L’année de la cible dont dépend le statut.
        target_year("annee_cible"): Option<Said>,
        /// La valeur de cette cible.
        target_value("valeur_cible"): Option<Said>,
        /// Toutes les cibles : « 2030 = 25 ; 2050 = 0 ».
        targets("cibles"): Option<Needed<Said>>,
    }
}

entry! {
    /// Une valeur, telle que l’édition précédente l’a publiée.
    PublishedLine, "la ligne" {
        /// L’identifiant de l’indicateur.
        id("indicateur"): Required<Said>,
        /// L’année.
        year("annee"): Needed<Said>,
        /// La valeur.
        value("valeur"): Needed<Said>,
        /// La ventilation : « site=A, usage=bureau ».
        part("ventilation"): Needed<Said>,
    }
}

entry! {
    /// Une ligne de crédits, telle qu’une édition l’a publiée.
    PublishedCreditLine, "la ligne" {
        /// Ce dont ce sont les crédits : action, finalite, budget…
        kind("objet"): Required<Said>,
        /// Son identifiant.
        id("identifiant"): Needed<Said>,
        /// Son intitulé.
        title("intitule"): Needed<Said>,
        /// La section.
        section("section"): Needed<Said>,
        /// Dépense ou recette.
        direction("sens"): Needed<Said>,
        /// L’exercice.
        year("exercice"): Needed<Said>,
        /// Ce qui est proposé.
        proposed("propose"): Needed<Said>,
        /// Ce qui est voté.
        voted("vote"): Needed<Said>,
        /// Ce qui est ouvert.
        open("ouvert"): Needed<Said>,
        /// Ce qui est réalisé.
        realised("realise"): Needed<Said>,
    }
}

impl Line for PublishedCreditLine {
    const TITLE: &str = "Les crédits d’une édition publiée";
    const FILE: &str = "output/…/donnees/credits.csv";
    const TITLES: &str = "";
}

impl Line for AssessmentLine {
    const TITLE: &str = "L’évaluation de l’édition précédente";
    const FILE: &str = "output/…/donnees/evaluation.csv";
    const TITLES: &str = "";
}

impl Line for PublishedLine {
    const TITLE: &str = "Les valeurs de l’édition précédente";
    const TITLES: &str = "";
    const FILE: &str = "output/…/donnees/indicateurs.csv";
}
