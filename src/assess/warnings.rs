//! What this room warns of: mandatory texts that are missing, texts of no part, targets that cannot be judged.

use super::{Report, texts};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::french;
use crate::model::Status;

/// A mandatory text of the report is missing or empty.
const TEXT_MISSING: Code = Code("M400");
/// An indicator has a target and cannot be judged against it.
const TARGET_NOT_ASSESSED: Code = Code("M401");
/// A text has a name that no part of the report has: it would not be printed.
const TEXT_UNUSED: Code = Code("M402");

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
    for (slot, text) in &report.texts {
        if !texts::slots().any(|known| known == slot) {
            let help = match french::nearest(slot, texts::slots()) {
                Some(meant) => format!("Vouliez-vous dire « {meant}.md » ?"),
                None => format!("Les textes sont : {}.", texts::slots().collect::<Vec<_>>().join(", ")),
            };
            let message = format!("Le texte « {slot} » n’est le texte d’aucune partie : il ne sera pas imprimé.");
            diagnostics
                .push(Diagnostic::warning(TEXT_UNUSED, Place::file(text.place.file.clone()), message).help(help));
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::fixture::{project, report, with_texts};

    #[test]
    fn a_text_of_no_part_is_told_with_the_part_that_was_meant() {
        let inputs = with_texts(&["editos", "elaboration", "finalite-3", "glossaire"]);
        let mut diagnostics = Diagnostics::default();
        push(&report(&project(), &inputs, Vec::new()), &mut diagnostics);
        let unused: Vec<&Diagnostic> = diagnostics
            .sorted()
            .into_iter()
            .filter(|found| found.code == TEXT_UNUSED)
            .collect();
        assert_eq!(unused.len(), 1);
        assert!(unused[0].message.contains("editos"), "{}", unused[0].message);
        assert!(unused[0].help.contains("edito.md"), "{}", unused[0].help);
    }
}
