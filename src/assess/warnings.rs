//! What this room warns of: mandatory texts that are missing, targets that cannot be judged.

use super::{Report, texts};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::model::Status;

/// A mandatory text of the report is missing or empty.
const TEXT_MISSING: Code = Code("M400");
/// An indicator has a target and cannot be judged against it.
const TARGET_NOT_ASSESSED: Code = Code("M401");

/// Pushes every warning of the report.
pub fn push(report: &Report, diagnostics: &mut Diagnostics) {
    for slot in texts::lacking(&report.texts) {
        let message = format!("Le texte « {slot} », qu’un rapport complet doit avoir, est absent ou vide.");
        diagnostics.push(
            Diagnostic::warning(TEXT_MISSING, Place::file(format!("data/textes/{slot}.md")), message).help(format!(
                "Écrivez data/textes/{slot}.md ; « generer --officiel » refuse de publier sans lui."
            )),
        );
    }
    // A value that was refused is the cause; that a status is missing is its consequence, told once the cause is gone.
    if diagnostics.has_errors() {
        return;
    }
    for finding in report.findings() {
        let indicator = &finding.indicator;
        let Some(target) = indicator.targets.first() else {
            continue;
        };
        if finding.assessment.status != Status::NotAssessable {
            continue;
        }
        let message = format!(
            "L’indicateur « {} » a une cible et n’est pas évaluable. {}",
            indicator.id, finding.assessment.reason
        );
        diagnostics.push(
            Diagnostic::warning(TARGET_NOT_ASSESSED, target.place.clone(), message)
                .help("Complétez les valeurs, corrigez la référence, ou ajoutez une cible à venir."),
        );
    }
}
