//! How to read the report: what an indicator is compared with, what each status and each mark means.

use super::Word::{Line, Prose};
use super::words;
use crate::french;
use crate::model::Status;
use serde::Serialize;

words!(Reading {
    title: Line("Comment lire ce rapport"),
    lead: Line("Chaque indicateur est comparé à lui-même : l’an dernier, son année de référence, sa cible."),
    pace: Prose(
        "Un indicateur qui a une cible reçoit un **rythme R** : l’évolution observée depuis l’année de référence, \
         rapportée à celle qu’il faudrait pour atteindre la cible à l’échéance. R vaut 1 quand l’indicateur avance \
         exactement au rythme voulu, 0 quand il n’a pas bougé ; il est négatif quand l’indicateur va à l’opposé. Sans \
         cible, c’est l’évolution annuelle moyenne qui est lue. Les formules et toutes leurs entrées sont en annexe."
    ),
    natures: Prose(
        "**De réalisation**, un indicateur compte ce qui a été fait ; **de contribution**, il mesure l’effet qui peut \
         être attribué à la collectivité ; **de contexte**, il dépend de beaucoup de causes et, sans cible de la \
         collectivité, il n’est pas jugé."
    ),
    statuses: Line("Les statuts"),
    origin: Line("D’où vient un chiffre"),
    origin_told: Prose(
        "Sous chaque indicateur, une ligne nomme la source et l’endroit où la dernière valeur a été lue ; un lien mène \
         à l’annexe qui donne l’origine de toutes les autres. Les tableaux complets sont joints à ce document."
    ),
    marks: Line("Les marques des valeurs"),
    marks_told: Prose(
        "**ex.** : exemple, valeur de démonstration ; **p** : provisoire ; **e** : estimé ; **r** : rupture de série, \
         la comparaison repart de cette valeur ; **s** : secret statistique ; **n.d.** : non disponible, jamais zéro."
    ),
});

/// The statuses that an indicator may have, each with its meaning.
#[derive(Clone, Debug, Serialize)]
pub struct Legend {
    pub title: &'static str,
    pub rows: Vec<Meaning>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Meaning {
    pub key: &'static str,
    pub label: &'static str,
    pub meaning: String,
}

const WITH_TARGET: [(Status, &str); 8] = [
    (Status::Reached, "la cible, ou la limite, est atteinte"),
    (Status::OnTrack, "R de 0,95 ou plus"),
    (Status::ToAccelerate, "R de 0,60 à moins de 0,95"),
    (Status::Insufficient, "R de 0 à moins de 0,60"),
    (Status::Regressing, "R négatif : à l’opposé de la cible"),
    (Status::Missed, "l’année de la cible est passée"),
    (Status::Maintained, "resté dans la tolérance voulue"),
    (Status::OutOfTolerance, "sorti de la tolérance voulue"),
];

const WITHOUT_TARGET: [(Status, &str); 8] = [
    (Status::Improving, "de 1,5 % par an ou plus, dans le sens voulu"),
    (Status::SlightlyImproving, "de 0,5 % à moins de 1,5 % par an"),
    (Status::Stable, "de 0 à moins de 0,5 % par an"),
    (Status::Worsening, "contre le sens voulu"),
    (
        Status::Rising,
        "contexte, sans jugement ; en vert si c’est souhaité, en orange sinon",
    ),
    (
        Status::Falling,
        "contexte, sans jugement ; en vert si c’est souhaité, en orange sinon",
    ),
    (Status::Monitored, "valeur suivie, aucun sens voulu"),
    (Status::NotAssessable, "moins de deux valeurs comparables"),
];

pub fn legends() -> Vec<Legend> {
    let legend = |title, statuses: [(Status, &'static str); 8]| Legend {
        title,
        rows: statuses
            .map(|(status, meaning)| Meaning {
                key: status.key(),
                label: status.label(),
                meaning: french::punctuate(meaning),
            })
            .to_vec(),
    };
    vec![
        legend("Avec une cible", WITH_TARGET),
        legend("Sans cible", WITHOUT_TARGET),
    ]
}
