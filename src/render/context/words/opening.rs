//! The first parts: the contents, the editorial, the essential, the dashboard.

use super::Word::Line;
use super::words;

words!(OpeningWords {
    contents: Line("Sommaire"),
    editorial: Line("Éditorial"),
    essential: Line("L’essentiel"),
    legal: Line("Ce que les textes demandent"),
    no_indicator: Line("Aucun indicateur dans cette finalité."),
    statuses: Line("Les statuts par finalité"),
    advances: Line("Ce qui a le plus avancé"),
    no_advance: Line("Aucune évolution récente dans le sens voulu."),
    setbacks: Line("Ce qui a le plus reculé"),
    no_setback: Line(
        "Aucune évolution de la dernière année contre le sens voulu ; un indicateur « en recul » l’est depuis sa référence."
    ),
    missing: Line("Ce qui manque"),
    dashboard: Line("Tableau de bord de tous les indicateurs"),
});
