//! What `--officiel` refuses in a strategy: inventions, and objectives without what the decree wants of them.

use super::noun::{DigitalReview, ObjectiveReview};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::french;

/// Something of the strategy is marked `exemple`.
const EXAMPLE: Code = Code("M451");
/// An objective without indicators, measures or means.
const INCOMPLETE: Code = Code("M452");

/// Pushes a fault for each of them, at its place.
pub fn refuse(review: &DigitalReview, diagnostics: &mut Diagnostics) {
    for step in review
        .steps
        .iter()
        .map(|review| &review.step)
        .filter(|step| step.example)
    {
        diagnostics.push(example(&step.place, &format!("L’étape « {} »", step.title)));
    }
    for review in &review.objectives {
        refuse_objective(review, diagnostics);
    }
    for actor in review.actors.iter().filter(|actor| actor.example) {
        let what = format!("La catégorie d’acteurs « {} »", actor.category);
        diagnostics.push(example(&actor.place, &what));
    }
}

fn refuse_objective(review: &ObjectiveReview, diagnostics: &mut Diagnostics) {
    let objective = &review.objective;
    // One fault an objective: what is marked inside it is rewritten with it.
    if objective.has_example() {
        let what = format!("L’objectif « {} », ou une de ses mesures ou ses moyens,", objective.id);
        diagnostics.push(example(&objective.place, &what));
    }
    if !review.lacks.is_empty() {
        let lacks: Vec<&str> = review.lacks.iter().map(|lack| lack.label()).collect();
        let message = format!(
            "Il manque à l’objectif « {} » {} ; le décret demande des indicateurs, des mesures et des moyens.",
            objective.id,
            french::list(&lacks)
        );
        let help = "Complétez l’objectif, ou retirez-le de la stratégie.";
        diagnostics.push(Diagnostic::error(INCOMPLETE, objective.place.clone(), message).help(help));
    }
}

fn example(place: &Place, what: &str) -> Diagnostic {
    let message = format!("{what} porte la marque « exemple ».");
    let help = "Remplacez ce qui est inventé par ce qui est vrai, puis retirez « exemple: true ».";
    Diagnostic::error(EXAMPLE, place.clone(), message).help(help)
}
