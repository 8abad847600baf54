//! What the actions take of the budgets, their effects, and the transition effect of investment.

use super::Word::Line;
use super::words;

words!(CreditWords {
    title: Line("Budget"),
    example: Line("Tous les montants marqués « exemple » sont inventés pour la démonstration."),
    authorisations: Line("Autorisations pluriannuelles"),
    selectors: Line("Les lignes de budget de chaque action"),
});

words!(MatrixWords {
    title: Line("Politiques et finalités"),
    lead: Line("Chaque action est lue au regard des cinq finalités : favorable, neutre ou défavorable."),
    amounts: Line(
        "Les deux dernières colonnes sont ses crédits d’investissement et de fonctionnement, qui ne s’additionnent pas."
    ),
});

words!(TransitionWords {
    title: Line("Effet de l’investissement sur la transition écologique : synthèse"),
    caution: Line("Une synthèse, et non l’annexe officielle"),
    waiting: Line("Les plus grandes dépenses à coter"),
    left_out: Line("Exercices et budgets non présentés"),
});
