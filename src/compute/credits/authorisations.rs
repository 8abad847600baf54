//! The multi-year authorisations against themselves and against the budgets.

use super::Credits;
use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics, Place};
use crate::french;
use crate::model::{Authorisation, BudgetPart, BudgetSection, Money};
use std::collections::BTreeMap;

/// The payments of a year exceed the credits of its section.
const BEYOND_CREDITS: Code = Code("M312");
/// What is paid and planned is not what was voted.
const DOES_NOT_ADD_UP: Code = Code("M313");

/// Pushes a fault for each authorisation that does not add up, a warning for each year that pays more than it has.
pub(super) fn check(credits: &Credits, authorisations: &[Authorisation], diagnostics: &mut Diagnostics) {
    let wrong = authorisations.iter().filter(|one| one.payments() != one.voted);
    diagnostics.extend(wrong.map(does_not_add_up));
    let mut payments: BTreeMap<(i32, BudgetSection), (Money, &Place)> = BTreeMap::new();
    for authorisation in authorisations {
        for year in authorisation.paid.keys().chain(authorisation.planned.keys()) {
            payments
                .entry((*year, authorisation.kind.section()))
                .or_insert((Money::ZERO, &authorisation.place))
                .0 += authorisation.payment(*year).unwrap_or_default();
        }
    }
    for ((year, section), (payment, place)) in payments {
        let mut budgets = credits.budgets.iter();
        let budget = budgets.find(|budget| budget.part == BudgetPart::Main && budget.year == year);
        let held = budget.and_then(|budget| budget.sections.get(&section)?.policies.credits());
        if let Some(held) = held.filter(|held| payment > *held) {
            diagnostics.push(beyond_credits(year, section, payment, held, place));
        }
    }
}

fn does_not_add_up(authorisation: &Authorisation) -> Diagnostic {
    let euros = |money: Money| french::cents(money.cents());
    let payments = authorisation.payments();
    let message = format!(
        "L’autorisation « {} » de l’action « {} » est votée à {}\u{A0}€, et ses crédits de paiement font {}\u{A0}€ (écart : {}\u{A0}€).",
        authorisation.code,
        authorisation.action,
        euros(authorisation.voted),
        euros(payments),
        euros(payments - authorisation.voted)
    );
    Diagnostic::error(DOES_NOT_ADD_UP, authorisation.place.clone(), message)
        .help("Complétez les années payées et prévues, ou corrigez le montant voté : l’un doit égaler la somme des autres.")
        .because(Cause::Numbers(authorisation.place.file.clone()))
        .raw(&authorisation.code)
}

fn beyond_credits(year: i32, section: BudgetSection, payment: Money, held: Money, place: &Place) -> Diagnostic {
    let message = format!(
        "Les crédits de paiement des autorisations font {}\u{A0}€ en {year}, plus que les {}\u{A0}€ de dépenses réelles {} du budget principal de cette année.",
        french::cents(payment.cents()),
        french::cents(held.cents()),
        section.complement()
    );
    Diagnostic::warning(BEYOND_CREDITS, place.clone(), message)
        .help("Vérifiez l’unité des montants (euros, et non milliers d’euros), et que chaque autorisation est écrite une fois.")
}
