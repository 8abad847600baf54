//! The texts of the digital strategy: its presentation, its governance, its method, and two an objective.

use super::super::text::{Calls, TextKind, TextOrigin, plain};
use super::read;
use crate::assess::DigitalReview;
use crate::diagnostic::{Diagnostics, Place};
use crate::model::{Identifier, Prose};
use std::collections::BTreeMap;

/// Every text of the strategy under its name.
pub fn write(review: &DigitalReview, calls: &Calls, diagnostics: &mut Diagnostics) -> BTreeMap<String, Prose> {
    let whole = review.place.clone();
    let of_method = review.method.place.clone().unwrap_or_else(|| whole.clone());
    let mut texts: Vec<(String, &str, Place)> = vec![
        ("presentation".to_owned(), &review.presentation, whole.clone()),
        ("gouvernance".to_owned(), &review.governance, whole),
        ("elaboration".to_owned(), &review.method.preparation, of_method.clone()),
        (
            "mise-en-oeuvre".to_owned(),
            &review.method.implementation,
            of_method.clone(),
        ),
        ("evaluation".to_owned(), &review.method.evaluation, of_method),
    ];
    for objective in review.objectives.iter().map(|review| &review.objective) {
        for (name, text) in [("resultats", &objective.results), ("suites", &objective.next_steps)] {
            texts.push((format!("{}-{name}", objective.id), &text.value, text.place.clone()));
        }
    }
    let mut all = BTreeMap::new();
    for (name, text, place) in texts {
        let file = format!("strategie-{name}");
        let origin = TextOrigin::Field { place };
        if let Some(found) = read(&file, text, TextKind::Remark, calls, &origin, diagnostics) {
            all.insert(name, found);
        }
    }
    all
}

/// The description of each objective, its `{{ … }}` replaced.
pub fn descriptions(
    review: &DigitalReview,
    calls: &Calls,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<Identifier, String> {
    let mut described = BTreeMap::new();
    for objective in review.objectives.iter().map(|review| &review.objective) {
        let origin = TextOrigin::Field {
            place: objective.description.place.clone(),
        };
        let text = plain(&objective.description.value, calls, &origin, diagnostics);
        described.insert(objective.id.clone(), text);
    }
    described
}
