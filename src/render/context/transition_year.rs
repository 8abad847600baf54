//! One exercice of the synthesis of the transition effect in sentences.

use crate::compute::{Outside, TransitionYear};
use crate::french;
use crate::model::Money;

/// What is looked at in an exercice and what is not, in a few sentences.
pub fn told(year: &TransitionYear) -> String {
    french::punctuate(&sentences(year).join(" "))
}

fn sentences(year: &TransitionYear) -> Vec<String> {
    let mark = if year.has_example() { " (exemple)" } else { "" };
    let mut sentences = vec![format!(
        "Exercice {}{mark} : {} de dépenses réelles d’investissement exécutées, dont {} regardées.",
        year.year,
        euros(year.executed),
        euros(year.scoped)
    )];
    let outside = year.outside.iter().filter(|(_, amount)| **amount != Money::ZERO);
    let outside: Vec<String> = outside
        .map(|(reason, amount): (&Outside, &Money)| format!("{} ({})", reason.label(), euros(*amount)))
        .collect();
    if !outside.is_empty() {
        sentences.push(format!("Hors périmètre : {}.", french::list(&outside)));
    }
    for totals in &year.axes {
        if let Some(part) = totals.favourable_of_mixed {
            sentences.push(format!(
                "Axe {} : sur {} de dépenses mixtes dont les auteurs donnent la part favorable, {} le sont.",
                totals.axis,
                euros(part.of),
                euros(part.favourable)
            ));
        }
    }
    if !year.unread.is_empty() {
        sentences.push(format!(
            "À vérifier dans le texte : {} {} au périmètre de l’exercice sans avoir été relu{}.",
            if year.unread.len() == 1 {
                "le compte"
            } else {
                "les comptes"
            },
            french::list(&year.unread) + if year.unread.len() == 1 { " figure" } else { " figurent" },
            if year.unread.len() == 1 { "" } else { "s" }
        ));
    }
    if year.conditional {
        sentences.push(
            "Pour cet exercice, les textes soumettent les axes à une condition que ce document ne vérifie pas."
                .to_owned(),
        );
    }
    sentences
}

fn euros(amount: Money) -> String {
    format!("{}{}€", french::cents(amount.cents()), french::NO_BREAK_SPACE)
}
