//! What the author declares of a budget file, and what the file says of itself.

use crate::diagnostic::{Cause, Code, Diagnostic, Placed};
use crate::model::BudgetDocument;
use std::fmt::Display;

/// `rapport.yaml` and the file say two different things of it.
const CONTRADICTION: Code = Code("M280");

/// The two do not agree.
pub(super) fn contradiction<T>(
    document: &BudgetDocument,
    declared: &Placed<T>,
    key: &str,
    value: impl Display,
    written: impl Display,
) -> Diagnostic {
    let message = format!(
        "« {} » est déclaré avec « {key}: {value} », et le fichier dit « {written} ».",
        document.file
    );
    // A plain table, which has no SIRET, does not say everything of itself: its keys stay.
    let help = match document.siret.is_empty() {
        true => "Corrigez la déclaration, ou la colonne de la table qui dit autre chose.",
        false => "Corrigez la déclaration, ou retirez cette clé : le fichier dit lui-même ce qu’il est.",
    };
    // What is told at rapport.yaml leaves the budget out as a fault of its file does.
    Diagnostic::error(CONTRADICTION, declared.place.clone(), message)
        .help(help)
        .spoils(Cause::path("data/budget"))
}
