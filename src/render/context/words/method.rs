//! The annex of method: the formulas in words, the thresholds, how the essential is chosen.

use super::Word::{Line, Prose};
use super::words;

words!(MethodWords {
    title: Line("Annexe : la méthode"),
    lead: Line("Les formules en toutes lettres, puis toutes les entrées de chaque statut."),
    growth: Line("Rapport des taux de croissance, la méthode courante"),
    growth_told: Prose(
        "C’est le rapport des taux de croissance employé par Eurostat et Statistique Canada. Le taux annuel moyen \
         observé entre l’année de référence et la dernière année est divisé par le taux annuel qu’il faudrait de la \
         référence à la cible."
    ),
    growth_formula: Prose(
        "**Taux observé** = (dernière valeur ÷ valeur de référence) élevé à la puissance 1 ÷ nombre d’années écoulées, \
         moins 1.\\\n\
         **Taux requis** = (valeur cible ÷ valeur de référence) élevé à la puissance 1 ÷ nombre d’années de la \
         référence à la cible, moins 1.\\\n\
         **R** = d × taux observé ÷ valeur absolue du taux requis, où d vaut +1 si une hausse est voulue et −1 si une \
         baisse l’est."
    ),
    linear: Line("Trajectoire linéaire, quand un taux n’a pas de sens"),
    linear_told: Prose(
        "Référence ou cible égale à zéro, changement de signe, grandeur en points de pourcentage : le taux de \
         croissance ne dit rien. On compare alors la part du chemin parcourue à la part du temps écoulée. La méthode \
         employée est annoncée sous chaque indicateur."
    ),
    linear_formula: Prose(
        "**Part du chemin** = (dernière valeur − référence) ÷ (cible − référence). **Part du temps** = années écoulées \
         ÷ années de la référence à la cible. **R** = part du chemin ÷ part du temps."
    ),
    milestones: Line("Trajectoire par jalons"),
    milestones_told: Prose(
        "Quand plusieurs cibles se succèdent et que l’auteur le demande, le chemin est la ligne brisée qui passe par \
         toutes les cibles ; la part parcourue est rapportée à celle que cette ligne prévoit pour la dernière année."
    ),
    thresholds: Line("Les seuils"),
    thresholds_told: Prose(
        "Cible atteinte : *atteint*. R d’au moins 0,95 : *en bonne voie* ; d’au moins 0,60 : *à accélérer* ; d’au \
         moins 0 : *insuffisant* ; négatif : *en recul*. L’année de la cible est passée sans l’atteindre : *non \
         atteint à l’échéance*. Sans cible, sur l’évolution annuelle moyenne dans le sens voulu : au moins 1,5 % *en \
         progrès*, au moins 0,5 % *en léger progrès*, au moins 0 *stable*, moins de 0 *en recul*. Un indicateur de \
         contexte sans cible de la collectivité reçoit seulement une tendance. Une rupture de série déplace la \
         référence ; avec moins de deux valeurs comparables, l’indicateur est *non évaluable* et la raison est donnée."
    ),
    essential: Line("Le choix des indicateurs de l’essentiel"),
    essential_told: Prose(
        "Dans chaque finalité : d’abord ceux qui ont une cible, puis les indicateurs de contribution, de réalisation, \
         de contexte. Quand les trois premiers vont bien et qu’un autre va mal, il prend la troisième place. Les plus \
         fortes évolutions sont classées par leur part de la valeur de l’année précédente, sans comparer de part et \
         d’autre d’une rupture de série."
    ),
    accepted: Line("Les avertissements acceptés"),
    accepted_told: Prose(
        "Le contrôle des données donne ces avertissements ; la collectivité les connaît et les garde, pour la raison \
         qui suit chacun."
    ),
});
