//! What this room warns of: mandatory texts that are missing, texts of no part, targets that cannot be judged, actions of no part.

use super::{Report, texts};
use crate::config::OwnPage;
use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics, Place};
use crate::french;
use crate::model::{Action, ActionState, Status};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A mandatory text of the report is missing or empty.
const TEXT_MISSING: Code = Code("M400");
/// An indicator has a target and cannot be judged against it.
const TARGET_NOT_ASSESSED: Code = Code("M401");
/// A page of the author has no text, or has that of a part.
const PAGE: Code = Code("M403");
/// A text has a name that no part of the report has: it would not be printed.
const TEXT_UNUSED: Code = Code("M402");
/// An action has its sheet in no part.
const ACTION_NOWHERE: Code = Code("M406");

/// Pushes every warning of the report; `templates` are those of the project.
pub fn push(report: &Report, templates: &BTreeMap<String, Arc<str>>, diagnostics: &mut Diagnostics) {
    for slot in texts::lacking(&report.texts) {
        let message = format!("Le texte « {slot} », qu’un rapport complet doit avoir, est absent ou vide.");
        diagnostics.push(
            Diagnostic::warning(TEXT_MISSING, texts::place(&report.texts, slot), message)
                .because(Cause::path(format!("data/textes/{slot}.md")))
                .because(Cause::path(format!("data/textes/{slot}.docx")))
                .help(format!(
                    "{} « generer --officiel » refuse de publier sans lui.",
                    texts::gesture(slot)
                )),
        );
    }
    for page in &report.settings.pages {
        diagnostics.extend(of_page(page, report));
    }
    let is_page = |slot: &str| report.settings.pages.iter().any(|page| page.slot.value == slot);
    for (slot, text) in &report.texts {
        if !texts::slots().any(|known| known == slot) && !is_page(slot) && !is_named(slot, templates) {
            let extension = text
                .place
                .file
                .rsplit_once('.')
                .map_or("md", |(_, extension)| extension);
            let named = |slot: &str| format!("{slot}.{extension}");
            let names: Vec<String> = texts::slots().map(named).collect();
            let help = french::meant(&named(slot), names.iter().map(String::as_str))
                .unwrap_or_else(|| format!("Les textes sont : {}.", texts::slots().collect::<Vec<_>>().join(", ")));
            let message = format!("Le texte « {slot} » n’est le texte d’aucune partie : il ne sera pas imprimé.");
            diagnostics
                .push(Diagnostic::warning(TEXT_UNUSED, Place::file(text.place.file.clone()), message).help(help));
        }
    }
    let to_come = |action: &&Action| matches!(action.state, ActionState::Planned | ActionState::Ongoing);
    let apart = report
        .actions
        .iter()
        .filter(to_come)
        .filter(|action| report.home(action).is_none());
    diagnostics.extend(apart.map(nowhere));
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
                .help(
                    match finding.headline.points.is_empty() && !finding.breakdowns.is_empty() {
                        true => format!("Seules ses parties ont des valeurs. {}", indicator.whole_gesture()),
                        false => {
                            "Complétez les valeurs, corrigez la référence, ou ajoutez une cible à venir.".to_owned()
                        }
                    },
                )
                .because(Cause::entry(indicator.id.as_str())),
        );
    }
}

/// An action of which something is to come, and that no part would present.
fn nowhere(action: &Action) -> Diagnostic {
    let message = format!(
        "L’action « {} » n’agit sur aucune finalité, et aucun indicateur ne la suit : aucune partie du rapport n’en a la fiche.",
        action.id
    );
    let help = "Notez son effet, positif ou négatif, sous « finalites » (dans un tableau, colonnes « finalite_1 » à « finalite_5 »), ou nommez sous « indicateurs » un indicateur qui la suit.";
    Diagnostic::warning(ACTION_NOWHERE, action.place.clone(), message)
        .help(help)
        .because(Cause::path(&*action.place.file))
        .because(Cause::path("data/indicateurs"))
}

/// Why a page of the author cannot be printed.
fn of_page(page: &OwnPage, report: &Report) -> Option<Diagnostic> {
    let slot = &page.slot.value;
    let (message, help) = if texts::slots().any(|known| known == slot) {
        (
            format!("Le texte « {slot} » est déjà celui d’une partie du rapport."),
            "Donnez un autre nom au texte de cette page.".to_owned(),
        )
    } else if !texts::has(&report.texts, slot) {
        let near = french::meant(slot, report.texts.keys().map(String::as_str));
        (
            format!(
                "La page « {} » n’a pas de texte : data/textes/{slot}.md, ou {slot}.docx, est absent ou vide.",
                page.title
            ),
            near.unwrap_or_else(|| format!("{} Ou retirez cette page de rapport.yaml.", texts::gesture(slot))),
        )
    } else {
        return None;
    };
    let fault = page.slot.error(PAGE, message).help(help);
    let doors = ["md", "docx"].map(|extension| Cause::path(format!("data/textes/{slot}.{extension}")));
    Some(doors.into_iter().fold(fault, Diagnostic::because))
}

/// Whether a template of the project prints this text.
fn is_named(slot: &str, templates: &BTreeMap<String, Arc<str>>) -> bool {
    let ends_there = |rest: &str| !rest.starts_with(|next: char| next.is_alphanumeric() || next == '_');
    let dotted = |text: &str| {
        text.split("texts.")
            .skip(1)
            .any(|rest| rest.strip_prefix(slot).is_some_and(ends_there))
    };
    let written = [format!("texts[\"{slot}\"]"), format!("texts['{slot}']")];
    let names = |text: &Arc<str>| dotted(text) || written.iter().any(|name| text.contains(name));
    templates.values().any(names)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::fixture::{project, report, with_texts};

    #[test]
    fn a_text_of_no_part_is_told_with_the_part_that_was_meant() {
        let inputs = with_texts(&["editos", "elaboration", "finalite-3", "glossaire"]);
        let mut diagnostics = Diagnostics::default();
        push(
            &report(&project(), &inputs, Vec::new()),
            &BTreeMap::new(),
            &mut diagnostics,
        );
        let unused: Vec<&Diagnostic> = diagnostics
            .sorted()
            .into_iter()
            .filter(|found| found.code == TEXT_UNUSED)
            .collect();
        assert_eq!(unused.len(), 1);
        assert!(unused[0].message.contains("editos"), "{}", unused[0].message);
        assert!(unused[0].help.contains("edito.md"), "{}", unused[0].help);
    }

    #[test]
    fn a_text_that_a_template_of_the_project_prints_is_no_unused_text() {
        let inputs = with_texts(&["partenaires", "presse"]);
        let template = "{{ texts.partenaires }} {{ texts.presse_locale }}";
        let templates = BTreeMap::from([("parts/plus.typ.jinja".to_owned(), Arc::from(template))]);
        let mut diagnostics = Diagnostics::default();
        push(&report(&project(), &inputs, Vec::new()), &templates, &mut diagnostics);
        let found = diagnostics.sorted();
        let unused: Vec<&str> = found
            .iter()
            .filter(|found| found.code == TEXT_UNUSED)
            .map(|found| found.message.as_str())
            .collect();
        assert_eq!(unused.len(), 1, "{unused:?}");
        assert!(unused[0].contains("presse"), "{unused:?}");
    }
}
