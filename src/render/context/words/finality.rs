//! What heads the pieces of a finalité, and the parts on how actions are decided and on what is to come.

use super::Word::{Line, With};
use super::words;

words!(FinalityWords {
    key_figures: Line("Chiffres clés"),
    goals: Line("Objectifs de développement durable"),
    glance: Line("Les indicateurs en un coup d’œil"),
    credits: Line("Les crédits"),
    actions: Line("Les actions"),
    other_actions: Line("Agissent aussi sur cette finalité"),
});

words!(ActionMethod {
    title: Line("Élaboration, mise en œuvre, évaluation"),
    lead: Line("Comment les actions, les politiques et les programmes sont décidés, conduits et évalués."),
    preparation: Line("Élaboration"),
    implementation: Line("Mise en œuvre"),
    evaluation: Line("Évaluation"),
});

words!(OrientationWords {
    title: Line("Orientations et programmes"),
    lead: With(|settings| format!(
        "Ce qui est engagé ou proposé pour améliorer la situation, avant les débats sur le budget {}.",
        settings.budget_year
    )),
});
