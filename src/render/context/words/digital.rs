//! The bilan of the stratégie numérique responsable, as a part of the report and as a document.

use super::Word::{Line, With};
use super::words;
use crate::french;

const TITLE: &str = "Bilan annuel de la stratégie numérique responsable";

words!(DigitalWords {
    title: Line(TITLE),
    header: With(|settings| format!("{TITLE}, édition {}", settings.edition)),
    keyword: Line("numérique responsable"),
    essential: Line("L’essentiel"),
    grid_shapes: Line("Une forme par indicateur ; un objectif qui couvre plusieurs périmètres est compté dans chacun."),
    gaps: Line("Ce qu’aucun objectif ne couvre"),
    exclusions: Line("Ce qui est dit sans objet"),
    alerts: Line("Ce qui appelle une décision"),
    steps: Line("Où nous en sommes"),
    frieze: With(|settings| format!(
        "Losange : au plus tard, ce qui était prévu ; disque : réalisé ; trait plein : retard à la réalisation ; \
         tirets : retard qui court ; pointillé vertical : le {}, date du document.",
        french::date(settings.document_date)
    )),
    neighbours: Line("À côté du bilan"),
    neighbours_lead: Line("D’autres textes touchent les mêmes sujets ; ce bilan n’a pas à y répondre."),
    objectives: Line("Les objectifs"),
    objectives_lead: Line(
        "Pour chacun : les indicateurs et leur statut, les mesures, les moyens, les résultats, les suites."
    ),
    results: Line("Résultats"),
    next_steps: Line("Suites"),
    unattached: Line("Les autres indicateurs du numérique"),
    unattached_lead: Line("Ils ne suivent aucun objectif de la stratégie."),
    questions: Line("Au-delà de l’empreinte"),
    questions_lead: Line("Trois questions auxquelles une stratégie numérique répond aussi."),
    unanswered: Line("Aucun objectif n’y répond."),
    priorities: Line("Les priorités du Manifeste pour des territoires numériques responsables"),
    priority: Line("Priorité"),
    frameworks: Line("Les cadres auxquels la stratégie se rattache"),
    framework: Line("Cadre"),
    actors: Line("Qui agit, et comment"),
    governance: Line("Gouvernance"),
    orientations: With(|settings| format!("Les orientations pour {}", settings.budget_year)),
    orientations_lead: Line("Ce qui est prévu, et les crédits que la stratégie inscrit."),
});
